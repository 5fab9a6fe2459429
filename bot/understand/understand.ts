/** Turns words into an action and a partial input, without a language model: by the words each action is called by, in both languages. */

import { actions } from '../../programme/actions.js';
import type { ActionName } from '../../programme/locale/texts.js';
import { textsFor } from '../../programme/locale/texts.js';
import type { Values } from '../../programme/message.js';
import { isInvitationCode } from './invitation-code.js';

export interface Understood {
  readonly action: string;
  readonly input: Values;
}

interface Phrase {
  readonly action: ActionName;
  readonly words: string;
  /** The word that asks for it outright. */
  readonly command: string;
  readonly fields: readonly string[];
}

const normal = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s、。,.!?]+/g, ' ')
    .trim();

/** Longest first, so that 参加登録 wins over 参加, and call-off over call. */
const phrases: readonly Phrase[] = actions
  .flatMap(({ name, command, fields }) => {
    const both = [...textsFor('ja').actions[name].words, ...textsFor('en').actions[name].words];
    return [command, ...both].map((words) => ({ action: name, words: normal(words), command, fields }));
  })
  .toSorted((a, b) => b.words.length - a.words.length);

const commands: ReadonlyMap<string, Phrase> = new Map(
  actions.map(({ name, command, fields }) => [command, { action: name, words: command, command, fields }]),
);

const modes: readonly (readonly [RegExp, 'onsite' | 'online'])[] = [
  [/on[- ]?site|in person|会場|現地|対面|来場/, 'onsite'],
  [/on-?line|オンライン|リモート|web参加|zoom/, 'online'],
];

/** A session's code: letters, then numbers or letters, ending in a number, as in MSM-1 or SPP-2024-1; full-width and lower case are fine. */
const sessionCode = /(?<![a-z0-9-])[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d+(?![a-z0-9-])/;

/** After a command any other code is taken for one, too: "register KICKOFF online". */
const anyCode = /^(?!(?:me|my|myself|us|for|to|the|an?|in|at|please|colleague)$)[a-z][a-z0-9_-]*$/;

/** A check-in code. */
const sixDigits = /(?<!\d)\d{6}(?!\d)/;

const absent =
  /欠席|不参加|出られ(ない|ません)|参加でき(ない|ません)|行け(ない|ません)|not attend|can ?not (attend|come|make)|can't (attend|come|make)/;

/** What was asked for. Words that mean nothing to us become the help, marked as unclear. */
export function understand(text: string): Understood {
  if (isInvitationCode(text)) return { action: 'member.link', input: { code: text.trim() } };
  const said = normal(text);
  if (said === '') return { action: 'home.show', input: {} };
  const language = languageNamed(said);
  if (language !== null) return { action: 'member.language', input: { language } };
  // A command at the start is unmistakable; a phrase may stand anywhere, as Japanese verbs come last.
  const meant = phraseAtStart(said) ?? (absent.test(said) ? commands.get('decline') : phraseIn(said));
  const phrase = narrowed(meant, said);
  const session = (sessionCode.exec(said)?.[0] ?? codeAfterCommand(phrase, said))?.toUpperCase();
  if (phrase === undefined) {
    if (session !== undefined) return { action: 'session.show', input: { session } };
    return { action: 'help.show', input: { unclear: true } };
  }
  return { action: phrase.action, input: inputFor(phrase, said, session, after(phrase, text)) };
}

/** What the same words mean beside other ones. */
function narrowed(meant: Phrase | undefined, said: string): Phrase | undefined {
  // Whoever names the code of a room is there to check in; the secretariat asks for it without knowing it.
  if (meant?.action === 'session.check-in-code' && sixDigits.test(said)) return commands.get('check-in');
  // 「オンラインに変更」 is about oneself; 「変更」 alone is about the session. The command says outright which.
  if (meant?.action === 'session.change' && !said.startsWith(meant.command) && modeIn(said) !== undefined) {
    return commands.get('mode');
  }
  return meant;
}

function modeIn(said: string): 'onsite' | 'online' | undefined {
  return modes.findLast(([pattern]) => pattern.test(said))?.[1];
}

/** "register KICKOFF online": the word after the command, unless it is something else. */
function codeAfterCommand(phrase: Phrase | undefined, said: string): string | undefined {
  const [first] = said.split(' ');
  if (phrase === undefined || first !== phrase.command || !phrase.fields.includes('session')) return undefined;
  // After the whole phrase: the second word of "cancel registration" is no code.
  const [next = ''] = said.startsWith(phrase.words) ? said.slice(phrase.words.length).trim().split(' ') : [];
  return anyCode.test(next) && modeIn(next) === undefined ? next : undefined;
}

/** A command at the start, or the longer phrase that begins with it: "record walk-in" is not "record". */
function phraseAtStart(said: string): Phrase | undefined {
  const [first = ''] = said.split(' ');
  return commands.has(first) ? phrases.find(({ words }) => `${said} `.startsWith(`${words} `)) : undefined;
}

/** What was typed after the phrase or, where it does not begin with it, after the first word. */
function after({ words }: Phrase, text: string): string {
  const typed = text.normalize('NFKC').trim();
  const [first = ''] = typed.split(/\s/);
  return typed.slice(typed.toLowerCase().startsWith(words) ? words.length : first.length).trim();
}

function phraseIn(said: string): Phrase | undefined {
  return phrases.find(({ words }) => said === words) ?? phrases.find(({ words }) => containsPhrase(said, words));
}

/** Latin words must stand alone ("hi" is not in "this"); Japanese has no spaces to go by. */
function containsPhrase(said: string, words: string): boolean {
  if (!/^[\x20-\x7e]+$/.test(words)) return said.includes(words);
  return ` ${said} `.includes(` ${words} `);
}

function inputFor({ action, fields }: Phrase, said: string, session: string | undefined, rest: string): Values {
  const mode = modeIn(said);
  const digits = sixDigits.exec(said)?.[0];
  return {
    ...(session !== undefined && fields.includes('session') && { session }),
    ...(mode !== undefined && fields.includes('mode') && { mode }),
    ...(action === 'session.check-in' && digits !== undefined && { code: digits }),
    ...(action === 'member.link' && rest !== '' && { code: rest }),
  };
}

/** 「英語」, "English please", 「日本語で」: the language alone, or with few words around it. */
function languageNamed(said: string): 'ja' | 'en' | null {
  const bare = said
    .replace(/^(language|言語)\s*/, '')
    .replace(/(please|にして|に変更|でお願いします|で|に)$/g, '')
    .trim();
  if (bare === 'english' || bare === '英語' || bare === 'en') return 'en';
  if (bare === 'japanese' || bare === '日本語' || bare === 'ja') return 'ja';
  return null;
}
