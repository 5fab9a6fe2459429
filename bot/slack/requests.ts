/** Makes the requests that `handleRequest` takes, each under a key that is the same at every delivery of the same event. */
import { createHash, randomUUID } from 'node:crypto';
import type { Request, RequestingAccount, WordsRequest } from '../../programme/requests/request.js';
import { originOf, type Payload } from '../payload.js';

interface Asked {
  readonly action: string;
  readonly input: Request['input'];
}

/** The person's overview. It is a read, so each drawing has a key of its own and shows the present state. */
export function homeRequest(account: RequestingAccount): Request {
  return { ...base(account, ['home', randomUUID()], { action: 'home.show', input: {} }), beside: true };
}

/** A slash command; its trigger_id is given out once. */
export function commandRequest(account: RequestingAccount, triggerId: string, words: string): WordsRequest {
  return { ...delivery(account, ['command', triggerId]), words, isCommand: true };
}

/** A message to the bot, named by its place: an event that comes again under a new event_id is still this message. */
export function wordsRequest(
  account: RequestingAccount,
  place: { channel: string; ts: string },
  words: string,
): WordsRequest {
  return { ...delivery(account, ['message', place.channel, place.ts]), words, isCommand: false, answeredLater: true };
}

/** A pressed button. `place` is the message or view it stands on, `at` Slack's action_ts. */
export function buttonRequest(
  account: RequestingAccount,
  press: { readonly place: string; readonly actionId: string; readonly at: string },
  payload: Payload,
): Request {
  return {
    ...base(account, ['button', press.place, press.actionId, press.at], payload),
    origin: originOf(payload),
  };
}

/**
 * A submitted form. The state is part of its name, so that a corrected submission is a new request, and so is the view's
 * hash, which changes when the view is drawn anew: the same form in the same window later is another request.
 */
export function formRequest(
  account: RequestingAccount,
  view: { readonly id: string; readonly hash: string; readonly metadata: string; readonly state: unknown },
  payload: Payload,
): Request {
  const digest = createHash('sha256')
    .update(JSON.stringify([view.hash, view.metadata, view.state]))
    .digest('base64url');
  return { ...base(account, ['form', view.id, digest], payload), submitted: true, leavesLine: true };
}

function base(account: RequestingAccount, name: readonly string[], { action, input }: Asked): Request {
  return { ...delivery(account, name), action, input, origin: 'chosen', submitted: false };
}

function delivery(account: RequestingAccount, name: readonly string[]) {
  return {
    account,
    key: ['slack', account.tenant, account.userId, ...name].join(':'),
    // Slack gives a message the same place and an interaction the same trigger at every delivery.
    fingerprint: null,
    resendFingerprint: null,
    answeredLater: false,
  };
}
