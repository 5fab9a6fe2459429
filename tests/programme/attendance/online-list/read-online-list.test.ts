/** The participant reports of Zoom and Teams, in the forms in which they are saved, become data; what is none is refused by name. */
import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../../documents/write-xlsx.js';
import { isOnlineList } from '../../../../programme/attendance/online-list/read-online-list.js';
import { readList, teamsFile, teamsHeadings, zoomFile, zoomHeadings, zoomLine } from './lists.js';

const read = async (content: Uint8Array, order?: 'day first') => {
  const reading = await readList(content, order && { order });
  if (!reading.ok) throw new Error(reading.problem);
  return reading.list;
};

const problemOf = async (content: Uint8Array) => {
  const reading = await readList(content);
  return reading.ok ? null : reading.problem;
};

const at = (time: string) => new Date(`2024-11-07T${time}+09:00`);

describe('Zoom', () => {
  it('English, without the block about the meeting: every line with its times', async () => {
    const list = await read(
      zoomFile([
        zoomHeadings.en,
        [
          'Taro Yamada (taro)',
          'Taro@Aoba.example',
          '11/07/2024 03:30:00 PM',
          '11/07/2024 05:00:30 PM',
          '91',
          'Yes',
          '',
          'No',
        ],
        ['Hanako', '', '11/07/2024 03:25:00 PM', '11/07/2024 03:30:00 PM', '5', 'Yes', '', 'Yes'],
      ]),
    );
    expect(list).toMatchObject({ platform: 'zoom', meetingStart: null, isUndecided: true });
    expect(list.rows).toEqual([
      {
        ...{ name: 'Taro Yamada', originalName: 'taro', email: 'taro@aoba.example', isHost: false, isHull: false },
        ...{ joinedAt: at('15:30:00'), leftAt: at('17:00:30'), seconds: 91 * 60 },
      },
    ]);
  });

  it('Japanese, with the block about the meeting, whose holder is the host', async () => {
    const list = await read(
      zoomFile([
        ['ミーティング ID', 'トピック', '開始時刻', '終了時刻', 'ユーザーのメール', '時間（分）', '参加者'],
        ['812 3456', '研修会, 第1回', '2024/11/07 15:20:00', '2024/11/07 17:10:00', 'office@spp.example', '110', '2'],
        [],
        zoomHeadings.ja,
        ['事務局', 'office@spp.example', '2024/11/07 15:20:00', '2024/11/07 17:10:00', '110', 'いいえ', '', 'いいえ'],
        ['山田（青葉電子）', '', '2024年11月7日 午後3:31:05', '2024/11/07 17:00:00', '89', 'はい', '', 'いいえ'],
      ]),
    );
    expect([list.meetingStart, list.meetingEnd]).toEqual([at('15:20:00'), at('17:10:00')]);
    expect(list.rows).toMatchObject([
      { name: '事務局', isHost: true },
      { name: '山田', originalName: '青葉電子', isHost: false, joinedAt: at('15:31:05') },
    ]);
  });

  it('of each person once, without times: how long is known, when is not', async () => {
    const list = await read(
      zoomFile([
        ['Name (Original Name)', 'User Email', 'Total Duration (Minutes)', 'Guest'],
        ['Taro', '', '61', 'Yes'],
      ]),
    );
    expect(list.rows).toMatchObject([{ name: 'Taro', joinedAt: null, leftAt: null, seconds: 3660 }]);
  });

  it('of a webinar: the host apart, and who registered and did not come not at all', async () => {
    const list = await read(
      zoomFile([
        ['Attendee Report'],
        ['Host Details', ''],
        ['Attended', 'User Name (Original Name)', 'Email', 'Join Time', 'Leave Time', 'Time in Session (minutes)'],
        ['Yes', 'Office', 'o@spp.example', 'Nov 7, 2024 15:00:00', 'Nov 7, 2024 17:00:00', '120'],
        ['Attendee Details', ''],
        ['Attended', 'User Name (Original Name)', 'Email', 'Join Time', 'Leave Time', 'Time in Session (minutes)'],
        ['Yes', 'Taro', 't@aoba.example', 'Nov 7, 2024 15:30:00', 'Nov 7, 2024 16:30:00', '60'],
        ['No', 'Jiro', 'j@aoba.example', '--', '--', '--'],
      ]),
    );
    expect(list.rows).toMatchObject([
      { name: 'Office', isHost: true },
      { name: 'Taro', isHost: false, joinedAt: at('15:30:00') },
    ]);
  });

  it('saved again by Excel, in Shift_JIS or as a workbook whose times became dates', async () => {
    const shiftJis = Buffer.concat([
      Buffer.from('96bc914f', 'hex'),
      Buffer.from(',Join Time,Leave Time\r\n'),
      Buffer.from('8e5293 63'.replace(' ', ''), 'hex'),
      Buffer.from(',2024/11/7 15:30,2024/11/7 17:00\r\n'),
    ]);
    expect((await read(shiftJis)).rows).toMatchObject([{ name: '山田', joinedAt: at('15:30:00') }]);
    const titles = ['Name (Original Name)', 'User Email', 'Join Time', 'Leave Time', 'Duration (Minutes)'];
    const workbook = await writeXlsx([
      {
        name: 'participants',
        columns: titles.map((title) => ({ title, width: 20 })),
        rows: [['Taro', null, new Date('2024-11-07T15:30:00Z'), new Date('2024-11-07T17:00:00Z'), 90]],
      },
    ]);
    expect((await read(workbook)).rows).toMatchObject([
      { name: 'Taro', joinedAt: at('15:30:00'), leftAt: at('17:00:00'), seconds: 5400 },
    ]);
  });

  it('days that can be read both ways are read as told; one that cannot decides for all', async () => {
    const both = zoomFile([zoomHeadings.en, ['A', '', '03/04/2024 15:00:00', '03/04/2024 16:00:00', '60', '', '', '']]);
    const [march, april] = [await read(both), await read(both, 'day first')];
    expect([march.isUndecided, april.isUndecided]).toEqual([true, true]);
    expect(march.rows[0]?.joinedAt).toEqual(new Date('2024-03-04T15:00:00+09:00'));
    expect(april.rows[0]?.joinedAt).toEqual(new Date('2024-04-03T15:00:00+09:00'));
    const clear = zoomFile([zoomHeadings.en, ['A', '', '13/04/2024 15:00', '13/04/2024 16:00', '60', '', '', '']]);
    expect(await read(clear)).toMatchObject({
      isUndecided: false,
      rows: [{ joinedAt: new Date('2024-04-13T06:00Z') }],
    });
  });

  it('who had not left yet was there until the last one left', async () => {
    const list = await read(
      zoomFile([
        zoomHeadings.en,
        [...zoomLine('A', '15:00', '17:00')],
        ['B', '', '2024/11/07 15:30', '', '', '', '', ''],
      ]),
    );
    expect(list.rows[1]).toMatchObject({ name: 'B', leftAt: at('17:00:00') });
  });
});

describe('Teams', () => {
  const report = (language: 'en' | 'ja') => {
    const { people, activities } = teamsHeadings[language];
    const [summary, participants, inMeeting, start] =
      language === 'en'
        ? ['1. Summary', '2. Participants', '3. In-Meeting Activities', 'Start time']
        : ['1. 要約', '2. 参加者', '3. 会議内のアクティビティ', '開始時刻'];
    const time = (clock: string, half: string) =>
      language === 'en'
        ? `11/7/24, ${clock} ${half}`
        : `2024/11/7 ${Number(clock.split(':')[0]) + 12}${clock.slice(1)}`;
    const length = (h: number, m: number) => (language === 'en' ? `${h}h ${m}m 0s` : `${h}時間 ${m}分 0秒`);
    return teamsFile([
      [summary],
      [language === 'en' ? 'Meeting title' : '会議のタイトル', 'WS2'],
      [start, time('3:20:00', 'PM')],
      [''],
      [participants],
      people,
      [
        'SPP Office',
        time('3:20:00', 'PM'),
        time('5:10:00', 'PM'),
        length(1, 50),
        'o@spp.example',
        'o@spp.example',
        language === 'en' ? 'Organizer' : '開催者',
      ],
      [
        '山田 太郎 (外部)',
        time('3:30:00', 'PM'),
        time('5:00:00', 'PM'),
        length(1, 0),
        'taro@aoba.example',
        'taro@aoba.example',
        'Presenter',
      ],
      ['Left Early', time('3:30:00', 'PM'), time('3:42:00', 'PM'), length(0, 12), '', '', 'Attendee'],
      [''],
      [inMeeting],
      activities,
      ['山田 太郎 (外部)', time('3:30:00', 'PM'), time('4:00:00', 'PM'), length(0, 30), '', 'Presenter'],
      ['山田 太郎 (外部)', time('4:30:00', 'PM'), time('5:00:00', 'PM'), length(0, 30), '', 'Presenter'],
    ]);
  };

  it.each(['en', 'ja'] as const)(
    '%s: its sections are one list, told in pieces where it tells them',
    async (language) => {
      const list = await read(report(language));
      expect(list).toMatchObject({ platform: 'teams', meetingStart: at('15:20:00') });
      expect(list.rows).toMatchObject([
        {
          name: '山田 太郎 (外部)',
          email: 'taro@aoba.example',
          joinedAt: at('15:30:00'),
          leftAt: at('16:00:00'),
          isHull: false,
        },
        { name: '山田 太郎 (外部)', joinedAt: at('16:30:00'), leftAt: at('17:00:00'), seconds: 1800 },
        { name: 'SPP Office', isHost: true, isHull: true, seconds: 6600 },
        { name: 'Left Early', email: null, seconds: 720 },
      ]);
    },
  );

  it('in its older form', async () => {
    const list = await read(
      teamsFile([
        ['Meeting Summary'],
        ['Meeting Start Time', '11/7/2024, 3:20:00 PM'],
        [''],
        ['Full Name', 'Join Time', 'Leave Time', 'Duration', 'Email', 'Role', 'Participant ID (UPN)'],
        ['Taro', '11/7/2024, 3:30:00\u202fPM', '11/7/2024, 4:30:00 PM', '1h', 't@aoba.example', 'Presenter', ''],
      ]),
    );
    expect(list).toMatchObject({ platform: 'teams', rows: [{ joinedAt: at('15:30:00'), seconds: 3600 }] });
  });
});

describe('what is no list', () => {
  it.each([
    ['empty', Buffer.alloc(0)],
    ['empty', Buffer.from(',,\n,,\n')],
    ['no_list', Buffer.from('Name,E-mail\nTaro,t@a.example\n')],
    ['old_excel', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['unreadable', Buffer.from('504b0304ffff', 'hex')],
    ['unreadable', Buffer.from([0, 1, 2, 3, 255, 254, 0, 9])],
    ['nobody', zoomFile([zoomHeadings.en])],
    ['nobody', zoomFile([zoomHeadings.en, zoomLine('Taro', '15:00', '15:05', { waiting: 'Yes' })])],
    ['times', zoomFile([zoomHeadings.en, ['Taro', '', 'half past three', '', '', '', '', '']])],
    ['times', zoomFile([zoomHeadings.en, ['Taro', '', '31/31/2024 15:00', '', '', '', '', '']])],
  ])('%s', async (problem, content) => {
    expect(await problemOf(content)).toBe(problem);
  });

  it('is told apart from a list by its headings, whatever else is wrong', async () => {
    expect(await isOnlineList(zoomFile([zoomHeadings.ja]))).toBe(true);
    expect(await isOnlineList(Buffer.from('会社コード,氏名,メール\nC1,山田,a@b.example\n'))).toBe(false);
    expect(await isOnlineList(Buffer.from('504b0304ffff', 'hex'))).toBe(false);
  });
});
