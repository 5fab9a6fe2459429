/** assistant.threads.setSuggestedPrompts and assistant.threads.setStatus, as an agent calls them. */
import { readList } from '../content.js';
import { asText } from '../json.js';
import { announceChange } from '../messages.js';
import { isRefusal, refusal } from '../refusal.js';
import { findConversation, type Method, missingArgument } from './call.js';

/** docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
const MOST_PROMPTS = 4;

const setSuggestedPrompts: Method = (call) => {
  const { args, store, workspace } = call;
  if (args.channel_id === undefined) return missingArgument('channel_id');
  const conversation = findConversation(call, args.channel_id);
  if (isRefusal(conversation)) return conversation;
  if (conversation.kind !== 'im') return refusal('channel_not_found');
  const prompts = readList(args.prompts);
  if (prompts === 'malformed') return refusal('invalid_arguments');
  if (prompts === undefined || prompts.length === 0) return missingArgument('prompts');
  if (prompts.length > MOST_PROMPTS) return refusal('invalid_arguments');
  const read = prompts.map((one) => ({ title: asText(one.title), message: asText(one.message) }));
  const whole = read.flatMap(({ title = '', message = '' }) =>
    title === '' || message === '' ? [] : [{ title, message }],
  );
  if (whole.length < read.length) return missingArgument('prompts/title and prompts/message');
  // Of an agent the call with a thread fails silently: it is answered, and nothing is shown.
  if (args.thread_ts === undefined) {
    workspace.prompts.set(conversation.id, { title: asText(args.title) ?? '', prompts: whole });
    announceChange(store);
  }
  return { ok: true };
};

/** docs.slack.dev/reference/methods/assistant.threads.setStatus; an empty status takes it away. */
const setStatus: Method = (call) => {
  const { args, store, workspace } = call;
  const [channel, ts] = [asText(args.channel_id), asText(args.thread_ts)];
  if (channel === undefined) return missingArgument('channel_id');
  if (ts === undefined) return missingArgument('thread_ts');
  if (typeof args.status !== 'string') return missingArgument('status');
  const conversation = findConversation(call, channel);
  if (isRefusal(conversation)) return conversation;
  if (conversation.byTs.get(ts) === undefined) return refusal('invalid_thread_ts');
  if (args.status === '') workspace.statuses.delete(channel);
  else workspace.statuses.set(channel, args.status);
  announceChange(store);
  return { ok: true };
};

export const assistantMethods: Readonly<Record<string, Method>> = {
  'assistant.threads.setStatus': setStatus,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
};
