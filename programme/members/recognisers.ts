/** How people name a language, and give the code that lets them in. */
import type { Recogniser } from '../requests/recogniser.js';
import { readInvitationCode } from './invitation-code.js';

/** 「英語」, "English please", 「日本語で」: the language alone, or with few words around it. */
export const languageRecogniser: Recogniser = {
  alone: ({ said }) => {
    const bare = said
      .replace(/^(language|言語)\s*/, '')
      .replace(/(please|にして|に変更|でお願いします|で|に)$/g, '')
      .trim();
    if (bare === 'english' || bare === '英語' || bare === 'en') return { language: 'en' };
    if (bare === 'japanese' || bare === '日本語' || bare === 'ja') return { language: 'ja' };
    return null;
  },
};

/** A code that is sent by itself links as well, so that nobody needs to know a command before they are let in. */
export const linkRecogniser: Recogniser = {
  alone: ({ text }) => (isInvitationCode(text) ? { code: text.trim() } : null),
  read: (_sentence, rest) => (rest === '' ? {} : { code: rest }),
};

/** With hyphens or at least one digit: twelve letters alone may be a word. */
function isInvitationCode(text: string): boolean {
  const typed = text.normalize('NFKC').trim();
  return readInvitationCode(typed) !== null && /^[a-z0-9-‐ー−]+$/i.test(typed) && /[\d-]/.test(typed);
}
