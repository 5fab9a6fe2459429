/** A recorded request is taken once by all processes together, and not again after a restart, within the life of its signature. */
import { createHmac } from 'node:crypto';
import type { Server } from 'node:http';
import express from 'express';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type SharedSignatures, verifySlack } from '../../../bot/slack/verify.js';
import { type OpenDatabase, openDatabase } from '../../../prisma/client.js';
import { forgetSeen, forgetSignatures, seesFirst } from '../../../programme/requests/seen-signatures.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

const secret = 'signing-secret';
const ROUNDS = 40;

let test: TestDatabase;
const opened: Pick<OpenDatabase, 'database' | 'close'>[] = [];
const servers: Server[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
});
afterEach(async () => {
  for (const server of servers.splice(0)) server.close();
  for (const { close } of opened.splice(0)) await close();
});
afterAll(async () => await test.close());

/** One process with connections of its own; `status` is what it answers to what it takes. */
async function startProcess({ status = 200, shares = true, away = false } = {}): Promise<string> {
  const { database, close } = openDatabase(test.url);
  opened.push({ database, close: away ? async () => {} : close });
  if (away) await close();
  const shared: SharedSignatures = {
    seesFirst: shares ? (signature, seconds) => seesFirst(database, signature, seconds) : async () => true,
    forget: (signature) => forgetSeen(database, signature),
  };
  const app = express();
  app.post(
    '/',
    verifySlack(secret, () => {}, shared),
    (_request, response) => void response.status(status).end(),
  );
  const server = app.listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/`;
}

let counted = 0;
/** A genuine request; the same function call gives the same one again. */
function recorded(): (url: string) => Promise<number> {
  counted += 1;
  const body = `text=${counted}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const headers = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature };
  return async (url) => (await fetch(url, { method: 'POST', headers, body })).status;
}

/** What two processes answer that get the same request at the same instant, each time sorted. */
async function raceOf(one: string, other: string): Promise<readonly string[]> {
  const answers: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const send = recorded();
    answers.push((await Promise.all([send(one), send(other)])).sort().join(' '));
  }
  return answers;
}

describe('a recorded request', () => {
  it('is refused by another process, and after a restart', async () => {
    const send = recorded();
    const first = await startProcess();
    expect([await send(first), await send(first)]).toEqual([200, 401]);
    expect(await send(await startProcess())).toBe(401);
  });

  it('is taken by one of two processes that get it at once', async () => {
    const answers = await raceOf(await startProcess(), await startProcess());
    expect(new Set(answers)).toEqual(new Set(['200 401']));
  });

  it('would be taken by both if they did not share what they saw', async () => {
    const answers = await raceOf(await startProcess({ shares: false }), await startProcess({ shares: false }));
    expect(new Set(answers)).toEqual(new Set(['200 200']));
  });

  it('may come to another process once the first has failed to answer it', async () => {
    const send = recorded();
    expect(await send(await startProcess({ status: 500 }))).toBe(500);
    const other = await startProcess();
    await expect.poll(async () => await send(other)).toBe(200);
    expect(await send(other)).toBe(401);
  });

  it('goes on to its apology where the database is away', async () => {
    expect(await recorded()(await startProcess({ away: true }))).toBe(200);
  });
});

it('signatures are kept for as long as they are good', async () => {
  await test.database.seenSignature.deleteMany();
  for (let index = 0; index < 3; index += 1) expect(await seesFirst(test.database, `v0=${index}`, 600)).toBe(true);
  await test.database.seenSignature.update({
    where: { signature: 'v0=1' },
    data: { expiresAt: new Date(Date.now() - 1000) },
  });
  expect(await forgetSignatures(test)).toBe(1);
  expect(await seesFirst(test.database, 'v0=0', 600)).toBe(false);
  expect(await seesFirst(test.database, 'v0=1', 600)).toBe(true);
});
