/** Strangers are bounded: slow ones are sent away, bodies held open cost no memory, and what is refused gets one plain line. */
import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import express, { Router } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, serve } from '../../bot/http.js';
import { bodyReader, type ReadBody } from '../../bot/read-body.js';

const refusals: string[] = [];
const faults: object[] = [];
let server: Server;

beforeAll(async () => {
  const pages = Router();
  pages.post('/json', express.json({ limit: 100 }), (_request, response) => void response.end('fine'));
  pages.get('/fault', () => {
    throw new Error('the cause');
  });
  server = await serve({
    ...{ host: '127.0.0.1', port: 0, slack: null, teams: null, files: null, metrics: null, pages },
    health: async () => ({ failing: [], degraded: [] }),
    log: { info() {}, warn() {}, error: (fields) => void faults.push(fields) },
    refused: (cause) => void refusals.push(cause),
    unknownSenders: { connections: 20, headersMilliseconds: 200, requestMilliseconds: 300, lookMilliseconds: 20 },
  });
});
afterAll(() => server.close());

const port = () => Number(new URL(server.url).port);

describe('what is refused', () => {
  it.each(['development', 'production', 'test', ''])('is one plain line, with NODE_ENV=%s', async (environment) => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = environment;
    const post = async (body: string, headers: Record<string, string> = {}) => {
      const type = { 'content-type': 'application/json' };
      const response = await fetch(`${server.url}/json`, { method: 'POST', headers: { ...type, ...headers }, body });
      return [response.status, await response.text()];
    };
    try {
      expect(await post('{}')).toEqual([200, 'fine']);
      expect(await post('{"')).toEqual([400, 'Bad Request\n']);
      expect(await post(`"${'x'.repeat(200)}"`)).toEqual([413, 'Payload Too Large\n']);
      expect(await post('{}', { 'content-encoding': 'snappy' })).toEqual([415, 'Unsupported Media Type\n']);
      const fault = await fetch(`${server.url}/fault`);
      expect([fault.status, await fault.text()]).toEqual([500, 'Internal Server Error\n']);
    } finally {
      process.env.NODE_ENV = before;
    }
    expect(faults.splice(0)).toMatchObject([{ where: 'http' }]);
    expect(refusals.splice(0)).toEqual(['http: 400', 'http: 413', 'http: 415']);
  });
});

describe('a stranger', () => {
  it.each([
    ['headers', 'GET /health HTTP/1.1\r\nhost: x\r\nx-slow: '],
    ['a body', 'POST /json HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n'],
  ])('who sends %s byte by byte is sent away', async (_, begin) => {
    const socket = connect(port(), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text;
    });
    socket.on('error', () => {});
    socket.write(begin);
    const drip = setInterval(() => socket.write('x'), 50);
    await once(socket, 'close');
    clearInterval(drip);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(refusals.splice(0)).toContain('http: too slow');
  });

  it('does not take every connection', async () => {
    const sockets = Array.from({ length: 60 }, () => connect(port(), '127.0.0.1').on('error', () => {}));
    await expect
      .poll(() => refusals.filter((cause) => cause === 'http: too many connections').length)
      .toBeGreaterThan(0);
    for (const socket of sockets) socket.destroy();
    await expect
      .poll(
        async () =>
          await fetch(`${server.url}/health/live`).then(
            ({ ok }) => ok,
            () => false,
          ),
      )
      .toBe(true);
  });
});

describe('bodies that are being read', () => {
  async function reading(limits: { largest: number; together: number }) {
    const results: ReadBody[] = [];
    const readBody = bodyReader(limits);
    let begun = 0;
    const receiver = createServer(async (request, response) => {
      begun += 1;
      const result = await readBody(request);
      results.push(result);
      response.end();
    });
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const address = receiver.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const open = (headers: Record<string, string> = {}) => {
      const sent = httpRequest({ port: address.port, host: '127.0.0.1', method: 'POST', headers });
      sent.on('error', () => {});
      sent.on('response', (response) => response.resume());
      return sent;
    };
    const close = () => {
      receiver.closeAllConnections();
      receiver.close();
    };
    return { results, open, close, begun: () => begun };
  }

  it('hold no more together than their share, and give it back', async () => {
    const { results, open, close } = await reading({ largest: 1_000, together: 2_500 });
    const held = [open(), open()];
    for (const one of held) one.write('x'.repeat(900));
    const third = open();
    third.write('x'.repeat(900));
    await expect.poll(() => results).toEqual([{ unread: 'too many at once' }]);
    for (const one of held) one.end();
    await expect.poll(() => results.length).toBe(3);
    open().end('x'.repeat(900));
    await expect.poll(() => results.filter((result) => 'body' in result).length).toBe(3);
    close();
  });

  it('are refused by what they say of their size, by what they are, and by what they are packed as', async () => {
    const { results, open, close } = await reading({ largest: 1_000, together: 10_000 });
    open({ 'content-length': '5000' }).write('x');
    await expect.poll(() => results).toEqual([{ unread: 'too large' }]);
    const chunked = open();
    chunked.write('x'.repeat(600));
    chunked.write('x'.repeat(600));
    await expect.poll(() => results.at(-1)).toEqual({ unread: 'too large' });
    open({ 'content-encoding': 'gzip' }).end('x');
    await expect.poll(() => results.at(-1)).toEqual({ unread: 'encoding not taken' });
    const cut = open();
    cut.write('x');
    const before = results.length;
    setImmediate(() => cut.destroy());
    await expect.poll(() => results.length).toBeGreaterThanOrEqual(before);
    close();
  });
});
