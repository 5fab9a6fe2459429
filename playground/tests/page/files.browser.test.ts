/** Sends files both ways on the playground's page in a real browser: each is the same at the other end, byte by byte. */
import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { describeWithBrowser } from '../../../tests/support/browser.js';
import { slackWords } from '../../page/browser/slack/words.js';
import { teamsWords } from '../../page/browser/teams/words.js';
import { plain } from '../slack/bot.js';
import { type BarePage, openBarePage } from './bare-page.js';
import { newest } from './clients.js';

/** Larger than what travels in one piece, and with every byte there is. */
const content = randomBytes(300_000);
const handed = { name: '人権方針 (draft 2).docx', mimeType: 'application/octet-stream', buffer: content };
const dropped = { ...handed, name: '名簿.xlsx' };
const offered = { name: 'certificate.pdf', description: 'Your certificate of attendance' };

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const receipt = (bytes: Uint8Array) => `Received ${bytes.byteLength} bytes, ${hashOf(bytes)}`;

const sharedSchema = z.object({
  subtype: z.literal('file_share'),
  files: z.tuple([z.object({ name: z.string(), url_private_download: z.string() })]),
});
const chosenSchema = z.object({ files: z.array(z.object({ name: z.string(), url_private_download: z.string() })) });
const attachedSchema = z.object({ name: z.string(), content: z.object({ downloadUrl: z.string() }) });

async function fetched(url: string, headers: Record<string, string> = {}): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(url, { headers })).arrayBuffer());
}

describeWithBrowser('files on the page', () => {
  let fixture: BarePage;
  beforeAll(async () => {
    fixture = await openBarePage((app) => {
      app.event('message', async ({ event, say }) => {
        const { files } = sharedSchema.parse(event);
        const [{ name, url_private_download: url }] = files;
        const bytes = await fetched(url, { authorization: `Bearer ${fixture.slack.botToken()}` });
        await say(`${name}: ${receipt(bytes)}`);
      });
      app.action('choose', async ({ ack, body, client }) => {
        await ack();
        const element = { type: 'file_input' as const, action_id: 'd', filetypes: ['docx'], max_files: 2 };
        const blocks = [{ type: 'input' as const, block_id: 'b', label: plain('Draft'), element }];
        const view = {
          type: 'modal' as const,
          callback_id: 'f',
          title: plain('Drafts'),
          submit: plain('Hand in'),
          blocks,
        };
        if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view });
      });
      app.view('f', async ({ ack, view, client }) => {
        await ack();
        for (const { name, url_private_download: url } of chosenSchema.parse(view.state.values.b?.d).files) {
          const bytes = await fetched(url, { authorization: `Bearer ${fixture.slack.botToken()}` });
          await client.chat.postMessage({ channel: fixture.direct, text: `${name}: ${receipt(bytes)}` });
        }
      });
    });
    const { teamsBot } = fixture;
    teamsBot.onTurn = async (context) => {
      const [first] = context.activity.attachments ?? [];
      if (context.activity.type !== 'message' || first === undefined) return;
      const attached = attachedSchema.parse(first);
      await context.sendActivity(`${attached.name}: ${receipt(await fetched(attached.content.downloadUrl))}`);
    };
    teamsBot.application.fileConsentAccept(async (context, _state, { uploadInfo }) => {
      const size = content.byteLength;
      await fetch(uploadInfo?.uploadUrl ?? '', {
        method: 'PUT',
        headers: { 'content-range': `bytes 0-${size - 1}/${size}` },
        body: content,
      });
      const { contentUrl, name, uniqueId, fileType } = uploadInfo ?? {};
      const contentType = 'application/vnd.microsoft.teams.card.file.info';
      await context.sendActivity({
        attachments: [{ contentType, name, ...(contentUrl && { contentUrl }), content: { uniqueId, fileType } }],
      });
    });
    teamsBot.application.fileConsentDecline(async (context) => {
      await context.sendActivity('As you wish.');
    });
  });
  afterAll(() => fixture.close());

  async function attach(page: Page, pane: Locator, button: string): Promise<void> {
    const chooser = page.waitForEvent('filechooser');
    await pane.getByRole('button', { name: button, exact: true }).click();
    await (await chooser).setFiles(handed);
  }

  /** As a file that is dragged in from the desktop arrives: held over the messages first, then let go. */
  async function drop(pane: Locator, over: Locator): Promise<void> {
    const { name, buffer, mimeType } = dropped;
    const given = JSON.stringify({ name, type: mimeType, base64: buffer.toString('base64') });
    const dataTransfer = await pane.page().evaluateHandle(`(({ name, type, base64 }) => {
      const held = new DataTransfer();
      held.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type }));
      return held;
    })(${given})`);
    await over.dispatchEvent('dragenter', { dataTransfer });
    await over.dispatchEvent('dragover', { dataTransfer });
    const marked = pane.locator('[data-dropping]');
    await marked.waitFor();
    await over.dispatchEvent('dragleave', { dataTransfer });
    await marked.waitFor({ state: 'detached' });
    await over.dispatchEvent('dragenter', { dataTransfer });
    await over.dispatchEvent('drop', { dataTransfer });
    await marked.waitFor({ state: 'detached' });
  }

  async function download(page: Page, link: Locator): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    const downloading = page.waitForEvent('download');
    await link.click();
    const downloaded = await downloading;
    return { name: downloaded.suggestedFilename(), bytes: await readFile(await downloaded.path()) };
  }

  it('go to the bot on Slack, and back from the message', async () => {
    const { page, pane, complaints } = await fixture.visit([fixture.clientSessions.slack]);
    const aiko = pane(fixture.clientSessions.slack);
    await attach(page, aiko, slackWords.en.attach);
    await aiko.getByRole('button', { name: slackWords.en.removeFile(handed.name) }).waitFor();
    await aiko.getByRole('textbox').fill('Our first draft');
    await aiko.getByRole('textbox').press('Enter');
    await newest(aiko, `${handed.name}: ${receipt(content)}`).waitFor();
    const link = newest(aiko, 'Our first draft').getByRole('link', { name: handed.name });
    const { name, bytes } = await download(page, link);
    expect(name).toBe(handed.name);
    expect(hashOf(bytes)).toBe(hashOf(content));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(['slack', 'teams'] as const)('are dropped into the conversation on %s', async (platform) => {
    const { page, pane, complaints } = await fixture.visit([fixture.clientSessions[platform]]);
    const client = pane(fixture.clientSessions[platform]);
    const { send, remove, messages } = {
      slack: { send: slackWords.en.send, remove: slackWords.en.removeFile, messages: '.slack-conversation' },
      teams: { send: teamsWords.en.send, remove: teamsWords.en.detach, messages: '.teams-log' },
    }[platform];
    await client.getByRole('textbox').waitFor();
    await drop(client, client.locator(messages));
    await client.getByRole('button', { name: remove(dropped.name) }).waitFor();
    await client.getByRole('button', { name: send, exact: true }).click();
    await newest(client, `${dropped.name}: ${receipt(content)}`).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('that are dropped beside it do not take the place of the page', async () => {
    const { page, complaints } = await fixture.visit([fixture.clientSessions.slack]);
    const taken = await page.evaluate(`(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['…'], 'beside.txt'));
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
      document.body.dispatchEvent(drop);
      return drop.defaultPrevented;
    })()`);
    expect(taken).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('go to the bot on Slack from a form, which takes what it asks for', async () => {
    const { page, pane, complaints } = await fixture.visit([fixture.clientSessions.slack]);
    const aiko = pane(fixture.clientSessions.slack);
    const button = { type: 'button' as const, action_id: 'choose', text: plain('Choose') };
    const blocks = [{ type: 'actions' as const, elements: [button] }];
    await fixture.client.chat.postMessage({ channel: fixture.direct, text: 'Your draft', blocks });
    await aiko.getByRole('button', { name: 'Choose', exact: true }).last().click();
    const form = aiko.getByRole('dialog', { name: 'Drafts' });
    const chooser = form.locator('input[type=file]');
    expect(await chooser.getAttribute('accept')).toBe('.docx');
    await chooser.setInputFiles({ ...handed, name: 'run.exe' });
    await aiko.getByText(/run\.exe.*cannot be attached/).waitFor();
    await chooser.setInputFiles(handed);
    await form.getByRole('button', { name: slackWords.en.removeFile(handed.name) }).waitFor();
    await form.getByRole('button', { name: 'Hand in', exact: true }).click();
    await newest(aiko, `${handed.name}: ${receipt(content)}`).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('come from the bot on Slack', async () => {
    const { page, pane, complaints } = await fixture.visit([fixture.clientSessions.slack], {
      language: 'ja',
      width: 390,
    });
    const { name: filename } = offered;
    const comment = 'Your certificate';
    await fixture.client.filesUploadV2({
      channel_id: fixture.direct,
      filename,
      file: content,
      initial_comment: comment,
    });
    const aiko = pane(fixture.clientSessions.slack);
    const link = newest(aiko, comment).getByRole('link', { name: filename });
    const { name, bytes } = await download(page, link);
    expect(name).toBe(filename);
    expect(hashOf(bytes)).toBe(hashOf(content));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('go to the bot on Teams, without a word, and back from the message', async () => {
    const { page, pane, complaints } = await fixture.visit([fixture.clientSessions.teams]);
    const haruka = pane(fixture.clientSessions.teams);
    await attach(page, haruka, teamsWords.en.attach);
    await haruka.getByRole('button', { name: teamsWords.en.detach(handed.name) }).waitFor();
    await haruka.getByRole('button', { name: teamsWords.en.send, exact: true }).click();
    await newest(haruka, `${handed.name}: ${receipt(content)}`).waitFor();
    const { name, bytes } = await download(page, haruka.getByRole('link', { name: handed.name }));
    expect(name).toBe(handed.name);
    expect(hashOf(bytes)).toBe(hashOf(content));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('come from the bot on Teams once they are allowed, and not where they are declined', async () => {
    const offer = async () => {
      const details = {
        description: offered.description,
        sizeInBytes: content.byteLength,
        acceptContext: {},
        declineContext: {},
      };
      const contentType = 'application/vnd.microsoft.teams.card.file.consent';
      await fixture.post({ attachments: [{ contentType, name: offered.name, content: details }] });
    };
    const { page, pane, complaints } = await fixture.visit([fixture.clientSessions.teams], {
      language: 'ja',
      width: 390,
    });
    const haruka = pane(fixture.clientSessions.teams);
    const words = teamsWords.ja;
    const link = haruka.getByRole('link', { name: offered.name });
    await offer();
    await newest(haruka, offered.description).getByRole('button', { name: words.decline, exact: true }).click();
    await newest(haruka, 'As you wish.').waitFor();
    await newest(haruka, offered.description).getByText(words.declined).waitFor();
    expect(await link.count()).toBe(0);

    await offer();
    await newest(haruka, offered.description).getByRole('button', { name: words.allow, exact: true }).click();
    const { name, bytes } = await download(page, link);
    expect(name).toBe(offered.name);
    expect(hashOf(bytes)).toBe(hashOf(content));
    await newest(haruka, offered.description).getByText(words.allowed).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
