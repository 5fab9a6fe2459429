/** Proves that the page's server lets only its own page in, on this machine only, and says in words what it cannot do. */
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openPlatforms, type Platforms } from '../../../tests/e2e/platforms.js';
import { hostedPlaygroundOf } from '../../host/open-host.js';
import type { Done } from '../../page/command.js';
import { openPage, type Page } from '../../page/open-page.js';
import type { ServerEvent } from '../../page/protocol.js';

let platforms: Platforms;
let page: Page;
const faults: unknown[] = [];
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'tom'] });
  const playground = await hostedPlaygroundOf(platforms.playground, {
    databaseUrl: platforms.databaseUrl,
    redisUrl: null,
  });
  page = await openPage(
    { current: () => playground, scenarios: [], loadScenario: () => Promise.reject(new Error('no scenarios here')) },
    { port: 0, onFault: (error) => faults.push(error) },
  );
  await page.ready;
});
afterAll(async () => {
  expect(faults).toEqual([]);
  await page.close();
  await platforms.close();
});

/** Node's own `request`: `fetch` would not let a test choose the host it names. */
async function ask(path: string, headers: Record<string, string> = {}, body?: string): Promise<number> {
  const asked = request(new URL(path, page.url), { method: body === undefined ? 'GET' : 'POST', headers });
  asked.end(body);
  const [response] = await once(asked, 'response');
  response.resume();
  return response.statusCode;
}

async function command(body: unknown): Promise<{ readonly status: number; readonly done: Done }> {
  const response = await fetch(`${page.url}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const done: Done = JSON.parse(text);
  return { status: response.status, done };
}

describe('who is let in', () => {
  it('is the page itself, under either name of this machine', async () => {
    const { port } = new URL(page.url);
    expect(await ask('/')).toBe(200);
    expect(await ask('/', { host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(200);
  });

  it('is no other site that the browser visits: not by a name that it has made its own', async () => {
    expect(await ask('/', { host: 'evil.example' })).toBe(403);
    expect(await ask('/', { host: `evil.example:${new URL(page.url).port}` })).toBe(403);
  });

  it('and not by a request out of a page of its own', async () => {
    const jump = JSON.stringify({ jump: { by: 'day' } });
    const before = platforms.playground.clock.now();
    expect(await ask('/commands', { origin: 'https://evil.example', 'content-type': 'application/json' }, jump)).toBe(
      403,
    );
    // What a form can send without asking first.
    expect(await ask('/commands', { 'content-type': 'text/plain' }, jump)).toBe(400);
    expect(platforms.playground.clock.now().getTime() - before.getTime()).toBeLessThan(3_600_000);
  });

  it('and not over a socket', async () => {
    const address = `${page.url.replace('http', 'ws')}/live`;
    for (const origin of ['https://evil.example', undefined]) {
      const socket = new WebSocket(address, origin === undefined ? {} : { origin });
      const [error] = await once(socket, 'error');
      expect(String(error)).toContain('403');
    }
  });

  it('and the page outlives one who hangs up before the refusal', async () => {
    const { port } = new URL(page.url);
    const uncaught: unknown[] = [];
    const note = (error: unknown) => uncaught.push(error);
    process.on('uncaughtException', note);
    for (let time = 0; time < 20; time += 1) {
      const socket = connect(Number(port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write(
        `GET /live HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`,
      );
      await new Promise((resolve) => setImmediate(resolve));
      socket.resetAndDestroy();
    }
    expect(await ask('/')).toBe(200);
    process.off('uncaughtException', note);
    expect(uncaught).toEqual([]);
  });

  it('and nobody on another machine', async () => {
    const others = Object.values(networkInterfaces()).flatMap((addresses) =>
      (addresses ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
    );
    const { port } = new URL(page.url);
    expect(new URL(page.url).hostname).toBe('127.0.0.1');
    for (const address of others) {
      const reached = await new Promise((resolve) => {
        const asked = request({ host: address, port, path: '/' }, () => resolve(true));
        asked.on('error', () => resolve(false));
        asked.end();
      }).catch(() => false);
      expect(reached).toBe(false);
    }
  });

  it('gets the page under a policy that lets nothing foreign in', async () => {
    const response = await fetch(page.url);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    const html = await response.text();
    const named = [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(named.length).toBeGreaterThan(2);
    for (const path of named) expect(await ask(path)).toBe(200);
    expect(await ask('/main.js')).toBe(404);
    expect(await ask('/../package.json')).toBe(404);
  });
});

describe('what is asked for', () => {
  it('must be a command', async () => {
    for (const body of [
      {},
      [],
      { jump: { by: 'year' } },
      { worker: 'kill', more: 1 },
      { clientSession: 'slack:U1', slack: {} },
    ]) {
      const { status, done } = await command(body);
      expect(status).toBe(400);
      expect(done.error).toMatchObject({ ja: expect.stringContaining('操作'), en: expect.any(String) });
    }
  });

  it('must be whole: what breaks off is no fault of the page', async () => {
    expect(await ask('/commands', { 'content-type': 'application/json' }, '{"jump":')).toBe(400);
    expect(faults).toEqual([]);
  });

  it('must be possible: in words of both languages where it is not', async () => {
    const nobody = await command({ clientSession: 'slack:UNOBODY', slack: { do: 'open home' } });
    expect(nobody.done.error).toMatchObject({ ja: expect.any(String), en: expect.stringContaining('Nobody') });
    const past = await command({ jump: { at: '2020-01-01T00:00:00+09:00' } });
    expect(past.done.error).toMatchObject({
      ja: expect.stringContaining('時計'),
      en: expect.stringContaining('forward'),
    });
    const late = await command({ jump: { at: '2101-01-02T00:00:00+09:00' } });
    expect(late.done.error).toMatchObject({ ja: expect.stringContaining('2100'), en: expect.stringContaining('2101') });
    const scenario = await command({ scenario: 'the flood' });
    expect(scenario.done.error).toMatchObject({ en: 'There is no such scenario.' });
  });

  it('may hand in a file, and no file that would fill the memory', async () => {
    const hand = async (body: Uint8Array<ArrayBuffer>, name: string) =>
      await fetch(`${page.url}/files?name=${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body,
      });
    expect((await hand(new Uint8Array([1, 2, 3]), 'a.bin')).status).toBe(200);
    expect((await hand(new Uint8Array([1, 2, 3]), '')).status).toBe(400);
    expect((await hand(new Uint8Array(26 * 1024 * 1024), 'large.bin')).status).toBe(413);
  });
});

describe('what is told', () => {
  it('is the snapshot at first, then what is watched, then only what changes', async () => {
    const told: ServerEvent[] = [];
    const socket = new WebSocket(`${page.url.replace('http', 'ws')}/live`, { origin: page.url });
    socket.on('message', (data) => told.push(JSON.parse(String(data))));
    await once(socket, 'open');
    const clientSession = `slack:${platforms.person('ken').slackUserId}`;
    socket.send(JSON.stringify({ clientSessions: [clientSession], inspector: false }));
    const clientSessions = () => told.filter((one) => one.type === 'client session');
    await expect.poll(clientSessions).toHaveLength(1);
    expect(told[0]?.type).toBe('snapshot');
    expect(clientSessions()[0]).toMatchObject({ whole: true, clientSession });
    const { done } = await command({ jump: { by: 'hour' } });
    expect(done.error).toBeNull();
    await expect.poll(() => told.filter((one) => one.type === 'clock').length).toBeGreaterThan(1);
    expect(told.some((one) => one.type === 'traffic' || one.type === 'outbox')).toBe(false);
    await platforms.slack('ken').command('/spp help');
    await expect.poll(() => clientSessions().length).toBeGreaterThan(1);
    const last = clientSessions().at(-1);
    expect(last).toMatchObject({ whole: false });
    expect(last?.messages.length).toBeLessThan(3);
    socket.close();
  });

  it('is what can be drawn, where a screen cannot', async () => {
    const playground = await hostedPlaygroundOf(platforms.playground, {
      databaseUrl: platforms.databaseUrl,
      redisUrl: null,
    });
    const [someone] = playground.people;
    if (someone === undefined) throw new Error('nobody lives here');
    const people = [...playground.people, { ...someone, clientSessions: ['teams:not-in-the-tenant' as const] }];
    const broken: unknown[] = [];
    const other = await openPage(
      {
        current: () => ({ ...playground, people }),
        scenarios: [],
        loadScenario: () => Promise.reject(new Error('none')),
      },
      { port: 0, onFault: (error) => broken.push(error) },
    );
    const told: ServerEvent[] = [];
    const socket = new WebSocket(`${other.url.replace('http', 'ws')}/live`, { origin: other.url });
    socket.on('message', (data) => told.push(JSON.parse(String(data))));
    await once(socket, 'open');
    const clientSession = `slack:${platforms.person('ken').slackUserId}`;
    socket.send(JSON.stringify({ clientSessions: ['teams:not-in-the-tenant', clientSession], inspector: false }));
    await expect.poll(() => told.filter((one) => one.type === 'client session')).toMatchObject([{ clientSession }]);
    expect(broken.map(String)).toEqual([expect.stringContaining('not-in-the-tenant')]);
    socket.close();
    await other.close();
  });

  it('is not told after a command that is none', async () => {
    const socket = new WebSocket(`${page.url.replace('http', 'ws')}/live`, { origin: page.url });
    await once(socket, 'open');
    socket.send('{"clientSessions":"all"}');
    const [code] = await once(socket, 'close');
    expect(code).toBe(1008);
  });
});
