/** Files go to Slack and come from it. */
import { describe, expect, it } from 'vitest';
import { openSlackClient } from '../../slack/client.js';
import { aiko, ben, general, openSlackFixture, plain, refusalOf, slackForTest, webClient } from './bot.js';

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
                element: { type: 'file_input', action_id: 'd', filetypes: ['pdf'], max_files: 2 },
              },
            ],
          },
        });
        await ack();
      });
      app.view('f', async ({ ack, view }) => {
        seen.push(...(Object.values(view.state.values)[0]?.d?.files?.map(({ mimetype }) => mimetype) ?? []));
        await ack();
      });
    });
    await aiko.upload({ name: 'policy.docx', content: new TextEncoder().encode('x') }, 'my draft');
    await aiko.command('/spp');
    await expect(aiko.fill('Draft', { name: 'policy.docx', content: new Uint8Array(1) })).rejects.toThrow(
      /files of the types pdf/,
    );
    const large = { name: 'large.pdf', content: new Uint8Array(10 * 1_048_576 + 1) };
    await expect(aiko.fill('Draft', large)).rejects.toThrow(/at most 10 MB/);
    const pdf = (name: string) => ({ name, content: new Uint8Array(1) });
    await expect(aiko.fill('Draft', [pdf('1.pdf'), pdf('2.pdf'), pdf('3.pdf')])).rejects.toThrow(/at most 2 files/);
    await aiko.fill('Draft', [pdf('policy.pdf'), pdf('annex.pdf')]);
    await aiko.submit();
    expect(seen).toEqual(['file_share', 'policy.docx', 'application/pdf', 'application/pdf']);
  });

  it('refuses a form that asks for files where the scope to read them is missing', async () => {
    const seen: unknown[] = [];
    const element = { type: 'file_input' as const, action_id: 'd' };
    const blocks = [{ type: 'input' as const, label: plain('Draft'), element }];
    const view = { type: 'modal' as const, callback_id: 'f', title: plain('F'), submit: plain('Send'), blocks };
    const opened = await openSlackFixture(
      (app) => {
        app.command('/spp', async ({ ack, body, client }) => {
          seen.push(await refusalOf(client.views.open({ trigger_id: body.trigger_id, view })));
          await ack();
        });
      },
      { workspaces: [{ users: [aiko, ben], scopes: ['commands'] }] },
    );
    await opened.aiko.command('/spp');
    expect(seen).toMatchObject([{ error: 'missing_scope', needed: 'files:read' }]);
  });
});
