/** All words of the secretariat's overview of deliverables and of its file, in Japanese and English. */
import { actionTexts as action } from '../../messages/action-texts.js';
import type { Language } from '../../requests/context.js';

interface Standing {
  readonly stage: string;
  readonly since: string | null;
  readonly due: string | null;
  readonly isOverdue: boolean;
  readonly isExtended: boolean;
  readonly last: string | null;
}

const ja = {
  none: 'このプログラムには成果物の設定がありません。プログラムのファイルで設定してください。',
  counts: ({ title, stages }: { title: string; stages: readonly { stage: string; companies: number }[] }) =>
    `${title}: ${stages.map(({ stage, companies }) => `${stage} ${companies}社`).join('、')}`,
  stuck: (count: number, days: number) =>
    count === 0
      ? '止まっている成果物はありません。'
      : `止まっている成果物: ${count}件(期限を過ぎたか、${days}日以上動きがないもの)`,
  all: (count: number) => `すべての成果物: ${count}件`,
  asked: (count: number) => `延長の申し込み: ${count}件`,
  item: (company: string, title: string) => `${company} — ${title}`,
  lines: ({ stage, since, due, isOverdue, isExtended, last }: Standing) => [
    `状況: ${stage}${since === null ? '' : `(${since}から)`}`,
    `期限: ${due ?? 'なし'}${isExtended ? '(延長済み)' : ''}${isOverdue ? '(過ぎています)' : ''}`,
    ...(last === null ? [] : [`最後の動き: ${last}`]),
  ],
  more: '続きを見る',
  showAll: 'すべて表示',
  showStuck: '止まっているもの',
  sheets: { deliverables: '成果物', extensions: '期限の延長' },
  columns: {
    company: '企業',
    title: '成果物',
    stage: '状況',
    since: 'その状況になった日時',
    due: '期限',
    extended: '延長',
    versions: '提出された版の数',
    lastSubmitted: '最後の提出',
    reviewDue: '確認の期限',
    approvedOn: '承認日',
    approvedBy: '承認した機関・方',
    publishedOn: '公開日',
    url: '公開先のURL',
    state: '状態',
    until: '延長後の期限',
    reason: '理由',
    answer: '回答',
    askedAt: '申し込み',
    decidedAt: '決定',
  },
  yes: 'あり',
  fileName: (day: string) => `成果物の状況_${day}`,
  ready: (count: number) => `成果物の状況(${count}件)のファイルができました。リンクは1日有効です。`,
  open: 'ファイルを開く',
  again: '作り直す',
  actions: {
    'deliverable.overview': action(
      '全企業の成果物',
      '企業ごとの状況と期限、止まっている企業を表示します',
      '企業ごとの成果物',
    ),
    'deliverable.export': action('成果物の一覧(Excel)', '企業ごとの状況と日付をExcelで出力します'),
  },
};

const en: typeof ja = {
  none: 'This programme has no deliverables. Please set them in the programme’s file.',
  counts: ({ title, stages }) =>
    `${title}: ${stages.map(({ stage, companies }) => `${stage} ${companies}`).join(', ')} (companies)`,
  stuck: (count, days) =>
    count === 0 ? 'Nothing is stuck.' : `Stuck: ${count} (overdue, or nothing has happened for ${days} days)`,
  all: (count) => `All deliverables: ${count}`,
  asked: (count) => `Requests for more time: ${count}`,
  item: (company, title) => `${company} — ${title}`,
  lines: ({ stage, since, due, isOverdue, isExtended, last }) => [
    `Stage: ${stage}${since === null ? '' : ` (since ${since})`}`,
    `Due: ${due ?? 'no date'}${isExtended ? ' (extended)' : ''}${isOverdue ? ' (past)' : ''}`,
    ...(last === null ? [] : [`Something last happened on ${last}`]),
  ],
  more: 'Show more',
  showAll: 'Show all',
  showStuck: 'What is stuck',
  sheets: { deliverables: 'Deliverables', extensions: 'Due dates' },
  columns: {
    company: 'Company',
    title: 'Deliverable',
    stage: 'Stage',
    since: 'Since',
    due: 'Due',
    extended: 'Extended',
    versions: 'Versions submitted',
    lastSubmitted: 'Last submitted',
    reviewDue: 'Review due',
    approvedOn: 'Approved on',
    approvedBy: 'Approved by',
    publishedOn: 'Published on',
    url: 'Address',
    state: 'State',
    until: 'New due date',
    reason: 'Reason',
    answer: 'Answer',
    askedAt: 'Asked',
    decidedAt: 'Decided',
  },
  yes: 'yes',
  fileName: (day) => `deliverables_${day}`,
  ready: (count) =>
    `The file of ${count === 1 ? '1 deliverable' : `${count} deliverables`} is ready. Its link works for a day.`,
  open: 'Open the file',
  again: 'Make it anew',
  actions: {
    'deliverable.overview': action(
      'All deliverables',
      'Shows stages and due dates by company, and which are stuck',
      'state of the deliverables',
    ),
    'deliverable.export': action('All deliverables (Excel)', 'Makes a file of all stages and dates for Excel'),
  },
};

export const deliverableOverviewTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
