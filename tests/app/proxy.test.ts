/** What goes out goes through the proxy that the variables name, also in Socket Mode; this machine and what is excepted is reached directly. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isExcepted, useProxy } from '../../app/proxy.js';
import { askSlack } from '../../bot/slack/check.js';
import { type Slack, startSlack } from '../../playground/slack/start-slack.js';

let slack: Slack;
let server: Server;
let address: string;
/** Where the proxy was asked to go. */
const asked: string[] = [];

beforeAll(async () => {
  slack = await startSlack();
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
