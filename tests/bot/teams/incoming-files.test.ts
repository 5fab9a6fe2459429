/** Files that people send in Teams reach the action that takes them, and what nothing takes is answered in words. */
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { writeXlsx } from '../../../documents/write-xlsx.js';
import { textsFor } from '../../../playground/pilot/texts.js';
import { messageActivity } from '../../../playground/teams/activities.js';
import type { TeamsClient } from '../../../playground/teams/client.js';
import { type Fields, fieldsOf } from '../../../playground/teams/wire.js';
import { openTeamsFixture, type TeamsFixture } from './fixture.js';

const ja = textsFor('ja');
const en = textsFor('en');
let fixture: TeamsFixture;
let roster: Uint8Array;

beforeAll(async () => {
  fixture = await openTeamsFixture({}, {}, async (services) => {
    // After the app's own rooms are collected, which do not know this one.
    const { withReceivingRoom } = await import('../../support/receiving-room.js');
    return withReceivingRoom(services);
  });
  await fixture.alex.install();
  await fixture.haruka.install();
  roster = await writeXlsx([{ name: 'A', columns: [{ title: 'a', width: 9 }], rows: [['b']] }]);
});
afterEach(() => {
  fixture.teams.clearTroubles();
  expect(fixture.log.filter(({ level }) => level === 'error')).toEqual([]);
});
afterAll(() => fixture.close());

const photo = { name: 'IMG_1.jpg', content: Buffer.from('ffd8ffe000', 'hex') };
const downloads = () => fixture.teams.traffic().filter(({ what }) => what === 'download').length;

/** A message with attachments as a client may send them, Teams' own or not. */
async function send(client: TeamsClient, attachments: readonly Fields[]): Promise<void> {
  const { store, sender } = fixture.teams;
  const user = store.directory.user(client.user.id);
  if (user === undefined) throw new Error('no such person');
  const conversation = store.personal(user);
  const { id } = store.post(conversation, { from: user, payload: { type: 'message', text: '', attachments } });
  await fixture.teams.deliver(messageActivity(sender, { user, conversation }, id, '', attachments));
}

/** A spreadsheet that is offered under another address. */
function offeredAt(name: string, downloadUrl: string): Fields {
  const offer = fixture.teams.files.offer(name, roster);
  return { ...offer, content: { ...fieldsOf(offer.content), downloadUrl } };
}

it('a spreadsheet leads to the preview, and agreed to, its very bytes to the action', async () => {
  expect((await fixture.alex.sendFiles('', [{ name: 'ROSTER.xlsx', content: roster }])).error).toBeUndefined();
  const preview = await fixture.alex.until('to be read: 1');
  await fixture.alex.press(en.chat.confirm, preview);
  const digest = createHash('sha256').update(roster).digest('hex');
  await fixture.alex.until(`ROSTER.xlsx xlsx ${roster.byteLength} ${digest}`);
});

it('a photo is named, not fetched, and the way for it is told', async () => {
  const before = downloads();
  await fixture.haruka.sendFiles('', [photo]);
  const answer = await fixture.haruka.until(ja.files.unwanted('picture', '「IMG_1.jpg」'));
  expect(answer.text).toContain(ja.files.takesNone);
  expect(answer.text).toContain('office@example.org');
  expect(downloads()).toBe(before);
});

it('a pasted picture and a voice message have no names, and are told of all the same', async () => {
  const contentUrl = `${fixture.teams.serviceUrl}v3/attachments/x/views/original`;
  await send(fixture.haruka, [{ contentType: 'image/*', contentUrl }]);
  await fixture.haruka.until(ja.files.unwanted('picture', ''));
  await send(fixture.alex, [{ contentType: 'audio/mp4', contentUrl }]);
  await fixture.alex.until(en.files.problems.refused(en.files.looks.recording));
});

it('several files with words: the words are understood, and each file is told of', async () => {
  await fixture.haruka.sendFiles('日程', [photo, { name: '議事録.docx', content: Buffer.from('x') }]);
  const answer = await fixture.haruka.until(ja.files.unwanted('picture', '「IMG_1.jpg」'));
  expect(answer.text).toContain(ja.files.unwanted('file', '「議事録.docx」'));
  expect(answer.text).toContain('MSM-1');
});

it('two photos one after the other are two messages', async () => {
  for (const name of ['a.jpg', 'b.jpg']) {
    await fixture.haruka.sendFiles('', [{ ...photo, name }]);
    await fixture.haruka.until(ja.files.unwanted('picture', `「${name}」`));
  }
});

it.each([
  ['elsewhere', 'https://contoso.sharepoint.com.evil.example/a'],
  ['on this very machine', 'http://127.0.0.1:1/a'],
])('a file that lies %s is not fetched', async (_, address) => {
  await send(fixture.alex, [offeredAt('b.xlsx', address)]);
  await fixture.alex.until(en.files.problems.refused('“b.xlsx”'));
});

it('a file that does not come is said to have failed', async () => {
  fixture.teams.trouble({ on: ['download'], fault: 'status', status: 503 });
  await fixture.alex.sendFiles('', [{ name: 'c.xlsx', content: roster }]);
  await fixture.alex.until(en.files.problems.failed('“c.xlsx”'));
});

it('a repeated delivery fetches nothing again and is not answered again', async () => {
  await fixture.alex.sendFiles('', [{ name: 'd.xlsx', content: roster }]);
  await fixture.alex.until('to be read: 1');
  const [before, messages] = [downloads(), fixture.alex.messages().length];
  const [delivery] = fixture.alex.deliveries.slice(-1);
  if (delivery === undefined) throw new Error('nothing was delivered');
  await fixture.teams.redeliver(delivery, { times: 2, newId: true });
  expect([downloads(), fixture.alex.messages().length]).toEqual([before, messages]);
});
