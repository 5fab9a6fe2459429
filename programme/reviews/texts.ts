/** All words about the rounds of a review: the adviser's queue, opening a version, and ending the round. */
import type { ReviewOutcome } from '../../prisma/client.js';
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language } from '../requests/context.js';

/** A version in words: of which company, of what, and which. */
export interface DraftWords {
  readonly company: string;
  /** Of the deliverable. */
  readonly title: string;
  readonly number: number;
}

interface BriefedDraft {
  readonly title: string;
  readonly number: number;
  readonly submitted: string;
  readonly stage: string;
  readonly due: string | null;
}

interface CheckedCounts {
  readonly all: number;
  readonly found: number;
  readonly partly: number;
  readonly weak: number;
}

interface Unseen {
  readonly total: number;
  readonly unseen: number;
  /** How many business days the oldest of them has waited. */
  readonly oldest: number;
}

interface Queued {
  readonly submitted: string;
  /** In business days. */
  readonly age: number;
  readonly due: string | null;
  readonly isLate: boolean;
  readonly isOpened: boolean;
}

const ja = {
  outcomes: { confirmed: '確認済み', to_be_revised: '要修正' } satisfies Readonly<Record<ReviewOutcome, string>>,
  version: ({ company, title, number }: DraftWords) => `「${company}」の「${title}」第${number}版`,
  unseen: ({ unseen, oldest }: Unseen) =>
    unseen === 0 ? '未開封の原稿はありません。' : `未開封の原稿: ${unseen}件(最も古いものは${oldest}営業日前)`,
  queueTitle: (total: number) => (total === 0 ? '確認待ちの原稿はありません。' : `確認待ちの原稿: ${total}件`),
  queued: ({ submitted, age, due, isLate, isOpened }: Queued) => [
    `${isOpened ? '確認中' : '未開封'} — 提出: ${submitted}(${age === 0 ? '本日' : `${age}営業日前`})`,
    ...(due === null ? [] : [`確認の期限: ${due}${isLate ? '(過ぎています)' : ''}`]),
  ],
  more: '続きを見る',
  open: '開く',
  continue: '確認を続ける',
  openDoes: (about: string) =>
    `${about}を開き、確認を始めます。開いた後は、企業はこの版を差し替えられません(新しい版の提出は可能です)。`,
  openSubmit: '開く',
  labels: {
    draft: '原稿',
    submitted: '提出',
    note: '企業からの補足',
    reviewDue: '確認の期限',
    due: '企業の期限',
    stage: '状況',
    outcome: '結果',
    words: '企業へのひとこと',
    file: '添付ファイル',
  },
  submittedBy: (by: string, at: string) => `${at} ${by}様`,
  original: '原稿を開く',
  newer: (number: number) => `この版より新しい第${number}版が届いています。`,
  openNewer: '新しい版を開く',
  checkWhole: '自動確認の詳細',
  noCheck: 'この版の自動確認の結果はありません。',
  ownComments: (count: number) => `今回のコメント(未送信): ${count}件`,
  openComments: (count: number) => `企業がまだ対応していないコメント: ${count}件`,
  ended: (outcome: string, day: string) => `この版の確認は${day}に「${outcome}」で終わっています。`,
  changedSince: '前回ご覧になった版からの変更点',
  comment: 'コメントする',
  end: '確認を終える',
  endConfirm: '送信して終える',
  endNext: '内容を確認する',
  endDoes: ({ about, outcome, comments }: { about: string; outcome: string; comments: number }) =>
    `${about}の確認を「${outcome}」で終え、${comments === 0 ? '結果' : `コメント${comments}件`}を企業にお送りします。送信後もコメントは訂正できます。`,
  endLate: (days: number, due: string) =>
    `確認が期限より${days}営業日遅れたため、企業の期限を${due}に延ばし、企業にもお知らせします。`,
  endWords: (words: string) => `企業へのひとこと:\n${words}`,
  endFile: (name: string) => `添付ファイル: ${name}`,
  fileSent: '送っていただいたファイル',
  fileHint: 'この欄がない場合は、先にファイルをこのチャットに送ってください。',
  endDone: ({ about, outcome, comments }: { about: string; outcome: string; comments: number }) =>
    `${about}の確認を「${outcome}」で終えました。${comments === 0 ? '' : `コメント${comments}件を含めて、`}企業にお知らせします。`,
  commentLine: (number: number, words: string) => `コメント${number}: ${words}`,
  brief: {
    latest: ({ title, number, submitted, stage, due }: BriefedDraft) =>
      `「${title}」の最新の原稿: 第${number}版(${submitted}提出、${stage}${due === null ? '' : `、期限 ${due}`})`,
    check: ({ all, found, partly, weak }: CheckedCounts) =>
      `自動確認(参考): ${all}項目中、記載あり${found}、一部記載あり${partly}、表現は努力目標${weak}`,
    missing: (names: readonly string[]) => `記載が見つからなかった項目: ${names.join('、')}`,
    changed: ({ since, counted }: { since: number; counted: string }) => `第${since}版からの変更: ${counted}`,
    open: (count: number) => `企業がまだ対応していないコメント: ${count}件`,
  },
  notices: {
    ended: ({ title, number, adviser, outcome }: { title: string; number: number; adviser: string; outcome: string }) =>
      `「${title}」第${number}版の確認が終わりました。結果は「${outcome}」です(${adviser})。`,
    nextConfirmed: '社内で承認されましたら、承認日をご報告ください。',
    nextRevised: 'コメントにご対応のうえ、新しい版をお送りください。',
    due: ({ company, title, number }: DraftWords) =>
      `本日は「${company}」の「${title}」第${number}版の確認の期限です。お手すきの際にご確認をお願いいたします。`,
    answers: 'コメントを見る',
    approve: '承認を報告',
    openFile: '添付ファイルを開く',
  },
  actions: {
    'review.queue': action('確認待ちの原稿', '担当企業の原稿を、確認の期限の順に表示します', '確認待ち', '原稿一覧'),
    'review.open': action('原稿の確認を始める', '担当企業の原稿を開いて確認を始めます', '原稿を確認'),
    'review.end': action('確認を終える', '「確認済み」か「要修正」で確認を終え、企業にお知らせします', '確認を終了'),
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    nothing_to_review: () => '確認待ちの原稿はありません。提出されると、お知らせが届きます。',
    draft_gone: () => 'この版は、企業が差し替えたか取り下げました。確認待ちの一覧から、最新の版をお選びください。',
    draft_closed: () =>
      'このプログラムでは、事務局は原稿の内容をご覧になれません。担当の先生または企業へお問い合わせください。',
    not_opened: () => 'この版はまだ開かれていません。先に「開く」を押してください。',
    round_ended: () =>
      'この版の確認はすでに終わっています。送ったコメントは訂正できます。新しい指摘は、次の版でお送りください。',
    newer_version: ({ number }: { readonly number: number }) =>
      `確認中に第${number}版が届きました。この版の確認は終えられません。新しい版を開いてください(書いたコメントは引き継がれます)。`,
    one_file: () => '添付できるファイルは1件です。1件だけお選びください。',
    nothing_to_revise: () => '「要修正」とする場合は、コメントを1件以上書くか、企業へのひとことをご記入ください。',
  },
};

const days = (count: number) => (count === 1 ? '1 business day' : `${count} business days`);
const comments = (count: number) => (count === 1 ? '1 comment' : `${count} comments`);

const en: typeof ja = {
  outcomes: { confirmed: 'confirmed', to_be_revised: 'to be revised' },
  version: ({ company, title, number }) => `version ${number} of “${title}” of ${company}`,
  unseen: ({ unseen, oldest }) =>
    unseen === 0 ? 'Every draft has been looked at.' : `Not looked at yet: ${unseen} (oldest ${days(oldest)})`,
  queueTitle: (total) => (total === 0 ? 'No draft waits for a review.' : `Drafts to be reviewed: ${total}`),
  queued: ({ submitted, age, due, isLate, isOpened }) => [
    `${isOpened ? 'In review' : 'Not looked at yet'} — submitted ${submitted} (${age === 0 ? 'today' : `${days(age)} ago`})`,
    ...(due === null ? [] : [`Review due: ${due}${isLate ? ' (past)' : ''}`]),
  ],
  more: 'Show more',
  open: 'Open',
  continue: 'Go on',
  openDoes: (about) =>
    `Opens ${about} and begins its review. From then on the company cannot replace this version (it can still send a new one).`,
  openSubmit: 'Open it',
  labels: {
    draft: 'Draft',
    submitted: 'Submitted',
    note: 'Note of the company',
    reviewDue: 'Review due',
    due: 'Company’s due date',
    stage: 'Stage',
    outcome: 'Result',
    words: 'Words to the company',
    file: 'Attachment',
  },
  submittedBy: (by, at) => `${at}, ${by}`,
  original: 'Open the draft',
  newer: (number) => `Version ${number} has arrived, which is newer than this one.`,
  openNewer: 'Open the newer version',
  checkWhole: 'The check in detail',
  noCheck: 'There is no check of this version.',
  ownComments: (count) => `Your comments of this round, not sent yet: ${count}`,
  openComments: (count) => `Comments that the company has not answered yet: ${count}`,
  ended: (outcome, day) => `The review of this version ended on ${day}: ${outcome}.`,
  changedSince: 'What changed since you last looked',
  comment: 'Comment',
  end: 'End the review',
  endConfirm: 'Send and end',
  endNext: 'Check it',
  endDoes: ({ about, outcome, comments: count }) =>
    `Ends the review of ${about} as “${outcome}” and sends the company ${count === 0 ? 'the result' : comments(count)}. Comments can still be corrected afterwards.`,
  endLate: (count, due) =>
    `As the review is ${days(count)} late, the company’s due date moves to ${due}, and the company is told.`,
  endWords: (words) => `Words to the company:\n${words}`,
  endFile: (name) => `Attachment: ${name}`,
  fileSent: 'Files that you sent',
  fileHint: 'Where there is no such field, send the file to this chat first.',
  endDone: ({ about, outcome, comments: count }) =>
    `The review of ${about} has ended as “${outcome}”. The company will be told${count === 0 ? '' : `, with ${comments(count)}`}.`,
  commentLine: (number, words) => `Comment ${number}: ${words}`,
  brief: {
    latest: ({ title, number, submitted, stage, due }) =>
      `Latest draft of “${title}”: version ${number} (submitted ${submitted}; ${stage}${due === null ? '' : `; due ${due}`})`,
    check: ({ all, found, partly, weak }) =>
      `Check by rules: of ${all} elements ${found} mentioned, ${partly} partly, ${weak} worded as an effort`,
    missing: (names) => `No mention was found of: ${names.join(', ')}`,
    changed: ({ since, counted }) => `Since version ${since}: ${counted}`,
    open: (count) => `Comments that the company has not answered yet: ${count}`,
  },
  notices: {
    ended: ({ title, number, adviser, outcome }) =>
      `The review of version ${number} of “${title}” has ended: ${outcome} (${adviser}).`,
    nextConfirmed: 'Once your management has approved it, please report the date.',
    nextRevised: 'Please answer the comments and send a new version.',
    due: ({ company, title, number }) =>
      `The review of version ${number} of “${title}” of ${company} is due today. Please have a look when you have a moment.`,
    answers: 'See the comments',
    approve: 'Report the approval',
    openFile: 'Open the attachment',
  },
  actions: {
    'review.queue': action(
      'Drafts to review',
      'Lists the drafts of your companies by the due dates of their reviews',
      'review queue',
      'drafts to be reviewed',
    ),
    'review.open': action(
      'Review a draft',
      'Opens a draft of a company of yours and begins its review',
      'begin a review',
    ),
    'review.end': action('End a review', 'Ends a review as confirmed or to be revised, and tells the company'),
  },
  refusals: {
    nothing_to_review: () => 'No draft waits for a review. You will be told when one is submitted.',
    draft_gone: () =>
      'The company has replaced or withdrawn this version. Please choose the latest one from the drafts to review.',
    draft_closed: () =>
      'In this programme the secretariat does not see the content of drafts. Please ask the adviser or the company.',
    not_opened: () => 'This version has not been opened yet. Please press “Open” first.',
    round_ended: () =>
      'The review of this version has ended. Comments that were sent can be corrected; please write new ones on the next version.',
    newer_version: ({ number }) =>
      `Version ${number} arrived meanwhile, so this review cannot be ended. Please open the newer version (your comments go along).`,
    one_file: () => 'One file can be attached. Please choose one.',
    nothing_to_revise: () => 'To have it revised, please write at least one comment or some words to the company.',
  },
};

export const reviewTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
