/** The bot in Teams, end to end: what a person says and presses, and what the person then sees. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import { plain } from '../../../programme/messages/message.js';
import { openTeamsFixture, type TeamsFixture } from './fixture.js';

const ja = textsFor('ja');
const en = textsFor('en');
let fixture: TeamsFixture;

beforeAll(async () => {
  fixture = await openTeamsFixture();
});
afterAll(async () => {
  expect(fixture.log.filter(({ level }) => level === 'error')).toEqual([]);
  // Whom the app was taken from is refused; nothing else ever was.
  expect(fixture.teams.refusals().filter(({ status }) => status !== 403)).toEqual([]);
  await fixture.close();
});

function settled(outcome: { readonly status: number; readonly error: string | undefined }): void {
  expect(outcome.error).toBeUndefined();
  expect(outcome.status).toBe(200);
}

const fromBot = (client: TeamsFixture['haruka']) => client.messages().filter(({ from }) => from === 'bot');

test('a person who installs the app is linked by e-mail and greeted once, in their own language', async () => {
  for (const client of [fixture.haruka, fixture.alex, fixture.stranger]) settled(await client.install());
  await fixture.haruka.until('人権プログラム');
  await fixture.alex.until('Human rights programme');
  // Installing tells no language, so a stranger is spoken to in Japanese first.
  await fixture.stranger.until(ja.members.unknown);
  for (const client of [fixture.haruka, fixture.alex, fixture.stranger]) expect(fromBot(client)).toHaveLength(1);
  const account = await fixture.test.database.account.findFirstOrThrow({
    where: { person: { nameEn: 'Haruka Sato' } },
  });
  expect(account).toMatchObject({
    platform: 'teams',
    userId: fixture.teams.store.directory.user('Haruka Sato')?.aadObjectId,
    address: { serviceUrl: fixture.teams.serviceUrl, conversation: { conversationType: 'personal' } },
  });
});

test('words are understood and answered, in the language of the person', async () => {
  settled(await fixture.haruka.say('ヘルプ'));
  await fixture.haruka.until(ja.members.helpIntroduction);
  settled(await fixture.alex.say('help'));
  await fixture.alex.until(en.members.helpIntroduction);
  settled(await fixture.alex.say('qwertz'));
  await fixture.alex.until(en.members.notUnderstood);
  settled(await fixture.stranger.say('hello'));
  await fixture.stranger.until(en.members.unknown);
});

test('what people wrote into a title stays text', async () => {
  settled(await fixture.haruka.say(ja.actions['session.list'].title));
  const list = await fixture.haruka.until('第1回');
  expect(list.text).toContain('第1回[研修](https://evil.example)');
  settled(await fixture.alex.say('sessions'));
  expect((await fixture.alex.until('Workshop')).text).toContain('Workshop *1*');
});

test('a button registers; its answer follows the list, which stays', async () => {
  settled(await fixture.haruka.say(ja.actions['session.list'].title));
  const list = await fixture.haruka.until('第1回');
  settled(await fixture.haruka.press(ja.sessions.registerAs.online, list));
  expect(fixture.haruka.messages().find(({ id }) => id === list.id)?.edits).toBe(0);
  expect(fromBot(fixture.haruka).at(-1)?.text).toContain('第1回');
  const registration = await fixture.test.database.registration.findFirstOrThrow();
  expect(registration).toMatchObject({ sessionId: fixture.session, state: 'confirmed', mode: 'online' });
});

test('what words alone asked for is shown first, and done in its place once confirmed', async () => {
  settled(await fixture.haruka.say('MSM-1 参加方法を変更 会場'));
  const preview = await fixture.haruka.until(ja.chat.confirmFirst);
  expect(await fixture.test.database.registration.findFirstOrThrow()).toMatchObject({ mode: 'online' });
  settled(await fixture.haruka.press(ja.chat.confirm, preview));
  const answer = fixture.haruka.messages().find(({ id }) => id === preview.id);
  expect(answer?.edits).toBe(1);
  expect(answer?.buttons).not.toContain(ja.chat.confirm);
  expect(await fixture.test.database.registration.findFirstOrThrow()).toMatchObject({ mode: 'onsite' });
});

test('a message that is delivered four times, at once or under new ids, is answered once', async () => {
  settled(await fixture.haruka.say('使い方'));
  await fixture.haruka.until(ja.members.helpIntroduction);
  const delivery = fixture.haruka.deliveries.at(-1);
  if (!delivery) throw new Error('nothing was delivered');
  const before = fromBot(fixture.haruka).length;
  await fixture.teams.redeliver(delivery, { times: 3, together: true });
  await fixture.teams.redeliver(delivery, { times: 3, together: true, newId: true });
  expect(fromBot(fixture.haruka)).toHaveLength(before);
});

test('a form asked for in words stands in the chat; its answer takes its place', async () => {
  settled(await fixture.alex.say('settings'));
  const form = await fixture.alex.until(en.actions['member.settings'].title);
  expect(form.fields.map(({ label }) => label)).toContain(en.members.timeZone);
  await fixture.alex.fill(en.members.timeZone, 'Europe/Berlin');
  settled(await fixture.alex.press(form.buttons[0] ?? '', form));
  const answer = fixture.alex.messages().find(({ id }) => id === form.id);
  expect(answer?.text).toContain(en.members.settingsChanged('Europe/Berlin'));
  const person = await fixture.test.database.person.findUniqueOrThrow({ where: { email: 'alex.morgan@spp.example' } });
  expect(person.timeZone).toBe('Europe/Berlin');
});

test('a cancelled form goes away and changes nothing', async () => {
  settled(await fixture.alex.say('settings'));
  const form = await fixture.alex.until(en.actions['member.settings'].title);
  settled(await fixture.alex.press(form.buttons[1] ?? '', form));
  expect(fixture.alex.messages().some(({ id }) => id === form.id)).toBe(false);
});

test('a button opens a dialog; an error stands at its field, and what was entered stays', async () => {
  settled(await fixture.stranger.say('hello'));
  const offer = await fixture.stranger.until(en.members.unknown);
  settled(await fixture.stranger.press(en.actions['member.link'].title, offer));
  expect(fixture.stranger.dialog?.title).toBe(en.actions['member.link'].title);
  await fixture.stranger.fill(en.members.code, 'WRONG-CODE-0000');
  settled(await fixture.stranger.submit());
  const field = () => fixture.stranger.dialog?.fields.find(({ label }) => label === en.members.code);
  expect(field()?.error).toBe(en.refusals.code_wrong({ triesLeft: 4 }));
  expect(field()?.value).toBe('WRONG-CODE-0000');
  settled(await fixture.stranger.submit());
  expect(field()?.error).toBe(en.refusals.code_wrong({ triesLeft: 3 }));
  settled(await fixture.stranger.press(fixture.stranger.dialog?.buttons.at(-1) ?? ''));
  expect(fixture.stranger.dialog).toBeUndefined();
});

test('a dialog shows what came of it, and its button closes it', async () => {
  settled(await fixture.alex.say('menu'));
  const menu = await fixture.alex.until('Human rights programme');
  settled(await fixture.alex.press(en.actions['member.settings'].title, menu));
  await fixture.alex.fill(en.members.timeZone, 'Asia/Tokyo');
  settled(await fixture.alex.submit());
  expect(fixture.alex.dialog?.text).toContain(en.members.settingsChanged('Asia/Tokyo'));
  settled(await fixture.alex.press(en.chat.close));
  expect(fixture.alex.dialog).toBeUndefined();
});

test('what a dialog did is shown in it', async () => {
  settled(await fixture.haruka.say(`${ja.actions['session.show'].title} MSM-1`));
  let details = fromBot(fixture.haruka).at(-1);
  if (details?.fields.length) {
    await fixture.haruka.fill(details.fields[0]?.label ?? '', details.fields[0]?.options[0] ?? '');
    settled(await fixture.haruka.press(details.buttons[0] ?? '', details));
    details = fromBot(fixture.haruka).at(-1);
  }
  if (!details) throw new Error('there is no card');
  settled(await fixture.haruka.press(ja.actions['session.cancel'].title, details));
  expect(fixture.haruka.dialog?.submitLabel).toBeDefined();
  settled(await fixture.haruka.submit());
  expect(fixture.haruka.dialog?.text).toContain('第1回');
  expect(await fixture.test.database.registration.findFirstOrThrow()).toMatchObject({ state: 'cancelled' });
  await fixture.haruka.close();
});

test('a mention in a channel is answered privately, and the thread says only that', async () => {
  settled(await fixture.alex.installInTeam('Partnership'));
  const before = fixture.alex.messages().length;
  settled(await fixture.haruka.mention('Announcements', 'メニュー'));
  const note = await fixture.haruka.until(ja.chat.sentPrivately);
  expect(note.conversation).toContain('@thread');
  const answer = fromBot(fixture.haruka)
    .filter(({ text }) => text.includes('佐藤春香'))
    .at(-1);
  expect(answer?.conversation).not.toBe(note.conversation);
  const seen = fixture.alex.messages().slice(before);
  expect(seen.some(({ text }) => text.includes('佐藤春香'))).toBe(false);
  expect(seen.some(({ text }) => text.includes(ja.chat.sentPrivately))).toBe(true);
});

test('edits, reactions and buttons of others are passed over or explained', async () => {
  const count = fromBot(fixture.haruka).length;
  const message = fromBot(fixture.haruka).at(-1);
  if (!message) throw new Error('there is no message');
  settled(await fixture.haruka.react(message, 'like'));
  const { activity } = fixture.haruka.deliveries[0] ?? {};
  if (!activity) throw new Error('nothing was delivered');
  for (const type of ['messageUpdate', 'messageDelete', 'typing', 'event']) {
    expect(await fixture.teams.deliver({ ...activity, type, id: `x${type}` })).toMatchObject({ status: 200 });
  }
  expect(fromBot(fixture.haruka)).toHaveLength(count);
  const old = { ...activity, type: 'message', id: 'old', text: undefined, value: { something: 'else' } };
  expect(await fixture.teams.deliver(old)).toMatchObject({ status: 200 });
  await fixture.haruka.until(ja.chat.formExpired);
});

test('the gateway reaches a person who has talked to the bot, until the app is removed', async () => {
  const { database } = fixture.test;
  const where = { person: { email: 'haruka.sato@sakura.example' } };
  const account = await database.account.findFirstOrThrow({ where });
  const deliver = () =>
    fixture.bot.gateway.deliver(account, { message: plain('明日です。'), language: 'ja', key: 'k1' });
  expect(await deliver()).toMatchObject({ outcome: 'delivered' });
  await fixture.haruka.until('明日です。');
  settled(await fixture.haruka.uninstall());
  expect(await database.account.findFirstOrThrow({ where })).toMatchObject({ unreachableReason: 'uninstalled' });
  settled(await fixture.alex.uninstallFromTeam('Partnership'));
  expect((await deliver()).outcome).toBe('unreachable');
  settled(await fixture.haruka.install());
  expect(await database.account.findFirstOrThrow({ where })).toMatchObject({ unreachableReason: null });
});
