/** The bot in Teams, end to end: what a person says and presses, and what the person then sees. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import { plain } from '../../../programme/messages/message.js';
import { openTeamsFixture, type TeamsFixture } from './fixture.js';

const ja = textsFor('ja');
const en = textsFor('en');
let place: TeamsFixture;

beforeAll(async () => {
  place = await openTeamsFixture();
});
afterAll(async () => {
  expect(place.log.filter(({ level }) => level === 'error')).toEqual([]);
  // Whom the app was taken from is refused; nothing else ever was.
  expect(place.teams.refusals().filter(({ status }) => status !== 403)).toEqual([]);
  await place.close();
});

function settled(outcome: { readonly status: number; readonly error: string | undefined }): void {
  expect(outcome.error).toBeUndefined();
  expect(outcome.status).toBe(200);
}

const fromBot = (client: TeamsFixture['haruka']) => client.messages().filter(({ from }) => from === 'bot');

test('a person who installs the app is linked by e-mail and greeted once, in their own language', async () => {
  for (const client of [place.haruka, place.alex, place.stranger]) settled(await client.install());
  await place.haruka.until('人権プログラム');
  await place.alex.until('Human rights programme');
  // Installing tells no language, so a stranger is spoken to in Japanese first.
  await place.stranger.until(ja.members.unknown);
  for (const client of [place.haruka, place.alex, place.stranger]) expect(fromBot(client)).toHaveLength(1);
  const account = await place.test.database.account.findFirstOrThrow({ where: { person: { nameEn: 'Haruka Sato' } } });
  expect(account).toMatchObject({
    platform: 'teams',
    userId: place.teams.store.directory.user('Haruka Sato')?.aadObjectId,
    address: { serviceUrl: place.teams.serviceUrl, conversation: { conversationType: 'personal' } },
  });
});

test('words are understood and answered, in the language of the person', async () => {
  settled(await place.haruka.say('ヘルプ'));
  await place.haruka.until(ja.members.helpIntroduction);
  settled(await place.alex.say('help'));
  await place.alex.until(en.members.helpIntroduction);
  settled(await place.alex.say('qwertz'));
  await place.alex.until(en.members.notUnderstood);
  settled(await place.stranger.say('hello'));
  await place.stranger.until(en.members.unknown);
});

test('what people wrote into a title stays text', async () => {
  settled(await place.haruka.say(ja.actions['session.list'].title));
  const list = await place.haruka.until('第1回');
  expect(list.text).toContain('第1回[研修](https://evil.example)');
  settled(await place.alex.say('sessions'));
  expect((await place.alex.until('Workshop')).text).toContain('Workshop *1*');
});

test('a button registers; its answer follows the list, which stays', async () => {
  settled(await place.haruka.say(ja.actions['session.list'].title));
  const list = await place.haruka.until('第1回');
  settled(await place.haruka.press(ja.sessions.registerAs.online, list));
  expect(place.haruka.messages().find(({ id }) => id === list.id)?.edits).toBe(0);
  expect(fromBot(place.haruka).at(-1)?.text).toContain('第1回');
  const registration = await place.test.database.registration.findFirstOrThrow();
  expect(registration).toMatchObject({ sessionId: place.session, state: 'confirmed', mode: 'online' });
});

test('what words alone asked for is shown first, and done in its place once confirmed', async () => {
  settled(await place.haruka.say('MSM-1 参加方法を変更 会場'));
  const preview = await place.haruka.until(ja.chat.confirmFirst);
  expect(await place.test.database.registration.findFirstOrThrow()).toMatchObject({ mode: 'online' });
  settled(await place.haruka.press(ja.chat.confirm, preview));
  const answer = place.haruka.messages().find(({ id }) => id === preview.id);
  expect(answer?.edits).toBe(1);
  expect(answer?.buttons).not.toContain(ja.chat.confirm);
  expect(await place.test.database.registration.findFirstOrThrow()).toMatchObject({ mode: 'onsite' });
});

test('a message that is delivered four times, at once or under new ids, is answered once', async () => {
  settled(await place.haruka.say('使い方'));
  await place.haruka.until(ja.members.helpIntroduction);
  const delivery = place.haruka.deliveries.at(-1);
  if (!delivery) throw new Error('nothing was delivered');
  const before = fromBot(place.haruka).length;
  await place.teams.redeliver(delivery, { times: 3, together: true });
  await place.teams.redeliver(delivery, { times: 3, together: true, newId: true });
  expect(fromBot(place.haruka)).toHaveLength(before);
});

test('a form asked for in words stands in the chat; its answer takes its place', async () => {
  settled(await place.alex.say('settings'));
  const form = await place.alex.until(en.actions['member.settings'].title);
  expect(form.fields.map(({ label }) => label)).toContain(en.members.timeZone);
  await place.alex.fill(en.members.timeZone, 'Europe/Berlin');
  settled(await place.alex.press(form.buttons[0] ?? '', form));
  const answer = place.alex.messages().find(({ id }) => id === form.id);
  expect(answer?.text).toContain(en.members.settingsChanged('Europe/Berlin'));
  const person = await place.test.database.person.findUniqueOrThrow({ where: { email: 'alex.morgan@spp.example' } });
  expect(person.timeZone).toBe('Europe/Berlin');
});

test('a cancelled form goes away and changes nothing', async () => {
  settled(await place.alex.say('settings'));
  const form = await place.alex.until(en.actions['member.settings'].title);
  settled(await place.alex.press(form.buttons[1] ?? '', form));
  expect(place.alex.messages().some(({ id }) => id === form.id)).toBe(false);
});

test('a button opens a dialog; an error stands at its field, and what was entered stays', async () => {
  settled(await place.stranger.say('hello'));
  const offer = await place.stranger.until(en.members.unknown);
  settled(await place.stranger.press(en.actions['member.link'].title, offer));
  expect(place.stranger.dialog?.title).toBe(en.actions['member.link'].title);
  await place.stranger.fill(en.members.code, 'WRONG-CODE-0000');
  settled(await place.stranger.submit());
  const field = () => place.stranger.dialog?.fields.find(({ label }) => label === en.members.code);
  expect(field()?.error).toBe(en.refusals.code_wrong({ triesLeft: 4 }));
  expect(field()?.value).toBe('WRONG-CODE-0000');
  settled(await place.stranger.submit());
  expect(field()?.error).toBe(en.refusals.code_wrong({ triesLeft: 3 }));
  settled(await place.stranger.press(place.stranger.dialog?.buttons.at(-1) ?? ''));
  expect(place.stranger.dialog).toBeUndefined();
});

test('a dialog shows what came of it, and its button closes it', async () => {
  settled(await place.alex.say('menu'));
  const menu = await place.alex.until('Human rights programme');
  settled(await place.alex.press(en.actions['member.settings'].title, menu));
  await place.alex.fill(en.members.timeZone, 'Asia/Tokyo');
  settled(await place.alex.submit());
  expect(place.alex.dialog?.text).toContain(en.members.settingsChanged('Asia/Tokyo'));
  settled(await place.alex.press(en.chat.close));
  expect(place.alex.dialog).toBeUndefined();
});

test('what a dialog did is shown in it', async () => {
  settled(await place.haruka.say(`${ja.actions['session.show'].title} MSM-1`));
  let details = fromBot(place.haruka).at(-1);
  if (details?.fields.length) {
    await place.haruka.fill(details.fields[0]?.label ?? '', details.fields[0]?.options[0] ?? '');
    settled(await place.haruka.press(details.buttons[0] ?? '', details));
    details = fromBot(place.haruka).at(-1);
  }
  if (!details) throw new Error('there is no card');
  settled(await place.haruka.press(ja.actions['session.cancel'].title, details));
  expect(place.haruka.dialog?.submitLabel).toBeDefined();
  settled(await place.haruka.submit());
  expect(place.haruka.dialog?.text).toContain('第1回');
  expect(await place.test.database.registration.findFirstOrThrow()).toMatchObject({ state: 'cancelled' });
  await place.haruka.close();
});

test('a mention in a channel is answered privately, and the thread says only that', async () => {
  settled(await place.alex.installInTeam('Partnership'));
  const before = place.alex.messages().length;
  settled(await place.haruka.mention('Announcements', 'メニュー'));
  const note = await place.haruka.until(ja.chat.sentPrivately);
  expect(note.conversation).toContain('@thread');
  const answer = fromBot(place.haruka)
    .filter(({ text }) => text.includes('佐藤春香'))
    .at(-1);
  expect(answer?.conversation).not.toBe(note.conversation);
  const seen = place.alex.messages().slice(before);
  expect(seen.some(({ text }) => text.includes('佐藤春香'))).toBe(false);
  expect(seen.some(({ text }) => text.includes(ja.chat.sentPrivately))).toBe(true);
});

test('edits, reactions and buttons of others are passed over or explained', async () => {
  const count = fromBot(place.haruka).length;
  const message = fromBot(place.haruka).at(-1);
  if (!message) throw new Error('there is no message');
  settled(await place.haruka.react(message, 'like'));
  const { activity } = place.haruka.deliveries[0] ?? {};
  if (!activity) throw new Error('nothing was delivered');
  for (const type of ['messageUpdate', 'messageDelete', 'typing', 'event']) {
    expect(await place.teams.deliver({ ...activity, type, id: `x${type}` })).toMatchObject({ status: 200 });
  }
  expect(fromBot(place.haruka)).toHaveLength(count);
  const old = { ...activity, type: 'message', id: 'old', text: undefined, value: { something: 'else' } };
  expect(await place.teams.deliver(old)).toMatchObject({ status: 200 });
  await place.haruka.until(ja.chat.formExpired);
});

test('the gateway reaches a person who has talked to the bot, until the app is removed', async () => {
  const { database } = place.test;
  const where = { person: { email: 'haruka.sato@sakura.example' } };
  const account = await database.account.findFirstOrThrow({ where });
  const deliver = () => place.bot.gateway.deliver(account, { message: plain('明日です。'), language: 'ja', key: 'k1' });
  expect(await deliver()).toMatchObject({ outcome: 'delivered' });
  await place.haruka.until('明日です。');
  settled(await place.haruka.uninstall());
  expect(await database.account.findFirstOrThrow({ where })).toMatchObject({ unreachableReason: 'uninstalled' });
  settled(await place.alex.uninstallFromTeam('Partnership'));
  expect((await deliver()).outcome).toBe('unreachable');
  settled(await place.haruka.install());
  expect(await database.account.findFirstOrThrow({ where })).toMatchObject({ unreachableReason: null });
});
