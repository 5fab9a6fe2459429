/** Two who send, cancel, stop or correct one announcement at the same instant; each control takes out what keeps them apart. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, type OpenDatabase, openDatabase, type Programme } from '../../../prisma/client.js';
import { lockAnnouncement } from '../../../programme/announcements/announcements.sql.js';
import { beginAnnouncement } from '../../../programme/announcements/begin-announcement.js';
import { cancelAnnouncement, stopAnnouncement } from '../../../programme/announcements/change-announcement.js';
import { settleAnnouncements } from '../../../programme/announcements/settle-announcements.js';
import { buildAnnouncement } from '../../support/announcements.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildServices,
  outcomeOf,
  type TestServices,
} from '../../support/factories.js';

let test: TestDatabase;
let other: OpenDatabase;
let services: TestServices;
let elsewhere: TestServices;
let programme: Programme;
let secretary: BuiltPerson;
let readers: readonly BuiltPerson[];

beforeEach(async () => {
  test = await createTestDatabase();
  other = openDatabase(test.url);
  services = buildServices(test.database);
  elsewhere = buildServices(other.database);
  programme = await buildProgramme(services);
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
  readers = [await buildPerson(services, { programme }), await buildPerson(services, { programme })];
});
afterEach(async () => {
  await other.close();
  await test.close();
});

const build = async (given: Partial<Parameters<typeof buildAnnouncement>[1]>) =>
  await buildAnnouncement(services, {
    ...{ programme, createdById: secretary.id, to: readers.map(({ id }) => id) },
    ...given,
  });

const isWaiting = async () => {
  const [row] = await test.database.$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::int AS waiting FROM pg_locks l JOIN pg_database d ON d.datname = current_database()
    WHERE NOT l.granted AND (l.database = d.oid OR l.locktype = 'transactionid')`;
  return (row?.waiting ?? 0) > 0;
};

/** Does the first in a transaction that stays open until the second waits for it or is over, and then both. */
async function first(work: Parameters<typeof inTransaction<unknown>>[1], second: () => Promise<unknown>) {
  let began: Promise<unknown> = Promise.resolve();
  await inTransaction(services.database, async (transaction) => {
    await work(transaction);
    let over = false;
    began = second().finally(() => {
      over = true;
    });
    await expect.poll(async () => over || (await isWaiting()), { timeout: 8_000 }).toBe(true);
  });
  await began;
}

const states = async (id: string) => {
  const rows = await test.database.notification.findMany({ where: { bulkId: id }, orderBy: { key: 'asc' } });
  return rows.map(({ state }) => state);
};

describe('two presses of send', () => {
  it('send once, and say so to the second', async () => {
    const announcement = await build({});
    const press = async (one: TestServices) =>
      outcomeOf(await ask(one, secretary, 'announcement.send', { announcement, seen: 1 }));
    const outcomes = await Promise.all([press(services), press(elsewhere)]);
    expect(outcomes.toSorted()).toEqual(['done', 'refused']);
    expect(await states(announcement)).toHaveLength(2);
  });
});

describe('a cancellation, and the beginning at the same instant', () => {
  const race = async () => {
    const announcement = await build({ state: 'scheduled', sendAt: services.clock.now() });
    await first(
      async (transaction) => await cancelAnnouncement(transaction, { id: announcement, now: services.clock.now() }),
      async () => await settleAnnouncements(elsewhere),
    );
    return await states(announcement);
  };

  it('plans nothing once it is cancelled', async () => {
    expect(await race()).toEqual([]);
  });

  it('would, if the beginning did not look again once it has the lock', async () => {
    const announcement = await build({ state: 'scheduled', sendAt: services.clock.now() });
    const now = services.clock.now();
    await first(
      async (transaction) => await cancelAnnouncement(transaction, { id: announcement, now }),
      async () =>
        await inTransaction(elsewhere.database, async (transaction) => {
          const row = await transaction.announcement.findUniqueOrThrow({ where: { id: announcement } });
          if (row.state !== 'scheduled') return;
          const locked = await lockAnnouncement(transaction, announcement);
          if (locked !== null) await beginAnnouncement(transaction, locked, now);
        }),
    );
    expect(await states(announcement)).toHaveLength(2);
  });
});

describe('a stop, and a message that its sender gives back at the same instant', () => {
  const race = async () => {
    const announcement = await build({ state: 'sending', messages: 'pending' });
    const [one] = await test.database.notification.findMany({
      where: { bulkId: announcement },
      orderBy: { key: 'asc' },
    });
    const id = one?.id ?? '';
    await test.database.notification.update({ where: { id }, data: { state: 'sending' } });
    await first(
      async (transaction) => await stopAnnouncement(transaction, { id: announcement, now: services.clock.now() }),
      async () =>
        await other.database.notification.updateMany({ where: { id, state: 'sending' }, data: { state: 'pending' } }),
    );
    return await states(announcement);
  };

  it('stops that message, too', async () => {
    expect(await race()).toEqual(['stopped', 'stopped']);
  });

  it('would send it all the same without the trigger', async () => {
    await test.database.$executeRaw`DROP TRIGGER notification_stays_stopped ON notification`;
    expect(await race()).toEqual(['pending', 'stopped']);
  });
});

describe('a stop, and the beginning at the same instant', () => {
  it('is refused before the beginning, and stops everything after it', async () => {
    const announcement = await build({ state: 'scheduled', sendAt: services.clock.now() });
    let outcome = '';
    await first(
      async (transaction) => {
        const locked = await lockAnnouncement(transaction, announcement);
        if (locked !== null) await beginAnnouncement(transaction, locked, services.clock.now());
      },
      async () => {
        outcome = outcomeOf(await ask(elsewhere, secretary, 'announcement.stop', { announcement }));
      },
    );
    expect(outcome).toBe('done');
    expect(await states(announcement)).toEqual(['stopped', 'stopped']);
  });

  it('would be refused although everything goes out, without the lock', async () => {
    const announcement = await build({ state: 'scheduled', sendAt: services.clock.now() });
    let seen = '';
    await inTransaction(services.database, async (transaction) => {
      const locked = await lockAnnouncement(transaction, announcement);
      if (locked !== null) await beginAnnouncement(transaction, locked, services.clock.now());
      // Read without the lock, it has not begun.
      seen = (await other.database.announcement.findUniqueOrThrow({ where: { id: announcement } })).state;
    });
    expect(seen).toBe('scheduled');
    expect(await states(announcement)).toEqual(['pending', 'pending']);
  });
});
