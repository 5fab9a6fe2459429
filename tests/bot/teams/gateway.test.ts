/** The gateway against the stand-in: what becomes of a message in every trouble, and that none is sent twice. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { trustedServices } from '../../../bot/teams/configuration.js';
import { teamsGateway } from '../../../bot/teams/gateway.js';
import { openSdk } from '../../../bot/teams/sdk.js';
import type { TeamsUser } from '../../../playground/teams/people.js';
import { startTeams, type Teams } from '../../../playground/teams/server.js';
import { plain } from '../../../programme/messages/message.js';
import type { Gateway } from '../../../programme/notifications/gateway.js';
import { systemClock } from '../../../programme/requests/context.js';
import { configurationOf } from './configuration.js';

let teams: Teams;
let gateway: Gateway;
/** Waits for an answer no longer than a test needs that gets none. */
let impatient: Gateway;
let haruka: TeamsUser;

beforeAll(async () => {
  teams = await startTeams();
  gateway = open({});
  impatient = open({ sendMilliseconds: 300 });
  const found = teams.store.directory.user('Haruka Sato');
  if (!found) throw new Error('the sample tenant has no Haruka Sato');
  haruka = found;
});
afterEach(() => {
  teams.clearTroubles();
  teams.setLimits({ on: false, timeScale: 1 });
  teams.store.setBlocked(haruka, false);
  expect(teams.refusals().filter(({ status }) => status === 400)).toEqual([]);
});
afterAll(() => teams.close());

function open(options: Parameters<typeof configurationOf>[1]): Gateway {
  const configuration = configurationOf(teams, options);
  const trusts = trustedServices(configuration.endpoints);
  return teamsGateway({ sdk: openSdk(configuration), clock: systemClock, trusts });
}

function install(): void {
  teams.store.setInstalled(haruka, true);
  teams.store.open(haruka);
}

function addressOf(user: TeamsUser, known: boolean, serviceUrl = teams.serviceUrl) {
  return {
    serviceUrl,
    tenant: user.tenantId,
    bot: { id: teams.sender.bot.id, name: 'SPP' },
    user: { id: user.id, aadObjectId: user.aadObjectId },
    ...(known && {
      conversation: { id: teams.store.personal(user).id, conversationType: 'personal', tenantId: user.tenantId },
    }),
  };
}

function deliver(address: unknown = addressOf(haruka, true), through = gateway) {
  const to = { tenant: haruka.tenantId, userId: haruka.aadObjectId, address };
  return through.deliver(to, { message: plain('明日はワークショップです。'), language: 'ja', key: 'reminder:1' });
}

const shown = () => teams.store.messages().length;
const sends = () => teams.traffic().filter(({ what }) => what === 'send' || what === 'reply').length;

test('delivers a card with a summary, and says where it is', async () => {
  install();
  const outcome = await deliver();
  const message = teams.store.messages().at(-1);
  expect(outcome).toMatchObject({
    outcome: 'delivered',
    reference: { conversation: teams.store.personal(haruka).id, activity: message?.id },
  });
  expect(message?.payload.summary).toBe('明日はワークショップです。');
});

test('opens the personal chat where it is not known, and learns its address', async () => {
  install();
  const outcome = await deliver(addressOf(haruka, false));
  expect(outcome).toMatchObject({ outcome: 'delivered', address: addressOf(haruka, true) });
});

test.each([
  [{ fault: 'status', status: 412 }, 'not-sent'],
  [{ fault: 'status', status: 503 }, 'not-sent'],
  [{ fault: 'status', status: 500 }, 'uncertain'],
  [{ fault: 'status', status: 502 }, 'may-repeat'],
  [{ fault: 'status', status: 504 }, 'may-repeat'],
  [{ fault: 'hang' }, 'uncertain'],
] as const)('%j is %s, after one request', async (trouble, outcome) => {
  install();
  const before = { shown: shown(), sends: sends() };
  teams.trouble(trouble);
  const through = trouble.fault === 'hang' ? impatient : gateway;
  expect(await deliver(undefined, through)).toMatchObject({ outcome });
  expect(sends() - before.sends).toBe(1);
  expect(shown()).toBe(before.shown);
});

test('accepted, but the answer was lost: uncertain, and not sent again by anyone', async () => {
  install();
  const before = { shown: shown(), sends: sends() };
  teams.trouble({ fault: 'drop' });
  expect(await deliver()).toMatchObject({ outcome: 'uncertain' });
  expect(sends() - before.sends).toBe(1);
  expect(shown() - before.shown).toBe(1);
});

test('429 is rate-limited until Retry-After, after one request', async () => {
  install();
  const before = sends();
  teams.trouble({ fault: 'status', status: 429, retryAfter: 7 });
  const start = Date.now();
  const outcome = await deliver();
  expect(outcome.outcome).toBe('rate-limited');
  const until = outcome.outcome === 'rate-limited' ? outcome.until.getTime() : 0;
  expect(until).toBeGreaterThanOrEqual(start + 7000);
  expect(until).toBeLessThan(Date.now() + 7001);
  expect(sends() - before).toBe(1);
});

test('429 without Retry-After is rate-limited all the same', async () => {
  install();
  teams.trouble({ fault: 'status', status: 429 });
  const outcome = await deliver();
  expect(outcome.outcome === 'rate-limited' && outcome.until > new Date()).toBe(true);
});

test('the platform’s own limit is respected by the word of its answer', async () => {
  install();
  // Its second lasts for a hundred, so that no machine is too slow to exceed it.
  teams.setLimits({ on: true, timeScale: 0.01 });
  const outcomes: string[] = [];
  for (let index = 0; index < 9; index += 1) outcomes.push((await deliver()).outcome);
  expect(outcomes.filter((outcome) => outcome === 'delivered')).toHaveLength(7);
  expect(outcomes.at(-1)).toBe('rate-limited');
});

test('blocked, removed, of another tenant or unknown is unreachable, and says why', async () => {
  install();
  teams.store.setBlocked(haruka, true);
  expect(await deliver()).toEqual({ outcome: 'unreachable', reason: '403 ConversationBlockedByUser' });
  teams.store.setBlocked(haruka, false);
  teams.store.setInstalled(haruka, false);
  expect(await deliver()).toEqual({ outcome: 'unreachable', reason: '403 BotNotInConversationRoster' });
  expect(await deliver(addressOf(haruka, false))).toMatchObject({ outcome: 'unreachable' });
  const gone = { id: 'a:gone', conversationType: 'personal', tenantId: haruka.tenantId };
  expect(await deliver({ ...addressOf(haruka, true), conversation: gone })).toMatchObject({ outcome: 'unreachable' });
  expect(await deliver(null)).toMatchObject({ outcome: 'unreachable' });
});

test('a refused connection surely sent nothing', async () => {
  const closed = await startTeams();
  await closed.close();
  const configuration = configurationOf(teams);
  const sdk = openSdk(configuration);
  // Signs in where someone answers, and sends where nobody does.
  const other = teamsGateway({ sdk, clock: systemClock, trusts: () => true });
  const to = { tenant: haruka.tenantId, userId: haruka.aadObjectId };
  for (const known of [true, false]) {
    const address = addressOf(haruka, known, closed.serviceUrl);
    expect(await other.deliver({ ...to, address }, { message: plain('x'), language: 'en', key: 'k' })).toEqual({
      outcome: 'not-sent',
      reason: 'ECONNREFUSED',
    });
  }
});

test('a failed login surely sent nothing', async () => {
  const configuration = configurationOf(teams, { appPassword: 'wrong' });
  const sdk = openSdk(configuration);
  const other = teamsGateway({ sdk, clock: systemClock, trusts: () => true });
  const to = { tenant: haruka.tenantId, userId: haruka.aadObjectId };
  const before = shown();
  const outcome = await other.deliver(
    { ...to, address: addressOf(haruka, true) },
    { message: plain('x'), language: 'en', key: 'k' },
  );
  // Ours to mend: it waits, however often it is tried.
  expect(outcome).toEqual({ outcome: 'not-sent', reason: 'login refused: 401', ours: true });
  expect(shown()).toBe(before);
});

test('the bot’s token goes nowhere but to Microsoft', async () => {
  const before = teams.traffic().length;
  for (const serviceUrl of ['https://evil.example/', 'http://127.0.0.1:1/', 'http://169.254.169.254/']) {
    expect(await deliver(addressOf(haruka, true, serviceUrl))).toMatchObject({ outcome: 'refused' });
  }
  expect(teams.traffic().length).toBe(before);
});
