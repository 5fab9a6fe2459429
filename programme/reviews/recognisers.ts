/** How advisers ask for drafts to review, without naming the action. The tests hold to the examples. */
import type { Recogniser } from '../requests/recogniser.js';

const queue = [
  /(?:確認|レビュー)(?:待ち|していない|がまだ|が必要)の?(?:原稿|方針|ドラフト|草案)/,
  /(?:未開封|未確認|まだ見ていない)の?(?:原稿|方針|ドラフト|草案)/,
  /(?:届いた|届いている|提出された)(?:原稿|方針|ドラフト|草案)/,
  /\bdrafts? (?:to|i (?:have|must|need) to|that (?:i|wait|are waiting)) ?(?:be )?(?:review|reviewed|look|for)?\b/,
  /\b(?:my |the )?(?:review queue|pending reviews|unreviewed drafts)\b/,
  /\bwhich drafts (?:wait|are waiting|have i not)\b/,
];

export const queueRecogniser: Recogniser = {
  sayings: queue,
  asked: queue,
  absorbs: ['draft.file', 'draft.mine'],
  insteadOf: ({ action }, { said }) => action === 'draft.file' && queue.some((pattern) => pattern.test(said)),
  possible: true,
  examples: [
    { say: '確認待ちの原稿は?' },
    { say: '未開封の原稿を見せて' },
    { say: 'which drafts are waiting for me?' },
    { say: 'show my review queue' },
    { say: 'drafts to be reviewed' },
  ],
};

export const openRecogniser: Recogniser = {
  sayings: [
    /(?:原稿|ドラフト|草案)の?(?:確認|レビュー)を?(?:始|開始|し始)[^ ]*/,
    /\b(?:review|start reviewing) (?:the |a |that )?draft\b/,
  ],
  examples: [{ say: '原稿の確認を始めたい' }, { say: 'review a draft' }, { say: 'Start reviewing the draft' }],
};

export const endRecogniser: Recogniser = {
  sayings: [
    /(?:原稿の)?(?:確認|レビュー)を(?:終え|終わ|完了)[^ ]*/,
    /\b(?:end|finish|complete|close) (?:the |my |this )?review\b/,
  ],
  examples: [{ say: '原稿の確認を終えたい' }, { say: 'I want to finish the review' }],
};
