/** What an action knows of the words that people ask for it with, beside the names that its texts give it. */
import type { Values } from '../messages/message.js';
import type { Mode } from './context.js';

/** What somebody wrote, prepared for patterns. */
export interface Sentence {
  /** As it was typed. */
  readonly text: string;
  /** In lower case and half width, with one space for punctuation and white space. */
  readonly said: string;
  /** The ways of attending that it speaks of. */
  readonly modes: readonly Mode[];
}

/** An action that the words name. */
interface Named {
  readonly action: string;
  readonly command: string;
}

/** Every part is optional; the interpreter without a language model goes by them. */
export interface Recogniser {
  /** The input, where the whole text is nothing but this, such as six digits. Looked at before any name. */
  readonly alone?: (sentence: Sentence) => Values | null;
  /** What people say instead of naming the action. */
  readonly sayings?: readonly RegExp[];
  /** Sayings of a higher precedence are looked for first: a refusal holds the words of what it refuses. 0 unless told. */
  readonly precedence?: number;
  /** Whether words that name another action mean this one all the same. */
  readonly insteadOf?: (named: Named, sentence: Sentence) => boolean;
  /** The input that the words hold beside a session and a mode. `rest`: what was typed after the action's name. */
  readonly read?: (sentence: Sentence, rest: string) => Values;
}
