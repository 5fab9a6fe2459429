/** What the sessions' room says, in Japanese. */
import type { Audience, Method, Mode, SessionKind } from '../../../prisma/client.js';
import type { AgendaItem } from '../../sessions/details.js';

interface Seated {
  /** Null where it is the person who asks. */
  readonly name: string | null;
  readonly title: string;
  readonly mode: string;
  /** Nothing changed: it was so already. */
  readonly already: boolean;
}

/** What somebody else did about the person's registration. */
interface Notice {
  readonly by: string;
  /** Whose registration it is: the reader's. */
  readonly name: string;
  readonly title: string;
}

interface Left {
  readonly name: string | null;
  readonly title: string;
}

const modes: Record<Mode, string> = { onsite: '会場', online: 'オンライン' };
const registerAs: Record<Mode, string> = { onsite: '会場で参加', online: 'オンラインで参加' };
const changeTo: Record<Mode, string> = { onsite: '会場参加に変更', online: 'オンライン参加に変更' };
const methods: Record<Method, string> = {
  in_person: '会場開催',
  online: 'オンライン開催',
  mixed: '会場とオンラインの併用',
};
const audiences: Record<Audience, string> = { management: '経営層', working: '実務担当者', all: '経営層・実務担当者' };
const kinds: Record<SessionKind, string> = {
  seminar: 'セミナー',
  workshop: 'ワークショップ',
  meeting: '会合',
  closing: 'クロージング',
};
const agendaKinds: Record<AgendaItem['kind'], string> = {
  lecture: '講演',
  case_talk: '事例紹介',
  group_work: 'グループワーク',
  presentation: '発表',
  sharing: '意見交換',
  comment: '講評',
  briefing: '説明',
  break: '休憩',
  other: 'その他',
};

const subject = (name: string | null) => (name === null ? '' : `${name}: `);

export const sessions = {
  modes,
  registerAs,
  changeTo,
  methods,
  audiences,
  kinds,
  agendaKinds,
  titled: (code: string, title: string) => `${title}(${code})`,
  choice: (title: string, when: string) => `${when} ${title}`,
  venueOpen: '会場未定',
  methodAt: (method: string, venue: string) => `${venue}(${method})`,
  labels: {
    session: 'セッション',
    when: '日時',
    where: '会場',
    audience: '対象',
    deadline: '申込締切',
    mode: '参加方法',
    newMode: '変更後の参加方法',
    link: '接続先',
    attendee: '参加される方',
    substitute: '代理で参加される方',
    answer: 'ご回答',
    recorded: '出欠の記録',
    places: '空き状況',
    agenda: '内容',
    materials: '資料',
    groupWork: 'グループワーク',
    reason: '理由',
    code: '記号',
    kind: '種類',
    titleJa: '名称(日本語)',
    titleEn: '名称(英語)',
    date: '日付',
    start: '開始',
    end: '終了',
    endDate: '終了日',
    method: '開催方法',
    venueJa: '会場(日本語)',
    venueEn: '会場(英語)',
    meetingLink: 'オンラインの接続先(URL)',
    roomCapacity: '会場の定員',
    onlineCapacity: 'オンラインの定員',
    deadlineDate: '申込締切日',
    deadlineTime: '申込締切時刻',
    checkInCode: '受付コード',
    people: '対象の方',
    came: '実際の出欠',
    company: '会社',
    name: 'お名前',
  },
  hints: {
    code: '例: MSM-1',
    capacity: '空欄の場合、定員の制限はありません。',
    agenda: '1行に1項目。例: 講演: 人権方針の要点 / Key points | 山田花子; 鈴木一郎',
    materials: '1行に1件。例: 配布資料 / Handout https://example.com/handout.pdf',
    link: 'オンラインで登録された方にだけお伝えします。',
    people: '複数の方をまとめて選べます。',
    checkInCode: '会場に掲示された6桁の数字',
    deadline: '開始より後にはできません',
    clockDate: (zone: string) => `下のタイムゾーン(変更しなければ ${zone})の日付`,
    clock: (zone: string) => `下のタイムゾーン(変更しなければ ${zone})の時刻`,
    timeZone: '開始・終了・申込締切の時刻に使います。',
    endDate: '空欄の場合、開始と同じ日です。',
    colleague: '同じ会社の方の登録についてのお手続きの場合のみお選びください。',
    newPerson: '名簿にない方の場合のみ、会社とあわせてご入力ください。',
    newPersonsCompany: 'お名前をご入力の場合は必須です。',
  },
  closed: (instant: string) => `${instant}(締め切りました)`,
  daysLeft: (instant: string, days: number) => `${instant}(${days === 0 ? '本日まで' : `あと${days}日`})`,
  standing: {
    none: '未回答',
    declined: '欠席',
    cancelled: '取り消し済み',
    substituted: '代理の方が出席',
    waiting: (mode: string) => `${mode}参加のキャンセル待ち`,
    confirmed: (mode: string) => `${mode}で参加`,
    alsoWaiting: (seated: string, mode: string) => `${seated}(${mode}参加のキャンセル待ち中)`,
  },
  registerColleague: '同じ会社の方を登録',
  registerExample: (code: string, mode: Mode) => `「${code} ${registerAs[mode]}」`,
  register: '登録する',
  seated: ({ name, title, mode, already }: Seated) =>
    already
      ? `${subject(name)}「${title}」は、すでに${mode}での参加を登録済みです。`
      : `${subject(name)}「${title}」に${mode}参加で登録しました。`,
  modeChanged: ({ name, title, mode }: Omit<Seated, 'already'>) =>
    `${subject(name)}「${title}」の参加方法を${mode}参加に変更しました。`,
  waits: ({ name, title, mode, before, already }: Seated & { readonly before: number }) =>
    `${subject(name)}「${title}」の${mode}参加は満席のため、${already ? 'すでに' : ''}キャンセル待ち(${before + 1}番目)です。空きが出ましたら順にお知らせします。`,
  meanwhile: (mode: string) => `それまでは${mode}参加のままです。`,
  left: {
    cancelled: ({ name, title }: Left) => `${subject(name)}「${title}」の参加登録を取り消しました。`,
    declined: ({ name, title }: Left) => `${subject(name)}「${title}」のご欠席を承りました。`,
  },
  substituted: ({ title, from, to }: { title: string; from: string; to: string }) =>
    `「${title}」は、${from}に代わって${to}が参加されます。`,
  listSummary: (count: number) =>
    count === 0 ? '対象のセッションはありません。' : `対象のセッションは${count}件です。`,
  more: '次を表示',
  past: '終了したセッション',
  calledOff: '中止',
  greeting: (name: string) => `${name}、こんにちは。`,
  homeSummary: 'ご予定とメニュー',
  upcoming: '今後のセッション',
  nothingUpcoming: '今後のセッションはありません。',
  placesLeft: (mode: string, left: number | null, waiting: number) =>
    left === null
      ? `${mode}: 定員の制限なし`
      : left > 0
        ? `${mode}: 残り${left}席`
        : `${mode}: 満席(キャンセル待ち${waiting}名)`,
  groupWorkYes: 'あり',
  groupWorkNo: 'なし',
  joinNow: '接続する',
  joined: (title: string) => `「${title}」の出席を記録しました。下のボタンから接続してください。`,
  joinedNoLink: (title: string) => `「${title}」の出席を記録しました。接続先は事務局から別途ご案内します。`,
  checkedIn: (title: string, name: string) => `${name}様、「${title}」の会場での出席を記録しました。`,
  checkIn: '受付する',
  checkInCodeIs: (title: string, code: string) => `「${title}」の受付コードは ${code} です。会場に掲示してください。`,
  checkInCodeOnline: (title: string, code: string) =>
    `「${title}」の受付コードは ${code} ですが、オンライン開催のため掲示は不要です。参加者の方には「オンラインで出席」を押していただきます。`,
  created: (title: string) => `「${title}」を作成しました。`,
  changed: (title: string, people: number) =>
    people === 0 ? `「${title}」を変更しました。` : `「${title}」を変更し、${people}名にお知らせします。`,
  calledOffDone: (title: string, people: number) =>
    people === 0 ? `「${title}」を中止にしました。` : `「${title}」を中止にし、${people}名にお知らせします。`,
  callOff: '中止にする',
  callOffWarning: (people: number) => `登録されている${people}名にお知らせします。この操作は取り消せません。`,
  nowStands: '現在の内容は次のとおりです。変更される場合は、あらためてご入力ください。',
  tooLongToShow: (label: string) =>
    `「${label}」は長いため、ここでは変更できません。今の内容のまま残ります。変更は、プログラムのファイルの取り込みで行えます。`,
  save: '保存する',
  create: '作成する',
  next: '次へ',
  record: '記録する',
  came: { onsite: '会場で出席', online: 'オンラインで出席', absent: '欠席' },
  recorded: (count: number, came: string) => `${count}名を「${came}」として記録しました。`,
  recordedNone: 'すでに同じ内容で記録されています。',
  walkedIn: (name: string, came: string) => `${name}様の当日参加を「${came}」として記録しました。`,
  attendees: {
    title: (title: string) => `${title} 参加者`,
    confirmed: (people: number, companies: number) => `${people}名(${companies}社)`,
    labels: {
      onsite: '会場',
      online: 'オンライン',
      waiting: 'キャンセル待ち',
      declined: '欠席',
      cancelled: '取消',
      substituted: '代理の方が出席',
      unanswered: '未回答',
      came: '実際の出席',
    },
    line: (name: string, standing: string) => `${name}様: ${standing}`,
    actual: (came: string) => `実際: ${came}`,
    companyUnanswered: (company: string) => `${company}(未回答)`,
    none: '対象の方がいません。',
  },
  history: {
    title: (title: string) => `${title} 出欠記録の履歴`,
    none: 'まだ記録がありません。',
    line: (instant: string, came: string, source: string, by: string) => `${instant} ${came}(${source}、記録: ${by})`,
    sources: { check_in_code: '受付コード', online_button: 'オンライン出席', secretariat: '事務局' },
    superseded: (line: string) => `${line} → 訂正済み`,
  },
  notices: {
    registered: ({ by, name, title, standing }: Notice & { readonly standing: string }) =>
      `${by}様が、${name}様の「${title}」への参加登録のお手続きをされました。現在のご登録: ${standing}`,
    cancelled: ({ by, name, title }: Notice) =>
      `${by}様が、${name}様の「${title}」への参加登録をお取り消しになりました。`,
    promoted: ({ title, mode }: { title: string; mode: string }) =>
      `キャンセル待ちの「${title}」に空きが出ました。${mode}参加での登録が確定しました。`,
    changed: (title: string) => `「${title}」の内容が変更になりました。`,
    /** Above what changed, and above how everything stands with the change. */
    whatChanged: '変更点',
    nowStands: '変更後の内容',
    changedFrom: (before: string, after: string) => `${before} → ${after}`,
    detailsChanged: '内容・資料を更新しました。',
    empty: '(なし)',
    calledOff: (title: string) => `恐れ入りますが、「${title}」は中止になりました。`,
  },
};
