/** The assistant pane: assistant.threads.setStatus, .setTitle and .setSuggestedPrompts. */
import { asList, asText, parseJson } from '../json.js';
import { announceChange } from '../messages.js';
import { isRefusal, type Refusal, refusal } from '../refusal.js';
import type { AssistantThread } from '../store.js';
import { type Call, findConversation, type Method, missingArgument } from './call.js';

const mostPrompts = 4;

function findThread(call: Call): AssistantThread | Refusal {
  if (!call.store.app.assistant) return refusal('not_enabled');
  const conversation = findConversation(call, call.args.channel_id);
  if (isRefusal(conversation)) return conversation;
  const ts = asText(call.args.thread_ts);
  if (ts === undefined) return missingArgument('thread_ts');
  return conversation.assistantThreads.get(ts) ?? refusal('thread_not_found');
}

const setStatus: Method = (call) => {
  const thread = findThread(call);
  if (isRefusal(thread)) return thread;
  const status = asText(call.args.status);
  if (status === undefined) return missingArgument('status');
  thread.status = status;
  thread.statusSince = call.store.now();
  announceChange(call.store);
  return { ok: true };
};

const setTitle: Method = (call) => {
  const thread = findThread(call);
  if (isRefusal(thread)) return thread;
  const title = asText(call.args.title);
  if (title === undefined || title === '') return missingArgument('title');
  thread.title = title;
  announceChange(call.store);
  return { ok: true };
};

const setSuggestedPrompts: Method = (call) => {
  const thread = findThread(call);
  if (isRefusal(thread)) return thread;
  const given = typeof call.args.prompts === 'string' ? parseJson(call.args.prompts) : call.args.prompts;
  const prompts = asList(given);
  if (prompts.length === 0 || prompts.length > mostPrompts)
    return refusal('invalid_arguments', {
      response_metadata: { messages: [`[ERROR] between 1 and ${mostPrompts} prompts [json-pointer:/prompts]`] },
    });
  if (prompts.some((prompt) => typeof prompt.title !== 'string' || typeof prompt.message !== 'string'))
    return refusal('invalid_arguments');
  thread.prompts = prompts;
  announceChange(call.store);
  return { ok: true };
};

export const assistantMethods: Readonly<Record<string, Method>> = {
  'assistant.threads.setStatus': setStatus,
  'assistant.threads.setTitle': setTitle,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
};
