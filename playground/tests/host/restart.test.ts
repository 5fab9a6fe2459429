/** Proves that people who could be written to before the playground was closed can be written to when it is opened again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLog } from '../../../app/log.js';
import { memberWelcome } from '../../../programme/members/welcome.js';
import { plan } from '../../../programme/notifications/plan.js';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.js';
import { startClock } from '../../clock.js';
import type { PlaygroundPerson } from '../../host/directory.js';
import { fillWithSample } from '../../host/fill-with-sample.js';
import { openPlayground, type Playground, type PlaygroundOptions } from '../../host/playground.js';
import { openSlackClient } from '../../slack/client.js';
import { openTeamsClient } from '../../teams/client.js';

let place: TestDatabase;
let open: Playground | undefined;
const clock = startClock(new Date('2024-10-28T10:00:00+09:00'));

beforeAll(async () => {
  place = await createTestDatabase();
  await fillWithSample(place.url, clock);
});
afterAll(async () => {
  await open?.close();
  await place.close();
});

function person(playground: Playground, name: string): PlaygroundPerson & { slackUserId: string; teamsUserId: string } {
  const found = playground.directory.people.find((person) => person.name === name);
  const { slackUserId, teamsUserId } = found ?? {};
  if (!found || !slackUserId || !teamsUserId) throw new Error(`${name} is not on both platforms`);
  return { ...found, slackUserId, teamsUserId };
}

test('people keep their chats over a restart, on Teams only those who had the app', async () => {
  const options: PlaygroundOptions = {
    ...{ databaseUrl: place.url, redisUrl: null, log: openLog('silent'), clock },
    ports: { bot: 0, slack: 0, teams: 0 },
    teamsAppId: '5bb0a5ee-91a7-4c8b-8f1e-5b1a5e5b0a12',
  };
  const first = await openPlayground(options);
  open = first;
  const { teamsUserId } = person(first, '水谷 浩之');
  const { slackUserId } = person(first, '牧野 恵子');
  await openTeamsClient(first.teams, teamsUserId).install();
  await openSlackClient(first.slack, slackUserId).say('こんにちは');
  await first.worker.idle();
  // The bot has stored where Teams is; the other two may be anywhere.
  const ports = { bot: 0, slack: 0, teams: Number(new URL(first.teams.url).port) };
  await first.close();

  const again = await openPlayground({ ...options, ports });
  open = again;
  const { store } = again.teams;
  const installed = store.directory.users.filter((user) => store.isInstalled(user)).map(({ name }) => name);
  expect(installed).toEqual(['水谷 浩之']);
  const { services } = again.assistant;
  const told = [person(again, '水谷 浩之'), person(again, '牧野 恵子')];
  await plan(
    services.database,
    clock.now(),
    told.map(({ personId }) => ({
      ...{ key: `again ${personId}`, kind: memberWelcome, programmeId: null, personId, subjectId: null },
      dueAt: clock.now(),
    })),
  );
  await again.worker.idle();
  const states = await services.database.notification.findMany({ where: { key: { startsWith: 'again ' } } });
  expect(states.map(({ state, reason }) => [state, reason])).toEqual([
    ['delivered', null],
    ['delivered', null],
  ]);
  expect(openTeamsClient(again.teams, teamsUserId).messages()).toHaveLength(1);
  expect(openSlackClient(again.slack, slackUserId).messages()).toHaveLength(1);
});
