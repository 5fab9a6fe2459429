/** Refuses forged, stale, future-dated and replayed requests before Bolt sees them: Bolt alone accepts the last two. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type RequestHandler, raw } from 'express';
import { LRUCache } from 'lru-cache';

/** How far a request's timestamp may be from our clock, in either direction (docs.slack.dev/authentication/verifying-requests-from-slack). */
const WINDOW_MILLISECONDS = 5 * 60_000;

/** A request dated five minutes ahead stays acceptable until five minutes after its date. */
const REMEMBERED_MILLISECONDS = 2 * WINDOW_MILLISECONDS;

/** About 20 MB; Slack sends a workspace's app at most 30,000 events an hour, 5,000 in ten minutes. */
const REMEMBERED_SIGNATURES = 100_000;

/** Slack waits for three seconds; by then a person whose request meets no database must have the apology. */
const DATABASE_MILLISECONDS = 1_000;

/** Slack's largest payloads hold a view of 250 kB and its state. */
const BODY_LIMIT = '2mb';

interface SignedRequest {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: Buffer;
}

export type Verdict = 'valid' | 'unsigned' | 'stale' | 'future' | 'forged' | 'replayed' | 'replayed elsewhere';

interface RequestVerifier {
  verify(request: SignedRequest): Verdict;
  /** Lets a valid request come once more, because it was not answered. */
  forget(request: SignedRequest): void;
}

/**
 * Verifies signed requests and remembers the valid ones. A retry by Slack is a request of its own: it has a new
 * timestamp and so another signature, unless it comes within the same second.
 * @param now the real time in milliseconds, which Slack signs; a simulated clock would refuse everything
 */
export function requestVerifier(signingSecret: string, now: () => number = Date.now): RequestVerifier {
  const seen = new LRUCache<string, true>({
    max: REMEMBERED_SIGNATURES,
    ttl: REMEMBERED_MILLISECONDS,
    ttlResolution: 0,
    perf: { now },
  });
  return {
    forget({ signature }) {
      if (signature !== undefined) seen.delete(signature);
    },
    verify({ timestamp, signature, body }) {
      if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/.test(timestamp)) return 'unsigned';
      const ahead = Number(timestamp) * 1000 - now();
      if (ahead < -WINDOW_MILLISECONDS) return 'stale';
      if (ahead > WINDOW_MILLISECONDS) return 'future';
      const expected = Buffer.from(
        `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest('hex')}`,
      );
      const given = Buffer.from(signature);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged';
      // Only valid signatures are remembered, so that nobody can push them out with invented ones.
      if (seen.has(signature)) return 'replayed';
      seen.set(signature, true);
      return 'valid';
    },
  };
}

/** What all processes together have seen of valid signatures: what one has taken, none takes again. */
export interface SharedSignatures {
  readonly seesFirst: (signature: string, keepSeconds: number) => Promise<boolean>;
  readonly forget: (signature: string) => Promise<void>;
}

/**
 * Middleware that answers 401 to every request that is not valid, without saying why. The raw body is left in `rawBody`,
 * where Bolt looks for one that was read already.
 */
export function verifySlack(
  signingSecret: string,
  refused: (verdict: Verdict) => void,
  shared: SharedSignatures,
): RequestHandler[] {
  const { verify, forget } = requestVerifier(signingSecret);
  return [
    raw({ type: () => true, limit: BODY_LIMIT }),
    async (request, response, next) => {
      const body: unknown = request.body;
      const rawBody = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
      const signed = {
        timestamp: request.get('x-slack-request-timestamp'),
        signature: request.get('x-slack-signature'),
        body: rawBody,
      };
      const verdict = await verdictOf(verify(signed), signed.signature, shared);
      // Another process has it, which alone knows whether it may come again.
      if (verdict === 'replayed elsewhere') forget(signed);
      if (verdict !== 'valid') {
        refused(verdict);
        response.status(401).end();
        return;
      }
      response.once('finish', () => {
        // Slack's first retry comes at once, and within the same second it has the same signature.
        if (response.statusCode < 500) return;
        forget(signed);
        if (signed.signature !== undefined) shared.forget(signed.signature).catch(() => {});
      });
      Object.assign(request, { rawBody });
      next();
    },
  ];
}

/**
 * What is valid here may have come to another process, or to this one before a restart. Where the database does not answer, the
 * request goes on to its apology: without a database nothing can be read or done a second time either.
 */
async function verdictOf(
  verdict: Verdict,
  signature: string | undefined,
  { seesFirst }: SharedSignatures,
): Promise<Verdict> {
  if (verdict !== 'valid' || signature === undefined) return verdict;
  const first = await inTime(
    seesFirst(signature, REMEMBERED_MILLISECONDS / 1000).catch(() => true),
    true,
  );
  return first ? 'valid' : 'replayed elsewhere';
}

async function inTime<T>(work: Promise<T>, otherwise: T): Promise<T> {
  const patience = new AbortController();
  const late = pause(DATABASE_MILLISECONDS, otherwise, { signal: patience.signal }).catch(() => otherwise);
  try {
    return await Promise.race([work, late]);
  } finally {
    patience.abort();
  }
}
