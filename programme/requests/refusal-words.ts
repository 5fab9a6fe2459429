/** Words a refusal in the person's language. */
import type { BaseContext, Refusal } from './context.js';
import type { RefusalFacts, RefusalReason } from './refusals.js';

export function wordRefusal(context: Pick<BaseContext, 'texts'>, refusal: Refusal): string {
  return wordOf(context.texts.refusals, refusal.refused, refusal.facts);
}

type Words = { readonly [R in RefusalReason]: (facts: RefusalFacts[R]) => string };

/** The reason and its facts belong together by construction (`refuse`); this only ties their types. */
function wordOf<R extends RefusalReason>(words: Words, reason: R, facts: RefusalFacts[R]): string {
  return words[reason](facts);
}
