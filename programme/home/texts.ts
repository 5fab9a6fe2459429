/** All words of the person's overview, in Japanese and English. */
import { memberTexts } from '../members/texts.js';
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language } from '../requests/context.js';

const ja = {
  greeting: (name: string) => `${name}、こんにちは。`,
  homeSummary: 'ご予定とメニュー',
  upcoming: '今後のセッション',
  nothingUpcoming: '今後のセッションはありません。',
  sentences: (one: string, other: string) => `${one}${other}`,
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    'home.show': action(
      memberTexts.ja.menu,
      'ご自身の予定とメニューを表示します',
      'ホーム',
      'こんにちは',
      'はじめる',
      '予定',
    ),
  },
};

const en: typeof ja = {
  greeting: (name) => `Hello ${name},`,
  homeSummary: 'Your schedule and the menu',
  upcoming: 'Coming sessions',
  nothingUpcoming: 'No sessions are coming up.',
  sentences: (one, other) => `${one} ${other}`,
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    'home.show': action(memberTexts.en.menu, 'Shows your schedule and the menu', 'home', 'hello', 'hi', 'start'),
  },
};

export const homeTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
