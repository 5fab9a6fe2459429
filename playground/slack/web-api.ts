/** Checks each call of the Web API (token, scopes, limits, troubles), runs its method and logs it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { asText, type Json } from './json.js';
import { type MethodRule, methodRules } from './method-rules.js';
import { assistantMethods } from './methods/assistant.js';
import { lacking, type Method, missingScope } from './methods/call.js';
import { chatMethods } from './methods/chat.js';
import { conversationMethods } from './methods/conversations.js';
import { fileMethods } from './methods/files.js';
import { userMethods } from './methods/users.js';
import { viewMethods } from './methods/views.js';
import { isRefusal, refusal } from './refusal.js';
import { bearerToken, readArguments } from './request.js';
import { issueSocketUrl } from './socket-mode.js';
import type { SlackStore } from './store.js';
import { findInstallation } from './tokens.js';
import { delay, untilClosed } from './trouble-waits.js';
import type { Trouble } from './troubles.js';

const methods: Readonly<Record<string, Method>> = {
  ...assistantMethods,
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...userMethods,
  ...viewMethods,
};

/** What goes back over the wire; `cut` closes the connection without a word. */
interface Reply {
  readonly status: number;
  readonly body: Json;
  readonly headers?: Record<string, string>;
  readonly cut?: boolean;
  readonly early?: boolean;
}

/** Answers POST (or GET) /api/<method>. */
export async function answerMethod(
  store: SlackStore,
  method: string,
  request: IncomingMessage,
  body: Buffer,
  query: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const at = store.now();
  const started = performance.now();
  const args = await readArguments(request, body, query);
  const given: Json = typeof args === 'string' ? {} : args;
  const installation = findInstallation(store, bearerToken(request, given));
  const team = isRefusal(installation) ? undefined : installation.workspace.id;
  const trouble = store.troubles.meet(method, team, given);
  if (trouble !== undefined && trouble.kind === 'rate limited' && trouble.when === undefined && team !== undefined) {
    store.limiter.hold(method, team, trouble.retryAfterSeconds);
  }
  const reply =
    beforeDoing(trouble) ??
    limited(store, method, team, given) ??
    (typeof args === 'string'
      ? { status: 200, body: refusal(args) }
      : afterDoing(trouble, await doMethod(store, method, request, args)));
  if (trouble?.kind === 'slow') await delay(store, trouble.milliseconds);
  if (trouble?.kind === 'hang') await untilClosed(store, response, trouble.until);
  const { token: _token, ...harmless } = given;
  store.trafficLog.add({
    at,
    direction: 'to slack',
    team,
    method,
    status: reply.cut ? 0 : reply.status,
    milliseconds: performance.now() - started,
    summary: summarise(method, harmless),
    error: trouble?.kind ?? asText(reply.body.error),
    early: reply.early ?? false,
    request: harmless,
    response: reply.body,
  });
  if (reply.cut) {
    response.destroy();
    return;
  }
  const token = isRefusal(installation) ? {} : { 'x-oauth-scopes': installation.token.scopes.join(',') };
  response.writeHead(reply.status, {
    'content-type': 'application/json; charset=utf-8',
    'x-slack-req-id': store.next('R'),
    ...token,
    ...reply.headers,
  });
  response.end(reply.status >= 500 ? 'upstream error' : JSON.stringify(reply.body));
}

function beforeDoing(trouble: Trouble | undefined): Reply | undefined {
  switch (trouble?.kind) {
    case 'rate limited':
      return tooMany(trouble.retryAfterSeconds, false);
    case 'drop':
    case 'hang':
      return { status: 0, body: {}, cut: true };
    case 'server error':
      return { status: trouble.status ?? 503, body: {} };
    case 'refuse':
      return { status: 200, body: refusal(trouble.error) };
    default:
      return undefined;
  }
}

function afterDoing(trouble: Trouble | undefined, body: Json): Reply {
  return { status: 200, body, cut: trouble?.kind === 'drop after accepting' };
}

function tooMany(seconds: number, early: boolean): Reply {
  return { status: 429, body: refusal('ratelimited'), headers: { 'retry-after': String(seconds) }, early };
}

function limited(store: SlackStore, method: string, team: string | undefined, args: Json): Reply | undefined {
  const channel = asText(args.channel);
  const verdict = store.limiter.ask(method, team ?? 'unknown', channel);
  return verdict.allowed ? undefined : tooMany(verdict.retryAfterSeconds, verdict.early);
}

async function doMethod(store: SlackStore, method: string, request: IncomingMessage, args: Json): Promise<Json> {
  const rule = methodRules[method];
  if (rule === undefined) return refusal('unknown_method', { req_method: method });
  if (rule.token === 'none') return { ok: true, args };
  if (rule.token === 'app') return openConnection(store, bearerToken(request, args));
  return doBotMethod(store, method, rule, request, args);
}

function openConnection(store: SlackStore, token: string | undefined): Json {
  if (token === undefined) return refusal('not_authed');
  if (token !== store.app.appToken)
    return refusal(token.startsWith('xoxb-') ? 'not_allowed_token_type' : 'invalid_auth');
  return store.app.socketMode ? { ok: true, url: issueSocketUrl(store) } : refusal('forbidden_team');
}

async function doBotMethod(
  store: SlackStore,
  method: string,
  rule: MethodRule,
  request: IncomingMessage,
  args: Json,
): Promise<Json> {
  const installation = findInstallation(store, bearerToken(request, args));
  if (isRefusal(installation)) return installation;
  const missing = lacking(installation.token, rule.scopes);
  if (missing !== undefined) return missingScope(installation.token, missing);
  const run = methods[method];
  return run === undefined ? refusal('unknown_method', { req_method: method }) : run({ store, ...installation, args });
}

function summarise(method: string, args: Json): string {
  const told = ['channel', 'channel_id', 'user', 'user_id', 'users', 'email', 'ts', 'view_id', 'text'].flatMap((key) =>
    args[key] === undefined ? [] : [`${key} ${String(args[key]).slice(0, 80)}`],
  );
  return [method, ...told].join(', ');
}
