/** What an action knows of the words that people ask for it with, beside the names that its texts give it. */
import type { Values } from '../messages/message.js';
import type { Mode } from './context.js';

/** One thing that somebody says: as far as it can be told apart by punctuation and by words that join clauses. */
export interface Clause {
  /** In lower case and half width, with one space for punctuation and white space. */
  readonly said: string;
  /** What it says is refused or not possible: 「…できません」, "I can't …". */
  readonly refused: boolean;
  /**
   * A question for information asks for an answer and for nothing to be done; 'possible' asks whether something can be done,
   * which may mean either; null where it asks nothing or is a request, however polite.
   */
  readonly asks: 'information' | 'possible' | null;
  readonly modes: readonly Mode[];
}

/** What somebody wrote, prepared for patterns. */
export interface Sentence {
  /** As it was typed, with capitals where it names a colleague. */
  readonly text: string;
  /** In lower case and half width, with one space for punctuation and white space. */
  readonly said: string;
  /** The ways of attending that it speaks of. */
  readonly modes: readonly Mode[];
  readonly clauses: readonly Clause[];
  /** Whom it names besides the person who writes; null where nobody. */
  readonly named: string | null;
}

/** An action that the words name. */
interface Named {
  readonly action: string;
  readonly command: string;
  /** Whether the person who writes may take it at all. */
  readonly mayTake: boolean;
}

/** Somebody says this; the action is the right one, with this input. */
export interface Example {
  readonly say: string;
  /** {} unless told. */
  readonly input?: Values;
}

/** Every part is optional; the interpreter without a language model goes by them. */
export interface Recogniser {
  /** The input, where the whole text is nothing but this, such as six digits. Looked at before any name. */
  readonly alone?: (sentence: Sentence) => Values | null;
  /** The names that its texts give it count only where nothing else is said. */
  readonly onlyAlone?: boolean;
  /** What follows its names where somebody tells of it, as of what happened, and does not ask for it. */
  readonly told?: RegExp;
  /** What people say instead of naming the action, within one clause that refuses nothing. */
  readonly sayings?: readonly RegExp[];
  /** What a question for information is about that it answers, within the clause that asks. */
  readonly asked?: readonly RegExp[];
  /** What people say who mean it by refusing something else: not to attend is to decline. */
  readonly refusals?: readonly RegExp[];
  /** Actions whose words it holds as well: 「参加を取り消す」 speaks of attending, and is none. */
  readonly absorbs?: readonly string[];
  /** "Can I …?" asks for it; of other actions it asks about them. */
  readonly possible?: boolean;
  /** Whether words that name another action mean this one all the same. @param mayTake whether the person may take this one at all */
  readonly insteadOf?: (named: Named, sentence: Sentence, mayTake: boolean) => boolean;
  /** The input that the words hold beside a session and a mode. `rest`: what was typed after the action's name. */
  readonly read?: (sentence: Sentence, rest: string) => Values;
  /** Words that `read` puts into the input in another form, so that nobody is told that they were not used. */
  readonly uses?: RegExp;
  /** `read` takes the dates and times that are said (calendar/phrases), so that they are none of what was not used. */
  readonly readsDates?: boolean;
  /** It is asked for only where a session takes place: of one that is weeks away "I'll join online" says something else. */
  readonly aroundSession?: true;
  /** Held to by the tests. */
  readonly examples?: readonly Example[];
  /** What sounds like it and is not. Held to by the tests. */
  readonly counterExamples?: readonly string[];
}
