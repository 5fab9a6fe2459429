/** Everyone is recorded as they registered, but those left out: in one step, and never over a newer record. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inTransaction, type Transaction } from '../../../prisma/client.js';
import { recordAsRegistered } from '../../../programme/attendance/record-as-registered.js';
import type { Values } from '../../../programme/messages/message.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { acting } from '../../support/acting.js';
import { waitingQueries } from '../../support/database.js';
import { type BuiltPerson, fieldOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture({ session: { roomCapacity: 1, checkInCode: '048213' } });
const { about, ask, done, member, opened, refused } = given;

let waits: BuiltPerson;
let other: BuiltPerson;

beforeEach(async () => {
  waits = await member({ company: given.company });
  other = await member({ company: given.company });
  await done(given.person, 'session.register', about({ mode: 'onsite' }));
  await done(given.colleague, 'session.register', about({ mode: 'online' }));
  await done(other, 'session.register', about({ mode: 'online' }));
  await done(waits, 'session.register', about({ mode: 'onsite' }));
  given.services.clock.set(new Date(given.session.startsAt.getTime() + 60_000));
});

const asRegistered = (more: Values = {}) => about({ came: 'as_registered', ...more });

async function current(): Promise<ReadonlyMap<string, string>> {
  const rows = await given.database.attendance.findMany({
    where: { sessionId: given.session.id, supersededAt: null },
  });
  return new Map(rows.map(({ personId, mode }) => [personId, mode ?? 'absent']));
}

describe('recording as registered', () => {
  it('shows who registered how and who waits, and offers it with its numbers', async () => {
    const form = await opened(given.secretary, 'session.record', about());
    const labels = (name: string) => {
      const field = fieldOf(form, name);
      return 'choices' in field ? field.choices.map(({ label }) => label).join('\n') : '';
    };
    for (const how of ['registered on site', 'registered online', 'on the waitlist']) {
      expect(labels('people')).toContain(how);
    }
    expect(labels('came')).toContain('As registered, except those chosen (1 on site, 2 online)');
  });

  it('records everyone still open in their mode but those left out and those who only wait', async () => {
    await done(given.secretary, 'session.record', about({ people: [given.person.id], came: 'absent' }));
    const words = await done(given.secretary, 'session.record', asRegistered({ people: [other.id] }));
    expect(words).toContain('0 on site, 1 online');
    expect(await current()).toEqual(
      new Map([
        [given.person.id, 'absent'],
        [given.colleague.id, 'online'],
      ]),
    );
  });

  it('is previewed in numbers where words asked, and then done', async () => {
    const preview = await ask(given.secretary, 'session.record', asRegistered(), { origin: 'words' });
    expect(wordsOf(preview)).toContain('1 on site, 2 online');
    expect(await current()).toEqual(new Map());
  });

  it('leaves a newer record, and says whose', async () => {
    const { known } = await opened(given.secretary, 'session.record', about());
    await done(given.secretary, 'session.record', about({ people: [other.id], came: 'absent' }));
    const words = await done(given.secretary, 'session.record', { ...known, came: 'as_registered' });
    expect(words).toContain(`${other.nameEn}: did not attend (secretariat)`);
    expect((await current()).get(other.id)).toBe('absent');
  });

  it('still asks for people with any other way', async () => {
    expect(await refused(given.secretary, 'session.record', about({ came: 'onsite', people: [] }))).toContain(
      'fill this in',
    );
  });
});

describe('two who record everyone at once', () => {
  const record = async (transaction: Transaction) => {
    const by = acting(given.secretary, given.programme, 'secretariat');
    const asked = { sessionId: given.session.id, except: [], by, now: given.services.clock.now() };
    const recorded = await recordAsRegistered(transaction, asked);
    return isRefusal(recorded) ? recorded.refused : recorded.changed;
  };

  /** The second begins before the first commits. */
  async function race() {
    let hasRecorded = false;
    const first = inTransaction(given.database, async (transaction) => {
      const changed = await record(transaction);
      hasRecorded = true;
      await vi.waitUntil(async () => (await waitingQueries(given.test)) > 0, { timeout: 10_000 });
      return changed;
    });
    await vi.waitUntil(() => hasRecorded, { timeout: 10_000 });
    return await Promise.allSettled([first, inTransaction(given.database, record)]);
  }

  it('record each person once', async () => {
    expect(await race()).toEqual([
      { status: 'fulfilled', value: 3 },
      { status: 'fulfilled', value: 0 },
    ]);
  });

  it('would not without the lock', async () => {
    await given.database.$executeRaw`
      CREATE OR REPLACE FUNCTION lock_session(id uuid) RETURNS SETOF session LANGUAGE sql AS
      $$ SELECT * FROM session WHERE session.id = lock_session.id $$`;
    expect((await race())[1]?.status).toBe('rejected');
  });
});
