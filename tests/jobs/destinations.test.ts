/** The destinations in their order, from chat to chat to e-mail: which outcome leads to the next one, and that one person is told once. */
import { describe, expect, it } from 'vitest';
import { memberWelcome } from '../../programme/members/welcome.js';
import { claimDue } from '../../programme/notifications/claim.js';
import { deliver } from '../../programme/notifications/deliver.js';
import type { Outcome } from '../../programme/notifications/gateway.js';
import type { NotificationKind } from '../../programme/notifications/kind.js';
import { openOutbox } from './outbox.js';
import { addMembers, type Member, planWelcomes, recordingGateway, type TestServices } from './support.js';

const outbox = openOutbox();

const emailOf = ({ id }: Member) => `${id}@example.org`;

/** One person with an account on Slack, used last, one on Teams, and an address, who is to be welcomed. */
async function planOne(platforms: readonly ('slack' | 'teams')[] = ['slack', 'teams']): Promise<Member> {
  const [member] = await addMembers(outbox.database, 1, platforms);
  if (member === undefined) throw new Error('nobody');
  await outbox.database.person.update({ where: { id: member.id }, data: { email: emailOf(member) } });
  await planWelcomes(outbox.database, [member]);
  return member;
}

async function deliverOnce(gateways: Parameters<typeof deliver>[1], serving = outbox.services) {
  const [claimed] = await claimDue(serving, 1);
  if (claimed === undefined) throw new Error('nothing was due');
  return await deliver(serving, gateways, claimed);
}

const outcomes = {
  delivered: { outcome: 'delivered', reference: { at: 'x' } },
  unreachable: { outcome: 'unreachable', reason: 'gone' },
  refused: { outcome: 'refused', reason: 'invalid' },
  uncertain: { outcome: 'uncertain', reason: 'no answer' },
  limited: { outcome: 'rate-limited', until: new Date() },
  repeat: { outcome: 'may-repeat', reason: '502' },
  unsent: { outcome: 'not-sent', reason: 'ECONNREFUSED' },
  ours: { outcome: 'not-sent', reason: 'invalid_auth', ours: true },
} as const satisfies Record<string, Outcome>;
type Word = keyof typeof outcomes;

/** What Slack, Teams and the mail server answer; which of them were asked; and the state afterwards. */
const table: readonly (readonly [readonly [Word, Word, Word], string, string])[] = [
  [['delivered', 'delivered', 'delivered'], 'slack', 'delivered'],
  [['uncertain', 'delivered', 'delivered'], 'slack', 'unknown'],
  [['limited', 'delivered', 'delivered'], 'slack', 'pending'],
  [['repeat', 'delivered', 'delivered'], 'slack', 'pending'],
  [['unsent', 'delivered', 'delivered'], 'slack', 'pending'],
  [['ours', 'delivered', 'delivered'], 'slack', 'pending'],
  [['unreachable', 'delivered', 'delivered'], 'slack teams', 'delivered'],
  [['refused', 'delivered', 'delivered'], 'slack teams', 'delivered'],
  [['unreachable', 'uncertain', 'delivered'], 'slack teams', 'unknown'],
  [['unreachable', 'limited', 'delivered'], 'slack teams', 'pending'],
  [['refused', 'repeat', 'delivered'], 'slack teams', 'pending'],
  [['refused', 'unsent', 'delivered'], 'slack teams', 'pending'],
  [['unreachable', 'ours', 'delivered'], 'slack teams', 'pending'],
  [['unreachable', 'unreachable', 'delivered'], 'slack teams email', 'delivered'],
  [['refused', 'unreachable', 'delivered'], 'slack teams email', 'delivered'],
  [['refused', 'refused', 'delivered'], 'slack teams email', 'delivered'],
  [['unreachable', 'unreachable', 'uncertain'], 'slack teams email', 'unknown'],
  [['unreachable', 'unreachable', 'limited'], 'slack teams email', 'pending'],
  [['unreachable', 'unreachable', 'unsent'], 'slack teams email', 'pending'],
  [['unreachable', 'unreachable', 'ours'], 'slack teams email', 'pending'],
  [['unreachable', 'unreachable', 'unreachable'], 'slack teams email', 'unreachable'],
  [['unreachable', 'refused', 'unreachable'], 'slack teams email', 'unreachable'],
  [['unreachable', 'unreachable', 'refused'], 'slack teams email', 'unreachable'],
  [['refused', 'refused', 'unreachable'], 'slack teams email', 'unreachable'],
  [['refused', 'refused', 'refused'], 'slack teams email', 'failed'],
];

it.each(table)('answers %j are asked of %s and end as %s', async (words, asked, state) => {
  const member = await planOne();
  const [slackSays, teamsSays, mailSays] = words;
  const order: string[] = [];
  const gateway = (channel: 'slack' | 'teams' | 'email', word: Word) =>
    recordingGateway(channel, () => {
      order.push(channel);
      return outcomes[word];
    });
  const gateways = {
    slack: gateway('slack', slackSays),
    teams: gateway('teams', teamsSays),
    email: gateway('email', mailSays),
  };
  expect(await deliverOnce(gateways)).toEqual({ state });
  expect(order.join(' ')).toBe(asked);
  const row = await outbox.database.notification.findFirstOrThrow();
  expect(row.state).toBe(state);
  // Nobody is told twice: at most one destination took it or may have.
  const took = order.filter((_, place) => ['delivered', 'uncertain', 'repeat'].includes(words[place] ?? ''));
  expect(took.length).toBeLessThanOrEqual(1);
  // Who said that nothing gets there is not asked again; who only refused this message is.
  const accounts = await outbox.database.account.findMany({ where: { unreachableReason: { not: null } } });
  const gone = [slackSays, teamsSays].filter((word, place) => place < order.length && word === 'unreachable');
  expect(accounts.map(({ unreachableReason }) => unreachableReason)).toEqual(gone.map(() => 'gone'));
  expect(accounts.every(({ unreachableSince }) => unreachableSince?.getTime() === outbox.clock.now().getTime())).toBe(
    true,
  );
  const person = await outbox.database.person.findUniqueOrThrow({ where: { id: member.id } });
  const mailGone = order.includes('email') && mailSays === 'unreachable';
  expect(person).toMatchObject({
    emailFault: mailGone ? 'gone' : null,
    emailFaultSince: mailGone ? outbox.clock.now() : null,
  });
});

describe('e-mail as a destination', () => {
  it('is the only one for a person without an account, and is told in which chats there is one', async () => {
    const member = await planOne([]);
    const email = recordingGateway('email');
    expect(await deliverOnce({ slack: recordingGateway(), email })).toEqual({ state: 'delivered' });
    expect(email.sent.map(({ to }) => to)).toEqual([
      { channel: 'email', tenant: null, userId: emailOf(member), address: { chats: [] }, account: null },
    ]);
    const other = await planOne();
    await outbox.database.account.updateMany({ data: { unreachableReason: 'gone' } });
    await deliverOnce({ slack: recordingGateway(), email });
    expect(email.sent.at(-1)?.to).toMatchObject({ userId: emailOf(other), address: { chats: ['slack', 'teams'] } });
  });

  it('is not there for an address that took nothing, and is again for another one', async () => {
    const member = await planOne([]);
    await deliverOnce({ email: recordingGateway('email', () => outcomes.unreachable) });
    await planWelcomes(outbox.database, [member]);
    const email = recordingGateway('email');
    expect(await deliverOnce({ email })).toEqual({ state: 'unreachable' });
    expect(email.sent).toEqual([]);
    await outbox.database.person.update({ where: { id: member.id }, data: { email: `new-${emailOf(member)}` } });
    const person = await outbox.database.person.findUniqueOrThrow({ where: { id: member.id } });
    expect(person).toMatchObject({ emailFault: null, emailFaultSince: null });
    await planWelcomes(outbox.database, [member]);
    expect(await deliverOnce({ email })).toEqual({ state: 'delivered' });
  });

  it('does not blame a new address for what was said of the old one', async () => {
    const member = await planOne([]);
    const email = recordingGateway('email', async () => {
      await outbox.database.person.update({ where: { id: member.id }, data: { email: `new-${emailOf(member)}` } });
      return outcomes.unreachable;
    });
    expect(await deliverOnce({ email })).toEqual({ state: 'unreachable' });
    expect(await outbox.database.person.findUnique({ where: { id: member.id } })).toMatchObject({ emailFault: null });
  });

  it('is not there for what is bound to one account, nor for a kind that belongs to the chat', async () => {
    const member = await planOne(['slack']);
    const { id } = await outbox.database.account.findFirstOrThrow({ where: { personId: member.id } });
    const gone = { slack: recordingGateway('slack', () => outcomes.unreachable), email: recordingGateway('email') };
    await outbox.database.notification.updateMany({ data: { accountId: id } });
    expect(await deliverOnce(gone)).toEqual({ state: 'unreachable' });
    await outbox.database.account.updateMany({ data: { unreachableReason: null, unreachableSince: null } });
    await planWelcomes(outbox.database, [member]);
    expect(await deliverOnce(gone, knowing({ ...memberWelcome, byMail: false }))).toEqual({ state: 'unreachable' });
    expect(gone.email.sent).toEqual([]);
  });

  it('keeps what a mail of which no answer came would be found by', async () => {
    await planOne([]);
    const reference = { messageId: '<a@b>', thread: [] };
    await deliverOnce({ email: recordingGateway('email', () => ({ ...outcomes.uncertain, reference })) });
    const row = await outbox.database.notification.findFirstOrThrow();
    expect(row).toMatchObject({ state: 'unknown', channel: 'email', reference });
  });
});

/** The services with this kind in place of the one with the same key. */
function knowing(kind: NotificationKind): TestServices {
  const others = [...outbox.services.notificationKinds.values()].filter(({ key }) => key !== kind.key);
  return { ...outbox.services, notificationKinds: new Map([...others, kind].map((one) => [one.key, one])) };
}

it('corrects where the wrong message is, and nowhere else', async () => {
  const member = await planOne();
  const corrected = knowing({ ...memberWelcome, replaces: () => 'first' });
  await outbox.database.notification.updateMany({ data: { key: 'first' } });
  const reference = { messageId: '<first@office.example>', thread: [] };
  const gateways = {
    slack: recordingGateway('slack', () => outcomes.unreachable),
    teams: recordingGateway('teams', () => outcomes.unreachable),
    email: recordingGateway('email', () => ({ outcome: 'delivered', reference })),
  };
  await deliverOnce(gateways);
  await planWelcomes(outbox.database, [member]);
  // By now the person is on Slack again; the mail is what was wrong.
  await outbox.database.account.updateMany({ data: { unreachableReason: null, unreachableSince: null } });
  expect(await deliverOnce(gateways, corrected)).toEqual({ state: 'delivered' });
  expect([gateways.slack.sent.length, gateways.teams.sent.length, gateways.email.sent.length]).toEqual([1, 1, 2]);
});
