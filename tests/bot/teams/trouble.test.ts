/** What a person sees when things go wrong or take long, and that nothing is said twice. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import { waitingQueries } from '../../support/database.js';
import { openTeamsFixture, type TeamsFixture } from './fixture.js';

const ja = textsFor('ja');
const en = textsFor('en');
let fixture: TeamsFixture;

beforeAll(async () => {
  fixture = await openTeamsFixture({ patienceMilliseconds: 300 });
  await fixture.haruka.install();
  await fixture.alex.install();
});
afterEach(() => {
  fixture.teams.clearTroubles();
  fixture.log.length = 0;
});
afterAll(() => fixture.close());

const fromBot = (client: TeamsFixture['haruka']) => client.messages().filter(({ from }) => from === 'bot');
const apology = (text: string) => new RegExp(text.replace('REF', '[A-Z0-9]{6}').replace(/[.()]/g, '\\$&'));

/** Holds every other request of the person back until `release` is called. */
async function hold(): Promise<() => Promise<void>> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let held = () => {};
  const holding = new Promise<void>((resolve) => {
    held = resolve;
  });
  const transaction = fixture.test.database.$transaction(
    async (database) => {
      await database.$executeRaw`LOCK TABLE account, person, membership IN ACCESS EXCLUSIVE MODE`;
      held();
      await released;
    },
    { timeout: 60_000 },
  );
  await holding;
  return async () => {
    release();
    await transaction;
  };
}

test('a fault of ours is apologised for in the person’s language, with a reference that the log has', async () => {
  await fixture.test.database.$executeRaw`ALTER TABLE request RENAME TO request_away`;
  try {
    expect((await fixture.haruka.say('ヘルプ')).status).toBe(200);
    const answer = await fixture.haruka.until(apology(ja.chat.apology('REF')));
    expect((await fixture.alex.say('help')).status).toBe(200);
    await fixture.alex.until(apology(en.chat.apology('REF')));
    const [entry] = fixture.log.filter(({ level }) => level === 'error');
    const reference = entry && 'reference' in entry.fields ? String(entry.fields.reference) : 'none';
    expect(answer.text).toContain(reference);
  } finally {
    await fixture.test.database.$executeRaw`ALTER TABLE request_away RENAME TO request`;
  }
});

test('a fault behind a button that opens a dialog is apologised for in the dialog', async () => {
  await fixture.alex.say('menu');
  const menu = await fixture.alex.until('Human rights programme');
  await fixture.test.database.$executeRaw`ALTER TABLE account RENAME TO account_away`;
  try {
    expect((await fixture.alex.press(en.actions['member.settings'].title, menu)).error).toBeUndefined();
    expect(fixture.alex.dialog?.text).toMatch(apology(en.chat.apology('REF')));
  } finally {
    await fixture.test.database.$executeRaw`ALTER TABLE account_away RENAME TO account`;
  }
  await fixture.alex.close();
});

test('a dialog that takes long says so at once, and its answer follows in the chat', async () => {
  await fixture.alex.say('menu');
  const menu = await fixture.alex.until('Human rights programme');
  const release = await hold();
  const outcome = await fixture.alex.press(en.actions['member.settings'].title, menu);
  await release();
  expect(outcome.error).toBeUndefined();
  expect(fixture.alex.dialog?.text).toBe(en.chat.working);
  await fixture.alex.close();
  await fixture.bot.close();
  const form = fromBot(fixture.alex).at(-1);
  expect(form?.fields.map(({ label }) => label)).toContain(en.members.timeZone);
});

test('words that take long are answered with “is typing” first, and with nothing else', async () => {
  const typing = () =>
    fixture.teams.traffic().filter(({ request }) => JSON.stringify(request ?? null).includes('"type":"typing"')).length;
  const before = typing();
  const release = await hold();
  const said = fixture.haruka.say('ヘルプ');
  await expect.poll(typing, { timeout: 10_000 }).toBe(before + 1);
  await release();
  await said;
  await fixture.haruka.until(ja.members.helpIntroduction);
  expect(typing()).toBe(before + 1);
});

test('an answer that Teams did not take for a moment is said again, and once', async () => {
  fixture.teams.trouble({ fault: 'status', status: 429, retryAfter: 1, times: 1 });
  const before = fromBot(fixture.haruka).length;
  await fixture.haruka.say('ヘルプ');
  await fixture.haruka.until(ja.members.helpIntroduction);
  expect(fromBot(fixture.haruka)).toHaveLength(before + 1);
  expect(fixture.teams.traffic().filter(({ tooEarly }) => tooEarly)).toEqual([]);
});

test('an answer that Teams does not take for longer goes to the outbox, for words, a pressed button and a mention', async () => {
  await fixture.alex.installInTeam('Partnership');
  await fixture.haruka.say('MSM-1 オンラインで参加');
  const preview = await fixture.haruka.until(ja.chat.confirmFirst);
  const before = fromBot(fixture.haruka).length;
  const from = Date.now();
  fixture.teams.trouble({ fault: 'status', status: 429, retryAfter: 20 });
  await fixture.haruka.say('ヘルプ');
  await fixture.haruka.press(ja.chat.confirm, preview);
  await fixture.haruka.mention('Announcements', 'ヘルプ');
  fixture.teams.clearTroubles();
  expect(fromBot(fixture.haruka)).toHaveLength(before);
  const left = await fixture.test.database.notification.findMany({ where: { kind: 'request.answer' } });
  expect(left).toHaveLength(3);
  for (const { dueAt } of left) expect(dueAt.getTime()).toBeGreaterThanOrEqual(from + 20_000);
  expect(await fixture.test.database.registration.count()).toBe(1);
  expect(fixture.teams.traffic().filter(({ tooEarly }) => tooEarly)).toEqual([]);
  expect(fixture.log.filter(({ level }) => level === 'error')).toEqual([]);
});

test('an answer that may have arrived is not said again', async () => {
  fixture.teams.trouble({ fault: 'drop', times: 1, on: ['send', 'reply'] });
  await fixture.haruka.say('ヘルプ');
  const answers = fromBot(fixture.haruka).filter(({ text }) => text.includes(ja.members.helpIntroduction));
  await fixture.haruka.until(apology(ja.chat.apology('REF')));
  const later = fromBot(fixture.haruka).filter(({ text }) => text.includes(ja.members.helpIntroduction));
  expect(later).toHaveLength(answers.length);
});

test('a message that Teams sends again because the answer was slow is answered once', async () => {
  const release = await hold();
  const saying = fixture.haruka.say('メニュー');
  await expect.poll(() => waitingQueries(fixture.test)).toBeGreaterThan(0);
  await release();
  await saying;
  const delivery = fixture.haruka.deliveries.at(-1);
  if (!delivery) throw new Error('nothing was delivered');
  const before = fromBot(fixture.haruka).length;
  await fixture.teams.redeliver(delivery, { times: 3, together: true, newId: true });
  expect(fromBot(fixture.haruka)).toHaveLength(before);
});

test('a search while typing finds what the person may see, and nothing for others', async () => {
  const { database } = fixture.test;
  const { programmeId, companyId } = await database.membership.findFirstOrThrow({
    where: { person: { nameEn: 'Haruka Sato' } },
  });
  const membership = { programmeId, role: 'participant', level: 'working', companyId } as const;
  const names = { nameJa: '森健', nameEn: 'Ken Mori', furigana: 'もりけん' };
  await database.person.create({ data: { ...names, memberships: { create: membership } } });
  await fixture.alex.say('register');
  const form = fromBot(fixture.alex).at(-1);
  expect(form?.fields.map(({ label }) => label)).toContain(en.sessions.labels.attendee);
  const datasets: unknown[] = [];
  JSON.stringify(form?.payload, (name, value: unknown) => {
    if (name === 'dataset') datasets.push(value);
    return value;
  });
  const [dataset] = datasets;
  const { activity } = fixture.alex.deliveries.at(-1) ?? {};
  if (!activity || typeof dataset !== 'string') throw new Error('there is no search');
  const { store } = fixture.teams;
  const results = await Promise.all(
    ['Alex Morgan', 'Haruka Sato', 'Sam Stranger'].map(async (name) => {
      const user = store.directory.user(name);
      if (!user) throw new Error(`there is no ${name}`);
      const { answer } = await fixture.teams.deliver({
        ...activity,
        from: { id: user.id, aadObjectId: user.aadObjectId },
        type: 'invoke',
        name: 'application/search',
        id: `f:${name}`,
        text: undefined,
        value: { queryText: 'sakura', queryOptions: { skip: 0, top: 15 }, dataset },
      });
      return answer?.kind === 'choices' ? answer.choices.map(({ title }) => title) : null;
    }),
  );
  const [haruka, ken] = [expect.stringContaining('Haruka Sato'), expect.stringContaining('Ken Mori')];
  // Haruka's colleagues are hers to see; a stranger sees nobody.
  expect(results).toEqual([[haruka, ken], [expect.stringContaining('森健')], []]);
});

test.each(['{', '[]', '{"action":"session.register"}', '7', ''])(
  'a search of nonsense (%s) finds nothing',
  async (dataset) => {
    const { activity } = fixture.haruka.deliveries.at(-1) ?? {};
    if (!activity) throw new Error('nothing was delivered');
    const invoke = { ...activity, type: 'invoke', name: 'application/search', id: `f:${dataset}` };
    const { status, answer } = await fixture.teams.deliver({ ...invoke, value: { queryText: 'x', dataset } });
    expect(status).toBe(200);
    expect(answer).toMatchObject({ kind: 'choices', choices: [] });
  },
);

test.each(['task/fetch', 'task/submit'])('%s with a button that is none of ours says how to go on', async (name) => {
  const { activity } = fixture.haruka.deliveries.at(-1) ?? {};
  if (!activity) throw new Error('nothing was delivered');
  const invoke = { ...activity, type: 'invoke', name, id: `f:${name}`, value: { data: { other: 1 } } };
  const { answer } = await fixture.teams.deliver(invoke);
  expect(answer).toEqual({ kind: 'message', text: ja.chat.formExpired });
});

test('a person without a personal chat is told in the thread how to open it, and nothing else is', async () => {
  await fixture.alex.installInTeam('Partnership');
  fixture.haruka.block();
  try {
    const { length } = fixture.alex.messages();
    await fixture.haruka.mention('Announcements', 'メニュー');
    const told = await fixture.haruka.until(ja.chat.openPersonalChat);
    expect(told.conversation).toContain('@thread');
    const seen = fixture.alex.messages().slice(length);
    expect(seen.filter(({ from }) => from === 'bot').map(({ text }) => text)).toEqual([ja.chat.openPersonalChat]);
    expect(fixture.log.filter(({ level }) => level === 'error')).toEqual([]);
  } finally {
    fixture.haruka.unblock();
  }
});
