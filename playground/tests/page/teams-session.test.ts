/** The page's Teams client: what it tells of a person's screen, and words, files and the app itself as a real bot meets them. */
import { MessageFactory } from 'botbuilder';
import { beforeEach, describe, expect, test } from 'vitest';
import { openTeamsSession, teamsFile } from '../../page/client-sessions/teams-session.js';
import { fieldsOf, listOf } from '../../teams/wire.js';
import { card, cardMessage, textBlock } from '../teams/bot.js';
import { openTeamsFixture } from '../teams/fixture.js';
import { openTeamsPageSession, type TeamsPageSession } from './teams-page-session.js';

const fixture = await openTeamsFixture(({ bot }) => {
  bot.application.adaptiveCards.actionExecute('vote', async () => card([textBlock('Voted')]));
});
const { teams } = fixture;
const { store } = teams;
const files = new Map([['one', { name: 'policy.docx', content: Buffer.from('words') }]]);

let page: TeamsPageSession;
let chat: string;
let channel: string;

beforeEach(() => {
  page = openTeamsPageSession(fixture, 'Haruka Sato', files);
  const [direct, , announcements] = page.look().screen.conversations;
  chat = direct?.id ?? '';
  channel = announcements?.id ?? '';
});

/** Adds the app to the team, and makes the bot post this in answer to a mention. */
async function inChannel(answer: object) {
  await fixture.haruka.installInTeam('Partnership');
  fixture.bot.onTurn = async (context) => {
    fixture.heard.push(context.activity);
    await context.sendActivity(answer);
  };
  await page.clientSession.carryOut({ do: 'say', conversation: channel, text: `@${teams.app.name} please` });
}

describe('what is told', () => {
  test('the person, their conversations and whether they have the app', () => {
    const haruka = store.directory.user('Haruka Sato');
    expect(page.clientSession.id).toBe(`teams:${haruka?.aadObjectId}`);
    expect(openTeamsSession(teams, haruka?.aadObjectId ?? '', { handedIn: () => undefined }).id).toBe(
      page.clientSession.id,
    );
    expect(page.look().screen).toEqual({
      platform: 'teams',
      self: { id: haruka?.id, name: 'Haruka Sato' },
      conversations: [
        { id: expect.stringMatching(/^a:1/), kind: 'direct', name: teams.app.name },
        { id: expect.stringMatching(/@thread/), kind: 'channel', name: 'Partnership › General', installed: false },
        {
          id: expect.stringMatching(/@thread/),
          kind: 'channel',
          name: 'Partnership › Announcements',
          installed: false,
        },
      ],
      installed: true,
      blocked: false,
      dialog: null,
      toasts: [],
    });
    expect(() => openTeamsSession(teams, 'Nobody', { handedIn: () => undefined })).toThrow(/no person Nobody/);
  });

  test('everything at first, oldest first, then what has changed since', async () => {
    await fixture.receive(cardMessage(card([textBlock('Hello')])));
    const first = page.look();
    expect(first.whole).toBe(true);
    expect(first.messages.map(({ revision }) => revision)).toEqual(
      first.messages.map(({ revision }) => revision).toSorted((one, other) => one - other),
    );
    const [said, answer] = first.messages.slice(-2);
    expect(said).toMatchObject({
      conversation: chat,
      thread: null,
      from: { kind: 'self', name: 'Haruka Sato' },
      text: 'go',
      textFormat: 'plain',
      edited: false,
    });
    expect(answer).toMatchObject({
      from: { kind: 'bot', name: teams.app.name },
      textFormat: 'markdown',
      attachmentLayout: 'list',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card([textBlock('Hello')]) }],
      suggestedActions: [],
      files: [],
      at: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(page.look(first.until)).toMatchObject({ whole: false, messages: [], gone: [], until: first.until });

    fixture.bot.onTurn = async (context) => {
      await context.updateActivity({ ...MessageFactory.text('Corrected'), id: answer?.id });
      const sent = await context.sendActivity('Never mind');
      await context.deleteActivity(sent?.id ?? '');
    };
    await page.clientSession.carryOut({ do: 'say', conversation: chat, text: 'and now' });
    const then = page.look(first.until);
    expect(then.messages.map(({ text, edited }) => [text, edited])).toEqual([
      ['Corrected', true],
      ['and now', false],
    ]);
    expect(then.messages[0]?.key).toBe(answer?.key);
    expect(then.gone).toHaveLength(1);
    expect(page.look().gone).toEqual([]);
    expect(page.look().messages.map(({ key }) => key)).not.toContain(then.gone[0]);
  });

  test('of a thousand messages only the one that has changed, once', () => {
    const user = store.directory.user('Haruka Sato');
    if (!user) throw new Error('nobody');
    const posted = Array.from({ length: 1000 }, (_, number) =>
      store.post(store.personal(user), { from: 'bot', payload: { type: 'message', text: String(number) } }),
    );
    const { until } = page.look();
    const [old] = posted;
    if (!old) throw new Error('nothing');
    store.edit(old, { type: 'message', text: 'new' });
    store.edit(old, { type: 'message', text: 'newer' });
    expect(page.look(until).messages.map(({ text }) => text)).toEqual(['newer']);
    for (const message of posted) store.remove(message);
    expect(page.look(until)).toMatchObject({ messages: [], gone: { length: 1000 } });
  });

  test('what others write in private is not', async () => {
    const { until } = page.look();
    const kenji = openTeamsPageSession(fixture, 'Kenji Ito');
    await kenji.clientSession.carryOut({ do: 'install' });
    const conversation = kenji.look().screen.conversations[0]?.id ?? '';
    await kenji.clientSession.carryOut({ do: 'say', conversation, text: 'in private' });
    expect(kenji.last).toThrow(/said nothing/);
    expect(kenji.look().messages.at(-1)?.text).toBe('in private');
    expect(page.look(until).messages).toEqual([]);
    expect(await page.refusal({ do: 'say', conversation, text: 'me, too' })).toMatch(/no such conversation/);
    const place = { conversation, message: kenji.look().messages.at(-1)?.id ?? '', attachment: 0 };
    expect(await page.refusal({ do: 'act', place, pointer: '/actions/0', inputs: {} })).toMatch(/no longer there/);
  });

  test('a card that Action.Execute gave one person, as that person sees it', async () => {
    await inChannel(cardMessage(card([textBlock('Vote')], [{ type: 'Action.Execute', title: 'Vote', verb: 'vote' }])));
    const kenji = openTeamsPageSession(fixture, 'Kenji Ito');
    const { until } = page.look();
    expect(await page.act('/actions/0')).toMatchObject({ status: 200, error: null });
    const seen = page.look(until).messages;
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ edited: false, attachments: [{ content: card([textBlock('Voted')]) }] });
    expect(kenji.last()).toMatchObject({ key: seen[0]?.key });
    expect(fieldsOf(kenji.last().attachments[0]?.content).actions).toHaveLength(1);
    expect(page.look().messages.find(({ text }) => text.endsWith('please'))?.from.kind).toBe('self');
    expect(kenji.look().messages.find(({ text }) => text.endsWith('please'))?.from).toEqual({
      kind: 'person',
      name: 'Haruka Sato',
    });
  });
});

describe('words', () => {
  test('in the personal chat, and how long the bot took', async () => {
    const done = await page.clientSession.carryOut({ do: 'say', conversation: chat, text: 'hello' });
    expect(done).toEqual({ status: 200, milliseconds: expect.any(Number), error: null });
    expect(fixture.heard).toMatchObject([{ type: 'message', text: 'hello' }]);
    expect(page.look().messages.at(-1)).toMatchObject({ text: 'hello', files: [] });
  });

  test('a bot that fails is told in the words of Teams', async () => {
    fixture.bot.onTurn = async () => {
      throw new Error('as ordered');
    };
    expect(await page.clientSession.carryOut({ do: 'say', conversation: chat, text: 'hello' })).toMatchObject({
      status: 500,
      error: 'Something went wrong. Please try again.',
    });
  });

  test('with a file that was handed in', async () => {
    await page.clientSession.carryOut({ do: 'say', conversation: chat, text: '', files: ['one'] });
    const [attachment] = listOf(fixture.heard[0]?.attachments);
    const { downloadUrl, uniqueId } = fieldsOf(fieldsOf(attachment).content);
    expect(await (await fetch(String(downloadUrl))).text()).toBe('words');
    expect(page.look().messages.at(-1)).toMatchObject({
      attachments: [],
      files: [{ name: 'policy.docx', bytes: 5, href: `/files/teams/${String(uniqueId)}` }],
    });
    const file = teamsFile(teams, String(uniqueId));
    expect([file?.name, Buffer.from(file?.content ?? []).toString()]).toEqual(['policy.docx', 'words']);
    expect(teamsFile(teams, 'another')).toBeUndefined();
  });

  test('none, or with a file that is not there', async () => {
    const { until } = page.look();
    expect(await page.refusal({ do: 'say', conversation: chat, text: ' ' })).toMatch(/write a message/);
    const files = ['one', 'two'];
    expect(await page.refusal({ do: 'say', conversation: chat, text: 'here', files })).toMatch(/attach it again/);
    expect(page.look(until).messages).toEqual([]);
    expect(fixture.heard).toEqual([]);
  });
});

describe('channels', () => {
  test('without a mention the bot hears nothing, but everybody reads it', async () => {
    const done = await page.clientSession.carryOut({ do: 'say', conversation: channel, text: 'good morning' });
    expect(done).toEqual({ status: 0, milliseconds: 0, error: null });
    expect(fixture.heard).toEqual([]);
    expect(openTeamsPageSession(fixture, 'Kenji Ito').look().messages.at(-1)).toMatchObject({
      conversation: channel,
      text: 'good morning',
    });
  });

  test('a mention, and an answer in the thread', async () => {
    await inChannel(MessageFactory.text('here'));
    const mention = fixture.heard.at(-1);
    expect(mention?.text?.trim()).toBe('please');
    expect(mention?.entities?.[0]).toMatchObject({ type: 'mention', text: `<at>${teams.app.name}</at>` });
    const answer = page.last();
    const root = page.look().messages.at(-2);
    expect(root).toMatchObject({ id: root?.thread, text: `@${teams.app.name} please` });
    expect(answer).toMatchObject({ text: 'here', conversation: channel, thread: root?.id });
    const thread = answer.id;
    await page.clientSession.carryOut({
      do: 'say',
      conversation: channel,
      thread,
      text: `@${teams.app.name} and more`,
    });
    expect(fixture.heard.at(-1)?.text?.trim()).toBe('and more');
    expect(fixture.heard.at(-1)?.conversation.id).toBe(mention?.conversation.id);
    expect(page.last().thread).toBe(root?.id);
    expect(await page.refusal({ do: 'say', conversation: channel, thread: '1', text: 'hello' })).toMatch(/no longer/);
  });

  test('no mention where the team does not have the app, and no files at all', async () => {
    await fixture.haruka.uninstallFromTeam('Partnership');
    const text = `@${teams.app.name} hello`;
    expect(await page.refusal({ do: 'say', conversation: channel, text })).toMatch(/the team Partnership/);
    expect(await page.refusal({ do: 'say', conversation: channel, text, files: ['one'] })).toMatch(/personal chat/);
    expect(await page.refusal({ do: 'say', conversation: 'nowhere', text })).toMatch(/no such conversation/);
  });
});

describe('the app', () => {
  test('taken away and added again, with the events of Teams', async () => {
    await fixture.haruka.uninstallFromTeam('Partnership');
    fixture.heard.length = 0;
    expect(await page.refusal({ do: 'install' })).toMatch(/already/);
    expect(await page.clientSession.carryOut({ do: 'uninstall' })).toMatchObject({ status: 200, error: null });
    expect(page.look().screen.installed).toBe(false);
    expect(await page.refusal({ do: 'uninstall' })).toMatch(/not added/);
    expect(await page.refusal({ do: 'say', conversation: chat, text: 'hello' })).toMatch(/add it first/);
    expect(await page.clientSession.carryOut({ do: 'install' })).toMatchObject({ status: 200, error: null });
    expect(page.look().screen.installed).toBe(true);
    expect(fixture.heard.map(({ type, action }) => [type, action])).toEqual([
      ['installationUpdate', 'remove'],
      ['installationUpdate', 'add'],
      ['conversationUpdate', undefined],
    ]);
  });

  test('added to the team is enough to write to the bot', async () => {
    await fixture.haruka.installInTeam('Partnership');
    await page.clientSession.carryOut({ do: 'uninstall' });
    expect(page.look().screen.installed).toBe(true);
    expect((await page.clientSession.carryOut({ do: 'say', conversation: chat, text: 'hello' })).error).toBeNull();
    await fixture.haruka.uninstallFromTeam('Partnership');
  });

  test('added to the team of a channel by one of its members, once', async () => {
    const inChannels = () => page.look().screen.conversations.flatMap(({ installed }) => installed ?? []);
    expect(inChannels()).toEqual([false, false]);
    expect(await page.refusal({ do: 'install in team', conversation: chat })).toMatch(/no such conversation/);
    const added = await page.clientSession.carryOut({ do: 'install in team', conversation: channel });
    expect(added).toMatchObject({ status: 200, error: null });
    expect(inChannels()).toEqual([true, true]);
    expect(fixture.heard.map(({ type, action }) => [type, action])).toEqual([
      ['installationUpdate', 'add'],
      ['conversationUpdate', undefined],
    ]);
    expect(await page.refusal({ do: 'install in team', conversation: channel })).toMatch(/already/);
    await fixture.haruka.uninstallFromTeam('Partnership');
  });

  test('blocked: the bot is told nothing and learns it by the refusal', async () => {
    let changes = 0;
    const stop = store.onChange(() => {
      changes += 1;
    });
    expect(await page.clientSession.carryOut({ do: 'block', blocked: true })).toMatchObject({ status: 0, error: null });
    stop();
    expect(changes).toBe(1);
    expect(page.look().screen.blocked).toBe(true);
    expect(fixture.heard).toEqual([]);
    await expect(fixture.receive(MessageFactory.text('hello'))).rejects.toThrow();
    expect(teams.refusals().map(({ problem }) => problem)).toContainEqual(expect.stringMatching(/BlockedByUser/));
    await page.clientSession.carryOut({ do: 'block', blocked: false });
    expect(page.look().screen.blocked).toBe(false);
    await fixture.receive(MessageFactory.text('hello again'));
    expect(page.last().text).toBe('hello again');
  });
});
