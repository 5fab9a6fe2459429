/** Weighs what a sentence's words name against what it most likely means: one thing is proposed, several are offered, or nothing is. */
import type { Action } from '../../programme/requests/action.js';
import type { Interpretation, Proposal } from '../../programme/requests/interpreter.js';
import type { Clause, Sentence } from '../../programme/requests/recogniser.js';
import { asksForErasure } from './erasure.js';
import { proposalsOf } from './match-words.js';
import type { Likely } from './rank/classifier.js';

/** What a sentence means that asks for nothing of ours; it is no action's name. */
export const NOTHING = 'none';
/** A question about a standard: what the programme's material says is looked up. */
export const KNOWLEDGE = 'knowledge';
export const SEARCH = 'knowledge.search';
/** A real concern, and the wish to have data deleted: it is said whom to turn to. */
const HELP = 'help.show';
const toldElsewhere = new Map([
  ['sensitive', 'concern'],
  ['deletion', 'erasure'],
]);
/** So sure a concern or an erasure is answered; to be told of it in vain costs nobody anything. */
const SURE_TO_TELL = 0.7;
/** Words that may tell of a concern are put into no button. */
const PERHAPS_CONFIDED = 0.1;
/** As much as is looked up. */
const LONGEST_SEARCH = 300;

/** As many guesses as are offered. */
const GUESSES = 3;

/**
 * How sure a meaning must be to be proposed without asking, from cross-validation over the examples: where the words name it, too,
 * two of three were right below 0.7 and nine of ten from 0.8; where they name something else or nothing, 85 of 100 at 0.9 and 95
 * above. What is only shown costs less when it is wrong.
 */
const SURE_WITH_WORDS = 0.6;
const SURE_TO_SHOW = 0.85;
const SURE_TO_DO = 0.93;
/** A less likely meaning is no guess. */
const LEAST_GUESS = 0.04;
/** So likely it is that the sentence asks for nothing of ours, that nothing is guessed. */
const NOTHING_ASKED = 0.5;

/** Words that nobody understood go to the secretariat where the person agrees. */
const ASK = 'question.ask';
/** A longer question is not put into a button: Slack's holds 2,000 characters, with the action and its other input. */
const LONGEST_IN_BUTTON = 500;

/** A sentence as its words were understood, and what it is likely to mean. */
export interface Weighed {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly understood: Interpretation;
  /** The actions that its words name; none where they name nothing. */
  readonly ruled: readonly string[];
  readonly likely: readonly Likely[];
}

/** What the person may ask for, and what the sentence says of its input. */
export interface OfferedAction {
  readonly action: Action;
  readonly of: () => Proposal | null;
}

/** @param offers null for what is no action of ours or not the person's to ask for */
export function weigh(weighed: Weighed, offers: (name: string) => OfferedAction | null): Interpretation {
  const { text, understood, ruled, likely } = weighed;
  if (!understood.explicit && asksForErasure(text)) return { action: HELP, input: { erasure: true }, explicit: false };
  const [first] = likely;
  if (first === undefined) return understood;
  const elsewhere = toldElsewhere.get(first.meaning);
  if (elsewhere !== undefined && first.confidence >= SURE_TO_TELL)
    return { action: HELP, input: { [elsewhere]: true }, explicit: false };
  // "cancel all alarms" begins with a command, and asks for nothing of ours.
  const isOurs = !understood.explicit || first.meaning !== NOTHING || first.confidence < SURE_TO_DO;
  if (understood.choices !== undefined || (understood.explicit && isOurs)) return understood;
  if (ruled.includes(first.meaning) && first.confidence >= SURE_WITH_WORDS) return understood;
  const offer = offers(first.meaning);
  // Words that ask for something to be done are not passed over: the person is asked which.
  const asksForAnother = ruled.some(
    (name) => name !== first.meaning && (offers(name)?.action.confirm ?? 'read') !== 'read',
  );
  if (first.meaning === KNOWLEDGE && !asksForAnother && first.confidence >= SURE_TO_SHOW && offers(SEARCH) !== null)
    return { ...lookedUp(text), explicit: false };
  if (offer !== null && !asksForAnother && isSure(offer.action, weighed)) {
    const proposal = offer.of();
    if (proposal !== null) return { ...proposal, explicit: false };
  }
  const choices = guesses(weighed, offers);
  if (choices.length > 0) return { action: HELP, input: { unclear: true }, explicit: false, choices, guessed: true };
  return understood;
}

/** A refusal or a question asks for nothing to be done, however much it is like a request. */
function isSure(action: Action, { clauses, likely }: Weighed): boolean {
  const confidence = likely[0]?.confidence ?? 0;
  if (!beginsAnew(action)) return false;
  if (action.confirm === 'read') return confidence >= SURE_TO_SHOW;
  const mayAsk = (asks: Clause['asks']) => asks === null || (asks === 'possible' && action.recognise.possible === true);
  return confidence >= SURE_TO_DO && clauses.every(({ refused, asks }) => !refused && mayAsk(asks));
}

/** What a sentence may mean, the likeliest first and what its words name among it, and a way to a person for what it was. */
function guesses(
  { text, understood, ruled, likely }: Weighed,
  offers: (name: string) => OfferedAction | null,
): readonly Proposal[] {
  const asksNothing = likely.find(({ meaning }) => meaning === NOTHING)?.confidence ?? 0;
  const byWords = (name: string) => (ruled.includes(name) ? bare(understood) : null);
  const perhapsConfided = likely.some(
    ({ meaning, confidence }) => meaning === 'sensitive' && confidence >= PERHAPS_CONFIDED,
  );
  const alike = likely
    .filter(({ confidence }) => confidence >= LEAST_GUESS && asksNothing < NOTHING_ASKED)
    .flatMap(({ meaning }): readonly OfferedAction[] => {
      const offer = offers(meaning === KNOWLEDGE ? SEARCH : meaning);
      if (offer === null) return [];
      return meaning === KNOWLEDGE ? [{ ...offer, of: () => lookedUp(perhapsConfided ? '' : text) }] : [offer];
    })
    .filter(({ action }, at, all) => beginsAnew(action) && all.findIndex((one) => one.action === action) === at)
    .slice(0, GUESSES)
    .map(({ action, of }) => byWords(action.name) ?? of() ?? { action: action.name, input: {} });
  // What the words name stays within reach, however unlikely it is.
  const isLeftOut = ruled.length > 0 && !alike.some(({ action }) => action === understood.action);
  const all = isLeftOut ? [...alike, bare(understood)] : alike;
  const ask = offers(ASK);
  if (all.length === 0 || ask === null) return all;
  const question = text.trim();
  const input = perhapsConfided || question.length > LONGEST_IN_BUTTON ? {} : { question };
  return [...all.filter(({ action }) => action !== ASK), { action: ASK, input }];
}

/** A question is looked up as it was asked. */
export function lookedUp(text: string): Proposal {
  const words = text.trim().slice(0, LONGEST_SEARCH);
  return { action: SEARCH, input: words === '' ? {} : { words } };
}

/** What is only offered on messages and asks for nothing, such as the confirmation of a preview, needs its message. */
function beginsAnew(action: Action): boolean {
  return action.offered !== 'contextual' || action.ask !== null;
}

/** The action with the input that a sentence holds of it; null where it is for oneself only, and the sentence names somebody else. */
export function proposalFor(action: Action, written: string, sentence: Sentence): Proposal | null {
  const said = written.trim();
  if (action.name === ASK) return { action: ASK, input: said.length > LONGEST_IN_BUTTON ? {} : { question: said } };
  const [first = null, other] = proposalsOf(sentence, { action, words: action.command, rest: '' });
  // Several sessions were named: the form asks which.
  return other === undefined ? first : { action: action.name, input: {} };
}

function bare({ action, input }: Interpretation): Proposal {
  return { action, input };
}
