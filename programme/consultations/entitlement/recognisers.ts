/** How the secretariat asks for a company's hours, to see or to grant some, without naming the action. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';

export const grantRecogniser: Recogniser = {
  sayings: [
    /(?:相談(?:の)?)?(?:時間|回数|\d+ ?(?:時間|回))(?:分)?を?(?:追加|付与|増や)[^ ]*/,
    /\b(?:grant|give|add) (?!my |the |this )[^ ]+ (?:[a-z]+ )?(?:one )?(?:more |further |extra |another )?(?:consultation )?(?:hours?|consultations?)\b.*/,
    /\b(?:grant|give|add) (?:an? |one |two |\d+ )?(?:more |further |extra |another )?(?:consultation )?(?:hours?|consultations?) (?:more )?(?:to|for)\b.*/,
  ],
  possible: true,
  examples: [
    { say: 'ミナト精密に1時間追加してください' },
    { say: 'grant one more hour to Minato' },
    { say: 'give Minato another hour' },
  ],
};

const ofOne = /\bhow many (?:hours|consultations) (?:has|does) .{1,60}? (?:have )?left\b|\bledger of .{1,60}$/;

export const ledgerRecogniser: Recogniser = {
  asked: [ofOne],
  sayings: [ofOne, /[^ ]{2,}の(?:相談の?)?(?:残り|利用)(?:の)?(?:回数|時間)|(?:相談の?)?回数の(?:履歴|内訳|明細)/],
  insteadOf: ({ action, mayTake }, { said }) =>
    action === 'consultation.mine' && !mayTake && /残り|\bleft\b/.test(said),
  absorbs: ['session.history', 'consultation.mine'],
  possible: true,
  examples: [{ say: '回数の履歴を見せて' }, { say: 'How many hours does Minato have left?' }],
};
