/** Files go through Slack's own upload where a message is posted, and by their link where Slack does not take them; never are they lost or said twice. */
import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { slackGateway } from '../../../bot/slack/gateway.js';
import { textsFor } from '../../../playground/pilot/texts.js';
import { openSlackClient, type SlackClient } from '../../../playground/slack/client.js';
import { type Slack, startSlack } from '../../../playground/slack/start-slack.js';
import type { Programme } from '../../../prisma/client.js';
import { oneByOne } from '../../../programme/files/file-bytes.js';
import type { FileElement, Message } from '../../../programme/messages/message.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { buildProgramme, buildServices, type TestServices } from '../../support/factories.js';
import { openSlackFixture } from './fixture.js';

const bytes = Buffer.alloc(700_001, 'spreadsheet ');

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let slack: Slack;
let taro: SlackClient;

beforeAll(async () => {
  test = await createTestDatabase();
  programme = await buildProgramme(buildServices(test.database));
});
beforeEach(async () => {
  services = buildServices(test.database);
  slack = await startSlack({ workspaces: [{ users: [{ id: 'U0TARO' }] }] });
  taro = openSlackClient(slack, 'U0TARO');
});
afterEach(() => slack.close());
afterAll(() => test.close());

async function messageWithFile(): Promise<Message & { readonly file: FileElement }> {
  const about = { kind: 'attendee-list', programmeId: programme.id, name: '一覧.xlsx', contentType: 'a/b' } as const;
  const { id, name } = await services.files.write({ ...about, now: services.clock.now() }, oneByOne(bytes));
  const link = services.fileLinks.linkTo(id, 'list');
  const file = { kind: 'file', file: id, name, label: 'ファイルを開く', link } as const;
  return { summary: '一覧です', elements: [{ kind: 'text', text: '一覧です' }, file], file };
}

async function deliver(message: Message, timeout = 10_000) {
  const options = { slackApiUrl: slack.url, timeout, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  const gateway = slackGateway(new WebClient(slack.botToken(), options), services.clock, services);
  const to = { platform: 'slack', tenant: slack.workspace.id, userId: 'U0TARO', address: { user: 'U0TARO' } } as const;
  return await gateway.deliver(to, { message, language: 'ja', key: 'key' });
}

const received = () => taro.messages().map(({ text, buttons }) => ({ text, buttons }));
const stored = () => [...slack.workspace.files.values()];
const byLink = (name: string) => ({
  text: expect.stringContaining(`${name}\n${textsFor('ja').chat.linkEnds}`),
  buttons: ['ファイルを開く'],
});

it('uploads a file, and shares it after the message that speaks of it', async () => {
  expect(await deliver(await messageWithFile())).toMatchObject({ outcome: 'delivered' });
  expect(received()).toEqual([
    { text: '一覧です', buttons: [] },
    { text: '一覧.xlsx', buttons: [] },
  ]);
  const [file, ...others] = stored();
  expect(others).toEqual([]);
  expect(Buffer.from(file?.content ?? []).equals(bytes)).toBe(true);
  expect(services.complaints).toEqual([]);
});

it.each([
  ['the scope is not granted yet', { kind: 'refuse', error: 'missing_scope' }, undefined],
  ['Slack limits us', { kind: 'rate limited', retryAfterSeconds: 20 }, undefined],
  // Long enough for the calls that are answered, on a machine that is busy.
  ['nothing comes back', { kind: 'hang' }, 2_000],
  ['Slack is in trouble', { kind: 'server error' }, undefined],
] as const)('offers a file by its link where %s', async (_, trouble, timeout) => {
  slack.trouble({ ...trouble, method: 'files.getUploadURLExternal' });
  expect(await deliver(await messageWithFile(), timeout)).toMatchObject({ outcome: 'delivered' });
  expect(received()).toEqual([byLink('一覧.xlsx')]);
  expect(stored()).toEqual([]);
  expect(services.complaints).toEqual(['a file was not uploaded to Slack and is offered by its link']);
});

it('offers a file by its link where its bytes are gone', async () => {
  const message = await messageWithFile();
  await test.database.fileChunk.deleteMany({ where: { fileId: message.file.file } });
  expect(await deliver(message)).toMatchObject({ outcome: 'delivered' });
  expect(received()).toEqual([byLink('一覧.xlsx')]);
});

it('sends the link after the message where Slack does not share what it has taken', async () => {
  slack.trouble({ kind: 'refuse', error: 'internal_error', method: 'files.completeUploadExternal' });
  expect(await deliver(await messageWithFile())).toMatchObject({ outcome: 'delivered' });
  expect(received()).toEqual([{ text: '一覧です', buttons: [] }, byLink('一覧.xlsx')]);
});

it('shares nothing where the message itself is not taken', async () => {
  slack.trouble({ kind: 'rate limited', retryAfterSeconds: 20, method: 'chat.postMessage' });
  expect(await deliver(await messageWithFile())).toMatchObject({ outcome: 'rate-limited' });
  expect([...received(), ...stored()]).toEqual([]);
});

it('says where a file is to be had that has no link either', async () => {
  slack.trouble({ kind: 'refuse', error: 'missing_scope', method: 'files.getUploadURLExternal' });
  const { file, ...message } = await messageWithFile();
  await deliver({ ...message, elements: [{ ...file, link: null }] });
  expect(received()).toEqual([{ text: expect.stringContaining(textsFor('ja').chat.fileOutOfReach), buttons: [] }]);
});

it('is not answered by the bot itself, which hears of the file as of anybody’s', async () => {
  const fixture = await openSlackFixture('http', { echo: true });
  try {
    await fixture.emma.say('attendees-file MSM-1');
    const shared = () =>
      fixture.slack.deliveries().filter(({ payload }) => JSON.stringify(payload).includes('file_share'));
    await expect.poll(() => shared().map(({ answers }) => answers.length)).toEqual([1]);
    expect(shared()[0]?.payload).not.toHaveProperty('event.bot_id');
    await fixture.bot.close();
    const heard = fixture.emma.messages().map(({ from }) => from);
    expect(heard).toEqual(['person', 'bot', 'bot']);
  } finally {
    await fixture.close();
  }
});
