/** Classifies failed requests to Teams: whether anything arrived, and whether the request may be tried again. Source: learn.microsoft.com, "Messages in bot conversations", status codes, and "Optimize your bot with rate limiting". */
import { z } from 'zod';
import type { Outcome } from '../../programme/notifications/gateway.js';
import { SendFailure } from './connector.js';
import { isRefusedLogin, loginReason } from './login-errors.js';

/** Where Teams names no time: longer than its shortest windows of one and two seconds. */
const PAUSE_WITHOUT_ADVICE_SECONDS = 5;

/** Errors of a connection that was never made. Anything later may have carried the message over. */
const neverConnected = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'],
  ...['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID'],
]);

const httpFailure = z.object({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  name: z.string().optional(),
  response: z.unknown().optional(),
});
const answered = z.object({ bodyAsText: z.string().nullish() });
const errorBody = z.object({ error: z.object({ code: z.string() }) });

export type FailedSend = Exclude<Outcome, { outcome: 'delivered' }>;

/** @param now counts Retry-After, which is given in seconds from now or as a date */
export function outcomeOfError(error: unknown, now: Date): FailedSend {
  if (!(error instanceof SendFailure)) {
    // Waiting mends no secret: people have to.
    if (isRefusedLogin(error))
      return { outcome: 'not-sent', reason: `login refused: ${loginReason(error)}`, ours: true };
    return { outcome: 'not-sent', reason: `before sending: ${nameOf(error)}` };
  }
  const failure = httpFailure.safeParse(error.cause);
  if (!failure.success) return { outcome: 'uncertain', reason: 'unknown' };
  const { statusCode, code, name } = failure.data;
  if (statusCode === undefined) {
    const reason = code ?? name ?? 'unknown';
    return neverConnected.has(reason) ? { outcome: 'not-sent', reason } : { outcome: 'uncertain', reason };
  }
  return outcomeOfStatus(statusCode, errorCode(failure.data.response), retryAfter(failure.data.response, now), now);
}

function outcomeOfStatus(status: number, code: string | null, until: Date | null, now: Date): FailedSend {
  const reason = code === null ? String(status) : `${status} ${code}`;
  switch (status) {
    case 429:
      return { outcome: 'rate-limited', until: until ?? inSeconds(now, PAUSE_WITHOUT_ADVICE_SECONDS) };
    case 403:
    case 404:
    case 410:
      return { outcome: 'unreachable', reason };
    // The bot's secret was renewed or the login is not through yet: nothing was taken.
    case 401:
    // Teams found the conversation changed underneath and took nothing.
    case 412:
      return { outcome: 'not-sent', reason };
    case 503:
      return until === null ? { outcome: 'not-sent', reason } : { outcome: 'rate-limited', until };
    // Teams asks to try these again, though its gateway may have failed after the message was through.
    case 502:
    case 504:
      return { outcome: 'may-repeat', reason };
    default:
      // A server that failed (500) may have failed after the message was through.
      return status >= 500 ? { outcome: 'uncertain', reason } : { outcome: 'refused', reason };
  }
}

function errorCode(response: unknown): string | null {
  const body = answered.safeParse(response).data?.bodyAsText;
  if (!body) return null;
  try {
    return errorBody.safeParse(JSON.parse(body)).data?.error.code ?? null;
  } catch {
    return null;
  }
}

function retryAfter(response: unknown, now: Date): Date | null {
  const value = headerOf(response);
  if (value === null) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return inSeconds(now, Math.max(0, seconds));
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : new Date(at);
}

function headerOf(response: unknown): string | null {
  if (typeof response !== 'object' || response === null || !('headers' in response)) return null;
  const { headers } = response;
  if (typeof headers !== 'object' || headers === null || !('get' in headers)) return null;
  const value: unknown = typeof headers.get === 'function' ? headers.get('retry-after') : undefined;
  return typeof value === 'string' && value !== '' ? value : null;
}

function inSeconds(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
