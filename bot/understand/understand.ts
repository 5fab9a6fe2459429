/** Turns words into an action and a partial input, without a language model: by the words each action is called by, in both languages. */

import type { ActionName } from '../../programme/locale/texts.js';
import { textsFor } from '../../programme/locale/texts.js';
import type { Values } from '../../programme/messages/message.js';
import { actions } from '../../programme/rooms.js';
import { isInvitationCode } from './invitation-code.js';

export interface Understood {
  readonly action: string;
  readonly input: Values;
  /** It began with a command, which says outright what is meant; anything else was interpreted. */
  readonly explicit: boolean;
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
    .replaceAll('’', "'")
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

type Mode = 'onsite' | 'online';

const modes: Readonly<Record<Mode, string>> = {
  onsite: 'on[- ]?site|in person|会場|現地|対面|来場',
  online: 'on-?line|オンライン|リモート|web参加|zoom',
};

/** A session's code: letters, then numbers or letters, ending in a number, as in MSM-1 or SPP-2024-1; full-width and lower case are fine. */
const sessionCode = /(?<![a-z0-9-])[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d+(?![a-z0-9-])/;

/** After a command any other code is taken for one, too: "register KICKOFF online". */
const anyCode = /^(?!(?:me|my|myself|us|for|to|the|an?|in|at|please|colleague|code|thanks?|thx)$)[a-z][a-z0-9_-]*$/;

/** A check-in code. */
const sixDigits = /(?<!\d)\d{6}(?!\d)/;

/** The same in two halves, as some write what they read off the wall. */
const inHalves = /(?<!\d)\d{3}[ -]\d{3}(?!\d)/;

/** A check-in code by itself. */
const codeAlone = /^\d{3}[ -]?\d{3}$/;

/** Digits where a check-in code belongs, right or not; those of a session's code are none. */
const digitsAlone = /(?<![a-z0-9-])\d{3,8}(?![a-z0-9-])/;

/** Digits as the last word, where a code is given; elsewhere they may be a year. */
const digitsLast = /(?<![a-z0-9-])(?:\d{3}[ -]\d{3}|\d{3,8})(?:です|でお願いします)?$/;

/** Somebody else of the same company is meant. */
const colleague = /同じ会社の|同僚|\b(?:colleague|co-?worker)s?\b/;

/** Sessions that are over. */
const over = /終了し|終わった|過去|\b(?:past|previous)\b/;

const thanks = /ありがと|有り?難う|\b(?:thanks|thank you|thx)\b/;

const verbs = '参加|出席';
const particle = '[はをがも]?';
const refused = '(?:ない|なく|なか|ません)';

/** What people say instead of naming an action, the first that fits: a refusal holds the words of what it refuses. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `代理で.*(?:${verbs})|(?<!(?:${modes.onsite}|${modes.online})の)代わりに|in my (?:place|stead)|instead of me`,
    ),
    'substitute',
  ],
  [
    new RegExp(
      [
        '欠席|不参加',
        `(?:${verbs})${particle}(?:し|でき|出来)${refused}`,
        `(?:出られ|出|行け|行き|行か|伺え)${refused}`,
        `(?:${verbs})${particle}(?:取り?)?(?:やめ|止め)`,
      ].join('|'),
    ),
    'decline',
  ],
  [
    /\b(?:not|cannot|can't|won't|don't|unable to)(?: be able to| able to| going to| be)* (?:attend|com(?:e|ing)\b|join|there\b|going\b)/,
    'decline',
  ],
  [/\b(?:can ?not|can't|won't|unable to) make\b/, 'decline'],
  [new RegExp(`(?:${verbs})(?:し(?:ます|たい)|いたします|致します)`), 'register'],
];

/** What was asked for, beside thanks or without. Words that mean nothing to us become the help, marked as unclear. */
export function understand(text: string): Understood {
  const said = normal(text);
  if (!thanks.test(said) || phraseAtStart(said) !== undefined) return understandRequest(text);
  const request = withoutThanks(text);
  // Somebody who thanks may name the session in the same breath: "Thank you see you at MSM-1".
  const asked = understandRequest(request === '' && sessionCode.test(said) ? text : request);
  const nothing = (request === '' && asked.action === 'home.show') || asked.input.unclear === true;
  return nothing ? { action: 'help.show', input: { thanked: true }, explicit: false } : { ...asked, explicit: false };
}

/** The clauses that do not thank: what those that do speak of is what for, not what to do. */
function withoutThanks(text: string): string {
  const clauses = text.normalize('NFKC').split(/[。、，,!?\n]+|\.(?=\s|$)/);
  return clauses
    .filter((clause) => !thanks.test(normal(clause)))
    .join(' ')
    .trim();
}

function understandRequest(text: string): Understood {
  if (isInvitationCode(text)) return { action: 'member.link', input: { code: text.trim() }, explicit: false };
  const said = normal(text);
  if (codeAlone.test(said)) {
    return { action: 'session.check-in', input: { code: said.replace(/\D/g, '') }, explicit: false };
  }
  if (said === '') return { action: 'home.show', input: {}, explicit: false };
  const language = languageNamed(said);
  if (language !== null) return { action: 'member.language', input: { language }, explicit: false };
  // A command at the start is unmistakable; a phrase may stand anywhere, as Japanese verbs come last.
  const commanded = phraseAtStart(said);
  const explicit = commanded !== undefined;
  const meant = commanded ?? sentenceIn(said) ?? phraseIn(said);
  const phrase = narrowed(meant, said);
  const session = (sessionCode.exec(said)?.[0] ?? codeAfterCommand(phrase, said))?.toUpperCase();
  if (phrase === undefined) {
    if (session !== undefined) return { action: 'session.show', input: { session }, explicit };
    return { action: 'help.show', input: { unclear: true }, explicit };
  }
  return { action: phrase.action, input: inputFor(phrase, said, session, after(phrase, text)), explicit };
}

/** What the same words mean beside other ones. */
function narrowed(meant: Phrase | undefined, said: string): Phrase | undefined {
  // Whoever names the code of a room is there to check in; the secretariat asks for it without knowing it.
  const givesCode = sixDigits.test(said) || digitsLast.test(said);
  if (meant?.action === 'session.check-in-code' && givesCode) return commands.get('check-in');
  // 「オンラインに変更」 is about oneself, also beside 参加; 「変更」 alone is about the session. The command says outright which.
  const changes = meant?.action === 'session.change' || (meant?.action === 'session.register' && /変更/.test(said));
  if (meant && changes && !said.startsWith(meant.command) && modesIn(said).length > 0) return commands.get('mode');
  return meant;
}

function modesIn(said: string): readonly Mode[] {
  const all: readonly Mode[] = ['onsite', 'online'];
  return all.filter((mode) => new RegExp(modes[mode]).test(said));
}

/** The mode asked for. Of two it is the one to change to; where they are otherwise set against each other the form asks. */
function modeIn(said: string): Mode | undefined {
  const found = modesIn(said);
  if (found.length < 2) return found[0];
  return found.find((to) => {
    const from = modes[to === 'online' ? 'onsite' : 'online'];
    const japanese = `(?:${from})(?:での?)?(?:${verbs})?(?:から|を) ?(?:${modes[to]})(?:での?)?(?:${verbs})?[にへ]`;
    return new RegExp(`${japanese}|from (?:${from}) to (?:${modes[to]})`).test(said);
  });
}

/** "register KICKOFF online": the word after the command, unless it is something else. */
function codeAfterCommand(phrase: Phrase | undefined, said: string): string | undefined {
  const [first] = said.split(' ');
  if (phrase === undefined || first !== phrase.command || !phrase.fields.includes('session')) return undefined;
  // After the whole phrase: the second word of "cancel registration" is no code.
  const [next = ''] = said.startsWith(phrase.words) ? said.slice(phrase.words.length).trim().split(' ') : [];
  return anyCode.test(next) && modesIn(next).length === 0 ? next : undefined;
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

function sentenceIn(said: string): Phrase | undefined {
  const found = sentences.find(([pattern]) => pattern.test(said));
  return found && commands.get(found[1]);
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
  const digits = (sixDigits.exec(said) ?? inHalves.exec(said) ?? digitsAlone.exec(said))?.[0].replace(/\D/g, '');
  return {
    ...(session !== undefined && fields.includes('session') && { session }),
    ...(mode !== undefined && fields.includes('mode') && { mode }),
    ...(action === 'session.register' && colleague.test(said) && { colleague: true }),
    ...(action === 'session.list' && over.test(said) && { past: true }),
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
