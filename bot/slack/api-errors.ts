/** Classifies failed calls of Slack's Web API: whether anything arrived, and whether the call may be tried again. */
import { RespondError } from '@slack/bolt';
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import type { Outcome } from '../../programme/notifications/gateway.js';

type Failure = Exclude<Outcome, { outcome: 'delivered' }>;

/** How long to hold back where Slack limits us without saying for how long. */
export const DEFAULT_PAUSE_SECONDS = 30;

/** The account or its conversation is gone. */
const unreachable: ReadonlySet<string> = new Set([
  'access_denied',
  'cannot_dm_bot',
  'channel_not_found',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'invalid_user_combination',
  'is_archived',
  'messages_tab_disabled',
  'no_permission',
  'not_in_channel',
  'org_login_required',
  'restricted_action',
  'two_factor_setup_required',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
]);

/**
 * Our own token or its rights are wrong, which says nothing about the person: were the accounts marked, they would stay so
 * once the token is put right. Slack says account_inactive of the token's owner, and user_disabled of a person who is gone.
 */
const ours: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'not_authed',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
]);

/** Slack says of these that a part of the operation may have succeeded. */
const maybeDone: ReadonlySet<string> = new Set(['fatal_error', 'internal_error']);

/** Slack refused before it looked at the call, for a cause that passes. */
const passing: ReadonlySet<string> = new Set([
  'accesslimited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);

const limited: ReadonlySet<string> = new Set(['ratelimited', 'rate_limited']);

/** The connection was never made, so nothing was sent. */
const neverConnected: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The outcome of a call that threw; `now` is when it did. Reasons hold codes only, never texts or tokens. */
export function outcomeOfError(error: unknown, now: Date): Failure {
  if (error instanceof WebAPIRateLimitedError) return pause(now, error.retryAfter);
  if (error instanceof WebAPIPlatformError) return platformOutcome(error, now);
  if (error instanceof WebAPIHTTPError || error instanceof RespondError) {
    const reason = `http_${error.statusCode}`;
    const settled = error.statusCode >= 400 && error.statusCode < 500 && error.statusCode !== 408;
    return settled ? { outcome: 'refused', reason } : { outcome: 'uncertain', reason };
  }
  if (error instanceof WebAPIRequestError) {
    const code = networkCode(error.original);
    return { outcome: neverConnected.has(code) ? 'not-sent' : 'uncertain', reason: code };
  }
  // The client throws a bare Error for a 429 without a usable Retry-After.
  if (error instanceof Error && error.message.startsWith('Retry header')) return pause(now, DEFAULT_PAUSE_SECONDS);
  // Every other error is thrown while the answer is read: the call has arrived.
  return { outcome: 'uncertain', reason: networkCode(error) };
}

/** The error that Slack named, or null where the call failed otherwise. */
export function slackError(error: unknown): string | null {
  return error instanceof WebAPIPlatformError ? error.data.error : null;
}

/** The error by which Slack refuses our token or app; null for every other error, also for a scope that one method lacks. */
export function refusedToken(error: unknown): string | null {
  const code = slackError(error);
  return code !== null && ours.has(code) && code !== 'missing_scope' ? code : null;
}

function platformOutcome(error: WebAPIPlatformError, now: Date): Failure {
  const code: unknown = error.data.error;
  // Something on the way answered instead of Slack, such as a proxy with a page of its own.
  if (typeof code !== 'string' || !/^[a-z0-9_]+$/.test(code))
    return { outcome: 'uncertain', reason: 'unreadable_answer' };
  if (limited.has(code)) return pause(now, error.data.response_metadata?.retryAfter ?? DEFAULT_PAUSE_SECONDS);
  if (ours.has(code)) return { outcome: 'not-sent', reason: code, ours: true };
  if (unreachable.has(code)) return { outcome: 'unreachable', reason: code };
  if (maybeDone.has(code)) return { outcome: 'uncertain', reason: code };
  if (passing.has(code)) return { outcome: 'not-sent', reason: code };
  return { outcome: 'refused', reason: code };
}

function pause(now: Date, seconds: number): Failure {
  return { outcome: 'rate-limited', until: new Date(now.getTime() + seconds * 1000) };
}

/** The innermost code of a failed request: `fetch` wraps the cause, sometimes twice. */
function networkCode(error: unknown): string {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string') return current.code;
    if (current.name === 'TimeoutError') return 'timeout';
  }
  return 'request_failed';
}
