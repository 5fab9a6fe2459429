/** What was done in a modal or a dialog leaves one line in the chat, and the message that only offered the form is done with. */
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../playground/client.js';
import { textsFor } from '../../playground/pilot/texts.js';
import type { Session } from '../../prisma/client.js';
import { buildSession } from '../support/factories.js';
import { nextSecond, openPlatforms, type Platforms, settled } from './platforms.js';

const ja = textsFor('ja');
const en = textsFor('en');

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'hana', 'tom', 'haruka', 'sara', 'emi'] });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

let counted = 0;
async function session(given: Parameters<typeof buildSession>[2] = {}): Promise<Session & { readonly title: string }> {
  counted += 1;
  const startsAt = new Date(Date.parse('2024-11-07T15:30:00+09:00') - counted * 1000);
  const code = `LIN-${counted}`;
  const built = await buildSession(platforms.services, platforms.programme, { code, startsAt, ...given });
  return { ...built, title: `${built.titleEn} (${code})` };
}

type Name = 'ken' | 'hana' | 'tom' | 'haruka';
const clientOf = (name: Name) => (name === 'ken' || name === 'hana' ? platforms.slack(name) : platforms.teams(name));
const seen = (name: Name, text: string) =>
  clientOf(name)
    .messages()
    .filter((one) => one.text.includes(text));
const now = (name: Name, { id }: SeenMessage) =>
  clientOf(name)
    .messages()
    .find((one) => one.id === id);
const answered = () => platforms.playground.assistant.answered();
const registered = (title: string, mode: string, language: 'ja' | 'en' = 'en') =>
  textsFor(language).sessions.seated({ name: null, title, mode, already: false });
const titleJa = (one: Session) => ja.sessions.titled(one.code, one.titleJa);

/** The message that offers the form of registering. */
async function offerOf(name: 'ken' | 'hana'): Promise<SeenMessage> {
  const texts = name === 'ken' ? en : ja;
  settled(await platforms.slack(name).say(name === 'ken' ? 'register' : '参加登録'));
  return await platforms.slack(name).until(texts.chat.fillInAbove(texts.actions['session.register'].title));
}

async function fillIn(name: Name, { code }: Session, mode: 'online' | 'onsite') {
  const texts = name === 'ken' || name === 'tom' ? en : ja;
  const client = clientOf(name);
  await client.fill(
    texts.sessions.labels.session,
    client.dialog?.fields[0]?.options.find((label) => label.includes(code)) ?? '',
  );
  await client.fill(texts.sessions.labels.mode, texts.sessions.modes[mode]);
}

describe('in Slack', () => {
  it('a closed and a refused form leave the offer as it is; one that did something takes its place', async () => {
    const one = await session({ method: 'in_person' });
    const ken = platforms.slack('ken');
    const offer = await offerOf('ken');
    settled(await ken.press(en.chat.fillIn, offer));
    await ken.close();
    settled(await ken.press(en.chat.fillIn, offer));
    await fillIn('ken', one, 'online');
    settled(await ken.submit());
    await answered();
    expect(now('ken', offer)).toMatchObject({ text: offer.text, buttons: [en.chat.fillIn], edits: 0 });
    await ken.fill(en.sessions.labels.mode, en.sessions.modes.onsite);
    settled(await ken.submit());
    const line = registered(one.title, en.sessions.modes.onsite);
    expect(ken.dialog?.text).toContain(line);
    await ken.close();
    await answered();
    expect(seen('ken', line).map(({ id }) => id)).toEqual([offer.id]);
    expect(now('ken', offer)?.buttons).not.toContain(en.chat.fillIn);
    expect(now('ken', offer)?.buttons).toContain(en.actions['session.cancel'].title);
  });

  it('in Japanese; a second delivery changes nothing, and an offer that was deleted is followed by a new line', async () => {
    const one = await session();
    const hana = platforms.slack('hana');
    const offer = await offerOf('hana');
    settled(await hana.press(ja.chat.fillIn, offer));
    const { slack } = platforms.playground;
    await new WebClient(slack.botToken(), { slackApiUrl: slack.url }).chat.delete({
      channel: offer.conversation,
      ts: offer.id,
    });
    await fillIn('hana', one, 'online');
    settled(await hana.submit());
    await hana.close();
    await answered();
    const line = registered(titleJa(one), ja.sessions.modes.online, 'ja');
    expect(seen('hana', line)).toHaveLength(1);
    const delivery = slack.deliveries().findLast(({ what }) => what.startsWith('view_submission'));
    if (delivery === undefined) throw new Error('no form was delivered');
    await nextSecond();
    await slack.redeliver(delivery, { times: 2, together: true });
    await answered();
    expect(seen('hana', line)).toHaveLength(1);
  });

  it('a button of Home and a form of a command leave a line in the private chat', async () => {
    const [one, other] = [await session(), await session()];
    const [ken, hana] = [platforms.slack('ken'), platforms.slack('hana')];
    settled(await hana.openHome());
    settled(await hana.pressHome(ja.sessions.registerAs.onsite, one.code));
    await hana.close();
    settled(await ken.command('/spp register'));
    await fillIn('ken', other, 'online');
    settled(await ken.submit());
    await ken.close();
    await answered();
    expect(seen('hana', registered(titleJa(one), ja.sessions.modes.onsite, 'ja'))).toHaveLength(1);
    expect(seen('ken', registered(other.title, en.sessions.modes.online))).toHaveLength(1);
  });

  it('a card with more than the one button stays, and what only shows something leaves no line', async () => {
    const one = await session();
    const ken = platforms.slack('ken');
    settled(await ken.command(`/spp register ${one.code} online`));
    settled(await ken.say(`session ${one.code}`));
    const card = await ken.until(one.code);
    const before = ken.messages().length;
    settled(await ken.openHome());
    settled(await ken.pressHome(en.actions['session.show'].title, one.code));
    await ken.close();
    await answered();
    expect(ken.messages()).toHaveLength(before);
    settled(await ken.press(en.actions['session.cancel'].title, card));
    settled(await ken.submit());
    await ken.close();
    await answered();
    expect(now('ken', card)).toEqual(card);
    expect(ken.messages()).toHaveLength(before + 1);
  });

  it('words that say everything are previewed in place, without a form', async () => {
    const one = await session();
    const ken = platforms.slack('ken');
    settled(await ken.command(`/spp register ${one.code} online`));
    settled(await ken.say(`cancel ${one.code}`));
    const preview = await ken.until(en.chat.confirmFirst);
    expect(ken.dialog).toBeUndefined();
    expect(preview.text).toContain(one.title);
    settled(await ken.press(en.chat.confirm, preview));
    await answered();
    expect(await platforms.database.registration.count({ where: { sessionId: one.id, state: 'cancelled' } })).toBe(1);
  });
});

describe('in Teams', () => {
  it.each(['tom', 'haruka'] as const)('a dialog of %s leaves one line, however often it is delivered', async (name) => {
    const one = await session();
    const texts = name === 'tom' ? en : ja;
    const client = platforms.teams(name);
    settled(await client.say(name === 'tom' ? `register ${one.code} online` : `${one.code} にオンラインで参加します`));
    settled(await client.press(texts.chat.confirm, await client.until(texts.chat.confirmFirst)));
    settled(await client.say(`session ${one.code}`));
    const card = await client.until(one.code);
    settled(await client.press(texts.actions['session.cancel'].title, card));
    settled(await client.close());
    const before = client.messages().length;
    settled(await client.press(texts.actions['session.cancel'].title, card));
    settled(await client.submit());
    const { teams } = platforms.playground;
    const delivery = teams.deliveries().at(-1);
    if (delivery === undefined) throw new Error('no dialog was delivered');
    await client.close();
    await answered();
    expect(client.messages()).toHaveLength(before + 1);
    expect(client.messages().at(-1)?.text).toContain(one.code);
    expect(now(name, card)?.text).toBe(card.text);
    await teams.redeliver(delivery, { times: 2, together: true });
    await answered();
    expect(client.messages()).toHaveLength(before + 1);
  });
});
