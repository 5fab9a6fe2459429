/** How the secretariat asks for the state of deliverables. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';

const stuck = [
  /(?:止まって(?:い)?る|動きのない|遅れて(?:い)?る)(?:企業|会社|提出物|方針)/,
  /(?:方針|提出物)(?:の提出)?が(?:遅れて|止まって|まだ)[^ ]{0,6}(?:企業|会社)/,
  /\b(?:which|what) (?:companies|deliverables|policies) (?:are|is) (?:stuck|overdue|late)\b|\b(?:stuck|overdue) (?:companies|deliverables|policies)\b/,
];

const whole = [
  /(?:提出物|方針|人権方針)の(?:提出)?(?:状況|進捗|進み具合)/,
  /\b(?:state|status|progress|stages?) of (?:the |all )?(?:deliverables|policies|drafts)\b/,
];

export const deliverableOverviewRecogniser: Recogniser = {
  sayings: [...stuck, ...whole],
  asked: [...stuck, ...whole],
  possible: true,
  read: ({ said }) => (stuck.some((pattern) => pattern.test(said)) ? { list: 'stuck' } : {}),
  examples: [
    { say: '提出物の状況を見せて' },
    { say: '止まっている企業は?', input: { list: 'stuck' } },
    { say: 'which companies are stuck?', input: { list: 'stuck' } },
    { say: 'show the state of the deliverables' },
  ],
};

const asFile = /\b(?:excel|xlsx|csv|spreadsheet)\b|エクセル/;

export const exportDeliverablesRecogniser: Recogniser = {
  sayings: [
    /(?:提出物|方針)(?:の)?(?:一覧|状況|進捗)?[^ ]{0,4}(?:エクセル|excel|csv|xlsx|ファイル)/,
    /\bexport (?:all |the )?deliverables\b|\bdeliverables?\b.*\b(?:excel|xlsx|csv|spreadsheet)\b/,
  ],
  absorbs: ['deliverable.overview'],
  insteadOf: ({ action }, { said }) => action === 'deliverable.overview' && asFile.test(said),
  uses: /\b(?:excel|xlsx|csv|spreadsheet)\b/gi,
  possible: true,
  examples: [{ say: '提出物の一覧をエクセルで' }, { say: 'deliverables as excel' }, { say: 'export the deliverables' }],
};
