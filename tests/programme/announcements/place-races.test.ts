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
import { paceKey } from '../../../programme/notifications/pace.js';
import { buildAnnouncement } from '../../support/announcements.js';
import { createTestDatabase, type TestDatabase, waitingQueries } from '../../support/database.js';
import {
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildServices,
  type TestServices,
} from '../../support/factories.js';
import { buildPlace, postingGateway } from '../../support/places.js';
import { allAtOnce, takeRowLocksOut } from '../../support/unlocked.js';

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

/** What taking a post up and recording it write. */
const postColumns = ['state', 'claimed_until', 'due_at', 'reason', 'reference', 'settled_at', 'faults'];

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

/** Does the first in a transaction that stays open until the second waits for it or is over, and then both. */
async function first(work: (transaction: Transaction) => Promise<unknown>, second: () => Promise<unknown>) {
  let began: Promise<unknown> = Promise.resolve();
  await inTransaction(services.database, async (transaction) => {
    await work(transaction);
    let over = false;
    began = second().finally(() => {
      over = true;
    });
    await expect.poll(async () => over || (await waitingQueries(test)) > 0, { timeout: 8_000 }).toBe(true);
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

  it('would both post it, if the claim locked nothing', async () => {
    const announcement = await build();
    const { gateway, posts } = postingGateway();
    const now = services.clock.now();
    await test.database.pace.create({ data: { key: paceKey('slack', tenant), tokens: 50, refilledAt: now } });
    await takeRowLocksOut(test.database, { table: 'pace', key: 'key', columns: ['tokens', 'refilled_at'] });
    await takeRowLocksOut(test.database, { table: 'place_post', key: 'id', columns: postColumns });
    const sweep = (one: TestServices) => async () => await deliverPosts(one, { slack: gateway });
    expect(await allAtOnce(test.database, 'place_post', [sweep(services), sweep(elsewhere)])).toEqual([1, 1]);
    expect(posts).toHaveLength(2);
    expect(await states(announcement)).toEqual(['delivered']);
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

  it('would say that it stopped what is being posted, if it did not look again once it may write', async () => {
    const id = await build();
    await takeRowLocksOut(test.database, { table: 'place_post', key: 'id', columns: postColumns });
    let stopped: unknown;
    await first(claim, async () => {
      stopped = await stop(elsewhere, id);
    });
    expect(stopped).toEqual({ left: 1, isPost: true });
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

  it('would leave the old words there, if it did not wait for who takes the post up', async () => {
    const id = await build();
    await takeRowLocksOut(test.database, { table: 'place_post', key: 'id', columns: postColumns });
    await first(claim, async () => await inTransaction(other.database, async (one) => await correct(one, id)));
    // Being posted with the words of before, and no edit is planned.
    expect(await states(id)).toEqual(['sending']);
  });
});
