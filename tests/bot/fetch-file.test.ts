/** Files are fetched from where the platform keeps them, and from nowhere else, wherever its answers point. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fetchFile } from '../../bot/fetch-file.js';
import { trustedFiles as trustedBySlack } from '../../bot/slack/sent-files.js';
import { trustedFiles as trustedByTeams } from '../../bot/teams/configuration.js';
import { LARGEST_FILE_BYTES } from '../../programme/files/file-store.js';
import { NotFetched } from '../../programme/files/sent-file.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let answers: Readonly<Record<string, Answer>> = {};
const heard: string[] = [];
const servers: ReturnType<typeof createServer>[] = [];
let home = '';
let elsewhere = '';

async function listen(name: string): Promise<string> {
  const server = createServer((request, response) => {
    heard.push(`${name} ${request.url} ${request.headers.authorization ?? '-'}`);
    (answers[request.url ?? ''] ?? ((_, missing) => missing.writeHead(404).end()))(request, response);
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return `http://127.0.0.1:${bound.port}`;
}

beforeAll(async () => {
  home = await listen('home');
  elsewhere = await listen('elsewhere');
});
beforeEach(() => {
  heard.length = 0;
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const redirect =
  (to: () => string): Answer =>
  (_, response) =>
    response.writeHead(302, { location: to() }).end();

/** The bytes, or why there are none. */
async function get(path: string, accepts?: (contentType: string) => boolean): Promise<string> {
  const pieces: Uint8Array[] = [];
  try {
    const trusts = (address: string) => address.startsWith(`${home}/`);
    const headers = { authorization: 'Bearer secret' };
    const address = path.startsWith('/') ? `${home}${path}` : path;
    for await (const piece of await fetchFile({ address, trusts, headers, ...(accepts && { accepts }) })) {
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof NotFetched) return error.problem;
    throw error;
  }
  return Buffer.concat(pieces).toString();
}

it('brings the bytes, also through a redirect that stays', async () => {
  answers = { '/a': (_, response) => response.end('bytes'), '/b': redirect(() => '/a') };
  expect([await get('/a'), await get('/b')]).toEqual(['bytes', 'bytes']);
  expect(heard.at(-1)).toBe('home /a Bearer secret');
});

it('follows no redirect elsewhere, nor begins there', async () => {
  answers = { '/a': redirect(() => `${elsewhere}/a`), '/loop': redirect(() => '/loop') };
  expect(await get('/a')).toBe('refused');
  expect(await get(`${elsewhere}/a`)).toBe('refused');
  expect(await get('/loop')).toBe('failed');
  expect(heard.filter((line) => line.startsWith('elsewhere'))).toEqual([]);
});

it('takes no page for a file, and no file that breaks off', async () => {
  answers = {
    '/page': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    '/half': (_, response) => {
      response.writeHead(200, { 'content-length': '10' }).write('half', () => response.destroy());
    },
  };
  expect(await get('/page', (type) => type !== 'text/html')).toBe('failed');
  expect(await get('/page')).toBe('<html>');
  expect(await get('/half')).toBe('failed');
  expect(await get('/missing')).toBe('failed');
});

it('refuses what is announced too large before it comes', async () => {
  answers = {
    '/large': (_, response) => response.writeHead(200, { 'content-length': String(LARGEST_FILE_BYTES + 1) }).write('x'),
  };
  expect(await get('/large')).toBe('too-large');
});

it.each([
  ['Slack', trustedBySlack(undefined), 'https://files.slack.com/files-pri/T1-F1/a.xlsx'],
  ['Teams', trustedByTeams(undefined), 'https://contoso-my.sharepoint.com/personal/a/_layouts/15/download.aspx?x=1'],
] as const)('%s’s own hosts are trusted, and nothing that looks like them', (_, trusts, good) => {
  expect(trusts(good)).toBe(true);
  const { host } = new URL(good);
  for (const bad of [
    good.replace('https:', 'http:'),
    good.replace(host, `${host}.evil.example`),
    good.replace(host, `${host}:8443`),
    good.replace(host, `${host}@evil.example`),
    good.replace(host, `user:x@${host}`),
    good.replace(host, 'evil.example'),
    good.replace(host, '127.0.0.1'),
    good.replace(host, '[::1]'),
    'no address',
  ]) {
    expect(trusts(bad), bad).toBe(false);
  }
});
