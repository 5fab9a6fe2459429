/** All words of the person's overview, in Japanese and English. */
import { memberTexts } from '../members/texts.js';
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language } from '../requests/context.js';
import { questionTextsEn, questionTextsJa } from './question-texts.js';

const ja = {
  ...questionTextsJa,
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
    'question.answer': action('質問', '締切・会場・資料などのご質問にお答えします'),
  },
};

const en: typeof ja = {
  ...questionTextsEn,
  greeting: (name) => `Hello ${name},`,
  homeSummary: 'Your schedule and the menu',
  upcoming: 'Coming sessions',
  nothingUpcoming: 'No sessions are coming up.',
  sentences: (one, other) => `${one} ${other}`,
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    'home.show': action(memberTexts.en.menu, 'Shows your schedule and the menu', 'home', 'hello', 'hi', 'start'),
    'question.answer': action('Question', 'Answers what you ask about deadlines, places, materials and the like'),
  },
};

export const homeTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
