/** What goes out goes through the proxy that the variables name, also in Socket Mode; this machine and what is excepted is reached directly. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isExcepted, useProxy } from '../../app/proxy.js';
import { openSlack } from '../../bot/slack/app.js';
import { askSlack } from '../../bot/slack/check.js';
import { askMicrosoft } from '../../bot/teams/check.js';
import { openSdk } from '../../bot/teams/sdk.js';
import { type Slack, startSlack } from '../../playground/slack/start-slack.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildServices } from '../support/factories.js';

const TENANT = '00000000-0000-4000-8000-000000000001';

let test: TestDatabase;
let slack: Slack;
let server: Server;
let address: string;
/** Where the proxy was asked to go. */
const asked: string[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  slack = await startSlack({ app: { socketMode: true } });
  server = createServer();
  // Every name leads to the stand-in, as if its name resolved only behind the proxy.
  server.on('connect', (request, socket, head) => {
    asked.push(request.url ?? '');
    const upstream = connect(Number(new URL(slack.url).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const listening = server.address();
  address = `http://127.0.0.1:${typeof listening === 'object' && listening !== null ? listening.port : 0}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await slack.close();
  await test.close();
});

const elsewhere = () => {
  const url = new URL(slack.url);
  url.hostname = 'slack.test';
  return url.href;
};
const ask = (slackApiUrl: string) => askSlack({ botToken: slack.botToken(), slackApiUrl });

it('reaches through the proxy what cannot be reached without it', async () => {
  await expect(ask(elsewhere())).rejects.toMatchObject({ kind: 'unreachable' });
  const proxy = await useProxy({ https: null, http: address, except: '' });
  try {
    expect((await ask(elsewhere())).workspace.id).toBe(slack.workspace.id);
    expect(asked.splice(0)).toEqual([new URL(elsewhere()).host]);
    await ask(slack.url);
    expect(asked).toEqual([]);
  } finally {
    await proxy?.close();
  }
  await expect(ask(elsewhere())).rejects.toMatchObject({ kind: 'unreachable' });
});

it('reaches directly what is excepted, and names the proxy without its password', async () => {
  const secret = new URL(address);
  secret.password = 'very-secret';
  const proxy = await useProxy({ https: secret.href, http: secret.href, except: 'slack.test' });
  try {
    expect(proxy?.name).toBe(secret.host);
    await expect(ask(elsewhere())).rejects.toMatchObject({ kind: 'unreachable' });
    expect(asked).toEqual([]);
  } finally {
    await proxy?.close();
  }
});

it('is none where no variable names one', async () => {
  expect(await useProxy({ https: null, http: null, except: 'example.org' })).toBeNull();
});

it.each([
  ['login.microsoftonline.com', '', false],
  ['login.microsoftonline.com', '*', true],
  ['login.microsoftonline.com', 'microsoftonline.com', true],
  ['login.microsoftonline.com', 'example.org, .microsoftonline.com', true],
  ['login.microsoftonline.com', 'online.com', false],
])('%s is excepted by NO_PROXY="%s": %s', (host, except, expected) => {
  expect(isExcepted(host, except)).toBe(expected);
});

/** The bot in Socket Mode, at a Slack whose every address is reached through the proxy only. */
async function connected(): Promise<{ readonly asked: readonly string[]; readonly hears: boolean }> {
  const { origin } = slack.store;
  const proxy = await useProxy({ https: null, http: address, except: '' });
  slack.store.origin = new URL(elsewhere()).origin;
  const bot = await openSlack(buildServices(test.database), {
    ...{ botToken: slack.botToken(), appToken: slack.app.appToken, slackApiUrl: elsewhere() },
    ...(proxy && { proxy: proxy.dispatcher }),
  });
  try {
    await bot.start();
    await expect.poll(() => slack.store.sockets.size).toBe(1);
    return { asked: asked.splice(0), hears: bot.problems().length === 0 };
  } finally {
    await bot.close();
    slack.store.origin = origin;
    await proxy?.close();
  }
}

it('connects in Socket Mode through the proxy: what is said, the address, and the connection itself', async () => {
  const { host } = new URL(elsewhere());
  const { asked: passed, hears } = await connected();
  expect(hears).toBe(true);
  // auth.test and apps.connections.open may share a tunnel; the connection has one of its own.
  expect(passed.length).toBeGreaterThanOrEqual(2);
  expect(new Set(passed)).toEqual(new Set([host]));
});

const teams = { appId: '5bb0a5ee-91a7-4c8b-8f1e-5b1a5e5b0a11', appPassword: 'no-real-secret', tenantId: TENANT };

/** A request as from Teams, with a token that names a key: the keys are fetched to check it. */
async function lookForKey(): Promise<void> {
  const part = (fields: object) => Buffer.from(JSON.stringify(fields)).toString('base64url');
  const serviceUrl = 'https://smba.trafficmanager.net/teams/';
  const until = Math.floor(Date.now() / 1000) + 600;
  const claims = { iss: 'https://api.botframework.com', aud: teams.appId, serviceurl: serviceUrl, exp: until };
  const token = [part({ alg: 'RS256', kid: 'unknown', typ: 'JWT' }), part(claims), 'c2lnbmF0dXJl'].join('.');
  const receive = openSdk(teams).listen({}, () => true);
  const { admitted } = await receive({
    ...{ method: 'POST', headers: { authorization: `Bearer ${token}` } },
    body: { type: 'typing', channelId: 'msteams', serviceUrl, from: { id: '29:1' }, conversation: { id: 'a:1' } },
  });
  expect(admitted).toBe(false);
}

/** Since it was last asked. The Slack app of the tests before may still be asking for its channels. */
function askedOfMicrosoft(): readonly string[] {
  const hosts = new Set(asked.splice(0));
  return [...hosts].filter((host) => !host.startsWith('slack.'));
}

const LOGIN = 'login.microsoftonline.com:443';
const KEYS = 'login.botframework.com:443';

// The stand-in at the other end of the tunnel is not Microsoft, so that neither succeeds: where it was asked for is what counts.
it.each([
  ['', [LOGIN], [KEYS]],
  ['login.microsoftonline.com', [], [KEYS]],
  ['botframework.com', [LOGIN], []],
  ['*', [], []],
])(
  'signs in with Microsoft and fetches its keys through the proxy, except to NO_PROXY="%s"',
  async (except, login, keys) => {
    const proxy = await useProxy({ https: address, http: null, except });
    try {
      await expect(askMicrosoft(teams)).rejects.toMatchObject({ kind: 'unreachable' });
      expect(askedOfMicrosoft()).toEqual(login);
      await lookForKey();
      expect(askedOfMicrosoft()).toEqual(keys);
    } finally {
      await proxy?.close();
    }
  },
);
