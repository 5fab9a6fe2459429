/** One request of one person, as a chat platform's adapter hands it to `handleRequest`, and what comes back. */

import type { FileOutcome } from '../files/file-outcome.js';
import type { SentFile } from '../files/sent-file.js';
import type { Reply, Values } from '../messages/message.js';
import type { AccountIdentity, Json, Language } from './context.js';
import type { Proposal } from './interpreter.js';

export interface RequestingAccount extends AccountIdentity {
  /** What the platform's gateway needs to write to this account later. */
  readonly address: Json;
  /** The e-mail that the platform vouches for, in lower case, or null. Asked only while the account is not linked; may throw. */
  readonly verifiedEmail: () => Promise<string | null>;
  /** The language the platform believes the person uses, for people we do not know yet. */
  readonly language: Language | null;
}

/** What every request brings from its platform. */
interface Delivery {
  readonly account: RequestingAccount;
  /** The platform's identity of the event: the same at every delivery of it. */
  readonly key: string;
  /** The same at every delivery even under a new id; null where the platform never renames an event. */
  readonly fingerprint: string | null;
  /** Who and what without time, to recognise a resend because an answer was slow; null where that does not happen. */
  readonly resendFingerprint: string | null;
  /** The answer is sent separately from the platform's request, so it too must be sent once (see `handleAndReply`). */
  readonly answeredLater: boolean;
  /** A second delivery is the rule, not the exception, so that it is looked for before the work is done rather than after. */
  readonly comesTwice?: true;
  /** The reply is shown beside the conversation, so that what is said in it does not speak of that. */
  readonly beside?: true;
  /** The reply is shown where it does not last, so that a line in the chat says what was done, once (see `leaveLine`). */
  readonly leavesLine?: true;
}

export interface Request extends Delivery {
  readonly action: string;
  readonly input: Values;
  /** 'words': a sentence was interpreted, or a button carries what one proposed. 'chosen': a command, a button or a form said it outright. */
  readonly origin: 'words' | 'chosen';
  /** What else the words may mean, so that the person is asked which. */
  readonly choices?: readonly Proposal[];
  /** The words were not understood: the choices are guesses. */
  readonly guessed?: true;
  /** Its form is shown with what was read from the words, before anything is done. */
  readonly inForm?: true;
  /** The account was introduced for this request, so that a welcome may be due. */
  readonly isFirst?: true;
  /** What of a command was not used: it is said with the reply. */
  readonly unused?: string;
  /** The input comes from a submitted form, so what is missing is an error at its field. */
  readonly submitted: boolean;
  /** Files that were chosen in the submitted form itself, which are yet to be fetched. */
  readonly chosen?: readonly SentFile[];
  /** The identifiers, within the input, of what was chosen in the form: another delivery gives them others. */
  readonly received?: readonly string[];
  /** What became of the files that came with it, which the reply tells where it is not what was hoped for. */
  readonly files?: readonly FileOutcome[];
  /** What the words beside the files asked for, where the files led to another action. */
  readonly alsoAsked?: { readonly action: string; readonly input: Values };
}

/** Words that are yet to be interpreted. */
export interface WordsRequest extends Delivery {
  readonly words: string;
  /** They followed a slash command: words that begin with one of ours then say outright what is meant. */
  readonly isCommand: boolean;
  /** The text of a message that was forwarded with them; the words may be empty then. */
  readonly forwarded?: string;
  /** Files that were sent with them; the words may be empty then. */
  readonly files?: readonly SentFile[];
}

export type IncomingRequest = Request | WordsRequest;

export interface RequestResult {
  readonly reply: Reply;
  /** What is stored in the reply's place and may be said again, where the reply itself must not be. */
  readonly remembered?: Reply;
  readonly language: Language;
  /** This delivery was a repetition: the reply is the stored one. */
  readonly repeated: boolean;
  /** The key under which the request is stored, which a renamed repetition has to know; null where it is not stored. */
  readonly key: string | null;
}
