/** Answers to response_urls: new messages, replaced and deleted originals, five times within half an hour (docs.slack.dev/interactivity/handling-user-interaction). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { isEmptyContent, readContent } from './content.js';
import { asText, isJson, type Json, parseJson } from './json.js';
import { changeMessage, deleteMessage, postMessage } from './messages.js';
import { spendResponseUrl } from './passes.js';
import { isRefusal } from './refusal.js';
import type { ResponseUrl, SlackStore } from './store.js';
import { delay, untilClosed } from './trouble-waits.js';
import type { Trouble } from './troubles.js';

const known = new Set([
  'attachments',
  'blocks',
  'delete_original',
  'metadata',
  'mrkdwn',
  'parse',
  'replace_original',
  'response_type',
  'text',
  'thread_ts',
  'unfurl_links',
  'unfurl_media',
]);

interface Reply {
  readonly status: number;
  readonly body: Json | 'ok';
  /** Closes the connection without a word. */
  readonly cut?: boolean;
  readonly retryAfterSeconds?: number;
}

/** Answers POST /actions/<team>/<id>. */
export async function answerResponseUrl(
  store: SlackStore,
  id: string,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const at = store.now();
  const started = performance.now();
  const url = store.responseUrls.get(id);
  const parsed = parseJson(body.toString());
  const args = isJson(parsed) ? parsed : {};
  const trouble = store.troubles.meet('response_url', url?.team, args);
  const reply = beforeDoing(trouble) ?? afterDoing(trouble, respond(store, url, id, request, parsed));
  if (trouble?.kind === 'slow') await delay(store, trouble.milliseconds);
  if (trouble?.kind === 'hang') await untilClosed(store, response, trouble.until);
  store.trafficLog.add({
    at,
    direction: 'to slack',
    team: url?.team,
    method: 'response_url',
    status: reply.cut ? 0 : reply.status,
    milliseconds: performance.now() - started,
    summary: `response_url${url === undefined ? '' : `, channel ${url.channel}, user ${url.user}`}`,
    error: trouble?.kind ?? (reply.body === 'ok' ? undefined : asText(reply.body.error)),
    early: false,
    request: args,
    response: reply.body,
  });
  if (reply.cut) {
    response.destroy();
    return;
  }
  const isText = reply.body === 'ok';
  response.writeHead(reply.status, {
    'content-type': isText ? 'text/html' : 'application/json',
    ...(reply.retryAfterSeconds === undefined ? {} : { 'retry-after': String(reply.retryAfterSeconds) }),
  });
  response.end(isText ? 'ok' : JSON.stringify(reply.body));
}

function beforeDoing(trouble: Trouble | undefined): Reply | undefined {
  switch (trouble?.kind) {
    case 'rate limited':
      return { ...refuse(429, 'ratelimited'), retryAfterSeconds: trouble.retryAfterSeconds };
    case 'drop':
    case 'hang':
      return { status: 0, body: {}, cut: true };
    case 'server error':
      return refuse(trouble.status ?? 503, trouble.kind);
    case 'refuse':
      return refuse(500, trouble.error);
    default:
      return undefined;
  }
}

function afterDoing(trouble: Trouble | undefined, reply: Reply): Reply {
  return trouble?.kind === 'drop after accepting' ? { ...reply, cut: true } : reply;
}

function refuse(status: number, error: string, more: Json = {}): Reply {
  return { status, body: { ok: false, error, ...more } };
}

function respond(
  store: SlackStore,
  url: ResponseUrl | undefined,
  id: string,
  request: IncomingMessage,
  args: unknown,
): Reply {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json') || !isJson(args))
    return refuse(400, 'invalid_payload');
  const unknown = Object.keys(args).filter((key) => !known.has(key));
  if (unknown.length > 0) return refuse(400, 'invalid_payload', { unknown });
  if (args.response_type !== undefined && args.response_type !== 'ephemeral' && args.response_type !== 'in_channel')
    return refuse(400, 'invalid_response_type');
  const spent = spendResponseUrl(store, id);
  if (spent !== undefined || url === undefined) return refuse(404, spent ?? 'expired_url');
  const workspace = store.workspaces.get(url.team);
  const conversation = workspace?.conversations.get(url.channel);
  if (workspace === undefined || conversation === undefined) return refuse(404, 'channel_not_found');

  if (args.delete_original === true) {
    if (url.original === undefined || url.original.deleted) return refuse(404, 'message_not_found');
    deleteMessage(store, conversation, url.original);
    url.original = undefined;
    return { status: 200, body: 'ok' };
  }
  const content = readContent(args, 40_000);
  if (isRefusal(content)) return refuse(400, content.error, content);
  if (isEmptyContent(content)) return refuse(400, 'no_text');
  if (args.replace_original === true && url.original !== undefined && !url.original.deleted) {
    changeMessage(store, url.original, content);
    return { status: 200, body: 'ok' };
  }
  const posted = postMessage(store, conversation, {
    ...content,
    user: workspace.botUser,
    botId: workspace.botId,
    threadTs: asText(args.thread_ts),
    ephemeralFor: args.response_type === 'in_channel' ? undefined : url.user,
  });
  // After a slash command, the first answer becomes the original that later ones may replace.
  url.original ??= posted;
  return { status: 200, body: 'ok' };
}
