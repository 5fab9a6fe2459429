/** How much one person makes a language model work a day: as much as the operator lets them, and then the rules answer. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ModelServer, startModelServer } from '../../../support/model-server.js';
import { interpreted, servicesByModel, servicesByRules } from '../../../support/model-services.js';
import { programmeFixture } from '../../../support/programme-fixture.js';

const fixture = programmeFixture();
let server: ModelServer;

const VAGUE = 'あの集まり、画面越しなら加われそうです';

beforeAll(async () => {
  server = await startModelServer();
  server.answer = () => ({ calls: [{ name: 'session_list', input: {} }] });
});
afterAll(async () => await server.close());

it('answers by the rules once the calls of a day are used up, for that person and until the next day', async () => {
  const services = servicesByModel(fixture.services, server, { callsPerDay: 2 });
  const understood = async (person = fixture.person) => (await interpreted(services, person, VAGUE)).action;
  const byRules = await interpreted(servicesByRules(fixture.services), fixture.person, VAGUE);
  const before = server.asked.length;
  expect([await understood(), await understood()]).toEqual(['session.list', 'session.list']);
  expect(await interpreted(services, fixture.person, VAGUE)).toEqual(byRules);
  expect(server.asked.length - before).toBe(2);
  expect(await understood(fixture.colleague)).toBe('session.list');
  // 23:59 in Japan is still that day.
  fixture.services.clock.set('2024-10-01T23:59:00+09:00');
  expect(await understood()).toBe(byRules.action);
  fixture.services.clock.set('2024-10-02T00:00:00+09:00');
  expect(await understood()).toBe('session.list');
});

it('counts tokens as the server counts them, and what may be needed until it has', async () => {
  const services = servicesByModel(fixture.services, server);
  await interpreted(services, fixture.person, VAGUE);
  await interpreted(services, fixture.person, VAGUE);
  const day = { personId_day: { personId: fixture.person.id, day: new Date('2024-10-01') } };
  expect(await fixture.database.modelAllowance.findUniqueOrThrow({ where: day })).toMatchObject({
    ...{ calls: 2, tokens: 2_000 },
  });
  server.answer = () => ({ status: 500, body: '' });
  await interpreted(services, fixture.person, VAGUE);
  server.answer = () => ({ calls: [{ name: 'session_list', input: {} }] });
  const { tokens } = await fixture.database.modelAllowance.findUniqueOrThrow({ where: day });
  expect(tokens, 'what an answer that never came has cost is not known').toBeGreaterThan(2_500);
});

it('asks nothing that may take more tokens than there are left', async () => {
  const before = server.asked.length;
  await interpreted(servicesByModel(fixture.services, server, { tokensPerDay: 100 }), fixture.person, VAGUE);
  expect(server.asked.length).toBe(before);
});
