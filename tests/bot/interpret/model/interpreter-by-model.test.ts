/** With a language model: what it proposes is shown and never done, and wherever it cannot be used the rules answer as without it. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { toolNameOf } from '../../../../bot/interpret/model/tools.js';
import type { Because } from '../../../../programme/requests/interpreter.js';
import { outcomeOf, wordsOf } from '../../../support/factories.js';
import { type ModelAnswer, type ModelServer, startModelServer } from '../../../support/model-server.js';
import { interpreted, say, servicesByModel, servicesByRules } from '../../../support/model-services.js';
import { programmeFixture } from '../../../support/programme-fixture.js';

const fixture = programmeFixture({ session: { code: 'MSM-1', titleJa: '管理職向けセミナー' } });
let server: ModelServer;

/** No words of any action. */
const VAGUE = 'あの集まり、画面越しなら加われそうです';

beforeAll(async () => {
  server = await startModelServer();
});
afterAll(async () => await server.close());
afterEach(() => {
  server.asked.splice(0);
});

function answers(...calls: readonly (readonly [action: string, input: object | string])[]): void {
  server.answer = () => ({ calls: calls.map(([action, input]) => ({ name: toolNameOf(action), input })) });
}

const held = async () => await fixture.database.registration.count({ where: { sessionId: fixture.session.id } });

it('shows what the model proposes, and does it once the person agrees', async () => {
  const services = servicesByModel(fixture.services, server);
  answers(['session.register', { session: 'MSM-1', mode: 'online' }]);
  const shown = await say(services, fixture.person, VAGUE);
  expect(outcomeOf(shown)).toBe('preview');
  expect(wordsOf(shown)).toContain('MSM-1');
  expect(await held(), 'nothing is done of what was only proposed').toBe(0);
  expect(server.asked).toHaveLength(1);
  expect(server.asked[0]?.authorization).toBe('Bearer the-key-of-the-model');
  expect(outcomeOf(await say(services, fixture.person, 'はい'))).toBe('done');
  expect(await fixture.held(fixture.person)).toMatchObject({ mode: 'online' });
  expect(server.asked, 'a "yes" is no matter for a model').toHaveLength(1);
});

it('asks for what the model left out, in the form of the action', async () => {
  const services = servicesByModel(fixture.services, server);
  answers(['session.register', { session: 'MSM-1' }]);
  expect(outcomeOf(await say(services, fixture.person, VAGUE))).toBe('form');
});

it.each(['register MSM-1 online', 'menu', 'はい', 'いいえ', '123456', 'MSM-1', '設定', ''])(
  'asks no model about %j, which says outright what is meant',
  async (words) => {
    const services = servicesByModel(fixture.services, server);
    const [byModel, byRules] = [
      await interpreted(services, fixture.person, words),
      await interpreted(servicesByRules(fixture.services), fixture.person, words),
    ];
    expect(byModel).toEqual(byRules);
    expect(server.asked).toEqual([]);
  },
);

const unusable: readonly (readonly [string, ModelAnswer])[] = [
  ['has not answered in time', 'nothing, ever'],
  ['has a fault', { status: 500, body: '{"error":{"message":"overloaded"}}' }],
  ['refuses the key', { status: 401, body: '{"error":{"message":"no"}}' }],
  ['sends the question elsewhere', { status: 307, body: '' }],
  ['answers no JSON', { status: 200, body: '<html>welcome</html>' }],
  ['answers JSON of another kind', { status: 200, body: '{"choices":"none"}' }],
  ['calls nothing', { says: 'session_register MSM-1' }],
  ['calls a tool that there is not', { calls: [{ name: 'session_destroy', input: {} }] }],
  ['confirms what was shown', { calls: [{ name: 'preview_confirm', input: {} }] }],
  ['sends arguments that are no JSON', { calls: [{ name: 'session_register', input: '{"session": "MSM-1", ' }] }],
  ['sends arguments that are a list', { calls: [{ name: 'session_register', input: '["MSM-1"]' }] }],
  [
    'calls for two changes',
    {
      calls: [
        { name: 'session_register', input: { session: 'MSM-1', mode: 'online' } },
        { name: 'session_decline', input: { session: 'MSM-1' } },
      ],
    },
  ],
];

it.each(unusable)('answers by the rules where the model %s', async (_, answer) => {
  const hangs = answer === 'nothing, ever';
  const services = servicesByModel(fixture.services, server, hangs ? { limitMilliseconds: 1_000 } : {});
  server.answer = () => answer;
  const gaveUp = server.gaveUp;
  const byRules = await interpreted(servicesByRules(fixture.services), fixture.person, VAGUE);
  expect(await interpreted(services, fixture.person, VAGUE)).toEqual(byRules);
  expect(server.asked, 'once, and not again').toHaveLength(1);
  expect(await held()).toBe(0);
  if (hangs) await expect.poll(() => server.gaveUp).toBe(gaveUp + 1);
  // The library's errors hold what was sent.
  for (const complaint of fixture.services.complaints) expect(complaint).toBe('the language model did not answer');
});

it('takes of the arguments what the action takes, field by field', async () => {
  const services = servicesByModel(fixture.services, server);
  const wrong = { session: 'msm-1', mode: 'by boat', person: fixture.colleague.id, agreed: true, surprise: 1 };
  answers(['session.register', wrong]);
  expect(await interpreted(services, fixture.person, VAGUE)).toEqual({
    ...{ action: 'session.register', input: { session: 'MSM-1' }, explicit: false },
  });
  answers(['session.register', { session: 'MSM-99', mode: 'online' }]);
  expect((await interpreted(services, fixture.person, VAGUE)).input).toEqual({ mode: 'online' });
  answers(['consultation.find', { day: 'someday', onwards: 'yes', part: 'morning' }]);
  expect((await interpreted(services, fixture.person, VAGUE)).input).toEqual({ part: 'morning' });
});

it('offers as a button what would be done without being shown first', async () => {
  const services = servicesByModel(fixture.services, server);
  answers(['member.settings', { language: 'en', timeZone: 'Asia/Tokyo' }]);
  const before = await fixture.database.person.findUniqueOrThrow({ where: { id: fixture.person.id } });
  expect(outcomeOf(await say(services, fixture.person, VAGUE))).toBe('preview');
  expect(await fixture.database.person.findUniqueOrThrow({ where: { id: fixture.person.id } })).toEqual(before);
});

it('asks which of several questions is meant', async () => {
  const services = servicesByModel(fixture.services, server);
  answers(['session.list', {}], ['session.show', { session: 'MSM-1' }]);
  expect(await interpreted(services, fixture.person, VAGUE)).toMatchObject({
    action: 'help.show',
    choices: [
      { action: 'session.list', input: {} },
      { action: 'session.show', input: { session: 'MSM-1' } },
    ],
  });
});

it('lets the model choose among what the person may do, and name what they may see', async () => {
  const services = servicesByModel(fixture.services, server);
  server.answer = () => ({ says: '' });
  for (const person of [fixture.person, fixture.secretary]) await interpreted(services, person, VAGUE);
  const [own = [], secretariats = []] = server.asked.map(({ body }) =>
    body.tools.map(({ function: { name } }) => name),
  );
  expect(own).toContain('session_register');
  expect(own).not.toContain('session_create');
  expect(secretariats).toContain('session_create');
  for (const names of [own, secretariats]) {
    expect(names.filter((name) => /^preview_|^draft_discard|discard/.test(name))).toEqual([]);
  }
  const properties = JSON.stringify(server.asked.map(({ body }) => body.tools));
  expect(properties).toContain('{"type":"string","enum":["MSM-1"]}');
  expect(properties).not.toMatch(/"(?:agreed|booking|draft|company|person|file|files|slot|preview)":/);
});

it('tells what came of asking the model, where somebody asks', async () => {
  const told: Because[] = [];
  const asking = servicesByModel(fixture.services, server);
  const services = { ...asking, explain: (because: Because) => void told.push(because) };
  answers(['session.register', { session: 'MSM-1' }]);
  await interpreted(services, fixture.person, VAGUE);
  server.answer = () => ({ says: 'I would register.' });
  await interpreted(services, fixture.person, VAGUE);
  server.answer = () => ({ status: 500, body: '' });
  await interpreted(services, fixture.person, VAGUE);
  const where = { id: fixture.programme.id };
  await fixture.database.programme.update({ where, data: { modelUse: 'off' } });
  await interpreted(services, fixture.person, VAGUE);
  await interpreted(services, fixture.person, 'menu');
  expect(told.map((because) => ('model' in because ? because.model : because.by))).toEqual([
    ...['examples', 'understood', 'examples', 'not understood', 'examples', 'no answer', 'examples', 'not asked'],
    'words',
  ]);
});
