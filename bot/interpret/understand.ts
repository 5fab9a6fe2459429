/** Understands a sentence without a language model: by the words that actions are called by and, where those say nothing, by its likeness to examples. */
import type { Action } from '../../programme/requests/action.js';
import type { Interpretation, Proposal } from '../../programme/requests/interpreter.js';
import type { NamedSession } from '../../programme/sessions/queries.js';
import { phrasesOf } from './hits.js';
import { type May, wordMatcher } from './match-words.js';
import { withSessionCodes } from './name-sessions.js';
import { normal } from './normalise.js';
import type { Ranked, Ranker } from './rank/ranker.js';
import { type Company, isMode, sentenceOf, sessionsIn } from './sentence.js';

/** What may be spoken of, as far as the person who writes may see it. */
export interface Visible {
  readonly sessions: readonly NamedSession[];
  readonly company: Company;
}

export interface Understanding extends Interpretation {
  /** What the sentence is most like, the likeliest first, of what the person may ask for; empty where its words said outright what is meant. */
  readonly ranked: readonly Ranked[];
}

export interface Understands {
  /** @param visible read only where the sentence may speak of something; null for people of no programme */
  understand(text: string, may: May, now: Date, visible: () => Promise<Visible | null>): Promise<Understanding>;
}

/** As many guesses as are offered. */
const GUESSES = 3;

/** Below it a sentence has no more in common with an example than any two sentences. */
const LEAST_LIKENESS = 0.16;

/** Words that nobody understood go to the secretariat where the person agrees. */
const ASK = 'question.ask';

/** A longer question is not put into a button: Slack's holds 2,000 characters, with the action and its other input. */
const LONGEST_IN_BUTTON = 500;

/** @param ranker asked for when a sentence is first not understood by its words */
export function understandingBy(actions: readonly Action[], ranker: () => Ranker): Understands {
  const match = wordMatcher(actions);
  const named = new Map(actions.map((action) => [action.name, action]));
  const reserved = new Set(phrasesOf(actions).map(({ words }) => words));
  const commands = new Set(actions.map(({ command }) => command));
  const isWhole = (text: string) => {
    const sentence = sentenceOf(text);
    return actions.some(({ recognise }) => (recognise.alone?.(sentence) ?? null) !== null);
  };
  /** "register MSM-1 online": a command, a code and a way of attending leave no word for a title or a name. */
  const isPlain = (said: string) => {
    const [command = '', code = '', ...rest] = said.split(' ');
    return commands.has(command) && sessionsIn(code)[0] === code && (rest.length === 0 || isMode(rest.join(' ')));
  };

  async function byWords(text: string, may: May, now: Date, visible: () => Promise<Visible | null>) {
    // What is nothing but the name of an action, a code or a "yes" speaks of nothing else, and needs no look at what there is.
    const said = normal(text);
    if (reserved.has(said) || isPlain(said) || isWhole(text)) return match(text, may);
    const seen = await visible();
    if (seen === null) return match(text, may);
    const coded = withSessionCodes(text, seen.sessions, now, reserved);
    const understood = match(coded, may, seen.company);
    // A date is a session's only where something is to be done with a session: of an hour or a day off it is the day.
    const takesSession = (name: string) => {
      const action = named.get(name);
      return action?.fields.includes('session') === true && may(action);
    };
    const meant = understood.choices?.map(({ action }) => action) ?? [understood.action];
    return coded === text || meant.some(takesSession) ? understood : match(text, may, seen.company);
  }

  /** What a sentence may mean whose words said nothing, and a way to a person for what it was. */
  function guesses(text: string, ranked: readonly Ranked[], may: May): readonly Proposal[] {
    const [first] = ranked;
    // Most like what no action is for: a concern, a standard to be explained, nothing of ours.
    if (first === undefined || !named.has(first.meaning)) return [];
    const alike = ranked
      .filter(({ meaning, likeness }) => likeness >= LEAST_LIKENESS && beginsAnew(named.get(meaning)))
      .slice(0, GUESSES)
      .map(({ meaning }): Proposal => ({ action: meaning, input: {} }));
    const ask = named.get(ASK);
    if (alike.length === 0 || ask === undefined || !may(ask)) return alike;
    const question = text.trim();
    const input = question.length > LONGEST_IN_BUTTON ? {} : { question };
    return [...alike.filter(({ action }) => action !== ASK), { action: ASK, input }];
  }

  return {
    async understand(text, may, now, visible) {
      const understood = await byWords(text, may, now, visible);
      if (understood.input.unclear !== true) return { ...understood, ranked: [] };
      const ranked = ranker().rank(text, (meaning) => {
        const action = named.get(meaning);
        return action === undefined || may(action);
      });
      const choices = guesses(text, ranked, may);
      return choices.length === 0
        ? { ...understood, ranked }
        : { ...understood, choices, guessed: true as const, ranked };
    },
  };
}

/** What is only offered on messages and asks for nothing, such as the confirmation of a preview, needs its message. */
function beginsAnew(action: Action | undefined): boolean {
  return action !== undefined && (action.offered !== 'contextual' || action.ask !== null);
}
