/** What is stored of the scenarios is of today, is put back whole, and can be lived on in on both platforms. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.js';
import { workerHere } from '../../../tests/support/worker-here.js';
import { startClock } from '../../clock.js';
import {
  archiveDatabase,
  type DatabaseArchive,
  newestMigration,
  restoreDatabase,
} from '../../host/database-archive.js';
import type { PlaygroundPerson } from '../../host/directory.js';
import { fillWithSample } from '../../host/fill-with-sample.js';
import { openHost, type RunningHost } from '../../host/open-host.js';
import { teamsAppId } from '../../host/playground.js';
import { emptyDatabase, playedScenarios, scenarioStart } from '../../host/scenarios.js';
import { readStoredScenario } from '../../host/stored-scenario.js';
import { listeningLog } from '../../pilot/listening-log.js';
import { ask } from '../../pilot/screen.js';
import { textsFor } from '../../pilot/texts.js';
import { archiveSlack } from '../../slack/chat-archive.js';
import { openSlackClient } from '../../slack/client.js';
import { archiveTeams } from '../../teams/chat-archive.js';
import { openTeamsClient } from '../../teams/client.js';
import { registeredFor, registrationWeek } from './registered.js';

let place: TestDatabase;
let host: RunningHost;
const { log, faults } = listeningLog();
const told: { readonly ja: string; readonly en: string }[] = [];
const ports = { bot: 1, slack: 2, teams: 3 };

beforeAll(async () => {
  place = await createTestDatabase();
  const clock = startClock(scenarioStart('first-morning'));
  await fillWithSample(place.url, clock);
  host = await openHost({
    ...{ databaseUrl: place.url, redisUrl: null, log, clock, teamsAppId, ownDatabase: true, withMail: true },
    ports: { bot: 0, slack: 0, teams: 0 },
    startWorker: workerHere,
  });
});
afterAll(async () => {
  await host.close();
  await place.close();
});

test.each(playedScenarios)(
  '%s is stored, of the schema and the sample of today (otherwise: npm run scenarios)',
  async (id) => {
    const migration = await newestMigration(place.url);
    expect(await readStoredScenario(id, { migration, teamsAppId }, ports)).not.toBeNull();
  },
);

test('what is of another schema or another app is not taken, nor what is not there', async () => {
  const migration = await newestMigration(place.url);
  expect(await readStoredScenario('registration-week', { migration: 'another', teamsAppId }, ports)).toBeNull();
  expect(await readStoredScenario('registration-week', { migration, teamsAppId: undefined }, ports)).toBeNull();
  expect(await readStoredScenario('first-morning', { migration, teamsAppId }, ports)).toBeNull();
});

/** A table puts a small row wherever there is room, so that its rows come back in another order. */
function inOrder({ tables, ...rest }: DatabaseArchive) {
  const rows = (text: string) =>
    z
      .array(z.unknown())
      .parse(JSON.parse(text))
      .map((row) => JSON.stringify(row))
      .sort();
  return { ...rest, tables: Object.fromEntries(Object.entries(tables).map(([name, text]) => [name, rows(text)])) };
}

test('every row is put back as it was', async () => {
  const other = await createTestDatabase();
  try {
    const migration = await newestMigration(place.url);
    const stored = await readStoredScenario('week-before-deadline', { migration, teamsAppId }, ports);
    if (stored === null) throw new Error('nothing is stored');
    await emptyDatabase(other.url);
    await restoreDatabase(other.url, stored.database);
    expect(inOrder(await archiveDatabase(other.url))).toEqual(inOrder(stored.database));
    expect(await other.database.draft.count()).toBeGreaterThan(10);
  } finally {
    await other.close();
  }
});

test('it is loaded instead of played, with everybody’s chats, and lived on in', async () => {
  await host.loadScenario('registration-week', { leave() {}, tell: (words) => told.push(words) });
  expect(told).toHaveLength(1);
  const { playground } = host;
  const migration = await newestMigration(place.url);
  const { slack, teams, assistant, directory } = playground;
  const port = (url: string) => Number(new URL(url).port);
  const here = { bot: port(assistant.url), slack: port(slack.url), teams: port(teams.url) };
  const stored = await readStoredScenario('registration-week', { migration, teamsAppId }, here);
  const restored = archiveSlack(slack.store, slack.workspace);
  expect(restored).toEqual({ ...stored?.slack, made: restored.made });
  // Opening the app has asked for identifiers, too; none of them is one of before.
  expect(restored.made).toBeGreaterThanOrEqual(stored?.slack.made ?? Number.POSITIVE_INFINITY);
  expect(archiveTeams(teams)).toEqual(stored?.teams);
  expect(await registeredFor(place.database, 'MSM-1')).toEqual(registrationWeek);

  // A participant on each platform asks for their registrations, beneath what was said before.
  const onOnly = (wanted: (person: PlaygroundPerson) => boolean) => directory.people.find(wanted);
  const known = new Set((await place.database.account.findMany()).map(({ personId }) => personId));
  const isKnown = ({ role, personId }: PlaygroundPerson) => role === 'participant' && known.has(personId);
  const people = [
    onOnly((person) => isKnown(person) && person.slackUserId !== null),
    onOnly((person) => isKnown(person) && person.slackUserId === null && person.teamsUserId !== null),
  ];
  for (const person of people) {
    if (person === undefined) throw new Error('nobody of that kind has been here');
    const { name, language, slackUserId, teamsUserId } = person;
    const client =
      slackUserId === null ? openTeamsClient(teams, teamsUserId ?? '') : openSlackClient(slack, slackUserId);
    const before = client.messages();
    expect(before.length).toBeGreaterThan(1);
    const actor = { name, language, client, texts: textsFor(language), answered: assistant.answered };
    const list = await ask(actor, language === 'ja' ? 'セッション一覧' : 'sessions');
    expect(list?.text).toContain('MSM-1');
    expect(
      client
        .messages()
        .slice(0, before.length)
        .map(({ id }) => id),
    ).toEqual(before.map(({ id }) => id));
  }
  await playground.worker.idle();
  expect(faults).toEqual([]);
});

test('a load that is given up leaves the time of what the database holds', async () => {
  let closing: Promise<void> | undefined;
  const loading = host.loadScenario('closing-meeting', {
    leave: () => {},
    tell: () => {
      closing = host.close();
    },
  });
  await expect(loading).rejects.toThrow();
  await closing;
  const isAfterSessions = (await place.database.attendance.count()) > 0;
  expect(host.time() > new Date('2025-04-01')).toBe(isAfterSessions);
});
