/** Two secretaries who agree to the same participant list at the same time record it once, for the session is locked. */
import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, type Transaction } from '../../../../prisma/client.js';
import { recordOnlineList } from '../../../../programme/attendance/online-list/record-online-list.js';
import { isRefusal } from '../../../../programme/requests/refusal.js';
import { acting } from '../../../support/acting.js';
import { atOnce } from '../../../support/at-once.js';
import type { BuiltPerson } from '../../../support/factories.js';
import { programmeFixture } from '../../../support/programme-fixture.js';
import { dropping } from './dropping.js';
import { readList, zoomFile, zoomHeadings, zoomLine } from './lists.js';

const given = programmeFixture();
const { records } = dropping(given);

let taro: BuiltPerson;
beforeEach(async () => {
  given.services.clock.set('2024-11-07T18:00:00+09:00');
  taro = await given.member({ company: given.company, nameJa: '山田 太郎', nameEn: 'Taro Yamada' });
});

/** What the second is told, which begins when the first has recorded and not committed: why not, or how many it recorded. */
async function race(): Promise<string | number> {
  const reading = await readList(zoomFile([zoomHeadings.ja, zoomLine('山田太郎', '15:30', '17:00')]));
  if (!reading.ok) throw new Error(reading.problem);
  const other = await given.member({ role: 'secretariat' });
  const record = async (transaction: Transaction, by: BuiltPerson) =>
    await recordOnlineList(transaction, {
      ...{
        sessionId: given.session.id,
        list: reading.list,
        answers: new Map<string, null>(),
        chosen: new Set<string>(),
      },
      ...{ by: acting(by, given.programme, 'secretariat'), now: given.services.clock.now() },
    });
  const second = await atOnce({
    database: given.database,
    first: async (transaction) => await record(transaction, given.secretary),
    second: async () => await inTransaction(given.database, async (transaction) => await record(transaction, other)),
  });
  return isRefusal(second) ? second.refused : second.plan.record.length;
}

describe('two who agree to the same list at once', () => {
  it('record it once: the second is told that it adds nobody', async () => {
    expect(await race()).toBe('list_recorded');
    expect(await records(taro)).toEqual([['online', 'online_list', true]]);
  });

  it('would both record it without the lock (the control; without the constraint, too, which would stop them with a fault)', async () => {
    await given.database.$executeRaw`
      CREATE OR REPLACE FUNCTION lock_session(id uuid) RETURNS SETOF session LANGUAGE sql AS
      $$ SELECT * FROM session WHERE session.id = lock_session.id $$`;
    await given.database.$executeRaw`DROP INDEX attendance_current`;
    expect(await race()).toBe(1);
    expect(await records(taro)).toHaveLength(2);
  });
});
