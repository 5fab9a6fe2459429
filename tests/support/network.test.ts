/** No test reaches beyond this machine. */
import dgram from 'node:dgram';
import dns, { lookup } from 'node:dns';
import { resolve4 } from 'node:dns/promises';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import tls from 'node:tls';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isLoopback } from './network.js';

const REFUSAL = /reach slack\.com: only this machine/;

describe('the network outside is closed', () => {
  it('for sockets, by name, by address and by port and host', () => {
    expect(() => net.connect({ host: 'slack.com', port: 443 })).toThrow(REFUSAL);
    expect(() => net.connect(443, 'slack.com')).toThrow(REFUSAL);
    expect(() => new net.Socket().connect(443, 'slack.com')).toThrow(REFUSAL);
    expect(() => net.connect({ host: '192.0.2.1', port: 80 })).toThrow(/192\.0\.2\.1/);
    expect(() => net.connect({ host: '2001:db8::1', port: 80 })).toThrow(/2001:db8::1/);
  });

  it('for TLS, HTTP and fetch', async () => {
    expect(() => tls.connect({ host: 'slack.com', port: 443 })).toThrow(REFUSAL);
    expect(() => http.get('http://slack.com/')).toThrow(REFUSAL);
    await expect(fetch('https://slack.com/api/auth.test')).rejects.toMatchObject({
      cause: { message: expect.stringMatching(REFUSAL) },
    });
  });

  it('for names, however the function was imported', async () => {
    expect(() => dns.lookup('slack.com', () => {})).toThrow(REFUSAL);
    expect(() => lookup('slack.com', () => {})).toThrow(REFUSAL);
    await expect(async () => resolve4('slack.com')).rejects.toThrow(REFUSAL);
    await expect(async () => new dns.promises.Resolver().resolveTxt('slack.com')).rejects.toThrow(REFUSAL);
  });

  it('for datagrams', () => {
    const socket = dgram.createSocket('udp4');
    try {
      expect(() => socket.send('hello', 53, 'slack.com')).toThrow(REFUSAL);
      expect(() => socket.connect(53, 'slack.com')).toThrow(REFUSAL);
    } finally {
      socket.close();
    }
  });
});

describe('this machine stays open', () => {
  it('for a server on loopback', async () => {
    const server = http.createServer((_request, response) => response.end('here'));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    expect(await (await fetch(`http://127.0.0.1:${address.port}/`)).text()).toBe('here');
    expect(await (await fetch(`http://localhost:${address.port}/`)).text()).toBe('here');
    await promisify(server.close.bind(server))();
  });

  it('for its names, still through promisify', async () => {
    expect((await promisify(dns.lookup)('localhost')).address).toMatch(/^(127\.0\.0\.1|::1)$/);
  });

  it('and nothing that only looks like it', () => {
    for (const host of ['localhost', '127.0.0.1', '127.8.9.1', '[::1]', '::ffff:127.0.0.1', 'LOCALHOST.', '0.0.0.0']) {
      expect(isLoopback(host), host).toBe(true);
    }
    for (const host of [
      '127.0.0.1.example.com',
      'localhost.example.com',
      '128.0.0.1',
      '::ffff:10.0.0.1',
      'fe80::1',
      '10.0.0.1',
    ]) {
      expect(isLoopback(host), host).toBe(false);
    }
  });
});
