/** A send that was never answered is looked up where its channel can be read; nothing is sent again of which it is not known. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Transaction } from '../../prisma/client.js';
import type { FoundMessage, Gateway } from '../../programme/notifications/gateway.js';
import { reconcileUnknown } from '../../programme/notifications/reconcile.js';
import { atOnce } from '../support/at-once.js';
import { takeRowLocksOut } from '../support/unlocked.js';
import { openOutbox } from './outbox.js';
import { addMembers, planWelcomes, recordingGateway } from './support.js';

const outbox = openOutbox();
let looked: string[];
beforeEach(() => {
  looked = [];
});

/** So many whose sends were never answered, the first the longest ago. */
async function unknown(count: number): Promise<readonly string[]> {
  const members = await addMembers(outbox.database, count);
  const keys = await planWelcomes(outbox.database, members, outbox.clock.now());
  for (const [place_, key] of keys.entries()) {
    const row = await outbox.database.notification.findUniqueOrThrow({ where: { key } });
    const account = await outbox.database.account.findFirstOrThrow({ where: { personId: row.personId } });
    const settledAt = new Date(outbox.clock.now().getTime() - 60_000 + place_);
    const sent = { state: 'unknown', channel: 'slack', tenant: 'T1', accountId: account.id, settledAt } as const;
    await outbox.database.notification.update({ where: { key }, data: sent });
  }
  return keys;
}

function finding(found: FoundMessage): Gateway {
  return {
    ...recordingGateway('slack'),
    find: async (_to, key) => {
      looked.push(key);
      return found;
    },
  };
}

const stateOf = async (key: string | undefined) =>
  await outbox.database.notification.findUniqueOrThrow({ where: { key: key ?? '' } });

describe('a look', () => {
  it('is one read, at the one that waits longest', async () => {
    const keys = await unknown(3);
    await reconcileUnknown(outbox.services, { slack: finding({ found: 'absent' }) });
    expect(looked).toEqual(keys.slice(0, 1));
  });

  it('that finds the message counts it as delivered', async () => {
    const [key] = await unknown(1);
    expect(
      await reconcileUnknown(outbox.services, { slack: finding({ found: 'there', reference: { ts: '1' } }) }),
    ).toBe(1);
    expect(await stateOf(key)).toMatchObject({ state: 'delivered', reference: { ts: '1' } });
  });

  it('that finds nothing makes it due again', async () => {
    const [key] = await unknown(1);
    expect(await reconcileUnknown(outbox.services, { slack: finding({ found: 'absent' }) })).toBe(1);
    expect(await stateOf(key)).toMatchObject({ state: 'pending', reason: 'did not arrive', mayRepeat: false });
  });

  it('that cannot say leaves it to people, and is not taken again', async () => {
    const [first, second] = await unknown(2);
    const unclear = finding({ found: 'unclear' });
    for (let look = 0; look < 3; look += 1) expect(await reconcileUnknown(outbox.services, { slack: unclear })).toBe(0);
    expect(looked).toEqual([first, second]);
    expect((await stateOf(first)).state).toBe('unknown');
  });

  it('does not undo what people decided meanwhile', async () => {
    const [key] = await unknown(1);
    const slow: Gateway = {
      ...finding({ found: 'absent' }),
      find: async () => {
        await outbox.database.notification.updateMany({ data: { state: 'delivered' } });
        return { found: 'absent' };
      },
    };
    expect(await reconcileUnknown(outbox.services, { slack: slow })).toBe(0);
    expect((await stateOf(key)).state).toBe('delivered');
  });

  it('is not taken where the channel cannot be read, nor after a day', async () => {
    const [key] = await unknown(1);
    await reconcileUnknown(outbox.services, { slack: recordingGateway('slack') });
    outbox.clock.advance(90_000_000);
    await reconcileUnknown(outbox.services, { slack: finding({ found: 'absent' }) });
    expect(looked).toEqual([]);
    expect((await stateOf(key)).state).toBe('unknown');
  });

  describe('and a decision of people at the same instant', () => {
    const look = async () => await reconcileUnknown(outbox.services, { slack: finding({ found: 'absent' }) });
    const decide = async (transaction: Transaction) =>
      await transaction.notification.updateMany({ data: { state: 'delivered' } });
    const race = async () => await atOnce({ database: outbox.database, first: decide, second: look });

    it('waits for it, and leaves it as people decided', async () => {
      const [key] = await unknown(1);
      expect(await race()).toBe(0);
      expect(looked).toEqual([key]);
      expect((await stateOf(key)).state).toBe('delivered');
    });

    // The last one of its database.
    it('would send again what people saw arrive, if it did not look at the state once more', async () => {
      const [key] = await unknown(1);
      const columns = ['state', 'reason', 'due_at', 'settled_at', 'pace_key', 'looked_up_at'];
      await takeRowLocksOut(outbox.database, { table: 'notification', key: 'id', columns });
      expect(await race()).toBe(1);
      expect((await stateOf(key)).state).toBe('pending');
    });
  });
});
