/** All words of drafts in Japanese. */
import type { DeliverableStage } from '../../prisma/client.js';
import { deliverableTexts } from '../deliverables/texts.js';
import { actionTexts as action } from '../messages/action-texts.js';
import { type Bilingual, pick } from '../messages/bilingual.js';
import type { DraftFault } from './read-draft.js';

export interface DraftName {
  /** Of the deliverable. */
  readonly title: string;
  readonly number: number;
}

/** The same where the words of both languages are made of it. */
export interface VersionFacts {
  readonly title: Bilingual;
  readonly number: number;
}

export interface SubmissionPlan extends DraftName {
  /** The version whose place it takes; null where it takes none. */
  readonly replaces: number | null;
  /** Who is told, by their names. */
  readonly advisers: readonly string[];
  /** Until when it is to be reviewed. */
  readonly due: string;
  /** How many colleagues are told. */
  readonly colleagues: number;
}

export interface WithdrawalPlan extends DraftName {
  readonly comments: number;
  /** How many answers to comments on other versions it takes along. */
  readonly answers: number;
  readonly isLast: boolean;
  readonly stage: string;
}

export interface CheckCounts {
  readonly found: number;
  readonly partly: number;
  readonly weak: number;
  readonly not_found: number;
}

export interface CommentLine {
  readonly number: number;
  /** Of the checklist, by its name; null where it is about none. */
  readonly element: string | null;
  readonly words: string;
}

const faults: Readonly<Record<DraftFault['kind'], (pages: string) => string>> = {
  wrong_type: () =>
    'この形式の原稿は受け取れません。Word(.docx)、PDF、Markdown(.md)、テキスト(.txt)のいずれかで保存し直して、もう一度お送りください。',
  old_word: () =>
    '以前の形式のWord(.doc)です。Wordで開き、「Word文書(.docx)」として保存し直して、もう一度お送りください。',
  macros: () => 'マクロを含むWordは受け取れません。「Word文書(.docx)」として保存し直して、もう一度お送りください。',
  encrypted: () => 'パスワードの付いたファイルは読み取れません。パスワードを外して、もう一度お送りください。',
  too_large: () => '原稿が大きすぎるため読み取れません。画像を減らすなどして10MB以内にし、もう一度お送りください。',
  damaged: () => 'ファイルが壊れているため読み取れません。元のソフトで開いて保存し直し、もう一度お送りください。',
  links_elsewhere: () =>
    '開くと外部のファイルを読みに行く設定が含まれているため、受け取れません。外部へのリンク(テンプレート・画像・埋め込み)を解除し、もう一度お送りください。',
  unreadable: (pages) =>
    `文字を読み取れません${pages === '' ? '' : `(${pages})`}。スキャンした画像か、文字情報のないPDFのようです。WordからPDFを作り直すか、Wordファイルのままお送りください。`,
  empty: () => '本文が見当たりません。本文のあるファイルをお送りください。',
  took_too_long: () => '読み取りに時間がかかりすぎました。画像や埋め込みを減らすか、Wordファイルのままお送りください。',
  too_much_memory: () =>
    'ファイルの内容が複雑なため読み取れません。画像や埋め込みを減らすか、テキストでお送りください。',
};

function pagesOf(pages: readonly number[]): string {
  return `${pages.slice(0, 10).join('・')}${pages.length > 10 ? 'ほか' : ''}ページ`;
}

const version = ({ title, number }: DraftName) => `「${title}」の第${number}版`;

export const ja = {
  version,
  ofCompany: (company: string, about: string) => `「${company}」の${about}`,
  labels: { draft: '原稿' },
  submits: (plan: SubmissionPlan) => {
    const { replaces, advisers, due, colleagues } = plan;
    const told =
      advisers.length === 0
        ? '担当アドバイザーはまだ決まっていません。決まり次第、確認できるようになります。'
        : `担当の${advisers.join('、')}にお知らせし、${due}までに確認していただきます。`;
    const instead =
      replaces === null ? '' : `まだ開かれていない第${replaces}版と差し替え、第${replaces}版の内容は消去します。`;
    const others = colleagues === 0 ? '' : `社内の参加者${colleagues}名にもお知らせします。`;
    return `${version(plan)}として提出します。${told}${instead}${others}`;
  },
  sentFile: ({ name, characters }: { readonly name: string; readonly characters: number }) =>
    `ファイル: ${name}(本文${characters}字)`,
  unreadPages: (pages: readonly number[]) =>
    `${pagesOf(pages)}からは文字を読み取れませんでした。記載の確認の対象になりません。図や空白のページでなければ、WordからPDFを作り直してください。`,
  begins: (line: string) => `冒頭: 「${line}」`,
  before: (title: string) => `「${title}」が先に仕上がることになっています。提出はできます。`,
  openComments: (count: number) => `まだ対応していないコメント: ${count}件`,
  comment: ({ number, element, words }: CommentLine) =>
    `コメント${number}${element === null ? '' : `[${element}]`}: ${words}`,
  moreComments: (count: number) => `ほか${count}件`,
  addDetails: '対応したコメントやメモを付ける',
  useForConsultation: '個別相談の資料にする',
  form: {
    deliverable: '成果物',
    sent: 'お送りいただいたファイル',
    file: '原稿のファイル',
    fileHint:
      'Word(.docx)、PDF、Markdown(.md)、テキスト(.txt)、10MBまで。この欄がない場合は、このチャットに直接お送りください。',
    text: '本文を貼り付ける場合',
    textHint: '3,000字まで。それより長い本文は、このチャットにそのまま貼り付けるか、ファイルでお送りください。',
    answers: '今回の版で対応したコメント',
    note: 'アドバイザーへのメモ',
    submit: '提出',
    next: '次へ',
  },
  submitted: (name: DraftName) => `${version(name)}を提出しました。`,
  told: (advisers: readonly string[], due: string) =>
    advisers.length === 0
      ? '担当アドバイザーが決まり次第、確認していただきます。'
      : `担当の${advisers.join('、')}にお知らせします。確認の期限は${due}です。`,
  replaced: (number: number) => `第${number}版は差し替え、内容を消去しました。`,
  colleagueBefore: (by: string, number: number) =>
    `つい先ほど${by}から第${number}版が提出されています。どちらも残りますので、社内でご確認ください。`,
  answered: (count: number) => `コメント${count}件に対応したものとして記録しました。`,
  stillOpen: (count: number) => `まだ対応していないコメントが${count}件あります。`,
  check: {
    heading: '記載の確認',
    of: (about: string) => `${about}の記載の確認`,
    counts: ({ found, partly, weak, not_found }: CheckCounts) =>
      `記載あり: ${found}件、一部記載あり: ${partly}件、努力目標としての記載: ${weak}件、記載が見つからなかったもの: ${not_found}件`,
    meaning:
      '本文の言葉から機械的に拾ったもので、内容の良し悪しを示すものではありません。判断は担当アドバイザーが行います。',
    line: (name: string, status: string) => `・${name}: ${status}`,
    quoted: (sentence: string) => `「${sentence}」`,
    parts: (status: string, parts: readonly string[]) => `${status}(${parts.join('、')})`,
    both: (one: string, other: string) => `${one}、${other}`,
    advice: (words: string) => `→ ${words}`,
    leftOut: (sentence: string) => `対象外とした文: 「${sentence}」`,
    declared: (words: string) => `会社の申告: ${words}`,
    none: 'この成果物には、記載を確認するチェックリストがありません。',
    page: (from: number, to: number, total: number) => `${total}項目のうち${from}〜${to}`,
    more: '続きを見る',
    show: '項目ごとの結果',
  },
  declare: {
    button: '会社の申告を入力',
    introduction:
      '本文からは分からないことを、会社としてお知らせください。アドバイザーが確認の参考にします。空欄にすると取り消します。',
    labels: {
      'board date': '承認した機関と日付',
      'review log': '参照した資料・助言を受けた専門家',
      publication: '公表の場所(URLなど)と周知の方法',
      procedures: '反映した社内規程・見直しの予定',
    },
    hints: {
      'board date': '例: 2025年3月20日 取締役会で承認',
      'review log': '例: 2025年2月 社会保険労務士の助言を受けた',
      publication: '例: https://www.example.co.jp/human-rights',
      procedures: '例: 就業規則第3条に反映、毎年4月に見直し',
    },
    save: '保存',
    saved: (title: string) => `「${title}」についての会社の申告を保存しました。`,
  },
  mine: {
    heading: '提出物の状況',
    none: 'このプログラムには、提出していただく成果物がまだ登録されていません。',
    since: (stage: string, day: string) => `${stage}(${day}から)`,
    due: (day: string, days: number) =>
      days > 0 ? `${day}(あと${days}日)` : days === 0 ? `${day}(本日)` : `${day}(${-days}日過ぎています)`,
    latest: (number: number, by: string, at: string) => `第${number}版(${at} ${by})`,
    noVersion: 'まだありません',
    opened: 'アドバイザーが開いています',
    notOpened: 'アドバイザーはまだ開いていません',
    reviewDue: (day: string) => `確認の期限: ${day}`,
    open: (count: number) => `未対応のコメント: ${count}件`,
    labels: { latest: '最新の版', comments: 'コメント' },
    submit: '原稿を提出',
    begin: '着手した',
    check: '記載の確認',
    file: '原稿を開く',
    withdraw: '取り下げる',
    answers: 'コメントを見る',
    changes: '変更点を見る',
    approve: '承認を報告',
    publish: '公開を報告',
    extend: '期限の延長を依頼',
    show: '提出物の状況を見る',
  },
  begin: {
    done: (title: string) =>
      `「${title}」に着手したことを記録しました。原稿ができましたら、このチャットにお送りください。`,
    submit: '着手を記録',
  },
  withdraw: {
    does: (plan: WithdrawalPlan) => {
      const { comments, answers, isLast, stage } = plan;
      const along = [
        'ファイル、本文、記載の確認の結果',
        ...(comments > 0 ? [`コメント${comments}件の内容`] : []),
        ...(answers > 0 ? [`コメント${answers}件への対応の記録`] : []),
        ...(isLast ? ['会社の申告'] : []),
      ];
      return `${version(plan)}(現在: ${stage})を取り下げ、${along.join('、')}を消去します。元に戻せません。提出と取り下げの日時だけが残ります。`;
    },
    told: '担当アドバイザーと社内の参加者にお知らせします。',
    submit: '取り下げて消去',
    done: (name: DraftName, stage: string) =>
      `${version(name)}を取り下げ、内容を消去しました。現在の状況は「${stage}」です。`,
  },
  file: {
    ready: (about: string) => `${about}の原稿です。リンクは15分間だけ開けます。`,
    open: '原稿を開く',
  },
  notices: {
    submitted: ({ company, title, number }: DraftName & { readonly company: string }) =>
      `「${company}」から「${title}」の第${number}版が届きました。`,
    due: (day: string) => `${day}までに確認をお願いいたします。`,
    note: (words: string) => `企業からのメモ: ${words}`,
    answers: (count: number) => `コメント${count}件に対応したとのことです。`,
    replaces: '先にお知らせした、まだ開かれていない版と差し替えられました。',
    withdrawn: ({ company, title, number }: DraftName & { readonly company: string }) =>
      `「${company}」が「${title}」の第${number}版を取り下げました。内容は消去され、確認は不要になりました。`,
    colleague: ({ by, title, number }: DraftName & { readonly by: string }) =>
      `${by}が「${title}」の第${number}版を提出しました。`,
    colleagueWithdrew: ({ by, title, number }: DraftName & { readonly by: string }) =>
      `${by}が「${title}」の第${number}版を取り下げました。内容は消去されています。`,
  },
  home: (title: string, stage: string, due: string) => `${title}: ${stage}${due === '' ? '' : `、期限 ${due}`}`,
  actions: {
    'draft.mine': action('提出物', '会社の成果物の状況・期限・最新の原稿をご覧いただけます', '提出物の状況', '成果物'),
    'draft.submit': action(
      '原稿を提出',
      '人権方針などの原稿を提出し、記載の確認の結果をご覧いただけます',
      'ドラフトを提出',
      '原稿の提出',
    ),
    'draft.check': action('記載の確認', '提出した原稿の記載を、項目ごとにご覧いただけます', '要素の確認'),
    'draft.declare': action('会社の申告', '本文からは分からないこと(承認日など)をお知らせいただけます'),
    'draft.begin': action('着手を記録', '成果物の作成に着手したことを記録します'),
    'draft.file': action('原稿を開く', '提出した原稿をそのままお渡しします', '原稿のファイル'),
    'draft.withdraw': action('原稿を取り下げる', '提出した原稿を取り下げ、内容を消去します', '原稿の取り下げ'),
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    document_fault: ({ kind, pages }: DraftFault) => faults[kind](pages.length === 0 ? '' : pagesOf(pages)),
    document_not_read: () => 'このファイルの本文をまだ読み取っていません。もう一度このチャットにお送りください。',
    one_document: () => '原稿は1回に1つずつ提出できます。提出するファイルを1つだけお送りください。',
    same_content: ({ title, number }: VersionFacts) =>
      `${version({ title: pick('ja', title), number })}と同じ内容です。すでに提出済みのため、もう一度提出する必要はありません。変更したファイルをお送りください。`,
    nothing_to_hand_in: () =>
      'このプログラムには、提出していただく成果物がまだ登録されていません。事務局にお問い合わせください。',
    already_begun: ({ title, stage }: { readonly title: Bilingual; readonly stage: DeliverableStage }) =>
      `「${pick('ja', title)}」はすでに「${deliverableTexts.ja.stages[stage]}」です。原稿ができましたら、このチャットにお送りください。`,
    no_draft_yet: () => '原稿はまだ提出されていません。提出するには、ファイルをこのチャットにお送りください。',
    draft_is_gone: ({ title, number }: VersionFacts) =>
      `${version({ title: pick('ja', title), number })}は差し替えまたは取り下げられ、内容は残っていません。「提出物」から最新の版をご覧ください。`,
    draft_is_closed: () =>
      'このプログラムでは、原稿の内容は企業と担当アドバイザーだけがご覧になれます。企業に直接お問い合わせください。',
    nothing_declared: () => '会社の申告が必要な項目は、このチェックリストにありません。「提出物」からお進みください。',
  },
};

export type DraftTexts = typeof ja;
