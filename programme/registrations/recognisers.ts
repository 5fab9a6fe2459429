/** How people ask for what concerns their registration without naming it. */
import type { Recogniser } from '../requests/recogniser.js';
import { attendVerbs, modeWords } from './attending-words.js';

/** Somebody else of the same company is meant. */
const colleague = /同じ会社の|同僚|\b(?:colleague|co-?worker)s?\b/;

const particle = '[はをがも]?';
const refused = '(?:ない|なく|なか|ません)';

export const registerRecogniser: Recogniser = {
  sayings: [new RegExp(`(?:${attendVerbs})(?:し(?:ます|たい)|いたします|致します)`)],
  read: ({ said }) => (colleague.test(said) ? { colleague: true } : {}),
};

export const changeModeRecogniser: Recogniser = {
  // 「オンラインに変更」 is about oneself, also beside 参加; 「変更」 alone is about the session. The command says outright which.
  insteadOf: ({ action, command }, { said, modes }) => {
    const changes = action === 'session.change' || (action === 'session.register' && /変更/.test(said));
    return changes && !said.startsWith(command) && modes.length > 0;
  },
};

export const declineRecogniser: Recogniser = {
  precedence: 1,
  sayings: [
    new RegExp(
      [
        '欠席|不参加',
        `(?:${attendVerbs})${particle}(?:し|でき|出来)${refused}`,
        `(?:出られ|出|行け|行き|行か|伺え)${refused}`,
        `(?:${attendVerbs})${particle}(?:取り?)?(?:やめ|止め)`,
      ].join('|'),
    ),
    /\b(?:not|cannot|can't|won't|don't|unable to)(?: be able to| able to| going to| be)* (?:attend|com(?:e|ing)\b|join|there\b|going\b)/,
    /\b(?:can ?not|can't|won't|unable to) make\b/,
  ],
};

export const substituteRecogniser: Recogniser = {
  // Who sends someone else says also that they cannot come themselves.
  precedence: 2,
  sayings: [
    new RegExp(
      `代理で.*(?:${attendVerbs})|(?<!(?:${modeWords.onsite}|${modeWords.online})の)代わりに|in my (?:place|stead)|instead of me`,
    ),
  ],
};
