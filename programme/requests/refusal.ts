/** An expected refusal: a value with its reason, and the words that say in both languages why and what to do next. */
import type { Bilingual } from '../messages/bilingual.js';
import type { Values } from '../messages/message.js';
import type { Language } from './context.js';
import { requestTexts } from './texts.js';

export interface Refusal {
  /** The reason, e.g. `deadline_passed`, by which code and tests know it. */
  readonly refused: string;
  readonly words: Bilingual;
  /** The field of the input that it belongs to. */
  readonly field: string | null;
  /** What was written before the refusal stays (a counted wrong try); otherwise a refusal undoes everything. */
  readonly keep: boolean;
  /** An action that leads on, whose form a button opens or which is shown. */
  readonly offer?: Offer;
}

interface Offer {
  readonly action: string;
  readonly label: Bilingual;
  readonly input?: Values;
  /** Shown at once, without a form. */
  readonly atOnce?: boolean;
}

type Words<Facts> = { readonly [Reason in keyof Facts]: (facts: Facts[Reason]) => string };

/** Makes the function with which a room refuses, for the reasons whose words stand under `refusals` in its texts. */
export function refusalsOf<Facts>(texts: Readonly<Record<Language, { readonly refusals: Words<Facts> }>>) {
  return <Reason extends keyof Facts & string>(
    reason: Reason,
    facts: Facts[Reason],
    { field = null, keep = false }: { readonly field?: string | null; readonly keep?: boolean } = {},
  ): Refusal => ({
    refused: reason,
    // Made when they are read: what may be offered is found by what would not be refused, a dozen times for one message.
    words: {
      get ja() {
        return texts.ja.refusals[reason](facts);
      },
      get en() {
        return texts.en.refusals[reason](facts);
      },
    },
    field,
    keep,
  });
}

/** Refuses for a reason that any request can meet. */
export const refuse = refusalsOf(requestTexts);

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}
