/** The Web API's refusals, each with Slack's own code. */
import { describe, expect, it } from 'vitest';
import { aiko, ben, button, general, refusalOf, section, slackForTest, webClient } from './bot.js';

describe('who may call', () => {
  it('knows methods, tokens and scopes', async () => {
    const slack = await slackForTest({ workspaces: [{ scopes: ['chat:write'], users: [aiko], channels: [general] }] });
    const client = webClient(slack);
    expect(await client.auth.test()).toMatchObject({
      ok: true,
      team_id: slack.workspace.id,
      user_id: slack.workspace.botUser,
    });
    expect(await refusalOf(client.apiCall('chat.shout'))).toMatchObject({ error: 'unknown_method' });
    expect(await refusalOf(webClient(slack, 'xoxb-wrong').auth.test())).toMatchObject({ error: 'invalid_auth' });
    expect(await (await fetch(`${slack.url}auth.test`, { method: 'POST' })).json()).toEqual({
      ok: false,
      error: 'not_authed',
    });
    expect(await refusalOf(client.users.info({ user: aiko.id }))).toMatchObject({
      error: 'missing_scope',
      needed: 'users:read',
      provided: 'chat:write',
    });
    expect(await refusalOf(client.conversations.open({ users: aiko.id }))).toMatchObject({
      error: 'missing_scope',
      needed: 'im:write',
    });
  });

  it('takes JSON as well as forms, and refuses broken JSON', async () => {
    const slack = await slackForTest();
    const post = async (body: string): Promise<unknown> => {
      const headers = {
        authorization: `Bearer ${slack.botToken()}`,
        'content-type': 'application/json; charset=utf-8',
      };
      return (await fetch(`${slack.url}chat.postMessage`, { method: 'POST', headers, body })).json();
    };
    expect(await post(JSON.stringify({ channel: general.id, text: 'hi', blocks: [section('hi')] }))).toMatchObject({
      ok: true,
    });
    expect(await post('{')).toMatchObject({ error: 'invalid_json' });
    expect(await post('[]')).toMatchObject({ error: 'json_not_object' });
    expect(await post(JSON.stringify({ channel: general.id, blocks: 'nonsense' }))).toMatchObject({
      error: 'invalid_blocks_format',
    });
  });
});

describe('messages', () => {
  it('refuses what cannot be posted', async () => {
    const slack = await slackForTest({
      workspaces: [
        {
          users: [aiko, { ...ben, deleted: true }],
          channels: [
            general,
            { id: 'C0ELSE', name: 'else' },
            { id: 'C0OLD', name: 'old', is_archived: true, bot: true },
          ],
        },
      ],
    });
    const client = webClient(slack);
    const post = (channel: string, rest: object) => refusalOf(client.apiCall('chat.postMessage', { channel, ...rest }));
    expect(await post('general', { text: 'x' })).toMatchObject({ error: 'channel_not_found' });
    expect(await post('C0ELSE', { text: 'x' })).toMatchObject({ error: 'not_in_channel' });
    expect(await post('C0OLD', { text: 'x' })).toMatchObject({ error: 'is_archived' });
    expect(await post(ben.id, { text: 'x' })).toMatchObject({ error: 'channel_not_found' });
    expect(await post(general.id, {})).toMatchObject({ error: 'no_text' });
    expect(await post(general.id, { text: '  ' })).toMatchObject({ error: 'no_text' });
    expect(await post(general.id, { text: 'x'.repeat(40_001) })).toMatchObject({ error: 'msg_too_long' });
    expect(await post(general.id, { text: 'x', thread_ts: '1.000001' })).toMatchObject({ error: 'thread_not_found' });
    expect(await post(general.id, { text: 'x', blocks: [section('x'.repeat(3001))] })).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: { messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'] },
    });
    await client.chat.postMessage({ channel: general.id, text: 'x'.repeat(40_000) });
  });

  it('updates and deletes only its own, existing messages', async () => {
    const slack = await slackForTest();
    const client = webClient(slack);
    const { ts = '' } = await client.chat.postMessage({
      channel: general.id,
      text: 'one',
      blocks: [section('one'), { type: 'actions', elements: [button('A', 'a')] }],
    });
    expect(await refusalOf(client.chat.update({ channel: general.id, ts, text: 'x'.repeat(4001) }))).toMatchObject({
      error: 'msg_too_long',
    });
    expect(await refusalOf(client.chat.update({ channel: general.id, ts: '1.000001', text: 'x' }))).toMatchObject({
      error: 'message_not_found',
    });
    const updated = await client.chat.update({ channel: general.id, ts, text: 'two' });
    expect(updated.message).not.toHaveProperty('blocks');
    const { openSlackClient } = await import('../../slack/client.js');
    const person = openSlackClient(slack, aiko.id);
    await person.mention('general', 'hello');
    const theirs = person.messages().at(-1)?.id ?? '';
    expect(await refusalOf(client.chat.update({ channel: general.id, ts: theirs, text: 'x' }))).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await refusalOf(client.chat.delete({ channel: general.id, ts: theirs }))).toMatchObject({
      error: 'cant_delete_message',
    });
    const ephemeral = await client.chat.postEphemeral({ channel: general.id, user: aiko.id, text: 'psst' });
    expect(
      await refusalOf(client.chat.update({ channel: general.id, ts: ephemeral.message_ts ?? '', text: 'x' })),
    ).toMatchObject({ error: 'message_not_found' });
    await client.chat.delete({ channel: general.id, ts });
    expect(await refusalOf(client.chat.delete({ channel: general.id, ts }))).toMatchObject({
      error: 'message_not_found',
    });
  });
});

describe('people', () => {
  it('shows e-mail only with its scope', async () => {
    const gone = { id: 'U0GONE', email: 'gone@example.com', deleted: true };
    const slack = await slackForTest({
      workspaces: [
        {
          users: [aiko, gone, { id: 'U0OUT', email: 'out@example.com', team_id: 'T0OTHER' }],
          scopes: ['users:read', 'im:write'],
        },
      ],
    });
    const client = webClient(slack);
    expect((await client.users.info({ user: aiko.id, include_locale: true })).user).toMatchObject({
      real_name: 'Aiko Mori',
      tz: 'Asia/Tokyo',
      locale: 'ja-JP',
      tz_offset: 32_400,
      is_email_confirmed: true,
    });
    expect((await client.users.info({ user: aiko.id })).user?.profile?.email).toBeUndefined();
    expect(await refusalOf(client.conversations.open({ users: gone.id }))).toMatchObject({ error: 'user_disabled' });
    expect(await refusalOf(client.conversations.open({ users: slack.workspace.botUser }))).toMatchObject({
      error: 'cannot_dm_bot',
    });

    const full = await slackForTest({
      workspaces: [{ users: [aiko, gone, { id: 'U0OUT', email: 'out@example.com', team_id: 'T0OTHER' }] }],
    });
    const able = webClient(full);
    expect(await refusalOf(able.users.info({ user: 'U0NONE' }))).toMatchObject({ error: 'user_not_found' });
    const opened = await able.conversations.open({ users: aiko.id });
    expect(opened.channel?.id).toMatch(/^D/);
    expect((await able.conversations.open({ users: aiko.id })).channel?.id).toBe(opened.channel?.id);
  });
});
