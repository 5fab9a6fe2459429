/** How the secretariat asks for the state of deliverables. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';

const asFile = /\b(?:excel|xlsx|csv|spreadsheet)\b|エクセル/;

const stuck = [
  /(?:止まって(?:い)?る|動きのない|遅れて(?:い)?る)(?:企業|会社|提出物|方針)/,
  /(?:方針|提出物)(?:の提出)?が(?:遅れて|止まって|まだ)[^ ]{0,6}(?:企業|会社)/,
  /\b(?:which|what) (?:companies|deliverables|policies) (?:are|is) (?:stuck|overdue|late)\b|\b(?:stuck|overdue) (?:companies|deliverables|policies)\b/,
];

const whole = [
  /(?:全企業|全社|各社|企業ごと|会社ごと|企業別)の?(?:成果物|提出物|方針|人権方針)の?(?:状況|進捗|進み具合)/,
  /\b(?:state|status|progress|stages?) of (?:all|every|the companies['’]?) (?:deliverables?|policies|companies|compan(?:y|ies)['’]s? policies)\b/,
];

export const deliverableOverviewRecogniser: Recogniser = {
  sayings: [...stuck, ...whole],
  asked: [...stuck, ...whole],
  absorbs: ['draft.mine'],
  // Who hands nothing in means what the companies do.
  insteadOf: ({ action, mayTake }, { said }) =>
    action === 'draft.mine' && !asFile.test(said) && (!mayTake || whole.some((pattern) => pattern.test(said))),
  possible: true,
  read: ({ said }) => (stuck.some((pattern) => pattern.test(said)) ? { list: 'stuck' } : {}),
  examples: [
    { say: '企業ごとの成果物の状況を見せて' },
    { say: '止まっている企業は?', input: { list: 'stuck' } },
    { say: 'which companies are stuck?', input: { list: 'stuck' } },
    { say: 'show the status of all deliverables' },
  ],
};

export const exportDeliverablesRecogniser: Recogniser = {
  sayings: [
    /(?:成果物|提出物|方針)(?:の)?(?:一覧|状況|進捗)?[^ ]{0,4}(?:エクセル|excel|csv|xlsx|ファイル)/,
    /\bexport (?:all |the )?deliverables\b|\bdeliverables?\b.*\b(?:excel|xlsx|csv|spreadsheet)\b/,
  ],
  absorbs: ['deliverable.overview', 'draft.mine'],
  insteadOf: ({ action }, { said }) =>
    (action === 'deliverable.overview' || action === 'draft.mine') && asFile.test(said),
  uses: /\b(?:excel|xlsx|csv|spreadsheet)\b/gi,
  possible: true,
  examples: [{ say: '成果物の一覧をエクセルで' }, { say: 'deliverables as excel' }, { say: 'export the deliverables' }],
};
