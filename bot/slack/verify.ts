/** Refuses forged, stale, future-dated and replayed requests before Bolt sees them: Bolt alone accepts the last two. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { LRUCache } from 'lru-cache';
import { bodyReader, unreadStatus } from '../read-body.js';
import { type CountRefused, refuse } from '../refuse.js';

/** How far a request's timestamp may be from our clock, in either direction (docs.slack.dev/authentication/verifying-requests-from-slack). */
const WINDOW_MILLISECONDS = 5 * 60_000;

/** A request dated five minutes ahead stays acceptable until five minutes after its date. */
const REMEMBERED_MILLISECONDS = 2 * WINDOW_MILLISECONDS;

/** About 20 MB; Slack sends a workspace's app at most 30,000 events an hour, 5,000 in ten minutes. */
const REMEMBERED_SIGNATURES = 100_000;

/** Slack waits for three seconds; by then a person whose request meets no database must have the apology. */
const DATABASE_MILLISECONDS = 500;

/** Slack's largest payloads hold a view of 250 kB and its state. All bodies together that are still being read may hold 32 MB. */
const BODY_LIMITS = { largest: 2_000_000, together: 32_000_000 };

/** Slack's check of the certificate, which carries no signature, is one short field and a token. */
const SSL_CHECK_BYTES = 1_000;

/** What Slack's signature stands in. */
interface SignedHeaders {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

interface SignedRequest extends SignedHeaders {
  readonly body: Buffer;
}

export type Verdict = 'valid' | 'unsigned' | 'stale' | 'future' | 'forged' | 'replayed' | 'replayed elsewhere';

/** The check of one signature, which goes on while the body comes in. */
interface Check {
  update(chunk: Buffer): void;
  /** To be called once, with the whole body through. */
  end(): Verdict;
}

interface RequestVerifier {
  /** Looks at the headers; what they refute needs no body. */
  begin(headers: SignedHeaders): Check | Exclude<Verdict, 'valid'>;
  verify(request: SignedRequest): Verdict;
  /** Lets a valid request come once more, because it was not answered. */
  forget(headers: SignedHeaders): void;
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
  function begin({ timestamp, signature }: SignedHeaders): Check | Exclude<Verdict, 'valid'> {
    if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/.test(timestamp)) return 'unsigned';
    const ahead = Number(timestamp) * 1000 - now();
    if (ahead < -WINDOW_MILLISECONDS) return 'stale';
    if (ahead > WINDOW_MILLISECONDS) return 'future';
    const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`);
    return {
      update: (chunk) => void digest.update(chunk),
      end() {
        const expected = Buffer.from(`v0=${digest.digest('hex')}`);
        const given = Buffer.from(signature);
        if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged';
        // Only valid signatures are remembered, so that nobody can push them out with invented ones.
        if (seen.has(signature)) return 'replayed';
        seen.set(signature, true);
        return 'valid';
      },
    };
  }
  return {
    begin,
    forget({ signature }) {
      if (signature !== undefined) seen.delete(signature);
    },
    verify({ body, ...headers }) {
      const check = begin(headers);
      if (typeof check === 'string') return check;
      check.update(body);
      return check.end();
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
export function verifySlack(signingSecret: string, refused: CountRefused, shared: SharedSignatures): RequestHandler {
  const { begin, forget } = requestVerifier(signingSecret);
  const readBody = bodyReader(BODY_LIMITS);
  const readSmallBody = bodyReader({ largest: SSL_CHECK_BYTES, together: 1_000 * SSL_CHECK_BYTES });

  async function verify(request: Request, response: Response): Promise<boolean> {
    const headers = {
      timestamp: request.get('x-slack-request-timestamp'),
      signature: request.get('x-slack-signature'),
    };
    const check = begin(headers);
    if (check === 'unsigned' && headers.signature === undefined) {
      const read = await readSmallBody(request);
      if ('body' in read && isSslCheck(read.body.toString())) {
        response.status(200).end();
        return false;
      }
    }
    if (typeof check === 'string') return refuseAs(response, 401, check);
    const read = await readBody(request, check.update);
    if ('unread' in read) return refuseAs(response, unreadStatus[read.unread], read.unread);
    const verdict = await verdictOf(check.end(), headers.signature, shared);
    // Another process has it, which alone knows whether it may come again.
    if (verdict === 'replayed elsewhere') forget(headers);
    if (verdict !== 'valid') return refuseAs(response, 401, verdict);
    response.once('finish', () => {
      // Slack's first retry comes at once, and within the same second it has the same signature.
      if (response.statusCode < 500) return;
      forget(headers);
      if (headers.signature !== undefined) shared.forget(headers.signature).catch(() => {});
    });
    Object.assign(request, { rawBody: read.body });
    return true;
  }

  function refuseAs(response: Response, status: number, cause: string): false {
    refused(`slack: ${cause}`);
    if (status === 401) response.status(401).end();
    else refuse(response, status);
    return false;
  }

  return (request, response, next) => {
    verify(request, response).then((valid) => valid && next(), next);
  };
}

/** Slack looks at the certificate now and then with `ssl_check=1` (docs.slack.dev/interactivity/implementing-slash-commands#ssl). */
export function isSslCheck(form: string): boolean {
  return new URLSearchParams(form).get('ssl_check') === '1';
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
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, DATABASE_MILLISECONDS, otherwise);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    // An abort of the pause would make an error for each request, which takes longer than all else here.
    clearTimeout(timer);
  }
}
