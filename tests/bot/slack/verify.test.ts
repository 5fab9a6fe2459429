/** Only what Slack signed, just now, for the first time gets through. */
import { createHmac } from 'node:crypto';
import type { Server } from 'node:http';
import { App, ExpressReceiver } from '@slack/bolt';
import express, { Router } from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { requestVerifier, type SharedSignatures, verifySlack } from '../../../bot/slack/verify.js';

const secret = 'signing-secret';
const start = 1_700_000_000_000;

function signed(at: number, text = 'payload=x', key = secret) {
  const timestamp = String(Math.floor(at / 1000));
  const body = Buffer.from(text);
  return {
    timestamp,
    body,
    signature: `v0=${createHmac('sha256', key).update(`v0:${timestamp}:${text}`).digest('hex')}`,
  };
}

describe('a request', () => {
  it('is genuine once', () => {
    const { verify } = requestVerifier(secret, () => start);
    expect(verify(signed(start))).toBe('valid');
    expect(verify(signed(start))).toBe('replayed');
    expect(verify(signed(start, 'payload=y'))).toBe('valid');
    expect(verify(signed(start + 1000))).toBe('valid');
  });

  it('may come once more after it was not answered', () => {
    const { verify, forget } = requestVerifier(secret, () => start);
    expect(verify(signed(start))).toBe('valid');
    forget(signed(start));
    expect(verify(signed(start))).toBe('valid');
    expect(verify(signed(start))).toBe('replayed');
  });

  it.each([
    [-301_000, 'stale'],
    [-299_000, 'valid'],
    [299_000, 'valid'],
    [301_000, 'future'],
    [10 * 365 * 86_400_000, 'future'],
  ] as const)('dated %d ms from now is %s', (distance, verdict) => {
    expect(requestVerifier(secret, () => start).verify(signed(start + distance))).toBe(verdict);
  });

  it('is refused without, with a foreign or with a malformed signature', () => {
    const { verify } = requestVerifier(secret, () => start);
    const good = signed(start);
    expect(verify({ ...good, signature: undefined })).toBe('unsigned');
    expect(verify({ ...good, timestamp: undefined })).toBe('unsigned');
    for (const timestamp of ['', 'NaN', '1e9', '-1', ` ${good.timestamp}`, `${good.timestamp}.0`]) {
      expect(verify({ ...good, timestamp })).toBe('unsigned');
    }
    for (const signature of [
      '',
      'v0=',
      good.signature.toUpperCase(),
      good.signature.replace('v0', 'v1'),
      `${good.signature}0`,
      'é'.repeat(67),
    ]) {
      expect(verify({ ...good, signature })).toBe('forged');
    }
    expect(verify(signed(start, 'payload=x', 'another secret'))).toBe('forged');
    expect(verify({ ...good, body: Buffer.from('payload=z') })).toBe('forged');
    expect(verify(good)).toBe('valid');
  });

  it('stays remembered for as long as it could be replayed, however many forged ones come', () => {
    let now = start;
    const { verify } = requestVerifier(secret, () => now);
    const early = signed(start + 299_000);
    expect(verify(early)).toBe('valid');
    for (let index = 0; index < 1000; index += 1)
      verify({ ...early, signature: `v0=${String(index).padStart(64, '0')}` });
    now = start + 598_000;
    expect(verify(early)).toBe('replayed');
    now = start + 600_000;
    expect(verify(early)).toBe('stale');
  });
});

describe('before Bolt', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function serve({ seesFirst = async () => true, forget = async () => {} }: Partial<SharedSignatures> = {}) {
    const verdicts: string[] = [];
    const seen: unknown[] = [];
    const router = Router();
    router.post(
      '/events',
      verifySlack(secret, (cause) => verdicts.push(cause), { seesFirst, forget }),
    );
    const receiver = new ExpressReceiver({ signingSecret: secret, router, app: express(), endpoints: '/events' });
    const app = new App({ receiver, authorize: async () => ({ botToken: 'xoxb', botId: 'B', botUserId: 'U' }) });
    app.command('/spp', async ({ command, ack }) => {
      seen.push(command.text);
      await ack('fine');
    });
    const outer = express().use('/slack', router);
    const listening = outer.listen(0, '127.0.0.1');
    server = listening;
    await new Promise((resolve) => listening.once('listening', resolve));
    const address = listening.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return { url: `http://127.0.0.1:${address.port}/slack/events`, verdicts, seen };
  }

  function send(url: string, { timestamp, signature, body }: ReturnType<typeof signed>) {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature,
    };
    return fetch(url, { method: 'POST', headers, body });
  }

  it('genuine requests reach the listener with their body, the others get a bare 401', async () => {
    const { url, verdicts, seen } = await serve();
    const command = 'command=%2Fspp&text=%E4%BA%88%E7%B4%84&user_id=U1&team_id=T1&channel_id=D1&trigger_id=1';
    const good = signed(Date.now(), command);
    const first = await send(url, good);
    expect([first.status, await first.text()]).toEqual([200, 'fine']);
    expect(seen).toEqual(['予約']);
    for (const bad of [
      good,
      signed(Date.now() - 400_000, command),
      signed(Date.now() + 400_000, command),
      signed(Date.now(), command, 'x'),
    ]) {
      const refused = await send(url, bad);
      expect([refused.status, await refused.text()]).toEqual([401, '']);
    }
    expect(verdicts).toEqual(['slack: replayed', 'slack: stale', 'slack: future', 'slack: forged']);
    expect(seen).toHaveLength(1);
  });

  it('a body too large to be Slack’s is refused unread', async () => {
    const { url, seen } = await serve();
    const huge = await send(url, signed(Date.now(), 'x'.repeat(3_000_000)));
    expect(huge.status).toBe(413);
    expect(seen).toEqual([]);
  });
});
