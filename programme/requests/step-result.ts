/** What a step says that ends a request: the reply, and what becomes of what was written on the way to it. */

import { howToGetIn } from '../members/get-in.js';
import { pick } from '../messages/bilingual.js';
import { elements, type Message, plain, type Reply, type Values } from '../messages/message.js';
import type { Language, OpenContext } from './context.js';
import type { Refusal } from './refusal.js';

export interface StepResult {
  readonly reply: Reply;
  /** The transaction must be undone, because the request was refused. */
  readonly undo: boolean;
  /** Something was written that a repeated delivery must not write again. */
  readonly wrote: boolean;
  /** What is stored for a repeated delivery, where the reply itself must not be. */
  readonly remembered?: Reply;
  /** The input whose reply it is: what its identifiers name is what the reply is about. */
  readonly about?: Values;
  /** Where it is no longer the language that the request began in. */
  readonly language?: Language;
}

/** The result of a request that wrote nothing. */
export function readResult(reply: Reply): StepResult {
  return { reply, undo: false, wrote: false };
}

/** The refusal in words; what led to it is undone unless the refusal keeps it. */
export function refusedResult(context: OpenContext, refusal: Refusal): StepResult {
  const message =
    refusal.refused === 'not_linked' ? howToGetIn(context.language) : refusalMessage(context.language, refusal);
  return {
    reply: { kind: 'message', outcome: 'refused', message, refreshes: false, replaces: false },
    undo: !refusal.keep,
    wrote: refusal.keep,
  };
}

function refusalMessage(language: Language, { words, offer }: Refusal): Message {
  const message = plain(pick(language, words));
  if (offer === undefined) return message;
  const { action, input = {}, atOnce = false } = offer;
  const button = { label: pick(language, offer.label), action, input, ...(atOnce ? {} : { form: true }) };
  return { ...message, elements: elements(...message.elements, { kind: 'buttons', buttons: [button] }) };
}

/** A refusal before or after the request's own transaction, which has no context to word it with. */
export function refusedReply(words: string): Reply {
  return { kind: 'message', outcome: 'refused', message: plain(words), refreshes: false, replaces: false };
}
