/** The app asks a language model where one is set, and none otherwise. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AssistantConfiguration, openAssistant } from '../../app/assistant.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildPerson, buildProgramme, buildServices, outcomeOf, settableClock } from '../support/factories.js';
import { MODEL, type ModelServer, startModelServer } from '../support/model-server.js';
import { say } from '../support/model-services.js';

let test: TestDatabase;
let server: ModelServer;

beforeAll(async () => {
  test = await createTestDatabase();
  server = await startModelServer();
});
afterAll(async () => {
  await server.close();
  await test.close();
});

it('asks the model that the configuration names, and none without one', async () => {
  const services = buildServices(test.app);
  const person = await buildPerson(services, { programme: await buildProgramme(services) });
  const configuration: AssistantConfiguration = {
    ...{ parts: ['bot'], databaseUrl: test.url, redisUrl: null, slack: null, teams: null, host: '127.0.0.1', port: 0 },
    ...{ clock: settableClock(), log: services.log },
  };
  const words = 'which of them shall we hear about soon';
  const without = await openAssistant(configuration);
  await say(without.services, person, words);
  await without.close();
  expect(server.asked).toEqual([]);
  server.answer = () => ({ calls: [{ name: 'session_list', input: {} }] });
  const limits = { callsPerDay: 10, tokensPerDay: 1_000_000 };
  const languageModel = { baseUrl: server.url, model: MODEL, ...limits };
  const withModel = await openAssistant({ ...configuration, languageModel });
  expect(outcomeOf(await say(withModel.services, person, words))).toBe('done');
  await withModel.close();
  expect(server.asked.map(({ body }) => body.model)).toEqual([MODEL]);
  expect(server.asked[0]?.authorization, 'a server without a key is asked without one').toBeNull();
});
