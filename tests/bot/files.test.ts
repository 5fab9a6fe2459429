/** What a signed link gives to whom: the file to people, nothing to previews, one line to those who come too late or guess. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { filesRouter } from '../../bot/files.js';
import { type Server, serve } from '../../bot/http.js';
import { textsFor } from '../../playground/pilot/texts.js';
import type { Programme } from '../../prisma/client.js';
import { oneByOne } from '../../programme/files/file-bytes.js';
import { type LinkPurpose, linkLifetimes, signedLinks } from '../../programme/files/file-links.js';
import { linkSecretIn } from '../../programme/files/link-secret.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildProgramme, buildServices, settableClock, type TestServices } from '../support/factories.js';

const browser = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36';
const over = `${textsFor('ja').chat.linkOver} / ${textsFor('en').chat.linkOver}\n`;
const secret = 'a secret of this test only, long enough';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let server: Server;

beforeAll(async () => {
  test = await createTestDatabase();
  const clock = settableClock();
  services = { ...buildServices(test.database, clock), fileLinks: signedLinks(secret, clock, () => server.url) };
  programme = await buildProgramme(services);
  server = await serve({ host: '127.0.0.1', port: 0, files: filesRouter(services), ...none() });
});
const none = () => ({
  ...{ slack: null, teams: null, pages: null, metrics: null, log: services.log, refused() {} },
  health: async () => ({ failing: [], degraded: [] }),
});
afterAll(async () => {
  await server.close();
  await test.close();
});
beforeEach(async () => {
  services.clock.set('2024-10-01T09:00:00+09:00');
  await test.database.fileOpening.deleteMany();
});

async function stored(bytes = Buffer.from('the bytes'), name = 'MSM-1 参加者 "一覧".xlsx'): Promise<string> {
  const about = { kind: 'attendee-list', programmeId: programme.id, name, contentType: 'text/html' } as const;
  return (await services.files.write({ ...about, now: services.clock.now() }, oneByOne(bytes))).id;
}

function linkTo(file: string, purpose: LinkPurpose = 'list'): string {
  return services.fileLinks.linkTo(file, purpose) ?? '';
}

async function get(address: string, { method = 'GET', agent = browser } = {}) {
  const response = await fetch(address, { method, headers: { 'user-agent': agent } });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

const openings = async () =>
  await test.database.fileOpening.findMany({ select: { fileId: true, at: true, agent: true } });

describe('a link', () => {
  it('gives the file to be saved under its name, and nothing that a browser would show or keep', async () => {
    const { status, headers, bytes } = await get(linkTo(await stored()));
    expect(status).toBe(200);
    expect(bytes.toString()).toBe('the bytes');
    const ascii = 'attachment; filename="MSM-1 ??? \\"??\\".xlsx"';
    const encoded = encodeURIComponent('MSM-1 参加者 "一覧".xlsx');
    expect(headers.get('content-disposition')).toBe(`${ascii}; filename*=UTF-8''${encoded}`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/html',
      'content-length': '9',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it('gives a large file whole', async () => {
    const bytes = randomBytes(3_000_001);
    expect((await get(linkTo(await stored(bytes)))).bytes.equals(bytes)).toBe(true);
  });

  it('records each opening with its time and the kind of program, and nothing else', async () => {
    const file = await stored();
    await get(linkTo(file));
    services.clock.advance({ minutes: 5 });
    await get(linkTo(file), { agent: 'curl/8.5.0' });
    expect(await openings()).toEqual([
      { fileId: file, at: new Date('2024-10-01T09:00:00+09:00'), agent: 'browser' },
      { fileId: file, at: new Date('2024-10-01T09:05:00+09:00'), agent: 'other' },
    ]);
  });

  it.each([
    ['draft', 15],
    ['list', 24 * 60],
    ['invitation', 24 * 60],
  ] as const)('for a %s opens for %i minutes', async (purpose, minutes) => {
    expect(linkLifetimes[purpose]).toBe(minutes * 60_000);
    const address = linkTo(await stored(), purpose);
    services.clock.advance({ minutes: minutes - 1, seconds: 59 });
    expect((await get(address)).status).toBe(200);
    services.clock.advance({ seconds: 1 });
    const late = await get(address);
    expect([late.status, late.bytes.toString()]).toEqual([410, over]);
    expect(late.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await openings()).toHaveLength(1);
  });

  it('says the same where its file is gone', async () => {
    const file = await stored();
    const address = linkTo(file);
    await test.database.file.delete({ where: { id: file } });
    const { status, bytes } = await get(address);
    expect([status, bytes.toString()]).toEqual([410, over]);
  });
});

describe('programs that only look', () => {
  it('get nothing with HEAD, whatever the link', async () => {
    const file = await stored();
    for (const address of [linkTo(file), `${server.url}/files/forged`]) {
      const { status, headers, bytes } = await get(address, { method: 'HEAD' });
      expect([status, bytes.byteLength, headers.get('content-disposition')]).toEqual([204, 0, null]);
    }
    expect(await openings()).toEqual([]);
  });

  it.each([
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'Slack-ImgProxy (+https://api.slack.com/robots)',
    'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    'facebookexternalhit/1.1',
  ])('get nothing as %s', async (agent) => {
    const { status, headers, bytes } = await get(linkTo(await stored()), { agent });
    expect([status, bytes.byteLength, headers.get('content-disposition')]).toEqual([403, 0, null]);
    expect(await openings()).toEqual([]);
  });

  it.each([browser, `${browser} Teams/1.6.00 Electron/19.1`, 'Mozilla/5.0 (Linux; Android 10; CUBOT NOTE 20) Mobile'])(
    'are not taken for %s',
    async (agent) => expect((await get(linkTo(await stored()), { agent })).status).toBe(200),
  );
});

describe('a forged link', () => {
  const token = (address: string) => new URL(address).pathname.replace('/files/', '');

  it('opens nothing, whatever of it was changed', async () => {
    const [mine, other] = [await stored(), await stored(Buffer.from('of somebody else'))];
    const real = token(linkTo(mine));
    const [file = '', purpose = '', expires = '', signature = ''] = real.split('.');
    const strange = signedLinks(`${secret} `, services.clock, () => server.url);
    const forged = [
      [other, purpose, expires, signature],
      [file, 'invitation', expires, signature],
      [file, purpose, `${Number(expires) + 1}`, signature],
      [file, purpose, ` ${expires}`, signature],
      [file, purpose, expires, ''],
      [file, purpose, expires, signature.slice(0, -1)],
      [file, purpose, expires, `${signature}A`],
      [file, purpose, expires, signature.toLowerCase()],
      [file, 'constructor', expires, signature],
      [file, purpose, '1e400', signature],
    ].map((parts) => parts.join('.'));
    for (const one of [...forged, token(strange.linkTo(mine, 'list') ?? ''), 'x', '....', `${real}.x`]) {
      const { status, bytes } = await get(`${server.url}/files/${encodeURIComponent(one)}`);
      expect([status, bytes.toString()], one).toEqual([404, over]);
    }
    expect(await openings()).toEqual([]);
    expect((await get(`${server.url}/files/${real}`)).status).toBe(200);
  });
});

it('tells nothing of its own faults, nor of an address that cannot be read', async () => {
  const file = await stored();
  const other: Server = await serve({
    ...{ host: '127.0.0.1', port: 0, ...none() },
    files: filesRouter({
      ...services,
      files: { ...services.files, find: () => Promise.reject(new Error('the cause')) },
    }),
  });
  try {
    const at = (path: string) => get(`${other.url}/files/${path}`);
    const token = new URL(linkTo(file)).pathname.replace('/files/', '');
    const seen = [await at(token), await at('%E0%A4%A')].map(({ status, bytes }) => [status, bytes.toString()]);
    expect(seen).toEqual([
      [500, ''],
      [400, ''],
    ]);
    expect(services.complaints.splice(0)).toEqual(['a request failed']);
  } finally {
    await other.close();
  }
});

it('one secret is made for all processes that start at once', async () => {
  const secrets = await Promise.all(Array.from({ length: 5 }, () => linkSecretIn(test.database, services.clock.now())));
  expect(new Set(secrets).size).toBe(1);
  expect(Buffer.from(secrets[0] ?? '', 'base64url')).toHaveLength(32);
});

it('there is no link where the app has no address', () => {
  expect(signedLinks(secret, services.clock, () => null).linkTo('a', 'list')).toBeNull();
});

afterAll(() => expect(services.complaints).toEqual([]));
