/** Each workspace and tenant is written to at its own pace, which all processes share; single notifications and small announcements do not wait behind large ones. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { inTransaction, type Platform, Prisma } from '../../prisma/client.js';
import { claimDue, nextDue } from '../../programme/notifications/claim.js';
import { deliver } from '../../programme/notifications/deliver.js';
import type { Outcome } from '../../programme/notifications/gateway.js';
import type { Claimed } from '../../programme/notifications/notifications.sql.js';
import {
  mostSingles,
  type Rate,
  type Rates,
  steadyRates,
  tokensAt,
  waitFor,
} from '../../programme/notifications/pace.js';
import { createTestDatabase, type TestDatabase, waitingQueries } from '../support/database.js';
import { takeRowLocksOut } from '../support/unlocked.js';
import { openOutbox } from './outbox.js';
import {
  addMembers,
  makeTestServices,
  planWelcomes,
  recordingGateway,
  stoppedClock,
  type TestServices,
} from './support.js';

const rate: Rate = { perSecond: 10, burst: 5 };
const rates: Rates = { slack: rate, teams: rate, email: rate };
const start = new Date('2026-06-01T00:00:00Z');

test.each([
  { tokens: 5, seconds: 0, expected: 5 },
  { tokens: 0, seconds: 0.25, expected: 2.5 },
  { tokens: -3, seconds: 0.5, expected: 2 },
  { tokens: 0, seconds: 3_600, expected: 5 },
  { tokens: 2, seconds: -60, expected: 2 },
])('$tokens tokens are $expected after $seconds s', ({ tokens, seconds, expected }) => {
  const now = new Date(start.getTime() + seconds * 1_000);
  expect(tokensAt({ tokens, refilledAt: start }, rate, now)).toBe(expected);
});

test('the wait for a token, and what single notifications may use beyond what is left', () => {
  expect([waitFor(1, 1, rate), waitFor(0, 1, rate), waitFor(-4, 1, rate)]).toEqual([0, 100, 500]);
  expect([5, 0, -2.5, -5, -9].map((tokens) => mostSingles(tokens, rate))).toEqual([10, 5, 2, 0, 0]);
});

/** The most that goes out in any such window where everything is due at once, many messages and single ones, after a rest. */
function mostWithin(seconds: number, pace: Rate): number {
  const sent: number[] = [];
  let level = { tokens: pace.burst, refilledAt: start };
  for (let passed = 0; passed < 3_000 * seconds; passed += 10) {
    const now = new Date(start.getTime() + passed);
    const tokens = tokensAt(level, pace, now);
    // Single ones come when it hurts most: in the middle.
    const isRush = passed === 1_500 * seconds;
    const taken = isRush ? mostSingles(tokens, pace) : Math.max(0, Math.floor(tokens));
    if (taken > 0) level = { tokens: tokens - taken, refilledAt: now };
    for (let one = 0; one < taken; one += 1) sent.push(passed);
  }
  return Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + 1_000 * seconds).length));
}

test('no second of Teams and no minute of Slack gets more than the platform takes', () => {
  expect(mostWithin(1, steadyRates.teams)).toBeLessThanOrEqual(50);
  expect(mostWithin(60, steadyRates.slack)).toBeLessThanOrEqual(525);
  // A burst of the whole second on top of a second's rate would.
  expect(mostWithin(1, { perSecond: 50, burst: 50 })).toBeGreaterThan(50);
});

describe('claiming', () => {
  const outbox = openOutbox({ rates });

  /** So many due now, to people of one tenant. */
  async function due(count: number, { bulk, platform = 'slack', tenant = 'T1' }: Due = {}) {
    const members = await addMembers(outbox.database, count, [platform]);
    const personId = { in: members.map(({ id }) => id) };
    await outbox.database.account.updateMany({ where: { personId }, data: { tenant } });
    const keys = await planWelcomes(outbox.database, members, outbox.clock.now());
    if (bulk !== undefined)
      await outbox.database.notification.updateMany({ where: { key: { in: [...keys] } }, data: { bulkId: bulk } });
    return keys;
  }
  interface Due {
    readonly bulk?: string;
    readonly platform?: Platform;
    readonly tenant?: string;
  }

  async function keysOf(claimed: readonly Claimed[]): Promise<readonly string[]> {
    const rows = await outbox.database.notification.findMany({ where: { id: { in: claimed.map(({ id }) => id) } } });
    return rows.map(({ key }) => key);
  }

  it('takes of an announcement what the pace allows, and says when the next may go', async () => {
    await due(30, { bulk: randomUUID() });
    expect(await claimDue(outbox.services, 100)).toHaveLength(5);
    expect(await claimDue(outbox.services, 100)).toEqual([]);
    expect((await nextDue(outbox.services))?.getTime()).toBe(outbox.clock.now().getTime() + 100);
    outbox.clock.advance(300);
    expect(await claimDue(outbox.services, 100)).toHaveLength(3);
    outbox.clock.advance(60_000);
    expect(await claimDue(outbox.services, 100)).toHaveLength(5);
  });

  it('lets single notifications go first, and a burst beyond what is left', async () => {
    await due(30, { bulk: randomUUID() });
    await claimDue(outbox.services, 100);
    const single = await due(3);
    const claimed = await claimDue(outbox.services, 100);
    expect([...(await keysOf(claimed))].sort()).toEqual([...single].sort());
    // Their debt is the announcement's: three tokens, and one for itself.
    expect((await nextDue(outbox.services))?.getTime()).toBe(outbox.clock.now().getTime() + 400);
  });

  it('keeps one tenant’s pace for itself', async () => {
    await due(30, { bulk: randomUUID() });
    await due(30, { bulk: randomUUID(), tenant: 'T2' });
    await due(30, { bulk: randomUUID(), platform: 'teams', tenant: 'T1' });
    expect(await claimDue(outbox.services, 100)).toHaveLength(15);
  });

  it('gives a small announcement most turns and the large one some', async () => {
    const large = await due(60, { bulk: randomUUID() });
    await claimDue(outbox.services, 100);
    const small = await due(12, { bulk: randomUUID() });
    const order: string[] = [];
    while (order.length < 14) {
      outbox.clock.advance(100);
      order.push(
        ...(await keysOf(await claimDue(outbox.services, 1))).map((key) => (small.includes(key) ? 'small' : 'large')),
      );
    }
    // Six of seven turns: alone it would be over after 12 of them.
    expect(order.filter((one) => one === 'small')).toHaveLength(12);
    expect(large).toHaveLength(60);
  });

  describe('four dispatchers at once', () => {
    let own: TestDatabase;
    let services: TestServices;
    const clock = stoppedClock();
    beforeEach(async () => {
      own = await createTestDatabase();
      services = { ...makeTestServices(own.database, clock), rates };
      await planWelcomes(own.database, await addMembers(own.database, 200, ['slack']), clock.now());
      await claimDue(services, 0);
      // What a dispatcher took is noted once the test lets it.
      for (const statement of [
        Prisma.sql`CREATE FUNCTION gate() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN PERFORM pg_advisory_xact_lock_shared(1); RETURN NEW; END $$`,
        Prisma.sql`CREATE TRIGGER gate BEFORE UPDATE ON pace FOR EACH ROW EXECUTE FUNCTION gate()`,
      ])
        await own.database.$executeRaw(statement);
    });
    afterEach(async () => await own.close());

    /** How many they claim; none of them notes what it took before each has looked at the pace or waits for that. */
    async function race(): Promise<number> {
      const claims = await inTransaction(own.database, async (transaction) => {
        await transaction.$executeRaw`SELECT pg_advisory_xact_lock(1)`;
        const began = [1, 2, 3, 4].map(async () => await claimDue(services, 100));
        await expect.poll(() => waitingQueries(own), { timeout: 8_000 }).toBe(4);
        return { began };
      });
      return (await Promise.all(claims.began)).flat().length;
    }

    it('share one pace', async () => {
      // Of single notifications five more than what is left.
      expect(await race()).toBe(10);
    });

    it('would exceed it if they looked at it without a lock', async () => {
      await takeRowLocksOut(own.database, { table: 'pace', key: 'key', columns: ['tokens', 'refilled_at'] });
      expect(await race()).toBe(40);
    });
  });

  describe('a platform that asks for a pause', () => {
    const later = () => new Date(outbox.clock.now().getTime() + 30_000);

    it('is not called before it is over, also not by what was in the queue; other tenants go on', async () => {
      await due(3);
      await due(3, { tenant: 'T2' });
      const claimed = await claimDue(outbox.services, 100);
      const until = later();
      const gateway = recordingGateway('slack', ({ to }): Outcome => {
        if (to.tenant === 'T1') return { outcome: 'rate-limited', until };
        return { outcome: 'delivered', reference: {} };
      });
      for (const one of claimed) await deliver(outbox.services, { slack: gateway }, one);
      expect(gateway.sent.filter(({ to }) => to.tenant === 'T1')).toHaveLength(1);
      expect(gateway.sent.filter(({ to }) => to.tenant === 'T2')).toHaveLength(3);

      await due(2);
      await due(2, { tenant: 'T2' });
      outbox.clock.advance(29_900);
      expect(await claimDue(outbox.services, 100)).toHaveLength(2);
      expect((await nextDue(outbox.services))?.getTime()).toBe(until.getTime());
      outbox.clock.advance(100);
      expect(await claimDue(outbox.services, 100)).toHaveLength(5);
    });

    it('would be called again and again by what was in the queue, if nothing looked', async () => {
      await due(3);
      const claimed = await claimDue(outbox.services, 100);
      const limited = recordingGateway('slack', (): Outcome => ({ outcome: 'rate-limited', until: later() }));
      for (const one of claimed) {
        await deliver(outbox.services, { slack: limited }, one);
        await outbox.database.pace.updateMany({ data: { pausedUntil: null } });
      }
      expect(limited.sent).toHaveLength(3);
    });
  });
});
