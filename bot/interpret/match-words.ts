/** Turns words into an action and a partial input, without a language model: by the words each action is called by, in both languages. */

import type { Values } from '../../programme/messages/message.js';
import type { Action } from '../../programme/requests/action.js';
import type { Interpretation, Proposal } from '../../programme/requests/interpreter.js';
import type { Sentence } from '../../programme/requests/recogniser.js';
import { hitsIn, type Phrase, phrasesOf } from './hits.js';
import { leftoverOf } from './leftover.js';
import { type Meaning, meaningOf } from './meaning.js';
import { normal } from './normalise.js';
import { type Company, modeIn, modesIn, sentenceOf, sessionsIn } from './sentence.js';

/** After a command any other code is taken for one, too: "register KICKOFF online". */
const anyCode = /^(?!(?:me|my|myself|us|for|to|the|an?|in|at|please|colleague|code|thanks?|thx)$)[a-z][a-z0-9_-]*$/;

const thanks = /ありがと|有り?難う|\b(?:thanks|thank you|thx)\b/;

/** As many as a question offers. */
const MOST_CHOICES = 5;

/** Whether the person who writes may take an action at all. */
export type May = (action: Action) => boolean;

/** What was asked for, beside thanks or without. Words that mean nothing to us become the help, marked as unclear. */
export function wordMatcher(
  actions: readonly Action[],
): (text: string, may?: May, company?: Company) => Interpretation {
  const matcher = new WordMatcher(actions);
  return (text, may = () => true, company) => matcher.match(text, may, company);
}

class WordMatcher {
  readonly #actions: readonly Action[];
  readonly #commands: ReadonlySet<string>;
  readonly #phrases: readonly Phrase[];

  constructor(actions: readonly Action[]) {
    this.#actions = actions;
    this.#commands = new Set(actions.map(({ command }) => command));
    this.#phrases = phrasesOf(actions);
  }

  match(text: string, may: May, company?: Company): Interpretation {
    const said = normal(text);
    const sentence = sentenceOf(text);
    const alone = this.#alone(sentence);
    if (alone !== null) return alone;
    if (!thanks.test(said) || this.#phraseAtStart(said) !== undefined)
      return company === undefined ? this.#matchSentence(sentence, may) : this.#matchRequest(text, may, company);
    const request = withoutThanks(text);
    // Somebody who thanks may name the session in the same breath: "Thank you see you at MSM-1".
    const asked = this.#matchRequest(request === '' && sessionsIn(said).length > 0 ? text : request, may, company);
    const { unclear, acknowledged } = asked.input;
    const nothing = (request === '' && asked.action === 'home.show') || unclear === true || acknowledged === true;
    return nothing ? { action: 'help.show', input: { thanked: true }, explicit: false } : { ...asked, explicit: false };
  }

  /** The whole text is nothing but what an action takes, such as a code, or nothing but one of its names. */
  #alone(sentence: Sentence): Interpretation | null {
    for (const { name, recognise } of this.#actions) {
      const input = recognise.alone?.(sentence) ?? null;
      if (input !== null) return { action: name, input, explicit: false };
    }
    return null;
  }

  #matchRequest(text: string, may: May, company?: Company): Interpretation {
    const sentence = sentenceOf(text, company);
    return this.#alone(sentence) ?? this.#matchSentence(sentence, may);
  }

  #matchSentence(sentence: Sentence, may: May): Interpretation {
    const { said } = sentence;
    const whole = this.#phrases.find(({ words }) => words === said);
    // A command at the start is unmistakable, unless it is part of a question or of a refusal.
    const plain = sentence.clauses.every(({ refused, asks }) => !refused && asks === null);
    const atStart = plain ? this.#phraseAtStart(said) : undefined;
    const commanded = atStart !== undefined && this.#asksMore(sentence, atStart) ? undefined : atStart;
    const named = commanded ?? whole;
    if (named !== undefined) {
      const answer = this.#answer(sentence, [{ action: this.#meant(named.action, sentence, may), words: named.words }]);
      const { words } = named;
      const done = this.#actions.find(({ name }) => name === answer.action) ?? named.action;
      const unused = commanded && leftoverOf(sentence, { words, ...done.recognise }, usedBy(answer));
      return { ...answer, explicit: commanded !== undefined, ...(unused && { unused }) };
    }
    const meant = (action: Action) => this.#meant(action, sentence, may);
    const meaning = meaningOf(sentence, { actions: this.#actions, phrases: this.#phrases, may, meant });
    return this.#answer(sentence, meaning);
  }

  /** One thing that was meant, or a question where it may be several. */
  #answer(sentence: Sentence, meanings: readonly Meaning[]): Interpretation {
    const proposals = unique(meanings.flatMap((meaning) => proposalsOf(sentence, meaning)));
    const [only, other] = proposals;
    if (only === undefined) return this.#unclear(sentence);
    if (other === undefined) return { ...only, explicit: false };
    return { action: 'help.show', input: {}, explicit: false, choices: proposals.slice(0, MOST_CHOICES) };
  }

  #unclear({ said }: Sentence): Interpretation {
    const [session] = sessionsIn(said);
    return session === undefined
      ? { action: 'help.show', input: { unclear: true }, explicit: false }
      : { action: 'session.show', input: { session: session.toUpperCase() }, explicit: false };
  }

  /** "register for MSM-1 and cancel MSM-2": a later clause asks for another thing to be done. */
  #asksMore({ clauses }: Sentence, { action: first }: Phrase): boolean {
    return clauses
      .slice(1)
      .flatMap(({ said }) => hitsIn(said, this.#phrases, this.#actions))
      .some(({ action }) => action !== first && action.confirm !== 'read' && action.fields.includes('session'));
  }

  /** What the same words mean beside other ones, or to other people: what somebody may not look at is not meant by them. */
  #meant(action: Action, sentence: Sentence, may: May): Action {
    const { name, command } = action;
    return (
      this.#actions.find(
        (other) =>
          other.recognise.insteadOf?.({ action: name, command, mayTake: may(action) }, sentence, may(other)) &&
          (other.confirm !== 'read' || may(other)),
      ) ?? action
    );
  }

  /** A command at the start, or the longer phrase that begins with it: "record walk-in" is not "record". */
  #phraseAtStart(said: string): Phrase | undefined {
    const [first = ''] = said.split(' ');
    if (!this.#commands.has(first)) return undefined;
    return this.#phrases.find(
      ({ action, words }) => `${said} `.startsWith(`${words} `) && !(action.recognise.onlyAlone && said !== words),
    );
  }
}

/**
 * The action with its input; of several sessions, one for each. What the action takes of nobody else is not done for the speaker.
 * `rest`: what was typed after the words that name it, where the sentence does not tell.
 */
export function proposalsOf(
  sentence: Sentence,
  { action, words, mode, clause, rest }: Meaning & { readonly rest?: string },
): readonly Proposal[] {
  const isOwnOnly = action.who !== 'anyone' && action.who.every((role) => role === 'participant');
  if (sentence.named !== null && action.confirm !== 'read' && isOwnOnly && !action.fields.includes('named')) return [];
  const here = sessionsIn(clause ?? sentence.said);
  const found = here.length > 0 ? here : sessionsIn(sentence.said);
  const after = codeAfterCommand({ action, words }, sentence.said);
  const sessions = found.length > 0 ? found : after === undefined ? [] : [after];
  const input = inputFor({ action, words }, sentence, mode, rest);
  if (!action.fields.includes('session') || sessions.length === 0) return [{ action: action.name, input }];
  return sessions.map((session) => ({ action: action.name, input: { session: session.toUpperCase(), ...input } }));
}

function unique(proposals: readonly Proposal[]): readonly Proposal[] {
  return [...new Map(proposals.map((one) => [JSON.stringify(one), one])).values()];
}

/** The words that went into the input. */
function usedBy({ input, choices = [] }: Interpretation): readonly string[] {
  return [input, ...choices.map((choice) => choice.input)].flatMap((values) =>
    Object.values(values).flatMap((value) => (typeof value === 'string' ? normal(value).split(' ') : [])),
  );
}

/** The clauses that do not thank: what those that do speak of is what for, not what to do. */
export function withoutThanks(text: string): string {
  const clauses = text.normalize('NFKC').match(/[^。、，,!?\n.]+(?:\.(?=\S)[^。、，,!?\n.]+)*[。、，,!?\n.]*/g) ?? [];
  return clauses
    .filter((clause) => !thanks.test(normal(clause)))
    .join(' ')
    .replace(/[。、，,.\s]+$/, '')
    .trim();
}

/** "register KICKOFF online": the word after the command, unless it is something else. */
function codeAfterCommand(phrase: Phrase, said: string): string | undefined {
  const [first] = said.split(' ');
  if (first !== phrase.action.command || !phrase.action.fields.includes('session')) return undefined;
  // After the whole phrase: the second word of "cancel registration" is no code.
  const [next = ''] = said.startsWith(phrase.words) ? said.slice(phrase.words.length).trim().split(' ') : [];
  return anyCode.test(next) && modesIn(next).length === 0 ? next : undefined;
}

function inputFor(phrase: Phrase, sentence: Sentence, given: Meaning['mode'], rest?: string): Values {
  const { action } = phrase;
  const mode = given ?? modeIn(sentence);
  const { named } = sentence;
  return {
    ...(mode !== undefined && action.fields.includes('mode') && { mode }),
    ...(named !== null && action.fields.includes('named') && { named }),
    ...action.recognise.read?.(sentence, rest ?? restAfter(phrase, sentence)),
  };
}

/** What was typed after the phrase or, where it does not begin with it, after the first word. */
function restAfter({ words }: Phrase, { text }: Sentence): string {
  const typed = text.normalize('NFKC').trim();
  const [first = ''] = typed.split(/\s/);
  return typed.slice(typed.toLowerCase().startsWith(words) ? words.length : first.length).trim();
}
