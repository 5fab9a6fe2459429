/** What a delivery records and returns: where our own set-up is wrong, where a platform never takes a message, where the database is away. */
import { expect, it } from 'vitest';
import { inTransaction } from '../../prisma/client.js';
import { claimDue } from '../../programme/notifications/claim.js';
import { deliver } from '../../programme/notifications/deliver.js';
import type { Gateways } from '../../programme/notifications/gateway.js';
import { openOutbox } from './outbox.js';
import { addMembers, countStates, eventually, planWelcomes, recordingGateway, type TestServices } from './support.js';

const outbox = openOutbox();

/** Delivers everything due, as often as told, each time after the longest pause; returns the states it says it left. */
async function deliverAll(gateways: Gateways, times = 1): Promise<readonly string[]> {
  const states: string[] = [];
  for (let time = 0; time < times; time += 1) {
    for (const claimed of await claimDue(outbox.services, 10))
      states.push((await deliver(outbox.services, gateways, claimed)).state);
    outbox.clock.advance(16 * 60_000);
  }
  return states;
}

const unreachable = () => outbox.database.account.count({ where: { unreachableReason: { not: null } } });
const waiting = 'a notification waits until our set-up is mended';

it('waits for a platform that is not set up, however long, and delivers once it is', async () => {
  await planWelcomes(outbox.database, await addMembers(outbox.database, 1, ['teams']));
  await deliverAll({ slack: recordingGateway() }, 20);
  expect(await countStates(outbox.database)).toEqual({ pending: 1 });
  expect(outbox.services.errors).toEqual(Array.from({ length: 20 }, () => waiting));
  expect(await unreachable()).toBe(0);
  await deliverAll({ teams: recordingGateway('teams') });
  expect(await countStates(outbox.database)).toEqual({ delivered: 1 });
});

it('tells an account that cannot be reached from one of a platform that is not set up', async () => {
  await planWelcomes(outbox.database, await addMembers(outbox.database, 1, ['slack', 'teams']));
  await deliverAll({ slack: recordingGateway('slack', () => ({ outcome: 'unreachable', reason: 'user_disabled' })) });
  expect(await countStates(outbox.database)).toEqual({ pending: 1 });
  expect(await unreachable()).toBe(1);
});

it('waits for a token that is wrong, however long, and blames no account', async () => {
  await planWelcomes(outbox.database, await addMembers(outbox.database, 1));
  const wrong = recordingGateway('slack', () => ({ outcome: 'not-sent', reason: 'invalid_auth', ours: true }));
  await deliverAll({ slack: wrong }, 20);
  expect(await countStates(outbox.database)).toEqual({ pending: 1 });
  expect(outbox.services.errors).toEqual(Array.from({ length: 20 }, () => waiting));
  expect(await unreachable()).toBe(0);
  // The tries that the platform's own faults have are not used up.
  await deliverAll({ slack: recordingGateway('slack', () => ({ outcome: 'not-sent', reason: 'ECONNREFUSED' })) });
  expect(await countStates(outbox.database)).toEqual({ pending: 1 });
  await deliverAll({ slack: recordingGateway() });
  expect(await countStates(outbox.database)).toEqual({ delivered: 1 });
});

it('says in the log that it gives a notification up', async () => {
  await planWelcomes(outbox.database, await addMembers(outbox.database, 1));
  const away = recordingGateway('slack', () => ({ outcome: 'not-sent', reason: 'ECONNREFUSED' }));
  await deliverAll({ slack: away }, 16);
  expect(away.sent).toHaveLength(16);
  expect(await countStates(outbox.database)).toEqual({ failed: 1 });
  expect(outbox.services.errors).toEqual(['a notification was given up']);
});

it.each([
  [{ outcome: 'delivered', reference: {} }, 'delivered'],
  [{ outcome: 'rate-limited', until: new Date() }, 'pending'],
  [{ outcome: 'unreachable', reason: 'user_disabled' }, 'unreachable'],
  [{ outcome: 'uncertain', reason: 'no answer' }, 'unknown'],
  [{ outcome: 'not-sent', reason: 'ECONNREFUSED' }, 'pending'],
  [{ outcome: 'refused', reason: 'invalid_blocks' }, 'failed'],
] as const)('returns the state that the row is in after %o', async (outcome, state) => {
  await planWelcomes(outbox.database, await addMembers(outbox.database, 1));
  expect(await deliverAll({ slack: recordingGateway('slack', () => outcome) })).toEqual([state]);
  expect(await countStates(outbox.database)).toEqual({ [state]: 1 });
});

it('says of a job whose round is over that it was stale, and of what is no longer true that it was suppressed', async () => {
  const members = await addMembers(outbox.database, 1);
  await planWelcomes(outbox.database, members);
  const [claimed] = await claimDue(outbox.services, 1);
  if (claimed === undefined) throw new Error('nothing was due');
  const slack = recordingGateway();
  expect(await deliver(outbox.services, { slack }, { ...claimed, round: 7 })).toEqual({ state: 'stale' });
  await outbox.database.membership.deleteMany({ where: { personId: members[0]?.id ?? '' } });
  expect(await deliver(outbox.services, { slack }, claimed)).toEqual({ state: 'suppressed' });
  expect(slack.sent).toEqual([]);
});

it.each([
  [
    { outcome: 'delivered', reference: { ts: '1' } },
    { state: 'delivered', reference: { ts: '1' } },
  ],
  [
    { outcome: 'uncertain', reason: 'no answer' },
    { state: 'unknown', reason: 'no answer' },
  ],
] as const)('records %o once the database takes it again, and sends it once', async (outcome, recorded) => {
  await planWelcomes(outbox.database, await addMembers(outbox.database, 1));
  const slack = recordingGateway('slack', async () => {
    await outbox.database.$executeRaw`ALTER TABLE notification RENAME TO notification_away`;
    return outcome;
  });
  const delivering = deliverAll({ slack });
  try {
    await eventually(() => outbox.services.errors.includes('a send could not be recorded yet'));
  } finally {
    await outbox.database.$executeRaw`ALTER TABLE notification_away RENAME TO notification`;
  }
  expect(await delivering).toEqual([recorded.state]);
  expect(slack.sent).toHaveLength(1);
  expect(await outbox.database.notification.findFirstOrThrow()).toMatchObject({ ...recorded, claimedUntil: null });
});

it('leaves a row to the sender that is just taking it, where its own claim fails on that', async () => {
  await planWelcomes(outbox.database, await addMembers(outbox.database, 1));
  const [claimed] = await claimDue(outbox.services, 1);
  if (claimed === undefined) throw new Error('nothing was due');
  const slack = recordingGateway();
  const late = await inTransaction(outbox.database, async (transaction) => {
    // As a slow sender does, whose job the queue has given to this one meanwhile.
    await transaction.notification.update({ where: { id: claimed.id }, data: { state: 'sending' } });
    const delivering = deliver(outbox.services, { slack }, claimed);
    await eventually(() => outbox.services.errors.includes('a delivery broke'));
    return { delivering };
  });
  expect(await late.delivering).toEqual({ state: 'pending' });
  expect(await outbox.database.notification.findFirst()).toMatchObject({ state: 'sending', faults: 0 });
  expect(slack.sent).toEqual([]);
});

/** As a worker of the version before the kind of these rows was made. */
function servicesOfOlderRelease(): TestServices {
  const kinds = new Map(outbox.services.notificationKinds);
  kinds.delete('member.welcome');
  return { ...outbox.services, notificationKinds: kinds };
}

it('leaves a kind that only a newer version knows to that version, after ever longer pauses and without a fault', async () => {
  await planWelcomes(outbox.database, await addMembers(outbox.database, 1));
  const older = servicesOfOlderRelease();
  const slack = recordingGateway();
  const pauses: number[] = [];
  for (let time = 0; time < 12; time += 1) {
    const [claimed] = await claimDue(older, 10);
    if (claimed === undefined) throw new Error('nothing was due');
    const before = older.clock.now().getTime();
    expect(await deliver(older, { slack }, claimed)).toEqual({ state: 'pending', unknownKind: 'member.welcome' });
    const dueAt = (await outbox.database.notification.findFirstOrThrow()).dueAt.getTime();
    pauses.push(Math.round((dueAt - before) / 1_000));
    outbox.clock.advance(dueAt - before + 1_000);
  }
  expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  expect(outbox.services.errors).toEqual([]);
  expect(await deliverAll({ slack })).toEqual(['delivered']);
  expect(slack.sent).toHaveLength(1);
});

it('sends again what its platform asks for again, says that it may be there twice, and is unsure after three', async () => {
  await planWelcomes(outbox.database, await addMembers(outbox.database, 1));
  const failing = recordingGateway('slack', () => ({ outcome: 'may-repeat', reason: '502' }));
  expect(await deliverAll({ slack: failing }, 3)).toEqual(['pending', 'pending', 'pending']);
  expect(await outbox.database.notification.findFirst()).toMatchObject({ state: 'pending', mayRepeat: true });
  expect(await deliverAll({ slack: failing })).toEqual(['unknown']);
  expect(await outbox.database.notification.findFirst()).toMatchObject({ mayRepeat: true, reason: '502' });
});

it('keeps the mark of a message that got through in the end', async () => {
  await planWelcomes(outbox.database, await addMembers(outbox.database, 1));
  await deliverAll({ slack: recordingGateway('slack', () => ({ outcome: 'may-repeat', reason: '504' })) });
  await deliverAll({ slack: recordingGateway() });
  expect(await outbox.database.notification.findFirst()).toMatchObject({ state: 'delivered', mayRepeat: true });
});

it('does not mark what surely was not sent', async () => {
  await planWelcomes(outbox.database, await addMembers(outbox.database, 1));
  await deliverAll({ slack: recordingGateway('slack', () => ({ outcome: 'not-sent', reason: '503' })) });
  await deliverAll({ slack: recordingGateway() });
  expect(await outbox.database.notification.findFirst()).toMatchObject({ state: 'delivered', mayRepeat: false });
});
