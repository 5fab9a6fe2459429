/** Files, installation by OAuth with rotation, the assistant pane and streamed text. */
import { Assistant } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { openSlackClient } from '../../slack/client.js';
import { aiko, general, openSlackFixture, plain, refusalOf, slackForTest, webClient } from './bot.js';

describe('files', () => {
  it('goes through all three steps of an upload and out again with the token only', async () => {
    const slack = await slackForTest();
    const client = webClient(slack);
    await client.files.uploadV2({
      channel_id: general.id,
      filename: 'brief.txt',
      file: Buffer.from('contents'),
      title: 'Brief',
      initial_comment: 'see',
    });
    const shown = openSlackClient(slack, aiko.id).messages().at(-1);
    expect(shown?.text).toBe('see\nbrief.txt');
    const [file] = slack.workspace.files.values();
    const { file: info } = await client.files.info({ file: file?.id ?? '' });
    const url = info?.url_private_download ?? '';
    const stranger = await fetch(url);
    expect([stranger.status, stranger.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await stranger.text()).not.toContain('contents');
    expect(await (await fetch(url, { headers: { authorization: `Bearer ${slack.botToken()}` } })).text()).toBe(
      'contents',
    );
    const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({ filename: 'a', length: 3 });
    expect((await fetch(upload_url, { method: 'POST', body: 'four' })).status).toBe(400);
    expect(await refusalOf(client.files.completeUploadExternal({ files: [{ id: file_id }] }))).toMatchObject({
      error: 'file_not_found',
    });
    expect(await refusalOf(client.files.info({ file: 'F0NONE' }))).toMatchObject({ error: 'file_not_found' });
  });

  it("brings a person's file to the bot, in a message and in a form", async () => {
    const seen: unknown[] = [];
    const { aiko } = await openSlackFixture((app) => {
      app.message(async ({ message }) => {
        if ('files' in message) seen.push(message.subtype, message.files?.[0]?.name);
      });
      app.command('/spp', async ({ ack, body, client }) => {
        await client.views.open({
          trigger_id: body.trigger_id,
          view: {
            type: 'modal',
            callback_id: 'f',
            title: plain('F'),
            submit: plain('Send'),
            blocks: [
              {
                type: 'input',
                label: plain('Draft'),
                element: { type: 'file_input', action_id: 'd', filetypes: ['pdf'] },
              },
            ],
          },
        });
        await ack();
      });
      app.view('f', async ({ ack, view }) => {
        seen.push(Object.values(view.state.values)[0]?.d?.files?.[0]?.mimetype);
        await ack();
      });
    });
    await aiko.upload({ name: 'policy.docx', content: new TextEncoder().encode('x') }, 'my draft');
    await aiko.command('/spp');
    await expect(aiko.fill('Draft', { name: 'policy.docx', content: new Uint8Array(1) })).rejects.toThrow(
      /files of the types pdf/,
    );
    await aiko.fill('Draft', { name: 'policy.pdf', content: new Uint8Array(1) });
    await aiko.submit();
    expect(seen).toEqual(['file_share', 'policy.docx', 'application/pdf']);
  });
});

describe('installation', () => {
  it('exchanges codes once, rotates tokens, and lets them expire', async () => {
    let now = new Date('2024-06-03T09:00:00Z');
    const slack = await slackForTest({
      clock: () => now,
      app: { rotation: true, redirectUrls: ['https://bot.example/'] },
      workspaces: [{ id: 'T0NEW', installed: false, users: [aiko] }],
    });
    const { clientId: client_id, clientSecret: client_secret } = slack.app;
    const consent = await fetch(
      `${slack.authorizationUrl}?client_id=${client_id}&scope=chat:write&state=s1&redirect_uri=https://bot.example/back`,
      { redirect: 'manual' },
    );
    const back = new URL(consent.headers.get('location') ?? '');
    expect([back.origin, back.searchParams.get('state')]).toEqual(['https://bot.example', 's1']);
    const code = back.searchParams.get('code') ?? '';
    const client = webClient(slack, '');
    const redirect_uri = 'https://bot.example/back';
    expect(
      await refusalOf(client.oauth.v2.access({ client_id, client_secret: 'wrong', code, redirect_uri })),
    ).toMatchObject({ error: 'bad_client_secret' });
    expect(
      await refusalOf(
        client.oauth.v2.access({ client_id, client_secret, code, redirect_uri: 'https://evil.example/' }),
      ),
    ).toMatchObject({ error: 'bad_redirect_uri' });
    const first = await client.oauth.v2.access({ client_id, client_secret, code, redirect_uri });
    expect(first).toMatchObject({
      team: { id: 'T0NEW' },
      scope: 'chat:write',
      expires_in: 43_200,
      authed_user: { id: aiko.id },
    });
    expect(await refusalOf(client.oauth.v2.access({ client_id, client_secret, code, redirect_uri }))).toMatchObject({
      error: 'invalid_code',
    });
    await webClient(slack, first.access_token).auth.test();
    now = new Date(now.valueOf() + 43_200_000);
    expect(await refusalOf(webClient(slack, first.access_token).auth.test())).toMatchObject({ error: 'token_expired' });
    const refresh = {
      client_id,
      client_secret,
      grant_type: 'refresh_token' as const,
      refresh_token: first.refresh_token ?? '',
    };
    const second = await client.oauth.v2.access(refresh);
    await webClient(slack, second.access_token).auth.test();
    expect(await refusalOf(client.oauth.v2.access(refresh))).toMatchObject({ error: 'invalid_refresh_token' });
    expect(await refusalOf(webClient(slack, first.access_token).auth.test())).toMatchObject({ error: 'token_revoked' });
    expect(JSON.stringify(slack.activity())).not.toContain(second.access_token);
  });
});

describe('the assistant pane', () => {
  it('starts a thread, sets title, status and prompts, and streams an answer', async () => {
    const statuses: unknown[] = [];
    const status = () => aiko.assistant?.status;
    const { aiko, slack } = await openSlackFixture((app) => {
      app.assistant(
        new Assistant({
          threadStarted: async ({ say, setSuggestedPrompts, setTitle }) => {
            await say('How can I help?');
            await setTitle('Questions');
            await setSuggestedPrompts({ prompts: [{ title: 'Sessions', message: 'Which sessions are there?' }] });
          },
          userMessage: async ({ message, client, setStatus }) => {
            await setStatus('thinking');
            statuses.push(status());
            if (!('thread_ts' in message) || message.thread_ts === undefined) return;
            const { ts = '' } = await client.chat.startStream({
              channel: message.channel,
              thread_ts: message.thread_ts,
              markdown_text: 'There ',
            });
            await client.chat.appendStream({ channel: message.channel, ts, markdown_text: 'are **two**' });
            await client.chat.stopStream({ channel: message.channel, ts });
          },
        }),
      );
    });
    await aiko.openAssistant();
    await aiko.until('How can I help?');
    await expect.poll(() => aiko.assistant?.prompts).toMatchObject([{ title: 'Sessions' }]);
    expect(aiko.assistant?.title).toBe('Questions');
    await aiko.say('Which sessions are there?');
    const answer = await aiko.until('are');
    expect(statuses).toEqual(['thinking']);
    expect(status()).toBe('');
    const client = webClient(slack);
    await expect
      .poll(
        async () =>
          (
            await refusalOf(
              client.chat.appendStream({ channel: answer.conversation, ts: answer.id, markdown_text: 'x' }),
            )
          ).error,
      )
      .toBe('message_not_in_streaming_state');
    const thread = { channel_id: answer.conversation, thread_ts: '1.000001' };
    expect(await refusalOf(client.assistant.threads.setStatus({ ...thread, status: 'x' }))).toMatchObject({
      error: 'thread_not_found',
    });
    const { ts = '' } = await client.chat.postMessage({ channel: general.id, text: 'x' });
    expect(await refusalOf(client.chat.startStream({ channel: general.id, thread_ts: ts }))).toMatchObject({
      error: 'missing_recipient_team_id',
    });
  });
});
