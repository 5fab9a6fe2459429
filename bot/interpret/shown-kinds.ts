/** The kinds of things that replies show and sentences speak of: the fields that name them, the words that stand for them. */

/** What a thing is, in the order in which a thing of several kinds is spoken of. */
export const shownKinds = [
  'booking',
  'slot',
  'session',
  'comment',
  'draft',
  'extension',
  'announcement',
  'question',
  'next action',
  'watch',
  'deliverable',
  'company',
  'person',
] as const;

export type ShownKind = (typeof shownKinds)[number];

interface KindWords {
  /** The names of requests/identifiers.ts, those that hold the thing itself before others. */
  readonly fields: readonly string[];
  /** What people call it beside 「その」 or "that". */
  readonly ja: string;
  readonly en: string;
  /** What is put in the place of 「それ」 or "it", so that the sentence says by itself what it is about. */
  readonly said: { readonly ja: string; readonly en: string };
  /** What is meant by nothing but "the second one", the first that the person may take. */
  readonly usual: readonly string[];
}

export const kindWords: Readonly<Record<ShownKind, KindWords>> = {
  booking: {
    fields: ['booking', 'moving'],
    ja: '個別相談|相談|予約|面談|コンサル(?:ティング)?',
    en: 'consultation|booking|appointment',
    said: { ja: '個別相談', en: 'consultation' },
    usual: ['consultation.show'],
  },
  slot: {
    fields: ['slot', 'slots'],
    ja: '時間枠|時間帯?|枠|コマ',
    en: 'slot|hour|time',
    said: { ja: '枠', en: 'slot' },
    usual: ['consultation.book', 'consultation.withdraw'],
  },
  session: {
    fields: ['session'],
    ja: 'セミナー|ワークショップ|セッション|会合|講座|説明会|回|申し?込み?|登録',
    en: 'session|seminar|workshop|meeting|event|class|registration',
    said: { ja: 'セミナー', en: 'session' },
    usual: ['session.register', 'session.show'],
  },
  comment: {
    fields: ['reviewComment', 'reviewComments'],
    ja: 'コメント|指摘',
    en: 'comment|remark',
    said: { ja: '指摘', en: 'comment' },
    usual: [],
  },
  draft: {
    fields: ['draft', 'olderDraft'],
    ja: 'ドラフト|草案|原稿|版|案',
    en: 'draft|version',
    said: { ja: 'ドラフト', en: 'draft' },
    usual: ['draft.file', 'review.open'],
  },
  extension: { fields: ['extension'], ja: '延長', en: 'extension', said: { ja: '延長', en: 'extension' }, usual: [] },
  announcement: {
    fields: ['announcement'],
    ja: 'お知らせ|案内',
    en: 'announcement|notice',
    said: { ja: 'お知らせ', en: 'announcement' },
    usual: ['announcement.status'],
  },
  question: {
    fields: ['ownQuestion', 'askedQuestion'],
    ja: 'ご?質問|問い合わせ',
    en: 'question|enquiry|inquiry',
    said: { ja: '質問', en: 'question' },
    usual: [],
  },
  'next action': {
    fields: ['nextAction'],
    ja: '宿題|タスク',
    en: 'next action|action item|task|to-do',
    said: { ja: '宿題', en: 'action item' },
    usual: [],
  },
  watch: { fields: ['watch'], ja: '空き待ち', en: 'watch', said: { ja: '空き待ち', en: 'watch' }, usual: [] },
  deliverable: {
    fields: ['deliverableType', 'deliverable', 'spokenDeliverableType'],
    ja: '提出物?|成果物|方針|計画',
    en: 'deliverable|submission|policy|plan',
    said: { ja: '提出物', en: 'deliverable' },
    usual: [],
  },
  company: {
    fields: ['company', 'companies', 'spokenCompany'],
    ja: '会社|企業',
    en: 'company|firm',
    said: { ja: '会社', en: 'company' },
    usual: ['company.show'],
  },
  person: {
    fields: ['person', 'adviser'],
    ja: '人|方(?![針法向])',
    en: 'person|member|participant',
    said: { ja: '人', en: 'person' },
    usual: [],
  },
};
