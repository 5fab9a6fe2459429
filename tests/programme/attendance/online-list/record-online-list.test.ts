/** A participant list is shown first, recorded once it is agreed to, and never records twice, over somebody, or who is not ours. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../../../prisma/client.js';
import { attendanceTexts } from '../../../../programme/attendance/texts.js';
import {
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildSession,
  outcomeOf,
  wordsOf,
} from '../../../support/factories.js';
import { storeReceivedFile } from '../../../support/files.js';
import { programmeFixture } from '../../../support/programme-fixture.js';
import { dropping, pressed } from './dropping.js';
import { zoomLine } from './lists.js';

const given = programmeFixture();
const { about, ask, done, refused } = given;
const { agree, decide, drop, records, show } = dropping(given);
const name = 'session.online-list';

let taro: BuiltPerson;
let hana: BuiltPerson;
let early: BuiltPerson;

const registered = async (who: BuiltPerson, mode: 'online' | 'onsite' = 'online') => {
  await done(who, 'session.register', about({ mode }));
};

beforeEach(async () => {
  given.services.clock.set('2024-11-01T09:00:00+09:00');
  const { company } = given;
  taro = await given.member({ company, nameJa: '山田 太郎', nameEn: 'Taro Yamada' });
  hana = await given.member({ company, nameJa: '佐藤 花子', nameEn: 'Hanako Sato' });
  early = await given.member({ company, nameJa: '早川 退', nameEn: 'Sarah Early' });
  for (const one of [taro, hana, early]) await registered(one);
  given.services.clock.set('2024-11-07T18:00:00+09:00');
});

describe('a list that is dropped', () => {
  it('says first what will be recorded and what not, records it once agreed to, and stands in the history', async () => {
    const files = [
      await drop([
        zoomLine('青葉_山田太郎', '15:25', '16:00'),
        zoomLine('青葉_山田太郎', '16:10', '17:05'),
        zoomLine('早川退', '15:30', '15:42'),
        zoomLine('佐藤', '15:30', '17:00'),
        zoomLine('見知らぬ 人', '15:30', '17:00'),
        zoomLine('Otter.ai', '15:30', '17:00'),
      ]),
    ];
    const shown = await show(files);
    expect(outcomeOf(shown), wordsOf(shown)).toBe('preview');
    const counts = { record: 1, below: 1, doubtful: 1, unknown: 1, conflicts: 0 };
    const words = attendanceTexts.en.onlineList;
    expect(wordsOf(shown)).toContain(words.does(`${given.session.titleEn} (${given.session.code})`, counts));
    expect(wordsOf(shown)).toContain('12 of 90 minutes');
    expect(wordsOf(shown)).toContain('80 minutes');
    expect(wordsOf(shown)).toContain('見知らぬ 人');
    expect(await records(taro)).toEqual([]);
    expect(outcomeOf(await agree(shown))).toBe('done');
    expect(await records(taro)).toEqual([['online', 'online_list', true]]);
    for (const one of [hana, early]) expect(await records(one)).toEqual([]);
    expect(await done(given.secretary, 'session.history', about())).toContain('participant list');
  });

  it('a second time adds nothing and says so', async () => {
    const lines = [zoomLine('山田太郎', '15:30', '17:00')];
    await agree(await show([await drop(lines)]));
    const again = await show([await drop(lines)]);
    expect([outcomeOf(again), wordsOf(again)]).toEqual(['refused', expect.stringContaining('adds nobody (1 recorded')]);
    expect(await records(taro)).toHaveLength(1);
  });

  it('names those who registered online and are not in it, and marks nobody as absent', async () => {
    const shown = await show([await drop([zoomLine('山田太郎', '15:30', '17:00')])]);
    expect(wordsOf(shown)).toContain(attendanceTexts.en.onlineList.missing);
    expect(wordsOf(shown)).toContain('Hanako Sato');
    await agree(shown);
    expect(await records(hana)).toEqual([]);
  });

  it('what is recorded otherwise stays unless it is chosen', async () => {
    await done(given.secretary, 'session.record', about({ people: [taro.id], came: 'onsite' }));
    const files = [await drop([zoomLine('山田太郎', '15:30', '17:00'), zoomLine('佐藤花子', '15:30', '17:00')])];
    const shown = await show(files);
    expect(wordsOf(shown)).toContain('1 recorded otherwise');
    await agree(shown);
    expect(await records(taro)).toEqual([['onsite', 'secretariat', true]]);
    const form = await decide(shown);
    await done(given.secretary, name, { ...form.known, people: [taro.id] });
    expect(await records(taro)).toEqual([
      ['onsite', 'secretariat', false],
      ['online', 'online_list', true],
    ]);
  });

  it('what was recorded after the form was opened stays although it was chosen', async () => {
    await done(given.secretary, 'session.record', about({ people: [taro.id], came: 'onsite' }));
    const files = [await drop([zoomLine('山田太郎', '15:30', '17:00'), zoomLine('佐藤花子', '15:30', '17:00')])];
    const form = await decide(await show(files));
    await done(given.secretary, 'session.record', about({ people: [taro.id], came: 'absent' }));
    await done(given.secretary, name, { ...form.known, people: [taro.id] });
    expect((await records(taro)).at(-1)).toEqual([null, 'secretariat', true]);
    expect(await records(hana)).toEqual([['online', 'online_list', true]]);
  });

  it('doubtful names are asked in a form: one of those offered, or nobody', async () => {
    const files = [await drop([zoomLine('佐藤', '15:30', '17:00'), zoomLine('山田', '15:30', '17:00')])];
    const shown = await show(files);
    expect(wordsOf(shown)).toContain('佐藤 → ');
    expect(() => pressed(shown, 'preview.confirm')).toThrow();
    const form = await decide(shown);
    expect(form.fields.map((field) => field.name)).toEqual(['who1', 'who2']);
    // A person who was not offered is not recorded.
    await done(given.secretary, name, { ...form.known, who1: early.id, who2: 'nobody' });
    expect(await records(early)).toEqual([]);
    const input = { ...form.known, who1: hana.id, who2: 'nobody' };
    expect(await done(given.secretary, name, input)).toContain('one person');
    expect([await records(hana), await records(taro)]).toEqual([[['online', 'online_list', true]], []]);
  });

  it('who was there too shortly is recorded where the secretariat chooses so', async () => {
    const files = [await drop([zoomLine('早川退', '15:30', '15:42')])];
    const form = await decide(await show(files));
    await done(given.secretary, name, { ...form.known, people: [early.id] });
    expect(await records(early)).toEqual([['online', 'online_list', true]]);
  });

  it('a check-in by a button afterwards does not overwrite it', async () => {
    await agree(await show([await drop([zoomLine('山田太郎', '15:30', '17:00')])]));
    given.services.clock.set('2024-11-07T16:50:00+09:00');
    await ask(taro, 'session.check-in', { code: given.session.checkInCode });
    expect(await records(taro)).toEqual([['online', 'online_list', true]]);
  });
});

describe('which session it is of', () => {
  const build = async (code: string, from: string, to: string): Promise<Session> =>
    await buildSession(given.services, given.programme, {
      ...{
        code,
        titleEn: code,
        startsAt: new Date(`2024-11-07T${from}:00+09:00`),
        endsAt: new Date(`2024-11-07T${to}:00+09:00`),
      },
    });

  it('follows from its times; a meeting that ran on is not of the next one', async () => {
    await build('NEXT-1', '17:00', '18:00');
    const shown = await show([await drop([zoomLine('山田太郎', '15:20', '17:05')])]);
    expect(wordsOf(shown)).toContain(given.session.titleEn);
  });

  it('is the one whose code was said, unless its time is another', async () => {
    const twin = await build('TWIN-1', '15:30', '17:00');
    const files = [await drop([zoomLine('山田太郎', '15:30', '17:00')])];
    expect(wordsOf(await show(files, { session: 'TWIN-1' }))).toContain(twin.titleEn);
    await build('MORNING-1', '09:00', '10:00');
    expect(wordsOf(await show(files, { session: 'MORNING-1' }))).toContain('do not meet');
  });

  it('is found where the report tells the time of Greenwich, which is said', async () => {
    const line = ['山田太郎', '', '2024/11/07 06:30:00', '2024/11/07 08:00:00', '90', '', '', ''];
    const shown = await show([await drop([line])]);
    expect(wordsOf(shown)).toContain(attendanceTexts.en.onlineList.utc);
  });
});

describe('what is refused', () => {
  it('a file that is no list, by its name and with what to do', async () => {
    const content = Buffer.from('a,b\nc,d\n');
    const file = await storeReceivedFile(given.services, given.secretary.id, {
      name: 'notes.csv',
      type: 'csv',
      content,
    });
    expect(await refused(given.secretary, name, about({ files: [file] }))).toContain('“notes.csv” has no headings');
  });

  it('nobody but the secretariat, of this programme, with a file of their own', async () => {
    const file = await drop([zoomLine('山田太郎', '15:30', '17:00')]);
    expect(outcomeOf(await show([file], {}, taro))).toBe('refused');
    const other = await buildPerson(given.services, {
      programme: await buildProgramme(given.services),
      role: 'secretariat',
    });
    expect(outcomeOf(await show([file], about(), other))).toBe('refused');
    const colleague = await given.member({ role: 'secretariat' });
    expect(outcomeOf(await show([file], {}, colleague))).toBe('refused');
    expect(await records(taro)).toEqual([]);
  });

  it('without a file it says what to send', async () => {
    expect(await done(given.secretary, name, {})).toContain('Please drop the participant list');
  });
});

it('keeps no name of the list in what is stored', async () => {
  const shown = await show([
    await drop([zoomLine('見知らぬ 人', '15:30', '17:00'), zoomLine('山田太郎', '15:30', '17:00')]),
  ]);
  await agree(shown);
  const { request, preview } = given.database;
  const stored = JSON.stringify([await request.findMany(), await preview.findMany()]);
  expect(stored).not.toContain('見知らぬ');
  expect(wordsOf(shown)).toContain('見知らぬ');
});
