/** The replay's own inspection: silent when all is well, and it notices each thing that must not happen. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importProgramme } from '../../../programme/import/import-programme.js';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.js';
import { workerHere } from '../../../tests/support/worker-here.js';
import { startClock } from '../../clock.js';
import { openPlayground, type Playground } from '../../host/playground.js';
import { inspectAttendance, type Watch, watch } from '../../pilot/audit.js';
import { PilotFailed } from '../../pilot/failure.js';
import { openPeople, type People } from '../../pilot/people.js';
import { type PilotPlan, readPlan } from '../../pilot/plan.js';
import { openTruth, type Truth } from '../../pilot/truth.js';
import { openSlackClient } from '../../slack/client.js';
import { isAccepted } from '../../slack/deliver.js';
import { smallProgramme, smallRoster } from './programme.js';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
let place: TestDatabase;
let playground: Playground;
let truth: Truth;
let people: People;
let plan: PilotPlan;
let watching: Watch;
let faults: string[];

beforeAll(async () => {
  place = await createTestDatabase();
  const clock = startClock(new Date('2025-03-20T09:00:00Z'));
  const files = { programmeFile: smallProgramme(), rosterFile: smallRoster() };
  plan = await readPlan(files.programmeFile, files.rosterFile);
  expect(
    await importProgramme({ database: place.database, clock, log: quiet }, { ...files, dryRun: false }),
  ).toMatchObject({
    ok: true,
  });
  truth = await openTruth(place.database, plan.programmeCode);
  const ports = { bot: 0, slack: 0, teams: 0 };
  playground = await openPlayground({
    databaseUrl: place.url,
    redisUrl: null,
    log: quiet,
    clock,
    ports,
    startWorker: workerHere,
  });
  people = openPeople(playground, plan, truth);
  faults = [];
  watching = watch(playground, truth, faults);
  for (const { email } of plan.participants) await people.canAct(email);
  await playground.worker.idle();
  await watching.inspect();
});
afterAll(async () => {
  watching.stop();
  await playground.close();
  await place.close();
});

/** Sends a notification that has been delivered a second time, past the outbox. */
async function tellAgain(platform: 'slack' | 'teams'): Promise<void> {
  const {
    id: _id,
    account,
    ...told
  } = await place.database.notification.findFirstOrThrow({
    where: { state: 'delivered', account: { platform: 'slack' } },
    include: { account: true },
  });
  const message = { summary: 'again', elements: [{ kind: 'text', text: 'again' }] } as const;
  const { slack, teams } = playground.assistant;
  if (platform === 'slack') {
    if (account) await slack?.gateway.deliver(account, { message, language: 'ja', key: told.key });
    return;
  }
  // What few people on Teams are told comes with their first reply, so that one notification is sent by hand.
  const other = await place.database.account.findFirstOrThrow({
    where: { platform: 'teams', personId: { not: null } },
  });
  const key = `${told.key}:teams`;
  const outcome = await teams?.gateway.deliver(other, { message, language: 'ja', key });
  if (outcome?.outcome !== 'delivered' || other.personId === null) throw new Error('Teams did not take the message');
  const { tenant, personId } = other;
  const row = { ...told, key, data: {}, channel: platform, tenant, accountId: other.id, personId };
  await place.database.notification.create({
    data: { ...row, reference: JSON.parse(JSON.stringify(outcome.reference)) },
  });
  const reference = JSON.stringify(outcome.reference);
  const { store } = playground.teams;
  const sent = store
    .messages()
    .find(({ id, conversation }) => reference.includes(id) && reference.includes(conversation.id));
  if (sent) store.post(sent.conversation, { from: 'bot', payload: sent.payload });
}

/** The sentences that the inspection says after the change and did not say before it. What was once wrong stays wrong. */
async function noticed(change: () => Promise<unknown>): Promise<string> {
  const before = await found();
  await change();
  const after = await found();
  return after.filter((sentence) => !before.includes(sentence)).join('\n');
}

async function found(): Promise<readonly string[]> {
  try {
    await watching.inspect();
    return [];
  } catch (error) {
    if (error instanceof PilotFailed) return error.message.split('\n');
    throw error;
  }
}

test('notices attendance that is not as planned', async () => {
  const [session] = plan.sessions;
  const [person] = plan.participants;
  if (session === undefined || person === undefined) throw new Error('the programme is empty');
  const part = { person, mode: 'online', manner: { kind: 'plain' }, turn: 0 } as const;
  await expect(inspectAttendance({ truth, people }, session, [part])).rejects.toThrow(`${person.nameEn} at OPEN`);
  await expect(inspectAttendance({ truth, people }, session, [])).resolves.toBeUndefined();
});

test('says nothing while all is well, and notices what is told twice, in Slack by its key and in Teams by its words', async () => {
  expect(await found()).toEqual([]);
  expect(await noticed(() => tellAgain('slack'))).toMatch(/^The notification \S+ was told twice in Slack\.$/);
  expect(await noticed(() => tellAgain('teams'))).toBe('1 notifications were told twice in Teams.');
});

test('notices the same thing told under two keys', async () => {
  const { id, ...told } = await place.database.notification.findFirstOrThrow({ where: { state: 'delivered' } });
  const again = { ...told, key: `${told.key}:again`, data: {}, reference: {}, settledAt: new Date() };
  expect(await noticed(() => place.database.notification.create({ data: again }))).toMatch(
    /^A person was told the same thing twice: /,
  );
});

test('notices notifications that failed or of which nobody knows what became', async () => {
  for (const state of ['unknown', 'failed'] as const) {
    const change = { where: { kind: 'member.welcome' }, data: { state } };
    expect(await noticed(() => place.database.notification.updateMany(change))).toContain(`in the state "${state}"`);
  }
});

test("notices what the platforms refuse, and errors in the assistant's log", async () => {
  const slack = { method: 'POST', headers: { authorization: `Bearer ${playground.slack.botToken()}` } };
  const said = await noticed(async () => {
    await fetch(`${playground.slack.url}chat.postMessage`, {
      ...slack,
      body: new URLSearchParams({ channel: 'C0NONE' }),
    });
    await fetch(`${playground.teams.serviceUrl}v3/conversations/none/activities`, { method: 'POST' });
    faults.push('a request failed');
  });
  expect(said).toMatch(/Slack: chat.postMessage.*Teams: .*logged an error: a request failed/s);
});

test('bears an event that was answered late, for Slack delivers it again, and no other error of its library', async () => {
  const bolt = 'An incoming event was not acknowledged within 3 seconds.';
  const [slackPerson] = [...playground.slack.workspace.users.values()].filter(({ isBot }) => !isBot);
  if (slackPerson === undefined) throw new Error('nobody is in Slack');
  const before = watching.lateEvents();
  // Longer than Slack waits for an answer.
  const mend = playground.slack.trouble({ kind: 'slow', method: 'chat.postMessage', milliseconds: 3_500, times: 1 });
  const said = await noticed(async () => {
    await openSlackClient(playground.slack, slackPerson.id).say('help');
    await expect.poll(() => watching.lateEvents()).toBe(before + 1);
    await expect.poll(() => playground.slack.deliveries().at(-1)?.answers.some(isAccepted)).toBe(true);
    faults.push(bolt);
  });
  mend();
  // Only the trouble itself, not what came of it.
  expect(said).toBe('Slack: chat.postMessage to slack failed with slow.');
  expect(await noticed(async () => void faults.push(bolt))).toBe(`The assistant logged an error: ${bolt}`);
});
