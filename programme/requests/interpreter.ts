/** The port through which words become an action and a partial input; `bot/interpret` implements it. */
import type { PrismaClient } from '../../prisma/client.js';
import type { KnownAccount } from '../members/identify.js';
import type { Values } from '../messages/message.js';
import type { Clock } from './context.js';
import type { Actions } from './registry.js';

/** What an interpreter may look at. */
export interface InterpreterServices {
  readonly database: PrismaClient;
  readonly clock: Clock;
  readonly actions: Actions;
  /** Told why words are taken for what they are, by whom that is to be shown; nobody is told otherwise. */
  readonly explain?: (because: Because) => void;
}

/** By what words were understood: what they name, what was shown before, how people have said it, or what the programme's material holds. */
export type UnderstoodBy = 'words' | 'shown' | 'examples' | 'material';

/** What came of asking a language model: what it did not understand, or was not asked, is understood without it. */
export type ModelOutcome = 'understood' | 'not understood' | 'no answer' | 'not asked';

/** Why words were taken for what they were, told as it becomes known: without a model first, then what became of asking one. */
export type Because =
  | {
      readonly by: UnderstoodBy;
      /** What they may mean, the likeliest first; empty where they said outright what is meant. */
      readonly likely: readonly { readonly meaning: string; readonly confidence: number }[];
    }
  | { readonly model: ModelOutcome };

/** One thing that words may mean. */
export interface Proposal {
  readonly action: string;
  readonly input: Values;
}

export interface Interpretation extends Proposal {
  /** The words began with a command, which says outright what is meant; anything else was interpreted. */
  readonly explicit: boolean;
  /** Several things may be meant: the person is asked which, unless only one of them is theirs to do. */
  readonly choices?: readonly Proposal[];
  /** The words were not understood, and the choices are what is most like them: nothing is done of them before one is chosen. */
  readonly guessed?: true;
  /** What of a command was not used, as it was typed. */
  readonly unused?: string;
  /** Of what is done without a preview, something was read between the lines: its form shows that first. */
  readonly inForm?: true;
  /** The words refer to what was shown before. */
  readonly refers?: true;
}

export interface Interpreter {
  /** Makes ready what takes long, so that nobody waits for it; called when the process has started. */
  prepare?(): Promise<void>;
  /** Called outside any transaction, as it may take long. Words that mean nothing become the help. */
  interpret(services: InterpreterServices, account: KnownAccount, text: string): Promise<Interpretation>;
  /** What answers words that tell of a concern; null for any others. Nothing of them leaves the process. Outside any transaction, too. */
  concernIn?(services: InterpreterServices, account: KnownAccount, text: string): Promise<Proposal | null>;
}
