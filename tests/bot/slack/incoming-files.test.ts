/** Files that people send in Slack reach the action that takes them, and what nothing takes is answered in words. */
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { writeXlsx } from '../../../documents/write-xlsx.js';
import { textsFor } from '../../../playground/pilot/texts.js';
import { messageEvent } from '../../../playground/slack/events.js';
import { writeMessage } from '../../../playground/slack/saying.js';
import { LARGEST_FILE_BYTES } from '../../../programme/files/file-store.js';
import { nextSecond, openSlackFixture, type SlackFixture } from './fixture.js';

const ja = textsFor('ja');
const en = textsFor('en');
let fixture: SlackFixture;
let roster: Uint8Array;

beforeAll(async () => {
  fixture = await openSlackFixture('http', {}, async (services) => {
    // After the app's own rooms are collected, which do not know this one.
    const { withReceivingRoom } = await import('../../support/receiving-room.js');
    return withReceivingRoom(services);
  });
  roster = await writeXlsx([{ name: 'A', columns: [{ title: 'a', width: 9 }], rows: [['b']] }]);
});
afterEach(() => {
  expect(fixture.log.filter(({ level }) => level === 'error')).toEqual([]);
});
afterAll(() => fixture.close());

const photo = { name: 'IMG_1.jpg', content: Buffer.from('ffd8ffe000', 'hex') };
const downloads = () => fixture.slack.activity().filter(({ method }) => method === 'download').length;

it.each([
  ['ja', () => fixture.hanako],
  ['en', () => fixture.emma],
] as const)(
  'a spreadsheet leads to the preview, and agreed to, its very bytes to the action: %s',
  async (language, who) => {
    const client = who();
    expect((await client.upload({ name: 'ROSTER.xlsx', content: roster })).error).toBeUndefined();
    const preview = await client.until('to be read: 1');
    await client.press(textsFor(language).chat.confirm, preview);
    const digest = createHash('sha256').update(roster).digest('hex');
    await client.until(`ROSTER.xlsx xlsx ${roster.byteLength} ${digest}`);
  },
);

it('a photo is named, not fetched, and the way for it is told', async () => {
  const before = downloads();
  await fixture.ken.upload(photo);
  const answer = await fixture.ken.until(en.files.unwanted('picture', '“IMG_1.jpg”'));
  expect(answer.text).toContain(en.files.takesNone);
  expect(answer.text).toContain('office@example.org');
  expect(downloads()).toBe(before);
});

it('several files with words: the words are understood, and each file is told of', async () => {
  await fixture.ken.uploadAll([photo, { name: 'voice.m4a', content: Buffer.from('x') }], 'sessions');
  const answer = await fixture.ken.until(en.files.unwanted('picture', '“IMG_1.jpg”'));
  expect(answer.text).toContain('voice.m4a');
  expect(answer.text).toContain('MSM-1');
});

it('what is called a spreadsheet and is none is answered with what is taken', async () => {
  await fixture.hanako.upload({ ...photo, name: 'a.xlsx' });
  const answer = await fixture.hanako.until(ja.files.unwanted('file', '「a.xlsx」'));
  expect(answer.text).toContain(ja.files.takes);
});

it('too large a file is said to be so', async () => {
  await fixture.hanako.upload({ name: 'a.csv', content: Buffer.alloc(LARGEST_FILE_BYTES + 1, 'a,b\n') });
  await fixture.hanako.until(ja.files.problems['too-large']('「a.csv」'));
});

it('a stranger is told how to get in', async () => {
  await fixture.stranger.upload({ name: 'ROSTER.xlsx', content: roster });
  const answer = await fixture.stranger.until(ja.files.unwanted('file', '「ROSTER.xlsx」'));
  expect(answer.text).toContain(ja.members.unknown);
});

/** Sends Hanako's message with a file of which Slack says something else. */
async function shareAltered(change: object) {
  const { store, workspace } = fixture.slack;
  const user = workspace.users.get('U0HANAKO');
  const where = [...workspace.conversations.values()].find(
    ({ kind, members }) => kind === 'im' && members.has('U0HANAKO'),
  );
  const file = [...workspace.files.values()].find(({ name }) => name === 'ROSTER.xlsx');
  if (user === undefined || where === undefined || file === undefined)
    throw new Error('nobody has shared anything yet');
  const message = writeMessage({ store, workspace, user }, where, '', { files: [file] });
  const event = messageEvent(store, workspace, where, message);
  const [sent] = Array.isArray(event.files) ? event.files : [];
  return await fixture.slack.event({ ...event, files: [{ ...sent, ...change }] });
}

it('a file that lies elsewhere is not fetched, and the bot’s token goes nowhere', async () => {
  const before = downloads();
  await fixture.hanako.say('メニュー');
  await shareAltered({ name: 'b.xlsx', url_private_download: 'https://files.slack.com.evil.example/b.xlsx' });
  await fixture.hanako.until(ja.files.problems.refused('「b.xlsx」'));
  expect(downloads()).toBe(before);
});

it('a file that does not come is said to have failed', async () => {
  await fixture.hanako.say('メニュー');
  await shareAltered({ name: 'c.xlsx', url_private_download: `${fixture.slack.origin}/files-pri/nowhere` });
  await fixture.hanako.until(ja.files.problems.failed('「c.xlsx」'));
});

it('a file without its address is looked up', async () => {
  await fixture.hanako.say('メニュー');
  await shareAltered({ name: 'd.xlsx', url_private_download: undefined, file_access: 'check_file_info' });
  await fixture.hanako.until('to be read: 1');
});

it('a repeated delivery fetches nothing again and is not answered again', async () => {
  await fixture.hanako.say('メニュー');
  const sent = await shareAltered({ name: 'e.xlsx' });
  const preview = await fixture.hanako.until('to be read: 1');
  const [before, messages] = [downloads(), fixture.hanako.messages().length];
  await nextSecond();
  if ('withheld' in sent) throw new Error(sent.withheld);
  await fixture.slack.redeliver(sent.delivery);
  await fixture.hanako.say('日程');
  await fixture.hanako.until('MSM-1');
  expect([downloads(), fixture.hanako.messages().length]).toEqual([before, messages + 2]);
  expect(preview.buttons).toContain(ja.chat.confirm);
});
