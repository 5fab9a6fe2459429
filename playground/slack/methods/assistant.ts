/** assistant.threads.setSuggestedPrompts, as an agent calls it. */
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

export const assistantMethods: Readonly<Record<string, Method>> = {
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
};
