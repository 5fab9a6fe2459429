/** What is stored of a confidential reply: its one-line gist and its buttons, by which the person has the rest shown again. */
import { elements, type Message, type Reply, type Values } from '../messages/message.js';
import { isId } from './is-id.js';
import type { StepResult } from './step-result.js';

/** The same result, of which nothing that people wrote is kept for a repeated delivery. What the action itself says is to be kept stays. */
export function withoutContents(result: StepResult): StepResult {
  return { ...result, remembered: result.remembered ?? gistOf(result.reply) };
}

function gistOf(reply: Reply): Reply {
  if (reply.kind === 'message') return { ...reply, message: gist(reply.message) };
  const { title, action, known } = reply.form;
  const again = { label: title, action, input: identifiersOf(known), form: true };
  const message = {
    summary: title,
    elements: elements({ kind: 'text', text: title }, { kind: 'buttons', buttons: [again] }),
  };
  return { kind: 'message', outcome: 'done', message, refreshes: false, replaces: false };
}

function gist({ summary, elements: all }: Message): Message {
  const buttons = all.filter(({ kind }) => kind === 'buttons');
  return { summary, elements: elements({ kind: 'text', text: summary }, ...buttons) };
}

function identifiersOf(known: Values): Values {
  return Object.fromEntries(Object.entries(known).filter(([, value]) => isId(value)));
}
