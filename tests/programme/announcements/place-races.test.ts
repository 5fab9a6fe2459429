/** Two sweeps over one post, and a stop or a correction of a post that is being taken up; each control takes out what keeps them apart. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  inTransaction,
  type NotificationState,
  type OpenDatabase,
  openDatabase,
  type Programme,
  type Transaction,
} from '../../../prisma/client.js';
import { correctAnnouncement, stopAnnouncement } from '../../../programme/announcements/change-announcement.js';
import { deliverPosts } from '../../../programme/announcements/places/deliver-posts.js';
import { claimPost } from '../../../programme/announcements/places/place-posts.sql.js';
import { buildAnnouncement } from '../../support/announcements.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildServices,
  type TestServices,
} from '../../support/factories.js';
import { buildPlace, postingGateway } from '../../support/places.js';

let test: TestDatabase;
let other: OpenDatabase;
let services: TestServices;
let elsewhere: TestServices;
let programme: Programme;
let secretary: BuiltPerson;

beforeEach(async () => {
  test = await createTestDatabase();
  other = openDatabase(test.url);
  services = buildServices(test.database);
  elsewhere = buildServices(other.database);
  programme = await buildProgramme(services);
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
});
afterEach(async () => {
  await other.close();
  await test.close();
});

const tenant = 'T0PLACES';

async function build(): Promise<string> {
  const place = await buildPlace(services, { programme, tenant });
  const id = await buildAnnouncement(services, { programme, createdById: secretary.id, state: 'sending' });
  const now = services.clock.now();
  await test.database.announcement.update({ where: { id }, data: { placeId: place.id } });
  await test.database.placePost.create({
    data: {
      ...{ announcementId: id, placeId: place.id, version: 1, dueAt: now },
      latestAt: new Date(now.getTime() + 86_400_000),
    },
  });
  return id;
}

const states = async (announcementId: string): Promise<NotificationState[]> =>
  (await test.database.placePost.findMany({ where: { announcementId }, orderBy: { version: 'asc' } })).map(
    ({ state }) => state,
  );

const isWaiting = async () => {
  const [row] = await test.database.$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::int AS waiting FROM pg_locks l JOIN pg_database d ON d.datname = current_database()
    WHERE NOT l.granted AND (l.database = d.oid OR l.locktype = 'transactionid')`;
  return (row?.waiting ?? 0) > 0;
};

/** Does the first in a transaction that stays open until the second waits for it or is over, and then both. */
async function first(work: (transaction: Transaction) => Promise<unknown>, second: () => Promise<unknown>) {
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

const claim = async (transaction: Transaction) =>
  await claimPost(transaction, { platform: 'slack', tenant, now: services.clock.now() });

describe('two sweeps at once', () => {
  it('post once', async () => {
    const announcement = await build();
    const { gateway, posts } = postingGateway();
    const sweep = async (one: TestServices) => await deliverPosts(one, { slack: gateway });
    const sent = await Promise.all([sweep(services), sweep(elsewhere), sweep(services), sweep(elsewhere)]);
    expect(sent.toSorted()).toEqual([0, 0, 0, 1]);
    expect(posts).toHaveLength(1);
    expect(await states(announcement)).toEqual(['delivered']);
  });

  it('would both take it up, if what is due were only read', async () => {
    await build();
    const due = async (transaction: Transaction) =>
      await transaction.placePost.findFirst({ where: { state: 'pending', dueAt: { lte: services.clock.now() } } });
    let second: unknown = null;
    await first(
      async (transaction) => await due(transaction),
      async () => {
        second = await inTransaction(other.database, due);
      },
    );
    expect(second).not.toBeNull();
  });

  it('leave it to who took it up, also while that is not committed', async () => {
    await build();
    let second: unknown = 'not asked';
    await first(claim, async () => {
      second = await inTransaction(other.database, claim);
    });
    expect(second).toBeNull();
  });
});

describe('a stop, and a sweep that takes the post up at the same instant', () => {
  const stop = async (one: TestServices, id: string) =>
    await inTransaction(
      one.database,
      async (transaction) => await stopAnnouncement(transaction, { id, now: services.clock.now() }),
    );

  it('says that it is being posted, where the sweep was first', async () => {
    const id = await build();
    let stopped: unknown;
    await first(claim, async () => {
      stopped = await stop(elsewhere, id);
    });
    expect(stopped).toEqual({ left: 0, isPost: true });
    expect(await states(id)).toEqual(['sending']);
  });

  it('keeps it from being posted, where the stop was first', async () => {
    const id = await build();
    const { gateway, posts } = postingGateway();
    await first(
      async (transaction) => await stopAnnouncement(transaction, { id, now: services.clock.now() }),
      async () => await deliverPosts(elsewhere, { slack: gateway }),
    );
    expect(posts).toEqual([]);
    expect(await states(id)).toEqual(['stopped']);
  });

  it('would say that it stopped what is posted, if it went by what it read before', async () => {
    const id = await build();
    const { gateway, posts } = postingGateway();
    await inTransaction(other.database, async (transaction) => {
      const open = await transaction.placePost.findMany({ where: { announcementId: id, state: 'pending' } });
      await deliverPosts(services, { slack: gateway });
      await transaction.placePost.updateMany({
        where: { id: { in: open.map((one) => one.id) } },
        data: { state: 'stopped' },
      });
    });
    expect(posts).toHaveLength(1);
    expect(await states(id)).toEqual(['stopped']);
  });
});

describe('a correction, and a sweep that takes the post up at the same instant', () => {
  const corrected = { textJa: '', textEn: 'It moves.', link: null, seen: 1 };
  const correct = async (transaction: Transaction, id: string) =>
    await correctAnnouncement(transaction, {
      ...{ ...corrected, id, by: { personId: secretary.id }, now: services.clock.now() },
    });

  it('edits the post that took the old words', async () => {
    const id = await build();
    await first(claim, async () => await inTransaction(other.database, async (one) => await correct(one, id)));
    expect(await states(id)).toEqual(['sending', 'pending']);
    // Not before what it corrects is there.
    expect(await inTransaction(services.database, claim)).toBeNull();
  });

  it('is what is posted, where it was first', async () => {
    const id = await build();
    const { gateway, posts } = postingGateway();
    const sweep = async () => {
      // A post that is locked is passed over, and looked for again at the next sweep.
      await expect
        .poll(async () => (await deliverPosts(elsewhere, { slack: gateway })) > 0, { timeout: 8_000 })
        .toBe(true);
    };
    let swept: Promise<void> = Promise.resolve();
    await inTransaction(services.database, async (transaction) => {
      await correct(transaction, id);
      swept = sweep();
      await expect.poll(() => posts.length).toBe(0);
    });
    await swept;
    expect(posts.map(({ message }) => message.summary)).toEqual(['It moves.']);
    expect(await states(id)).toEqual(['delivered']);
  });

  it('would leave the old words there, if it looked only at what is posted', async () => {
    const id = await build();
    await first(claim, async () => {
      // Without the lock the post counts as not taken up, and so as one that will say the new words.
      const posted = await other.database.placePost.count({ where: { announcementId: id, state: { not: 'pending' } } });
      expect(posted).toBe(0);
    });
    expect(await states(id)).toEqual(['sending']);
  });
});
