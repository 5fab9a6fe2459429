/** Lists that were dropped together are read as one, in every way in which its times can be meant. */
import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../../prisma/client.js';
import { type ReceivedLists, readReceivedLists } from '../../../../programme/attendance/online-list/received-lists.js';
import { isRefusal } from '../../../../programme/requests/refusal.js';
import { storeReceivedFile } from '../../../support/files.js';
import { programmeFixture } from '../../../support/programme-fixture.js';
import { zoomFile, zoomHeadings, zoomLine } from './lists.js';

const given = programmeFixture();

beforeEach(() => {
  given.services.clock.set('2024-11-07T18:00:00+09:00');
});

const store = async (lines: readonly (readonly string[])[]) =>
  await storeReceivedFile(given.services, given.secretary.id, {
    ...{ name: 'participants.csv', type: 'csv' as const, content: zoomFile(lines) },
  });

async function read(files: readonly string[], timeZone = 'Asia/Tokyo'): Promise<ReceivedLists> {
  const about = { personId: given.secretary.id, programmeId: given.programme.id, timeZone, files };
  const lists = await inTransaction(
    given.database,
    async (transaction) => await readReceivedLists(transaction, given.services.files, about),
  );
  if (isRefusal(lists)) throw new Error(lists.refused);
  return lists;
}

/** A list of which each day can also be read the other way round. */
const undecided = async () =>
  await store([zoomHeadings.en, ['Taro', '', '11/07/2024 15:30', '11/07/2024 17:00', '90', '', '', '']]);

describe('lists', () => {
  it('are read in every way in which their times can be meant, the likeliest first', async () => {
    const { readings } = await read([await undecided(), await undecided()]);
    expect(readings.map(({ list, isUtc }) => [list.rows[0]?.joinedAt?.toISOString(), isUtc])).toEqual([
      ['2024-11-07T06:30:00.000Z', false],
      ['2024-07-11T06:30:00.000Z', false],
      ['2024-11-07T15:30:00.000Z', true],
      ['2024-07-11T15:30:00.000Z', true],
    ]);
  });

  it('are read once where the programme’s time is that of Greenwich', async () => {
    const { readings } = await read([await store([zoomHeadings.en, zoomLine('Taro', '15:30', '17:00')])], 'UTC');
    expect(readings.map(({ isUtc }) => isUtc)).toEqual([false]);
  });
});

describe('a meeting that was begun anew', () => {
  const part = async (from: string, to: string) =>
    await store([
      ['ミーティング ID', 'トピック', '開始時刻', '終了時刻', 'ユーザーのメール', '時間（分）', '参加者'],
      ['812 3456', '研修会', `2024/11/07 ${from}:00`, `2024/11/07 ${to}:00`, 'office@spp.example', '', '1'],
      [],
      zoomHeadings.ja,
      zoomLine('山田太郎', from, to),
    ]);

  it.each(['in their order', 'the last one first'])(
    'lasts from the first beginning to the latest end: %s',
    async (order) => {
      const parts = [await part('15:20', '16:00'), await part('16:10', '17:10')];
      const { readings } = await read(order === 'in their order' ? parts : parts.toReversed());
      const at = (time: string) => new Date(`2024-11-07T${time}:00+09:00`);
      expect(readings[0]?.list).toMatchObject({ meetingStart: at('15:20'), meetingEnd: at('17:10') });
      expect(readings[0]?.list.rows).toHaveLength(2);
    },
  );
});
