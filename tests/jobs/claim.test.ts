/** Due notifications are claimed by one dispatcher only, and what a dead process held is taken back. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimDue, nextDue } from '../../programme/notifications/claim.js';
import type { Claimed } from '../../programme/notifications/notifications.sql.js';
import {
  confirmQueued,
  findUnconfirmed,
  giveBack,
  giveBackAfterFault,
  recoverSilent,
  renewSending,
} from '../../programme/notifications/recover.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { allAtOnce, takeRowLocksOut } from '../support/unlocked.js';
import {
  addMembers,
  countStates,
  eventually,
  makeTestServices,
  planWelcomes,
  stoppedClock,
  type TestServices,
} from './support.js';

let test: TestDatabase;
let services: TestServices;
/** Milliseconds that the app's clock is ahead. */
let ahead = 0;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => await test.close());
beforeEach(async () => {
  await test.database.notification.deleteMany();
  ahead = 0;
  services = makeTestServices(test.database, { now: () => new Date(Date.now() + ahead) });
});

/** Sends one claimed row to the state in which a sender holds it, as it does when it claims the row for sending. */
async function holdForSending({ id }: Claimed): Promise<void> {
  await test.database.notification.update({ where: { id }, data: { state: 'sending' } });
  await renewSending(services, [id]);
}

async function claimOne(): Promise<Claimed> {
  await planWelcomes(test.database, await addMembers(test.database, 1));
  const [claimed] = await claimDue(services, 1);
  if (claimed === undefined) throw new Error('nothing was due');
  return claimed;
}

describe('two dispatchers at once', () => {
  type Claim = (limit: number) => Promise<readonly Claimed[]>;

  /** Eight rounds of two dispatchers that claim until nothing is left; returns how many rows were claimed and by how many. */
  async function race(claim: Claim): Promise<{ rows: number; claims: number }> {
    await planWelcomes(test.database, await addMembers(test.database, 200));
    const claimed: string[] = [];
    await Promise.all(
      [1, 2, 3, 4].map(async () => {
        for (let batch = await claim(10); batch.length > 0; batch = await claim(10))
          claimed.push(...batch.map(({ id }) => id));
      }),
    );
    return { rows: new Set(claimed).size, claims: claimed.length };
  }

  it('never claim the same row', async () => {
    expect(await race(async (limit) => await claimDue(services, limit))).toEqual({ rows: 200, claims: 200 });
  });

  it('would claim the same rows if neither these nor the pace were locked', async () => {
    const own = await createTestDatabase();
    try {
      const unlocked = makeTestServices(own.database, { now: () => new Date() });
      await planWelcomes(own.database, await addMembers(own.database, 20));
      // Gives each its pace.
      await claimDue(unlocked, 0);
      await takeRowLocksOut(own.database, { table: 'pace', key: 'key', columns: ['tokens', 'refilled_at'] });
      const columns = ['state', 'round', 'claimed_until', 'channel', 'tenant', 'pace_key'];
      await takeRowLocksOut(own.database, { table: 'notification', key: 'id', columns });
      const claim = async () => await claimDue(unlocked, 10);
      const claims = (await allAtOnce(own.database, 'notification', [claim, claim])).flat();
      expect(claims).toHaveLength(20);
      expect(new Set(claims.map(({ id }) => id)).size).toBe(10);
    } finally {
      await own.close();
    }
  });
});

describe('claiming', () => {
  it('takes the longest due first and nothing that is not due', async () => {
    const members = await addMembers(test.database, 3);
    const now = Date.now();
    await planWelcomes(test.database, members.slice(0, 1), new Date(now - 1_000));
    const [oldest] = await planWelcomes(test.database, members.slice(1, 2), new Date(now - 2_000));
    await planWelcomes(test.database, members.slice(2), new Date(now + 60_000));
    const [first] = await claimDue(services, 1);
    expect(await test.database.notification.findUniqueOrThrow({ where: { id: first?.id ?? '' } })).toMatchObject({
      key: oldest,
    });
    expect(await claimDue(services, 10)).toHaveLength(1);
    expect(await nextDue(services)).toEqual(new Date(now + 60_000));
  });
});

describe('a sender', () => {
  it('that is silent loses its row, which then says that it may arrive twice', async () => {
    const claimed = await claimOne();
    await holdForSending(claimed);
    ahead = 9_000;
    expect(await recoverSilent(services)).toBe(0);
    ahead = 11_000;
    // Nobody counts as silent in the first ten seconds of the database server, which this run may just have started.
    await eventually(async () => (await recoverSilent(services)) === 1);
    expect(await claimDue(services, 1)).toEqual([{ id: claimed.id, round: 2 }]);
    expect((await test.database.notification.findFirstOrThrow()).mayRepeat).toBe(true);
  });

  it('that renews keeps its row', async () => {
    const claimed = await claimOne();
    await holdForSending(claimed);
    ahead = 9_000;
    await renewSending(services, [claimed.id]);
    ahead = 18_000;
    expect(await recoverSilent(services)).toBe(0);
  });
});

describe('a row in the queue', () => {
  it('is asked after once in a while, and stays for as long as the queue has it', async () => {
    const claimed = await claimOne();
    expect(await findUnconfirmed(services, 10)).toEqual([]);
    for (ahead = 11_000; ahead < 100_000; ahead += 11_000) {
      expect(await findUnconfirmed(services, 10)).toEqual([claimed]);
      await confirmQueued(services, [claimed]);
      expect(await findUnconfirmed(services, 10)).toEqual([]);
    }
    expect(await countStates(test.database)).toEqual({ queued: 1 });
  });

  it('is due again when the queue lost it, unless a sender has it or it was handed over anew meanwhile', async () => {
    const claimed = await claimOne();
    expect(await giveBack(services, [{ id: claimed.id, round: 7 }])).toBe(0);
    expect(await giveBack(services, [claimed])).toBe(1);
    const [again] = await claimDue(services, 1);
    expect(again).toEqual({ id: claimed.id, round: 2 });
    expect(await giveBack(services, [claimed])).toBe(0);
    await holdForSending(claimed);
    expect(await giveBack(services, [{ id: claimed.id, round: 2 }])).toBe(0);
  });

  it('is due again after ever longer pauses when delivering it keeps breaking', async () => {
    const clock = stoppedClock();
    services = makeTestServices(test.database, clock);
    await claimOne();
    const pauses: number[] = [];
    for (let round = 1; round <= 12; round += 1) {
      const { id } = await test.database.notification.findFirstOrThrow();
      const before = services.clock.now().getTime();
      await giveBackAfterFault(services, { id, round }, 'queued');
      const due = (await nextDue(services))?.getTime() ?? 0;
      pauses.push(Math.round((due - before) / 1_000));
      clock.advance(due - before + 1_000);
      await claimDue(services, 1);
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });
});
