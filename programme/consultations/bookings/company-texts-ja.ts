/** What companies read and press about their consultations, in Japanese. */
import { actionTexts as action } from '../../messages/action-texts.js';
import { type Bilingual, pick } from '../../messages/bilingual.js';
import { type Hour, hourIn } from '../hour-words.js';

/** A booking in words. */
interface Told {
  readonly adviser: string;
  readonly hour: string;
}

interface ForCompany extends Told {
  /** Null: the person's own. */
  readonly company: string | null;
}

interface Moving {
  readonly was: string;
  readonly adviser: string;
  readonly hour: string;
}

export interface Account {
  readonly granted: number;
  readonly booked: number;
  readonly used: number;
  readonly left: number;
}

const ofCompany = (company: string | null) => (company === null ? '' : `「${company}」の`);

export const companyTextsJa = {
  find: {
    summary: (total: number) => `空いている時間: ${total}件`,
    ofAssigned: '貴社の担当アドバイザーの空き時間です。',
    forMoving: (adviser: string, hour: string) => `変更する予約: ${adviser}との個別相談(${hour})`,
    none: '条件に合う空き時間はありません。',
    noneAtAll: '現在、空いている時間はありません。',
    nextSteps: (contact: string) =>
      `時間が空いたときにお知らせすることができます。お急ぎの場合は事務局へご連絡ください(${contact})。`,
    noSuchAdviser: (typed: string) =>
      `「${typed}」というアドバイザーは見つかりませんでした。全員の空き時間を表示します。`,
    whichAdviser: (typed: string) => `「${typed}」に当てはまるアドバイザーが複数います。ボタンでお選びください。`,
    filtered: (filters: readonly string[]) => `表示中の条件: ${filters.join('、')}`,
    languages: (languages: string) => `対応言語: ${languages}`,
    languageNames: { ja: '日本語', en: '英語' },
    how: (how: string) => `方法: ${how}`,
    methods: { in_person: '対面', online: 'オンライン', mixed: '対面またはオンライン' },
    weeks: { this: '今週', next: '来週', after: '再来週', two: '今後2週間' },
    parts: { morning: '午前', afternoon: '午後', evening: '夕方以降' },
    modes: { onsite: '対面で', online: 'オンラインで' },
    book: 'この時間を予約',
    move: 'この時間に変更',
    only: (adviser: string) => `${adviser}だけ`,
    everyone: '全員の空き時間',
    assigned: '担当だけ',
    anyTime: '条件なしで表示',
    more: '次を表示',
    back: '前を表示',
    others: '空き時間を見る',
  },
  book: {
    submit: '予約する',
    next: '次へ',
    company: '企業',
    slot: '時間',
    mode: '方法',
    topics: 'ご相談内容',
    questions: 'ご質問',
    attendees: '出席される方',
    files: '資料',
    filesHint: 'ファイルは、このチャットで、ご予約の前(24時間保管)にも後にもお送りいただけます。',
    filesSent: 'このチャットにお送りいただいた資料',
    reason: '理由',
    heldUntil: (time: string) => `この時間を${time}まで、あなたのために確保しています。`,
    holdOver: '確保の時間が過ぎましたが、まだ空いています。',

    does: ({ company, adviser, hour }: ForCompany, left: number) =>
      `${ofCompany(company)}個別相談を予約します。${adviser}、${hour}。残りの回数は${left}回になります。`,
    done: ({ company, adviser, hour }: ForCompany) =>
      `${ofCompany(company)}個別相談を予約しました。${adviser}、${hour}。`,
  },
  mine: {
    heading: '貴社の個別相談',
    account: ({ granted, booked, used, left }: Account) =>
      `回数: ${granted}回のうち、予約済み${booked}回、利用済み${used}回、残り${left}回`,
    next: 'これからの個別相談',
    past: 'これまでの個別相談',
    none: '個別相談の予約はありません。',
    title: ({ adviser, hour }: Told) => `${hour} ${adviser}`,
    cancelledMark: '取り消し済み',
    states: {
      booked: '記録はまだありません',
      held: '実施済み',
      company_absent: '貴社のご欠席',
      adviser_absent: 'アドバイザーの欠席',
      not_held: '実施されませんでした',
      cancelled: '取り消し済み',
    },
    recorded: (state: string) => `${state}(記録あり)`,
    asked: (hour: string) => `${hour}への変更をアドバイザーに相談中です。`,
    show: '詳細',
    move: '変更する',
    cancel: '取り消す',
    list: '個別相談の一覧',
    secret: 'ご相談内容・ご質問・資料は、企業と担当アドバイザーだけが閲覧できます。',
    late: (hours: number, contact: string) =>
      `開始まで${hours}時間を切っているため、変更と取り消しは事務局へご連絡ください(${contact})。`,
  },
  move: {
    to: '変更先',
    tos: { same: '同じアドバイザーの別の時間', everyone: '全員の空き時間', own: '希望の日時を相談する' },
    booking: '個別相談',
    otherDay: 'その日に個別相談の予約はありません。',
    submit: '変更する',
    next: '次へ',
    does: ({ was, adviser, hour }: Moving) => `個別相談を変更します。${was} → ${adviser}、${hour}。回数は減りません。`,
    done: ({ was, adviser, hour }: Moving) => `個別相談を変更しました。${was} → ${adviser}、${hour}。`,
    now: ({ adviser, hour }: Told) => `現在の予約: ${adviser}、${hour}`,
    freed: '現在の枠',
    freedTo: { withdrawn: '取り下げる(お受けできない)', open: '空き枠として残す' },
    withdraws: '現在の枠は取り下げ、ほかの企業には表示しません。',
  },
  cancel: {
    submit: '取り消す',
    does: ({ company, adviser, hour }: ForCompany) =>
      `${ofCompany(company)}個別相談を取り消します。${adviser}、${hour}。`,
    givesBack: (left: number) => `1回分は戻り、残りの回数は${left}回になります。`,
    tells: 'アドバイザーと出席予定の方にお知らせします。',
    tellsCompany: '出席予定の方にお知らせします。',
    done: ({ company, adviser, hour }: ForCompany, left: number) =>
      `${ofCompany(company)}個別相談を取り消しました。${adviser}、${hour}。残りの回数は${left}回です。`,
    reason: '理由',
    reasonNeeded: '理由',
  },
  files: {
    add: '資料を追加',
    submit: '追加する',
    here: '資料',
    sent: 'このチャットにお送りいただいた資料',
    hint: 'ファイルは、個別相談が始まるまで、このチャットでお送りいただけます。',
    does: ({ adviser, hour }: Told, names: readonly string[]) =>
      `${names.map((name) => `「${name}」`).join('')}を個別相談(${hour}、${adviser})の資料に追加し、${adviser}にお知らせします。`,
    done: ({ adviser, hour }: Told, names: readonly string[]) =>
      `${names.map((name) => `「${name}」`).join('')}を個別相談(${hour})の資料に追加しました。${adviser}にお知らせします。`,
  },
  propose: {
    date: '希望日',
    time: '開始時刻',
    reason: 'アドバイザーへのひとこと',
    submit: '相談する',
    note: 'アドバイザーが承諾すると変更されます。それまで現在の予約はそのままです。',
    does: ({ adviser, hour }: Told) =>
      `${hour}への変更を${adviser}に相談します。承諾されるまで、現在の予約はそのままです。`,
    done: ({ adviser, hour }: Told) =>
      `${hour}への変更を${adviser}に相談しました。お返事があり次第、お知らせします。それまで現在の予約はそのままです。`,
  },
  home: {
    next: ({ adviser, hour }: Told) => `次の個別相談: ${hour} ${adviser}`,
    nextOf: (company: string, hour: string) => `次の個別相談: ${hour} 「${company}」`,
    left: (left: number) => `個別相談をあと${left}回ご予約いただけます。`,
    book: '個別相談を予約',
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    none_free: ({ contact }: { readonly contact: Bilingual }) =>
      `現在、ご予約いただける時間はありません。空いたときのお知らせをお申し込みいただくか、事務局へご連絡ください(${pick('ja', contact)})。`,
    no_booking: () => 'これから行われる個別相談はありません。企業の方は、空いている時間からご予約いただけます。',
    no_booking_yet: () => '個別相談の予約はまだありません。企業の方は、空いている時間からご予約いただけます。',
    reason_needed: () => '開始まで間がないため、理由を記録します。理由をご入力ください。',
    adviser_engaged: (hour: Hour) =>
      `${hourIn('ja', hour)}は、アドバイザーに別の予定があります。ほかの日時をご入力ください。`,
    clock_changes: () => 'その日は時計が進むため、その時刻は存在しません。別の日時をご入力ください。',
    beyond_midnight: () => '日をまたぐ個別相談はできません。早い時刻をご入力ください。',
    files_full: ({ most }: { readonly most: number }) =>
      `1回の個別相談にお預かりできる資料は${most}件までです。ほかの資料は1つのファイルにまとめるか、当日お持ちください。`,
    on_holiday: ({ name, ...hour }: Hour & { readonly name: Bilingual }) =>
      `${hourIn('ja', hour)}は祝日(${pick('ja', name)})です。別の日時をご入力ください。`,
    on_closure: ({ name, ...hour }: Hour & { readonly name: Bilingual }) =>
      `${hourIn('ja', hour)}は事務局の休業日(${pick('ja', name)})です。別の日時をご入力ください。`,
    same_hour: () => '現在の予約と同じ日時です。別の日時をお選びください。',
    same_time: () => '現在の予約と同じ日時です。別の日時をご入力ください。',
  },
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    'consultation.find': action(
      '個別相談を予約',
      'アドバイザーの空き時間を表示し、個別相談を予約します',
      '個別相談',
      '相談の予約',
      '相談予約',
      '空き時間',
    ),
    'consultation.book': action('この時間を予約', '選んだ時間に個別相談を予約します'),
    'consultation.mine': action(
      '個別相談の一覧',
      '貴社の個別相談の予約と、残りの回数を表示します',
      '相談の一覧',
      '予約した相談',
      '相談の残り回数',
    ),
    'consultation.show': action('個別相談の詳細', '個別相談の予約の内容を表示します'),
    'consultation.move': action('個別相談を変更', '個別相談の日時を変更します', '相談の変更', '相談の日時変更'),
    'consultation.cancel': action(
      '個別相談を取り消す',
      '個別相談の予約を取り消します',
      '個別相談の取り消し',
      '相談の取り消し',
      '相談のキャンセル',
    ),
    'consultation.add-files': action(
      '個別相談の資料を追加',
      'これからの個別相談に資料を追加し、アドバイザーにお知らせします',
      '資料を追加',
      '資料の追加',
    ),
    'consultation.propose': action('希望の日時を相談', '個別相談の希望の日時をアドバイザーに相談します'),
  },
};
