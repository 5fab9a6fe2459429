/** How people ask for more time, and the secretariat to decide about it, without naming the action. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';

const extending: readonly RegExp[] = [
  /(?:方針|提出物|原稿|提出)の?(?:期限|締め?切り?)を(?:延|伸|の)[^ ]*|提出(?:期限)?を(?:延|待)[^ ]*/,
  /\b(?:extend|move|postpone) (?:the |our )?(?:policy(?:['’]s)? |submission )?due date\b/,
  /\b(?:need|want|ask for|get) more time (?:for|to finish) (?:the |our )?(?:policy|draft|deliverable)\b/,
];

export const extendRecogniser: Recogniser = {
  sayings: extending,
  // Deadlines are what questions about sessions are about.
  insteadOf: ({ action }, { said }) => action === 'question.answer' && extending.some((pattern) => pattern.test(said)),
  possible: true,
  examples: [
    { say: '方針の期限を延ばしてほしい' },
    { say: '提出期限を延ばしたい' },
    { say: 'we need more time for our policy' },
    { say: 'Can we extend the due date?' },
  ],
};

const deciding: readonly RegExp[] = [
  /延長の(?:申し込み|申込み?|希望|依頼)を?(?:見|判断|決|承認|確認)[^ ]*/,
  /\b(?:decide on|look at|answer) (?:the |a )?requests? for (?:more time|extensions?)\b/,
];

export const decideRecogniser: Recogniser = {
  sayings: deciding,
  examples: [{ say: '延長の希望を判断したい' }, { say: 'decide on the request for more time' }],
};
