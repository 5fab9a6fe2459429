/** Brings events, commands and interactions to the bot, signed over HTTP or in Socket Mode envelopes, and waits three seconds for the answer. */
import { performance } from 'node:perf_hooks';
import { asJson, type Json } from './json.js';
import { signatureHeaders } from './signature.js';
import type { Answer, Delivery, DeliveryKind, SlackStore, Workspace } from './store.js';

const patience = 3_000;

export interface Attempt {
  /** Which retry this is; 0 is the first try. */
  readonly retry?: number;
  readonly reason?: string;
  /** Replays the bytes of the last HTTP request, old signature included. */
  readonly exact?: boolean;
}

export interface Outgoing {
  readonly kind: DeliveryKind;
  readonly what: string;
  readonly payload: Json;
}

/** Sends something for the first time; the delivery is kept for `redeliver`. */
export async function send(
  store: SlackStore,
  workspace: Workspace,
  outgoing: Outgoing,
): Promise<{ readonly delivery: Delivery; readonly answer: Answer }> {
  const delivery: Delivery = { ...outgoing, team: workspace.id, answers: [], sent: undefined };
  store.deliveries.push(delivery);
  if (store.deliveries.length > store.remember * 2)
    store.deliveries.splice(0, store.deliveries.length - store.remember);
  const answer = await deliver(store, delivery, {});
  if (outgoing.kind === 'event' && !isAccepted(answer)) scheduleRetries(store, delivery, answer);
  return { delivery, answer };
}

/** One try at a delivery, recorded in the traffic log. */
export async function deliver(store: SlackStore, delivery: Delivery, attempt: Attempt): Promise<Answer> {
  const at = store.now();
  const started = performance.now();
  const raw = store.app.socketMode
    ? await overSocket(store, delivery, attempt)
    : await overHttp(store, delivery, attempt);
  const answer: Answer = { ...raw, milliseconds: performance.now() - started };
  delivery.answers.push(answer);
  store.trafficLog.add({
    at,
    direction: 'to bot',
    team: delivery.team,
    method: delivery.what,
    status: answer.status,
    milliseconds: answer.milliseconds,
    summary: `${delivery.what}${attempt.retry ? ` (retry ${attempt.retry})` : ''}`,
    error: answer.failure ?? (isAccepted(answer) ? undefined : `status ${answer.status}`),
    early: false,
    request: delivery.payload,
    response: answer.body,
  });
  return answer;
}

export function isAccepted(answer: Answer): boolean {
  return answer.failure === undefined && answer.status >= 200 && answer.status < 300;
}

/** Why Slack retries, in its own words (docs.slack.dev/apis/events-api/#error-handling). */
function retryReason(answer: Answer): string {
  if (answer.failure === 'timeout') return 'http_timeout';
  return answer.failure === 'unreachable' ? 'connection_failed' : 'http_error';
}

function scheduleRetries(store: SlackStore, delivery: Delivery, first: Answer): void {
  const retry = (number: number, last: Answer): void => {
    const delay = store.retryDelays[number - 1];
    if (delay === undefined || last.headers['x-slack-no-retry'] !== undefined) return;
    const timer = setTimeout(async () => {
      store.pending.delete(cancel);
      const answer = await deliver(store, delivery, { retry: number, reason: retryReason(last) });
      if (!isAccepted(answer)) retry(number + 1, answer);
    }, delay);
    const cancel = (): void => clearTimeout(timer);
    store.pending.add(cancel);
  };
  retry(1, first);
}

type RawAnswer = Omit<Answer, 'milliseconds'>;

function silence(failure: 'timeout' | 'unreachable'): RawAnswer {
  return { status: 0, body: '', headers: {}, failure };
}

/** Events travel as JSON, commands as a form, interactions as a form with one field `payload`. */
function encode(delivery: Delivery): { readonly body: string; readonly type: string } {
  if (delivery.kind === 'event' || delivery.kind === 'verification')
    return { body: JSON.stringify(delivery.payload), type: 'application/json' };
  const fields: Record<string, string> =
    delivery.kind === 'command'
      ? Object.fromEntries(Object.entries(delivery.payload).map(([key, value]) => [key, String(value)]))
      : { payload: JSON.stringify(delivery.payload) };
  return { body: new URLSearchParams(fields).toString(), type: 'application/x-www-form-urlencoded' };
}

async function overHttp(store: SlackStore, delivery: Delivery, attempt: Attempt): Promise<RawAnswer> {
  if (store.requestUrl === undefined) return silence('unreachable');
  const { body, type } = encode(delivery);
  const fresh = {
    'content-type': type,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...signatureHeaders(store.app.signingSecret, store.stamp(), body),
    ...(attempt.retry
      ? { 'x-slack-retry-num': String(attempt.retry), 'x-slack-retry-reason': attempt.reason ?? 'http_timeout' }
      : {}),
  };
  const request = attempt.exact && delivery.sent !== undefined ? delivery.sent : { body, headers: fresh };
  delivery.sent = request;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  const cancel = (): void => stop.abort();
  store.pending.add(cancel);
  try {
    const response = await fetch(store.requestUrl, {
      method: 'POST',
      headers: request.headers,
      body: request.body,
      signal: stop.signal,
      redirect: 'manual',
    });
    return {
      status: response.status,
      body: await response.text(),
      headers: Object.fromEntries(response.headers),
      failure: undefined,
    };
  } catch {
    return silence(stop.signal.aborted ? 'timeout' : 'unreachable');
  } finally {
    clearTimeout(timer);
    store.pending.delete(cancel);
  }
}

const envelopeTypes: Readonly<Record<DeliveryKind, string>> = {
  event: 'events_api',
  verification: 'events_api',
  command: 'slash_commands',
  interaction: 'interactive',
};

async function overSocket(store: SlackStore, delivery: Delivery, attempt: Attempt): Promise<RawAnswer> {
  const sockets = [...store.sockets];
  const socket = sockets[store.deliveries.length % Math.max(1, sockets.length)];
  if (socket === undefined) return silence('unreachable');
  const id = crypto.randomUUID();
  const acknowledged = new Promise<RawAnswer>((resolve) => {
    const timer = setTimeout(() => settle(silence('timeout')), patience);
    const cancel = (): void => settle(silence('unreachable'));
    const settle = (answer: RawAnswer): void => {
      clearTimeout(timer);
      store.pending.delete(cancel);
      store.acknowledgements.delete(id);
      resolve(answer);
    };
    store.pending.add(cancel);
    store.acknowledgements.set(id, (payload) =>
      settle({ status: 200, body: bodyOf(payload), headers: {}, failure: undefined }),
    );
  });
  socket.send({
    envelope_id: id,
    type: envelopeTypes[delivery.kind],
    accepts_response_payload: delivery.kind !== 'event',
    payload: delivery.payload,
    ...(delivery.kind === 'event'
      ? { retry_attempt: attempt.retry ?? 0, retry_reason: attempt.retry ? (attempt.reason ?? 'timeout') : '' }
      : {}),
  });
  return acknowledged;
}

/** An acknowledgement's payload as the HTTP body it stands for; an empty one is an empty body. */
function bodyOf(payload: Json | undefined): string {
  return payload === undefined || Object.keys(asJson(payload)).length === 0 ? '' : JSON.stringify(payload);
}
