/** Understands a sentence without a language model: by the words that actions are called by, and by how people have said what they mean. */
import type { Values } from '../../programme/messages/message.js';
import type { Action } from '../../programme/requests/action.js';
import type { Interpretation, Proposal, UnderstoodBy } from '../../programme/requests/interpreter.js';
import { type ByWords, type Speaking, wordReader } from './by-words.js';
import { type May, withoutThanks } from './match-words.js';
import { filledFrom } from './mentions/fill-input.js';
import { noNames } from './mentions/known-names.js';
import { withoutNames } from './mentions/without-names.js';
import type { Classifier, Likely } from './rank/classifier.js';
import { identifiersFor, type Resolved, takes } from './resolve.js';
import { sentenceOf } from './sentence.js';
import { kindWords } from './shown-kinds.js';
import { NOTHING, proposalFor, type Weighed, weigh } from './weigh.js';

export interface Understanding extends Interpretation {
  /** What the sentence may mean, the likeliest first, of what the person may ask for; empty where its words said outright what is meant. */
  readonly likely: readonly Likely[];
  readonly by: UnderstoodBy;
}

export interface Understands {
  understand(text: string, speaker: Speaking): Promise<Understanding>;
}

/** Where it is likelier than this that nothing is asked for, somebody who thanks does no more than that. */
const PERHAPS_NOTHING = 0.15;

function asksBesideThanks(likely: readonly Likely[]): boolean {
  const asksNothing = likely.find(({ meaning }) => meaning === NOTHING)?.confidence ?? 0;
  return likely.length > 0 && asksNothing <= PERHAPS_NOTHING;
}

/** Words that nothing names. */
const nothing: Interpretation = { action: 'help.show', input: { unclear: true }, explicit: false };

type NamedActions = ReadonlyMap<string, Action>;

/** @param classifier asked for when a sentence first does not say outright what is meant */
export function understandingBy(actions: readonly Action[], classifier: () => Promise<Classifier>): Understands {
  const named = new Map(actions.map((action) => [action.name, action]));
  const byWords = wordReader(actions, named);

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
      if (proposal === null) continue;
      const understood = filledOrInForm(named, { ...proposal, explicit: false }, matched);
      return { ...understood, likely: [], by: 'shown' };
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
      if (acknowledged === true) return { ...understood, likely: [], by: 'words' };
      if (outright || isCommand) return { ...filledOrInForm(named, understood, matched), likely: [], by: 'words' };
      const byTheirWords = understood.choices?.map(({ action }) => action) ?? [understood.action];
      const ruled = unclear === true || thanked === true ? [] : byTheirWords;
      const { clauses } = sentenceOf(text, matched.company);
      // What was shown decides between what the same words can mean: to cancel a consultation, or a registration.
      const canBeMeant = (meaning: string) => {
        const action = named.get(meaning);
        if (action === undefined) return true;
        if (action.recognise.aroundSession === true && matched.aroundSession === false) return false;
        const fits = referred === null || action.fields.includes('question') || takes(action.fields, referred);
        return fits && speaker.may(action);
      };
      const { classify } = await classifier();
      // What is thanked for tells nothing of what is asked for.
      const heard = thanked === true ? withoutThanks(text) : text;
      const likely = classify(withoutNames(heard, matched.names ?? noNames), speaker.role, canBeMeant, ruled);
      // "Thank you for your time" asks for nothing; "I would like an hour on Monday. Thank you" does.
      if (thanked === true && !asksBesideThanks(likely)) return { ...understood, likely: [], by: 'words' };
      const weighed: Weighed = {
        text: written,
        clauses,
        understood: thanked === true ? nothing : understood,
        ruled,
        likely,
      };
      const weighedUp = weigh(weighed, (name) => {
        const action = named.get(name);
        return action === undefined || !speaker.may(action)
          ? null
          : { action, of: () => propose(action, action.fields.includes('question') ? written : text, matched) };
      });
      const choices = weighedUp.choices?.map((choice) => filled(named, choice, matched));
      const by = weighedUp === understood ? 'words' : 'examples';
      return { ...filledOrInForm(named, weighedUp, matched), ...(choices !== undefined && { choices }), likely, by };
    },
  };
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
