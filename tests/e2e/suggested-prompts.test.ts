/** Who opens the Messages tab in Slack is offered sentences by their role and by what is open, and each does what it says. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildDeliverableType } from '../support/drafts.js';
import { buildSession } from '../support/factories.js';
import { interpreted, servicesByRules } from '../support/model-services.js';
import { type Name, openPlatforms, type Platforms, settled } from './platforms.js';

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['hana', 'ken', 'emi', 'sara', 'aki', 'sumi'] });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

async function prompted(name: Name) {
  const client = platforms.slack(name);
  const before = client.prompts;
  settled(await client.openMessages());
  await expect.poll(() => client.prompts.length > 0 && client.prompts !== before, { timeout: 10_000 }).toBe(true);
  return client.prompts;
}

/** What the person's words mean, as the app understands them without a model. */
async function meant(name: Name, message: string): Promise<string> {
  const { platform, tenant, userId } = await platforms.database.account.findFirstOrThrow({
    where: { personId: platforms.people[name].id, platform: 'slack' },
  });
  const account = {
    platform,
    tenant,
    userId,
    address: {},
    language: null,
    timeZone: null,
    verifiedEmail: async () => null,
  };
  return (await interpreted(servicesByRules(platforms.services), { account }, message)).action;
}

it.each([
  { name: 'hana', actions: ['consultation.find', 'question.answer', 'session.list', 'question.ask'] },
  { name: 'ken', actions: ['consultation.find', 'question.answer', 'session.list', 'question.ask'] },
  { name: 'emi', actions: ['overview.show', 'announcement.compose', 'question.inbox', 'report.make'] },
  { name: 'sara', actions: ['overview.show', 'announcement.compose', 'question.inbox', 'report.make'] },
  { name: 'aki', actions: ['consultation.agenda', 'review.queue', 'consultation.offer', 'consultation.record'] },
  { name: 'sumi', actions: ['session.list', 'help.show'] },
] as const)('$name', async ({ name, actions }) => {
  const prompts = await prompted(name);
  const found = await Promise.all(prompts.map(async ({ message }) => [message, await meant(name, message)]));
  expect(found).toEqual(prompts.map(({ message }, at) => [message, actions[at]]));
});

it.each([
  { name: 'hana', register: 'MSM-9', submit: '人権方針' },
  { name: 'ken', register: 'MSM-9', submit: 'Human rights policy' },
] as const)('what is open comes first: $name', async ({ name, register, submit }) => {
  const { services, programme, database } = platforms;
  if ((await database.session.count({ where: { code: 'MSM-9' } })) === 0) {
    await buildSession(services, programme, { code: 'MSM-9' });
    await buildDeliverableType(services, programme);
  }
  const prompts = await prompted(name);
  expect(prompts.map(({ title }) => title).join()).toContain(register);
  expect(prompts.map(({ title }) => title).join()).toContain(submit);
  const actions = await Promise.all(prompts.map(async ({ message }) => await meant(name, message)));
  expect(actions).toEqual(['session.register', 'consultation.find', 'draft.submit', 'question.answer']);
});

it('who never wrote before is offered what leads on, as the first words tell who it is', async () => {
  const prompts = await prompted('mori');
  expect(prompts.map(({ title }) => title)).toEqual(['次にすること', 'できること']);
});

it('what is chosen is said, and what was suggested is gone', async () => {
  const client = platforms.slack('hana');
  const [, second] = await prompted('hana');
  settled(await client.say(second?.message ?? ''));
  expect(client.prompts).toEqual([]);
});
