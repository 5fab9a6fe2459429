/** How the secretariat asks for the state of consultations, and for one of its lists. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';
import type { OverviewList } from './overview-lists.js';

const unbooked = [
  /(?:相談を?)?(?:まだ)?(?:予約して|申し込んで)い?ない(?:企業|会社)|未予約の(?:企業|会社)/,
  /\bwho (?:has|have) ?(?:not|n['’]t) (?:yet )?booked(?: (?:a |any |their )?consultations?| yet|$)/,
  /\b(?:which )?companies (?:have|that have)(?: not|n['’]t) (?:yet )?booked(?: (?:a |any |their )?consultations?| yet|$)/,
];

const lists: readonly (readonly [OverviewList, RegExp])[] = [
  [
    'companies',
    /企業(?:別|ごと)の(?:個別)?(?:相談(?:の)?)?(?:時間|利用|残り|実績)|\b(?:consultation )?hours (?:by|of each|per|for each) compan(?:y|ies)\b/,
  ],
  [
    'advisers',
    /(?:アドバイザー|先生)(?:別|ごと)の(?:個別)?(?:相談(?:の)?)?(?:時間|実績|件数|空き)|\b(?:consultation )?hours (?:by|of each|per|for each) advis[eo]rs?\b/,
  ],
  [
    'missing',
    /記録が(?:まだ|ない|未記入|出ていない|書かれていない)[^ ]{0,4}(?:相談|先生|アドバイザー)|(?:未記入|未提出)の(?:相談)?記録|\b(?:missing|outstanding) (?:consultation )?records\b|\b(?:which|what) records (?:are|is) (?:still )?missing\b/,
  ],
  ['coming', /(?:これから|今後)の(?:個別)?相談(?:の)?(?:予約)?|\b(?:all )?(?:coming|upcoming) consultations\b/],
];

const capacity = [
  /相談(?:の|枠の)?(?:空き|枠)は?(?:足り|残って|余裕|あと)|(?:空き|相談)の?時間は?足り/,
  /個別相談の(?:概況|状況|全体)|空きは足り|\b(?:consultation )?capacity\b|\bare there enough (?:free )?(?:consultation )?hours\b/,
  /\bhow many (?:free )?(?:consultation )?hours (?:are|is) (?:still )?(?:free|open|available)\b/,
];

const sayings = [...unbooked, ...lists.map(([, pattern]) => pattern), ...capacity];

const asFile = /\b(?:excel|xlsx|csv|spreadsheet)\b|エクセル/;

export const overviewRecogniser: Recogniser = {
  sayings,
  asked: sayings,
  absorbs: ['consultation.find', 'consultation.book', 'consultation.mine', 'consultation.grant'],
  insteadOf: ({ action, mayTake }, { said }) => action === 'consultation.mine' && !mayTake && !asFile.test(said),
  possible: true,
  read: ({ said }) => {
    const list = lists.find(([, pattern]) => pattern.test(said))?.[0];
    return list === undefined ? {} : { list };
  },
  examples: [
    { say: '個別相談をまだ予約していない企業は?' },
    { say: '相談を予約していない会社を教えて' },
    { say: '企業別の相談時間を見せて', input: { list: 'companies' } },
    { say: '記録がまだの相談は?', input: { list: 'missing' } },
    { say: '相談の空きは足りていますか' },
    { say: 'who has not booked a consultation yet?' },
    { say: 'hours by company', input: { list: 'companies' } },
    { say: 'まだ予約していない企業' },
    { say: '個別相談の概況' },
    { say: 'who has not booked?' },
    { say: 'Which companies have not booked yet?' },
    { say: 'are there enough hours' },
    { say: 'which records are missing?', input: { list: 'missing' } },
    { say: 'all coming consultations', input: { list: 'coming' } },
    { say: 'How many hours are free in February?' },
  ],
};

export const exportRecogniser: Recogniser = {
  sayings: [
    /相談(?:の)?(?:一覧|実績|状況|データ)?[^ ]{0,4}(?:エクセル|excel|csv|xlsx|ファイル)/,
    /相談(?:の)?(?:一覧|実績|状況|データ)?(?:を)?(?:ダウンロード|書き出)[^ ]*/,
    /\bexport (?:all |the )?consultations\b|\bconsultations?\b.*\b(?:excel|xlsx|csv|spreadsheet)\b/,
  ],
  absorbs: ['consultation.find', 'consultation.mine'],
  insteadOf: ({ action }, { said }) => action === 'consultation.mine' && asFile.test(said),
  uses: /\b(?:excel|xlsx|csv|spreadsheet)\b/gi,
  possible: true,
  examples: [
    { say: '相談の一覧をエクセルで' },
    { say: '相談のデータをダウンロード' },
    { say: 'consultations as excel' },
    { say: 'export the consultations' },
  ],
};
