/** All words of the implementation report itself in Japanese, and what each is told. */
import type { Method, ReportSection } from '../../prisma/client.js';
import type { ReportCheck } from './checks.js';

interface Participation {
  readonly people: number;
  readonly companies: number;
  /** Null where the session was online alone or in the room alone. */
  readonly split: { readonly offline: number; readonly online: number } | null;
  readonly guests: number;
}

interface PrintedCorrection {
  readonly title: string;
  readonly subject: string;
  readonly old: number;
  readonly value: number;
  readonly by: string;
  readonly day: string;
  readonly why: string;
}

interface Completed {
  readonly title: string;
  readonly completed: number;
  readonly companies: number;
  readonly day: string;
}

interface ConsultationWords {
  readonly held: number;
  readonly hours: number;
  readonly companies: number;
  readonly each: number;
  readonly longest: number;
}

export const documentJa = {
  title: (programme: string) => `${programme} 実施報告書`,
  asOf: (day: string) => `${day}現在`,
  frozen: (day: string) => `${day}に内容を確定しました。以後の変更は正誤表によります。`,
  contents: '目次',
  missing: '(未入力)',
  chapters: {
    outline: '1. 事業の概要',
    background: '(1)背景と目的',
    structure: '(2)実施体制',
    activities: '(3)活動の概要',
    results: '(4)活動の成果と今後の計画',
    summary: '2. 要約',
    outcome: '3. 実施結果',
    charts: '4. 図表',
    figures: '5. 数値の定義と検算',
  },
  numbered: (number: number, title: string) => `(${number})${title}`,
  structure: {
    organiser: '主催(事務局)',
    members: '構成企業',
    cooperating: '協力機関',
    participants: '参加企業',
    period: '実施期間',
  },
  participants: (count: number) => `参加企業: ${count}社`,
  period: (from: string, to: string) => `${from}〜${to}`,
  completed: ({ title, completed, companies, day }: Completed) =>
    `${title}: ${companies}社のうち${completed}社が策定を完了しました(${day}現在)。`,
  voices: '参加者・講師の声',
  voice: (words: string, by: string) => (by === '' ? `「${words}」` : `「${words}」(${by})`),
  translated: '(事務局訳)',
  untranslated: '(翻訳は未入力)',
  calledOff: 'この回は中止となりました。',
  labels: {
    date: '日時',
    method: '開催方法',
    venue: '会場',
    participants: '参加者数',
    programme: '主な内容',
    period: '期間',
    outline: '概要',
    correction: '訂正',
  },
  methods: {
    in_person: '会場開催',
    online: 'オンライン',
    mixed: 'ハイブリッド開催(会場・オンライン併用)',
  } satisfies Record<Method, string>,
  participation: ({ people, companies, split, guests }: Participation) =>
    [
      `${companies}社 ${people}人`,
      ...(split === null ? [] : [`(会場: ${split.offline}人、オンライン: ${split.online}人)`]),
      ...(guests === 0 ? [] : [`うちゲスト${guests}人`]),
    ].join(''),
  presentations: '参加企業による発表',
  photograph: (number: number, caption: string) => `写真${number} ${caption}`,
  photographGone: '(この写真は取り下げられました)',
  consultations: '個別相談',
  consultationsOutline: ({ held, hours, companies, each, longest }: ConsultationWords) =>
    `個別相談 計${held}回(${companies}社、合計${hours}時間。1社につき${each}回、1回${longest}分以内を原則とします)`,
  noConsultations: '実施の記録はありません。',
  correction: ({ title, subject, old, value, by, day, why }: PrintedCorrection) =>
    `${subject === '' ? title : `${subject} ${title}`}: ${old} → ${value}(${day}、${by}: ${why})`,
  charts: {
    attendance: '開催回ごとの参加者数',
    people: '人',
    offline: '会場',
    online: 'オンライン',
    attendanceDescription: (lines: readonly string[]) =>
      `開催回ごとの参加者数の積み上げ棒グラフ。${lines.join('、')}。`,
    bar: (code: string, offline: number, online: number) => `${code}は会場${offline}人とオンライン${online}人`,
    progress: '策定を完了した企業数の推移',
    companies: '社',
    limit: (count: number) => `参加企業 ${count}社`,
    progressDescription: (lines: readonly string[]) =>
      `策定を完了した企業数の推移を示す折れ線グラフ。${lines.join('、')}。`,
    step: (title: string, day: string, count: number) => `${title}は${day}に${count}社`,
    noProgress: '策定を完了した企業はまだありません',
  },
  tables: {
    sessions: { sheet: '開催回', caption: '表1 開催回と参加者数' },
    progress: { sheet: '進捗', caption: '表2 策定を完了した企業数の推移' },
    months: { sheet: '個別相談', caption: '表3 個別相談の実施回数(月別)' },
    deliverables: { sheet: '成果物', caption: '表4 成果物の策定状況' },
    notifications: { sheet: 'お知らせ', caption: '表5 お知らせの件数' },
    presentationsSheet: (code: string) => `発表 ${code}`,
    presentationsCaption: (code: string) => `${code} 参加企業による発表`,
    photographs: { sheet: '写真', caption: '写真の一覧' },
    definitions: { sheet: '定義', caption: '表6 数値の定義' },
    checks: { sheet: '検算', caption: '表7 検算' },
    corrections: { sheet: '訂正', caption: '表8 訂正' },
    errata: { sheet: '正誤表', caption: '表10 正誤表(確定後の訂正)' },
    missing: { sheet: '未入力', caption: '表9 未入力の項目' },
  },
  columns: {
    code: '開催回',
    title: '名称',
    starts: '開始',
    ends: '終了',
    method: '開催方法',
    venue: '会場',
    people: '参加者',
    companies: '企業',
    offline: '会場',
    online: 'オンライン',
    guests: 'ゲスト',
    registered: '申込者',
    day: '日付',
    deliverable: '成果物',
    completed: '策定完了',
    month: '月',
    held: '実施回数',
    due: '期限',
    target: '対象企業',
    outcome: '結果',
    count: '件数',
    order: '順番',
    company: '企業',
    file: '資料',
    photograph: '写真',
    caption: '説明',
    figure: '数値',
    subject: '対象',
    definition: '定義',
    computed: '数え方',
    check: '検算',
    left: '左辺',
    right: '右辺',
    result: '結果',
    rows: '該当',
    old: '訂正前',
    new: '訂正後',
    by: '訂正者',
    why: '理由',
    item: '項目',
    language: '言語',
  },
  outcomes: {
    planned: '送ることになったもの',
    delivered: '届いたもの',
    suppressed: '不要になり送らなかったもの',
    missed: '間に合わなかったもの',
    unreachable: '届ける先のなかったもの',
    unknown: '届いたか分からないもの',
    failed: '失敗したもの',
  },
  checks: {
    offlineAndOnline: '会場 + オンライン = 参加者数',
    companiesBelong: '開催回の企業数は参加企業数以下',
    nobodyTwice: '同じ人を2度数えていない',
    companiesDistinct: '同じ企業を2度数えていない',
    completedAtMost: '策定完了は対象企業数以下',
  } satisfies Record<ReportCheck['name'], string>,
  ok: '一致',
  failed: '不一致',
  holds: (holding: number, all: number) => `${all}件中${holding}件`,
  programmeItself: 'プログラム全体',
  languages: { ja: '日本語', en: '英語' },
  sections: {
    purpose: '背景と目的',
    organiser: '主催(事務局)',
    members: '構成企業',
    cooperating: '協力機関',
    participants: '参加企業の説明',
    activities: '活動の概要',
    results: '活動の成果',
    consultations: '個別相談の概要',
    plans: '今後の計画',
    summary: '要約',
    voices: '参加者・講師の声',
    presentations: '参加企業による発表',
  } satisfies Record<ReportSection, string>,
  /** Of what is missing: the caption of the photograph with this number. */
  captionPart: '写真の説明',
  photographOf: (subject: string, number: number) => `${subject} 写真${number}`,
  nothingMissing: '未入力の項目はありません。',
  noCorrections: '訂正はありません。',
  fileName: (code: string, day: string) => `実施報告書_${code}_${day}`,
};
