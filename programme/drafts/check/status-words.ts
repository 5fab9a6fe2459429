/** How people are told what the check found. A mention is a mention: no word here judges, the adviser does. */
import type { Language } from '../../../prisma/client.js';
import type { Status } from './check-text.js';

const words: Readonly<Record<Language, Readonly<Record<Status | 'asked_for', string>>>> = {
  ja: {
    found: '記載あり',
    partly: '一部記載あり',
    weak: '記載あり(表現は努力目標)',
    not_found: '記載が見つかりませんでした',
    asked_for: '会社の申告が必要',
  },
  en: {
    found: 'mentioned',
    partly: 'partly mentioned',
    weak: 'mentioned (worded as an effort)',
    not_found: 'no mention was found',
    asked_for: "needs the company's word",
  },
};

/** @param status `asked_for`: no text can show it, the company is asked. */
export function statusWord(status: Status | 'asked_for', language: Language): string {
  return words[language][status];
}
