/** That a client session in Slack is sent exactly what its person can see, and after the first look only of what has changed. */
import { describe, expect, it } from 'vitest';
import { openSlackSession, slackFile } from '../../page/client-sessions/slack-session.js';
import { postMessage } from '../../slack/messages.js';
import { aiko as aikoOptions, ben as benOptions, button, general, plain, section, slackForTest } from '../slack/bot.js';
import { openSlackSessions } from './slack-sessions.js';

const nobodyHandsIn = { handedIn: () => undefined };

describe('looking', () => {
  it('shows the conversations, people and messages of the person, and nobody else’s', async () => {
    const { aiko, ben, client } = await openSlackSessions(() => {});
    await client.chat.postMessage({ channel: aikoOptions.id, text: 'for Aiko' });
    await client.chat.postMessage({ channel: general.id, text: 'for all' });
    await client.chat.postEphemeral({ channel: general.id, user: aikoOptions.id, text: 'for her eyes' });
    await client.chat.postMessage({ channel: general.id, text: 'a reply', thread_ts: aiko.messages()[1]?.ts ?? '' });
    await aiko.does({ do: 'say', conversation: 'C0ELSE', text: 'among ourselves' });
    expect(aiko.screen()).toMatchObject({
      self: { id: 'U0AIKO', name: 'Aiko Mori' },
      conversations: [
        { id: 'D0AIKO', kind: 'direct', name: 'Bot' },
        { id: 'C0GENERAL', kind: 'channel', name: 'general' },
        { id: 'C0ELSE', kind: 'channel', name: 'else' },
      ],
      users: [
        { id: 'U0BOT00001', name: 'Bot' },
        { id: 'U0AIKO', name: 'Aiko Mori' },
        { id: 'U0BEN', name: 'Ben Hall' },
      ],
      channels: [{ name: 'general' }, { name: 'else' }],
      home: null,
      modals: [],
    });
    expect(aiko.messages().map(({ text, from, ephemeral, thread }) => [text, from.kind, ephemeral, thread])).toEqual([
      ['for Aiko', 'bot', false, null],
      ['for all', 'bot', false, null],
      ['for her eyes', 'bot', true, null],
      ['a reply', 'bot', false, aiko.messages()[1]?.ts],
      ['among ourselves', 'self', false, null],
    ]);
    expect(ben.messages().map(({ text, from }) => [text, from.name])).toEqual([
      ['for all', 'Bot'],
      ['a reply', 'Bot'],
    ]);
    expect(ben.screen().conversations.map(({ id }) => id)).toEqual(['D0BEN', 'C0GENERAL']);
    await ben.does({ do: 'say', conversation: general.id, text: 'hello' });
    expect(aiko.messages().at(-1)?.from).toEqual({ kind: 'person', name: 'Ben Hall' });
    expect(await ben.refused({ do: 'say', conversation: 'D0AIKO', text: 'let me in' })).toMatch(/not in this/);
  });

  it('tells after the first look only what changed: new, edited, filled in, deleted', async () => {
    const { aiko, ben, client } = await openSlackSessions((app) => {
      app.action('day', async ({ ack }) => ack());
    });
    expect(aiko.clientSession.look(0)).toMatchObject({ event: { whole: true, messages: [] }, until: 0 });
    const posted = await client.chat.postMessage({ channel: aikoOptions.id, text: 'one' });
    const { ts = '', channel = '' } = await client.chat.postMessage({
      channel: aikoOptions.id,
      text: 'two',
      blocks: [
        { type: 'actions', block_id: 'b', elements: [{ type: 'datepicker', action_id: 'day' }, button('x', 'x')] },
      ],
    });
    const first = aiko.clientSession.look(0);
    expect(first.event).toMatchObject({ whole: true, messages: [{ text: 'one' }, { text: 'two' }] });
    expect(aiko.clientSession.look(first.until)).toMatchObject({ event: { whole: false, messages: [], gone: [] } });

    const place = { conversation: channel, ts };
    await aiko.does({ do: 'enter', place, block: 'b', action: 'day', value: '2024-11-07' });
    const filled = aiko.clientSession.look(first.until);
    expect(filled.event).toMatchObject({
      whole: false,
      messages: [{ text: 'two', edited: false, state: { b: { day: { selected_date: '2024-11-07' } } } }],
    });
    await client.chat.update({ channel, ts, text: 'two, mended' });
    await client.chat.delete({ channel, ts: posted.ts ?? '' });
    await client.chat.postMessage({ channel: general.id, text: 'three' });
    const changed = aiko.clientSession.look(filled.until);
    expect(changed.event).toMatchObject({
      whole: false,
      messages: [
        { text: 'two, mended', edited: true, key: first.event.messages[1]?.key, state: {} },
        { text: 'three', edited: false },
      ],
      gone: [first.event.messages[0]?.key],
    });
    const revisions = [first, filled, changed].map(({ event }) => event.messages.map(({ revision }) => revision));
    expect(revisions.flat().toSorted((a, b) => a - b)).toEqual(revisions.flat());
    expect(changed.until).toBe(revisions.flat().at(-1));
    // What is deleted of others is nobody's business.
    expect(ben.clientSession.look(first.until).event).toMatchObject({ messages: [{ text: 'three' }], gone: [] });
  });

  it('tells everything again when the person comes into a channel, or the journal is too short', async () => {
    const { ben, slack, client } = await openSlackSessions(() => {}, { remember: 4 });
    const { ts: older = '' } = await client.chat.postMessage({ channel: general.id, text: 'older' });
    const { until } = ben.clientSession.look(0);
    const elsewhere = slack.workspace.conversations.get('C0ELSE');
    elsewhere?.members.add(slack.workspace.botUser);
    await client.chat.postMessage({ channel: 'C0ELSE', text: 'before Ben came' });
    expect(ben.clientSession.look(until).event).toMatchObject({ whole: false, messages: [] });
    await slack.enter('C0ELSE', benOptions.id);
    expect(ben.clientSession.look(until).event).toMatchObject({
      whole: true,
      messages: [{ text: 'older' }, { text: 'before Ben came' }],
    });
    const joined = ben.clientSession.look(0).until;
    for (let times = 0; times < 20; times += 1)
      await client.chat.update({ channel: general.id, ts: older, text: `older ${times}` });
    expect(ben.clientSession.look(joined).event).toMatchObject({ whole: true, messages: [{ text: 'older 19' }, {}] });
  });

  it('tells of one message among a thousand when one has changed', async () => {
    const { aiko, slack, client } = await openSlackSessions(() => {});
    const room = slack.workspace.conversations.get(general.id);
    if (room === undefined) throw new Error('The channel is missing');
    const words = { user: benOptions.id, text: 'words', blocks: [section('words')] };
    for (let count = 0; count < 1000; count += 1) postMessage(slack.store, room, words);
    const { until, event } = aiko.clientSession.look(0);
    expect(event.messages).toHaveLength(1000);
    expect(new Set(event.messages.map(({ key }) => key)).size).toBe(1000);
    expect(event.messages.map(({ at }) => at).toSorted()).toEqual(event.messages.map(({ at }) => at));
    await client.chat.postMessage({ channel: general.id, text: 'the last' });
    expect(aiko.clientSession.look(until).event).toMatchObject({ whole: false, messages: [{ text: 'the last' }] });
  });

  it('wakes listeners for views, homes and ephemeral messages', async () => {
    let trigger = '';
    const { aiko, slack, client } = await openSlackSessions((app) => {
      app.command('/spp', async ({ ack, body }) => {
        trigger = body.trigger_id;
        await ack();
      });
      app.action('x', async ({ ack }) => ack());
    });
    let changes = 0;
    slack.onChange(() => {
      changes += 1;
    });
    const wakes = async (command: () => Promise<unknown>): Promise<boolean> => {
      const before = changes;
      await command();
      return changes > before;
    };
    await aiko.does({ do: 'slash command', conversation: aiko.direct, line: '/spp' });
    const view = { type: 'modal' as const, title: plain('T'), blocks: [section('x')] };
    expect(await wakes(() => client.views.open({ trigger_id: trigger, view }))).toBe(true);
    const [modal] = aiko.screen().modals;
    expect(await wakes(() => aiko.does({ do: 'close', view: modal?.id ?? '', all: false }))).toBe(true);
    const home = { type: 'home' as const, blocks: [section('x')] };
    expect(await wakes(() => client.views.publish({ user_id: aikoOptions.id, view: home }))).toBe(true);
    expect(
      await wakes(() => client.chat.postEphemeral({ channel: general.id, user: aikoOptions.id, text: 'psst' })),
    ).toBe(true);
    expect(await wakes(() => slack.join({ id: 'U0NEW', real_name: 'New Here' }))).toBe(true);
    expect(aiko.screen().users.at(-1)).toEqual({ id: 'U0NEW', name: 'New Here' });
  });

  it('is open to people who are there', async () => {
    const slack = await slackForTest({
      workspaces: [{ users: [aikoOptions, { ...benOptions, deleted: true }] }],
    });
    for (const nobody of ['U0NOBODY', benOptions.id, slack.workspace.botUser])
      expect(() => openSlackSession(slack, nobody, nobodyHandsIn)).toThrow('Nobody of that name');
    expect(openSlackSession(slack, aikoOptions.id, nobodyHandsIn).id).toBe('slack:U0AIKO');
  });
});

describe('files of messages', () => {
  it('are listed with where to fetch them, and given to those who may see them', async () => {
    const { aiko, ben, client, slack } = await openSlackSessions(() => {});
    const upload = { filename: '議事録 1.txt', file: Buffer.from('contents') };
    await client.files.uploadV2({ ...upload, channel_id: general.id });
    await client.files.uploadV2({ ...upload, channel_id: aiko.direct });
    const [shared, private_] = aiko.messages();
    expect(shared?.files).toEqual([
      { name: '議事録 1.txt', bytes: 8, href: expect.stringMatching(/^\/files\/slack\/F/) },
    ]);
    expect(ben.messages()).toHaveLength(1);
    const idOf = (href = ''): string => new URL(href, 'http://localhost').pathname.split('/').at(-1) ?? '';
    expect(new URL(shared?.files[0]?.href ?? '', 'http://localhost').searchParams.get('as')).toBe('U0AIKO');
    const [all, hers] = [idOf(shared?.files[0]?.href), idOf(private_?.files[0]?.href)];
    expect(Buffer.from(slackFile(slack, 'U0BEN', all)?.content ?? []).toString()).toBe('contents');
    expect(slackFile(slack, 'U0AIKO', hers)?.name).toBe('議事録 1.txt');
    expect(slackFile(slack, 'U0BEN', hers)).toBeUndefined();
    expect(slackFile(slack, 'U0NOBODY', all)).toBeUndefined();
    expect(slackFile(slack, 'U0AIKO', 'F0NONE')).toBeUndefined();
  });
});
