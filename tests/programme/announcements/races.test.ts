/** Two who send, cancel, stop or correct one announcement at the same instant; each control takes out what keeps them apart. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase, type Programme } from '../../../prisma/client.js';
import { lockAnnouncement } from '../../../programme/announcements/announcements.sql.js';
import { beginAnnouncement } from '../../../programme/announcements/begin-announcement.js';
import { cancelAnnouncement, stopAnnouncement } from '../../../programme/announcements/change-announcement.js';
import { sendAnnouncement } from '../../../programme/announcements/send-announcement.js';
import { settleAnnouncements } from '../../../programme/announcements/settle-announcements.js';
import { buildAnnouncement } from '../../support/announcements.js';
import { atOnce } from '../../support/at-once.js';
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

const states = async (id: string) => {
  const rows = await test.database.notification.findMany({ where: { bulkId: id }, orderBy: { key: 'asc' } });
  return rows.map(({ state }) => state);
};

/** From now on the lock of this database's announcements locks nothing. */
async function takeLockOut(): Promise<void> {
  await test.database.$executeRaw`
    CREATE OR REPLACE FUNCTION lock_announcement(id uuid) RETURNS SETOF announcement LANGUAGE sql AS
    $$ SELECT * FROM announcement WHERE announcement.id = lock_announcement.id $$`;
}

describe('two presses of send', () => {
  /** The outcome of the second. */
  const race = async (announcement: string) =>
    await atOnce({
      database: services.database,
      first: async (transaction) => {
        const by = { programmeId: programme.id, personId: secretary.id };
        const sent = { id: announcement, seen: 1, number: null, by, now: services.clock.now() };
        expect(await sendAnnouncement(transaction, sent)).toMatchObject({ outcome: 'begun', people: 2 });
      },
      second: async () => outcomeOf(await ask(elsewhere, secretary, 'announcement.send', { announcement, seen: 1 })),
    });

  it('send once, and say so to the second', async () => {
    const announcement = await build({});
    expect(await race(announcement)).toBe('refused');
    expect(await states(announcement)).toHaveLength(2);
  });

  it('would both be done without the lock, and the messages’ keys would still keep them from being sent twice', async () => {
    await takeLockOut();
    const announcement = await build({});
    expect(await race(announcement)).toBe('done');
    expect(await states(announcement)).toHaveLength(2);
  });

  it('would send twice without the lock and the keys', async () => {
    await takeLockOut();
    await test.database.$executeRaw`DROP INDEX notification_key_key`;
    const announcement = await build({});
    expect(await race(announcement)).toBe('done');
    expect(await states(announcement)).toHaveLength(4);
  });
});

describe('a cancellation, and the beginning at the same instant', () => {
  const race = async () => {
    const announcement = await build({ state: 'scheduled', sendAt: services.clock.now() });
    await atOnce({
      database: services.database,
      first: async (transaction) =>
        await cancelAnnouncement(transaction, { id: announcement, now: services.clock.now() }),
      second: async () => await settleAnnouncements(elsewhere),
    });
    return await states(announcement);
  };

  it('plans nothing once it is cancelled', async () => {
    expect(await race()).toEqual([]);
  });

  it('would send what is cancelled without the lock', async () => {
    await takeLockOut();
    expect(await race()).toEqual(['pending', 'pending']);
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
    await atOnce({
      database: services.database,
      first: async (transaction) =>
        await stopAnnouncement(transaction, { id: announcement, now: services.clock.now() }),
      second: async () =>
        await other.database.notification.updateMany({ where: { id, state: 'sending' }, data: { state: 'pending' } }),
    });
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
  /** The outcome of the stop, and what became of the messages. */
  const race = async () => {
    const announcement = await build({ state: 'scheduled', sendAt: services.clock.now() });
    const outcome = await atOnce({
      database: services.database,
      first: async (transaction) => {
        const locked = await lockAnnouncement(transaction, announcement);
        if (locked !== null) await beginAnnouncement(transaction, locked, services.clock.now());
      },
      second: async () => outcomeOf(await ask(elsewhere, secretary, 'announcement.stop', { announcement })),
    });
    return { outcome, states: await states(announcement) };
  };

  it('waits for the beginning, and stops everything', async () => {
    expect(await race()).toEqual({ outcome: 'done', states: ['stopped', 'stopped'] });
  });

  it('would be refused although everything goes out, without the lock', async () => {
    await takeLockOut();
    expect(await race()).toEqual({ outcome: 'refused', states: ['pending', 'pending'] });
  });
});
