/** An entry of the FAQ as its reader sees it: in their language, or in the other one with a word on that. */
import type { Language } from '../../requests/context.js';
import type { ShownEntry } from './entries.js';
import { faqTexts } from './texts.js';

interface EntryWords {
  readonly question: string;
  readonly answer: string;
  /** Empty where the entry is in the reader's language. */
  readonly hint: string;
}

/** The language in which an entry says nothing; null where it is in both. */
export function lackedLanguage({ questionJa, questionEn }: Pick<ShownEntry, 'questionJa' | 'questionEn'>) {
  if (questionJa === '') return 'ja';
  return questionEn === '' ? 'en' : null;
}

export function entryWords(
  language: Language,
  { questionJa, answerJa, questionEn, answerEn }: Omit<ShownEntry, 'id' | 'version'>,
): EntryWords {
  const ja = { question: questionJa, answer: answerJa };
  const en = { question: questionEn, answer: answerEn };
  const [own, other] = language === 'ja' ? [ja, en] : [en, ja];
  return own.question === '' ? { ...other, hint: faqTexts[language].onlyOther } : { ...own, hint: '' };
}
