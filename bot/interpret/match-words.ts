/** Turns words into an action and a partial input, without a language model: by the words each action is called by, in both languages. */

import type { Values } from '../../programme/messages/message.js';
import type { Action } from '../../programme/requests/action.js';
import type { Interpretation } from '../../programme/requests/interpreter.js';
import type { Sentence } from '../../programme/requests/recogniser.js';
import { modeIn, modesIn, normal, sentenceOf, sessionIn } from './sentence.js';

interface Phrase {
  readonly action: Action;
  readonly words: string;
}

/** After a command any other code is taken for one, too: "register KICKOFF online". */
const anyCode = /^(?!(?:me|my|myself|us|for|to|the|an?|in|at|please|colleague|code|thanks?|thx)$)[a-z][a-z0-9_-]*$/;

const thanks = /ありがと|有り?難う|\b(?:thanks|thank you|thx)\b/;

/** What was asked for, beside thanks or without. Words that mean nothing to us become the help, marked as unclear. */
export function wordMatcher(actions: readonly Action[]): (text: string) => Interpretation {
  const matcher = new WordMatcher(actions);
  return (text) => matcher.match(text);
}

class WordMatcher {
  readonly #actions: readonly Action[];
  readonly #commands: ReadonlyMap<string, Action>;
  /** Longest first, so that 参加登録 wins over 参加, and call-off over call. */
  readonly #phrases: readonly Phrase[];
  /** What people say instead of a name, the first that fits. */
  readonly #sayings: readonly (readonly [RegExp, Action])[];

  constructor(actions: readonly Action[]) {
    this.#actions = actions;
    this.#commands = new Map(actions.map((action) => [action.command, action]));
    this.#phrases = actions
      .flatMap((action) => {
        const both = [...action.texts.ja.words, ...action.texts.en.words];
        return [action.command, ...both].map((words) => ({ action, words: normal(words) }));
      })
      .toSorted((a, b) => b.words.length - a.words.length);
    const precedence = ({ recognise }: Action) => recognise.precedence ?? 0;
    this.#sayings = actions
      .toSorted((a, b) => precedence(b) - precedence(a))
      .flatMap((action) => (action.recognise.sayings ?? []).map((saying) => [saying, action] as const));
  }

  match(text: string): Interpretation {
    const said = normal(text);
    if (!thanks.test(said) || this.#phraseAtStart(said) !== undefined) return this.#matchRequest(text);
    const request = withoutThanks(text);
    // Somebody who thanks may name the session in the same breath: "Thank you see you at MSM-1".
    const asked = this.#matchRequest(request === '' && sessionIn({ said }) !== undefined ? text : request);
    const nothing = (request === '' && asked.action === 'home.show') || asked.input.unclear === true;
    return nothing ? { action: 'help.show', input: { thanked: true }, explicit: false } : { ...asked, explicit: false };
  }

  #matchRequest(text: string): Interpretation {
    const sentence = sentenceOf(text);
    for (const { name, recognise } of this.#actions) {
      const input = recognise.alone?.(sentence) ?? null;
      if (input !== null) return { action: name, input, explicit: false };
    }
    const { said } = sentence;
    // A command at the start is unmistakable; a phrase may stand anywhere, as Japanese verbs come last.
    const commanded = this.#phraseAtStart(said);
    const explicit = commanded !== undefined;
    const named = commanded ?? this.#sayingIn(said) ?? this.#phraseIn(said);
    const phrase = named && this.#meant(named, sentence);
    const session = (sessionIn(sentence) ?? codeAfterCommand(phrase, said))?.toUpperCase();
    if (phrase === undefined) {
      if (session !== undefined) return { action: 'session.show', input: { session }, explicit };
      return { action: 'help.show', input: { unclear: true }, explicit };
    }
    return { action: phrase.action.name, input: inputFor(phrase, sentence, session), explicit };
  }

  /** What the same words mean beside other ones. */
  #meant(named: Phrase, sentence: Sentence): Phrase {
    const { name, command } = named.action;
    const instead = this.#actions.find(({ recognise }) => recognise.insteadOf?.({ action: name, command }, sentence));
    return instead === undefined ? named : { action: instead, words: instead.command };
  }

  /** A command at the start, or the longer phrase that begins with it: "record walk-in" is not "record". */
  #phraseAtStart(said: string): Phrase | undefined {
    const [first = ''] = said.split(' ');
    if (!this.#commands.has(first)) return undefined;
    return this.#phrases.find(({ words }) => `${said} `.startsWith(`${words} `));
  }

  #sayingIn(said: string): Phrase | undefined {
    const found = this.#sayings.find(([saying]) => saying.test(said))?.[1];
    return found && { action: found, words: found.command };
  }

  #phraseIn(said: string): Phrase | undefined {
    return (
      this.#phrases.find(({ words }) => said === words) ??
      this.#phrases.find(({ words }) => containsPhrase(said, words))
    );
  }
}

/** The clauses that do not thank: what those that do speak of is what for, not what to do. */
function withoutThanks(text: string): string {
  const clauses = text.normalize('NFKC').split(/[。、，,!?\n]+|\.(?=\s|$)/);
  return clauses
    .filter((clause) => !thanks.test(normal(clause)))
    .join(' ')
    .trim();
}

/** "register KICKOFF online": the word after the command, unless it is something else. */
function codeAfterCommand(phrase: Phrase | undefined, said: string): string | undefined {
  const [first] = said.split(' ');
  if (phrase === undefined || first !== phrase.action.command || !takes(phrase, 'session')) return undefined;
  // After the whole phrase: the second word of "cancel registration" is no code.
  const [next = ''] = said.startsWith(phrase.words) ? said.slice(phrase.words.length).trim().split(' ') : [];
  return anyCode.test(next) && modesIn(next).length === 0 ? next : undefined;
}

/** Latin words must stand alone ("hi" is not in "this"); Japanese has no spaces to go by. */
function containsPhrase(said: string, words: string): boolean {
  if (!/^[\x20-\x7e]+$/.test(words)) return said.includes(words);
  return ` ${said} `.includes(` ${words} `);
}

function inputFor(phrase: Phrase, sentence: Sentence, session: string | undefined): Values {
  const mode = modeIn(sentence);
  return {
    ...(session !== undefined && takes(phrase, 'session') && { session }),
    ...(mode !== undefined && takes(phrase, 'mode') && { mode }),
    ...phrase.action.recognise.read?.(sentence, restAfter(phrase, sentence)),
  };
}

function takes({ action }: Phrase, field: string): boolean {
  return action.fields.includes(field);
}

/** What was typed after the phrase or, where it does not begin with it, after the first word. */
function restAfter({ words }: Phrase, { text }: Sentence): string {
  const typed = text.normalize('NFKC').trim();
  const [first = ''] = typed.split(/\s/);
  return typed.slice(typed.toLowerCase().startsWith(words) ? words.length : first.length).trim();
}
