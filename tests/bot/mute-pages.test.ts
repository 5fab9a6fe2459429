/** The page behind a mail's link: only a press mutes, a mail program may press without showing it, and no forged link does. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Server, serve } from '../../bot/http.js';
import { muteRouter } from '../../bot/mute-pages.js';
import type { Person } from '../../prisma/client.js';
import { type MuteLinks, muteLinks } from '../../programme/notifications/mute-links.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildServices } from '../support/factories.js';

let test: TestDatabase;
let server: Server;
let links: MuteLinks;
let person: Person;

beforeAll(async () => {
  test = await createTestDatabase();
  const services = buildServices(test.database);
  links = muteLinks('a secret of more than thirty-two characters', () => server.url);
  person = await addPerson();
  server = await serve({
    ...{ host: '127.0.0.1', port: 0, slack: null, teams: null, files: null, metrics: null },
    pages: muteRouter(services, links),
    health: async () => ({ failing: [], degraded: [] }),
    log: services.log,
    refused: () => {},
  });
});
afterAll(async () => {
  await server.close();
  await test.close();
});
beforeEach(async () => void (await test.database.mutedTopic.deleteMany()));

const addPerson = async () =>
  await test.database.person.create({ data: { nameJa: '佐藤花', nameEn: 'Hana Sato', furigana: 'サトウ ハナ' } });
const muted = async () => (await test.database.mutedTopic.findMany()).map(({ topic }) => topic);
const link = () => links.linkTo({ personId: person.id, topic: 'reminders' }) ?? '';

it('shows a button in both languages, and changes nothing by being looked at', async () => {
  for (const method of ['GET', 'HEAD']) expect((await fetch(link(), { method })).status).toBe(200);
  const page = await (await fetch(link())).text();
  expect(page).toContain('リマインダーを止める');
  expect(page).toContain('Stop reminders');
  expect(await muted()).toEqual([]);
});

it('mutes at a press, however often, and takes it back', async () => {
  const pressed = await fetch(link(), { method: 'POST' });
  expect(pressed.headers.get('content-security-policy')).toContain("default-src 'none'");
  await fetch(link(), { method: 'POST' });
  expect(await muted()).toEqual(['reminders']);
  const action = /action="([^"]+)"/.exec(await pressed.text())?.[1] ?? '';
  const again = new URL(action, link());
  expect((await fetch(again, { method: 'POST' })).status).toBe(200);
  expect(await muted()).toEqual([]);
});

it('is pressed by a mail program without the page (RFC 8058)', async () => {
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  expect((await fetch(link(), { method: 'POST', body })).status).toBe(200);
  expect(await muted()).toEqual(['reminders']);
});

it('mutes nothing by a link that was not made here', async () => {
  const token = link().split('/').at(-1) ?? '';
  const other = token.replace('reminders', 'announcements');
  const elsewhere = muteLinks('another secret of thirty-two characters', () => server.url);
  const forged = [
    other,
    token.slice(0, -1),
    `${token}x`,
    'x',
    '%E0%A4%A',
    `${person.id}.reminders.`,
    `${person.id}.all.x`,
  ];
  const addresses = [
    ...forged.map((one) => `${server.url}/mute/${one}`),
    elsewhere.linkTo({ personId: person.id, topic: 'reminders' }) ?? '',
  ];
  for (const address of addresses) {
    for (const method of ['GET', 'POST']) expect((await fetch(address, { method })).status).toBeGreaterThanOrEqual(400);
  }
  expect(await muted()).toEqual([]);
});

it('leaves a person who is gone, and mutes the one that two turned out to be', async () => {
  const gone = links.linkTo({ personId: '00000000-0000-4000-8000-000000000000', topic: 'reminders' }) ?? '';
  expect((await fetch(gone, { method: 'POST' })).status).toBe(200);
  const second = await addPerson();
  await test.database.person.update({ where: { id: second.id }, data: { mergedIntoId: person.id } });
  await fetch(links.linkTo({ personId: second.id, topic: 'reminders' }) ?? '', { method: 'POST' });
  expect(await test.database.mutedTopic.findMany()).toMatchObject([{ personId: person.id }]);
});
