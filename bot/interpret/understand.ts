/** Understands a sentence without a language model: by the words that actions are called by, and by how people have said what they mean. */
import type { Values } from '../../programme/messages/message.js';
import type { Action } from '../../programme/requests/action.js';
import type { Interpretation, Proposal } from '../../programme/requests/interpreter.js';
import type { LastShown } from '../../programme/requests/last-shown.js';
import type { NamedSession } from '../../programme/sessions/queries.js';
import { phrasesOf } from './hits.js';
import { type May, wordMatcher } from './match-words.js';
import { filledFrom } from './mentions/fill-input.js';
import { type Mentions, mentionsIn } from './mentions/find-mentions.js';
import type { KnownNames } from './mentions/known-names.js';
import { withSessionCodes } from './name-sessions.js';
import { normal } from './normalise.js';
import type { Classifier, Likely } from './rank/classifier.js';
import { referencesIn } from './refer.js';
import { identifiersFor, type Resolved, resolved, takes } from './resolve.js';
import { type Company, isMode, sentenceOf, sessionsIn } from './sentence.js';
import { kindWords } from './shown-kinds.js';
import { proposalFor, type Weighed, weigh } from './weigh.js';

/** What may be spoken of, as far as the person who writes may see it. */
export interface Visible {
  readonly sessions: readonly NamedSession[];
  readonly company: Company;
  readonly names: KnownNames;
}

/** Who writes, and when. */
export interface Speaking {
  readonly may: May;
  /** As whom they are a member; people of no programme say what participants say. */
  readonly role: string;
  readonly now: Date;
  /** Read only where the sentence may speak of something; null for people of no programme. */
  readonly visible: () => Promise<Visible | null>;
  /** What the person was shown last; read only where the sentence refers to something. */
  readonly shown?: () => Promise<LastShown | null>;
}

export interface Understanding extends Interpretation {
  /** What the sentence may mean, the likeliest first, of what the person may ask for; empty where its words said outright what is meant. */
  readonly likely: readonly Likely[];
}

export interface Understands {
  understand(text: string, speaker: Speaking): Promise<Understanding>;
}

interface ByWords {
  readonly understood: Interpretation;
  /** With the codes of the sessions that it names otherwise, where that is how it was understood. */
  readonly text: string;
  readonly company?: Company;
  /** What it refers to of what was shown before. */
  readonly referred: Resolved | null;
  /** What it speaks of for an action; nothing where it names one outright, or nothing is visible. */
  readonly mentionsFor?: (action: Action) => Mentions;
  /** It is nothing but the name of an action, a code or a "yes". */
  readonly outright: boolean;
}

type NamedActions = ReadonlyMap<string, Action>;

/** @param classifier asked for when a sentence first does not say outright what is meant */
export function understandingBy(actions: readonly Action[], classifier: () => Promise<Classifier>): Understands {
  const match = wordMatcher(actions);
  const named = new Map(actions.map((action) => [action.name, action]));
  const reserved = new Set(phrasesOf(actions).map(({ words }) => words));
  const isWhole = (text: string) => {
    const sentence = sentenceOf(text);
    return actions.some(({ recognise }) => (recognise.alone?.(sentence) ?? null) !== null);
  };
  /** "register MSM-1 online", 「受付コード 271828」: a name, a code, a number and a way of attending leave no word for anything else; nor does a code alone. */
  const isPlain = (said: string) => {
    const words = said.split(' ').filter((word) => sessionsIn(word)[0] !== word && !/^\d+$/.test(word));
    const ways = words.findIndex((_, at) => isMode(words.slice(at).join(' ')));
    const name = (ways < 0 ? words : words.slice(0, ways)).join(' ');
    return name === '' || reserved.has(name);
  };

  async function byWords(written: string, { may, now, visible, shown }: Speaking): Promise<ByWords> {
    // What is nothing but a name speaks of nothing else, and needs no look at what there is.
    if (isPlain(normal(written)) || isWhole(written))
      return { understood: match(written, may), text: written, referred: null, outright: true };
    const referred = await referredTo(written, shown);
    const text = referred?.text ?? written;
    const seen = await visible();
    if (seen === null) return { understood: match(text, may), text, referred, outright: false };
    const { company } = seen;
    const coded = withSessionCodes(text, seen.sessions, now, reserved);
    const understood = match(coded, may, company);
    // A date is a session's only where something is to be done with a session: of an hour or a day off it is the day.
    const takesSession = (name: string) => {
      const action = named.get(name);
      return action?.fields.includes('session') === true && may(action);
    };
    const meant = understood.choices?.map(({ action }) => action) ?? [understood.action];
    const around = { names: seen.names, sessions: seen.sessions, now };
    const read = new Map<string, Mentions>();
    const mentionsFor = ({ fields }: Action) => {
      const dated = fields.includes('session') ? coded : text;
      const mentions = read.get(dated) ?? mentionsIn(text, around, dated);
      read.set(dated, mentions);
      return mentions;
    };
    const found = { text: coded, company, mentionsFor, referred, outright: false };
    return coded === text || meant.some(takesSession)
      ? { ...found, understood }
      : { ...found, understood: match(text, may, company) };
  }

  /** The action with what the sentence says of its input; null where it is not the person's to do for whom it names. */
  function propose(action: Action, written: string, { text, company }: ByWords): Proposal | null {
    const own = action.fields.includes('session') ? text : written;
    return proposalFor(action, written, sentenceOf(own, company));
  }

  /** "The second one": what is usually done with a thing of its kind, of what the person may do. */
  function usualFor({ kind, text }: Resolved, matched: ByWords, may: May): Understanding | null {
    const { usual, fields } = kindWords[kind];
    for (const name of usual) {
      const action = named.get(name);
      if (action === undefined || !may(action) || !fields.some((field) => action.fields.includes(field))) continue;
      const proposal = propose(action, text, matched);
      if (proposal !== null) return { ...filledOrInForm(named, { ...proposal, explicit: false }, matched), likely: [] };
    }
    return null;
  }

  return {
    async understand(written, speaker) {
      const matched = await byWords(written, speaker);
      const { understood, outright, referred } = matched;
      const chosen = referred?.isBare === true ? usualFor(referred, matched, speaker.may) : null;
      if (chosen !== null) return chosen;
      // What a question or a search holds is what was written.
      const text = referred?.text ?? written;
      const { thanked, acknowledged, unclear } = understood.input;
      const isCommand = referred === null && understood.explicit && understood.unused === undefined;
      if (thanked === true || acknowledged === true) return { ...understood, likely: [] };
      if (outright || isCommand) return { ...filledOrInForm(named, understood, matched), likely: [] };
      const byTheirWords = understood.choices?.map(({ action }) => action) ?? [understood.action];
      const ruled = unclear === true ? [] : byTheirWords;
      const { clauses } = sentenceOf(text, matched.company);
      // What was shown decides between what the same words can mean: to cancel a consultation, or a registration.
      const canBeMeant = (meaning: string) => {
        const action = named.get(meaning);
        if (action === undefined) return true;
        const fits = referred === null || action.fields.includes('question') || takes(action.fields, referred);
        return fits && speaker.may(action);
      };
      const { classify } = await classifier();
      const likely = classify(text, speaker.role, canBeMeant, ruled);
      const weighed: Weighed = { text: written, clauses, understood, ruled, likely };
      const weighedUp = weigh(weighed, (name) => {
        const action = named.get(name);
        return action === undefined || !speaker.may(action)
          ? null
          : { action, of: () => propose(action, action.fields.includes('question') ? written : text, matched) };
      });
      const choices = weighedUp.choices?.map((choice) => filled(named, choice, matched));
      return { ...filledOrInForm(named, weighedUp, matched), ...(choices !== undefined && { choices }), likely };
    },
  };
}

/** What the sentence refers to; what is shown is read only where it refers to anything. */
async function referredTo(written: string, shown: Speaking['shown']): Promise<Resolved | null> {
  const text = written.normalize('NFKC');
  const references = referencesIn(text);
  if (references.length === 0 || shown === undefined) return null;
  const last = await shown();
  return last === null ? null : resolved(text, references, last);
}

/** With what else the sentence refers to and speaks of that the action has fields for. */
function filled<P extends Proposal>(named: NamedActions, proposal: P, matched: ByWords): P {
  const action = named.get(proposal.action);
  // What is done without a preview is done by what the words say outright.
  if (action === undefined || action.confirm === 'never') return proposal;
  return { ...proposal, input: inputOf(action, proposal.input, matched) };
}

function inputOf(action: Action, said: Values, { referred, mentionsFor }: ByWords): Values {
  const input = referred === null ? said : { ...identifiersFor(action.fields, referred), ...said };
  return mentionsFor === undefined ? input : filledFrom({ action, mentions: mentionsFor(action), input });
}

/** The same of the one thing that is meant: of what is done without a preview, its form shows it first. */
function filledOrInForm(named: NamedActions, understood: Interpretation, matched: ByWords): Interpretation {
  const action = named.get(understood.action);
  const refers = matched.referred === null ? {} : { refers: true as const, explicit: false };
  if (action?.confirm !== 'never') return { ...filled(named, understood, matched), ...refers };
  const input = inputOf(action, understood.input, matched);
  const isSame = Object.keys(input).every((name) => name in understood.input) && matched.referred === null;
  return isSame || action.ask === null
    ? { ...understood, ...refers }
    : { ...understood, ...refers, input, inForm: true };
}
