/** All words of the sessions' room, in Japanese and English. */
import type { Audience, Method, Mode, SessionKind } from '../../prisma/client.js';
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language } from '../requests/context.js';
import type { AgendaItem } from './details.js';
import { historyTexts } from './history-texts.js';
import { refusalTexts } from './refusal-texts.js';

const modes: Record<Mode, string> = { onsite: '会場', online: 'オンライン' };

const methods: Record<Method, string> = {
  in_person: '会場開催',
  online: 'オンライン開催',
  mixed: '会場とオンラインの併用',
};

const audiences: Record<Audience, string> = { management: '経営層', working: '実務担当者', all: '経営層・実務担当者' };

const kinds: Record<SessionKind, string> = {
  seminar: 'セミナー',
  workshop: 'ワークショップ',
  meeting: 'ミーティング',
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

const ja = {
  modes,
  methods,
  audiences,
  kinds,
  agendaKinds,
  titled: (code: string, title: string) => `${title}(${code})`,
  /** An item of the agenda. */
  spokenBy: (item: string, speakers: readonly string[]) => `${item}(${speakers.join('、')})`,
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
    code: 'コード',
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
    guestCompany: '一覧にない会社の名前',
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
    deadline: '開始より後にはできません。',
    clockDate: (zone: string) => `下で選ぶタイムゾーン(現在は ${zone})の日付です。`,
    clock: (zone: string) => `下で選ぶタイムゾーン(現在は ${zone})の時刻です。`,
    timeZone: '開始・終了・申込締切の時刻に使います。',
    endDate: '空欄の場合、開始と同じ日です。',
    colleague: '同じ会社の方の登録についてのお手続きの場合のみお選びください。',
    newPerson: '名簿にない方の場合のみ、会社とあわせてご入力ください。',
    newPersonsCompany: 'お名前をご入力の場合は、ここで選ぶか、次の欄に会社名をご入力ください。',
    guestCompany: 'プログラムに参加していない会社の方は、ゲストとして記録します。',
  },
  closed: (instant: string) => `${instant}(締め切りました)`,
  daysLeft: (instant: string, days: number) => `${instant}(${days === 0 ? '本日まで' : `あと${days}日`})`,
  listSummary: (count: number) =>
    count === 0 ? '対象のセッションはありません。' : `対象のセッションは${count}件です。`,
  more: '次を表示',
  back: '前を表示',
  past: '終了したセッション',
  calledOff: '中止',
  placesLeft: (mode: string, left: number | null, waiting: number) =>
    left === null
      ? `${mode}: 定員の制限なし`
      : left > 0
        ? `${mode}: 残り${left}席`
        : `${mode}: 満席(キャンセル待ち${waiting}名)`,
  groupWorkYes: 'あり',
  groupWorkNo: 'なし',
  created: (title: string) => `「${title}」を作成しました。`,
  changed: (title: string, people: number) =>
    people === 0 ? `「${title}」を変更しました。` : `「${title}」を変更し、${people}名にお知らせします。`,
  calledOffDone: (title: string, people: number) =>
    people === 0 ? `「${title}」を中止にしました。` : `「${title}」を中止にし、${people}名にお知らせします。`,
  willBeTold: (people: number) => `時間・場所などの変更は、登録されている${people}名にお知らせします。`,
  callOff: '中止にする',
  callOffWarning: (people: number) => `登録されている${people}名にお知らせします。この操作は元に戻せません。`,
  nowStands: '現在の内容は次のとおりです。変更される場合は、あらためてご入力ください。',
  tooLongToShow: (label: string) =>
    `「${label}」は長いため、ここでは変更できません。今の内容のまま残ります。変更は、プログラムのファイルの取り込みで行えます。`,
  changes: historyTexts.ja,
  save: '保存する',
  create: '作成する',
  next: '次へ',
  notices: {
    changed: (title: string) => `「${title}」の内容が変更になりました。`,
    /** Above what changed, and above how everything stands with the change. */
    whatChanged: '変更点',
    nowStands: '変更後の内容',
    changedFrom: (before: string, after: string) => `${before} → ${after}`,
    detailsChanged: '内容・資料を更新しました。',
    empty: '(なし)',
    calledOff: (title: string) => `恐れ入りますが、「${title}」は中止になりました。`,
  },
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    'session.list': action('セッション一覧', '対象のセッションと申込状況を表示します', 'セッション', '一覧', '日程'),
    'session.show': action('詳細', 'セッションの日時・会場・内容を表示します', '詳しく'),
    'session.create': action('セッションを作成', '新しいセッションを作成します', '新規セッション'),
    'session.change': action('セッションを変更', '日時・会場・定員などを変更し、対象者にお知らせします', '変更'),
    'session.changes': action('変更履歴', 'だれがいつ何を変更・登録・取り消したかを表示します', '変更の履歴'),
    'session.call-off': action('セッションを中止', '中止にし、申込者にお知らせします', '中止'),
  },
  refusals: refusalTexts.ja,
};

const en: typeof ja = {
  modes: { onsite: 'on site', online: 'online' },
  methods: { in_person: 'In person', online: 'Online', mixed: 'On site and online' },
  audiences: {
    management: 'Management',
    working: 'Working-level staff',
    all: 'Management and working-level staff',
  },
  kinds: { seminar: 'Seminar', workshop: 'Workshop', meeting: 'Meeting', closing: 'Closing meeting' },
  agendaKinds: {
    lecture: 'Lecture',
    case_talk: 'Case',
    group_work: 'Group work',
    presentation: 'Presentation',
    sharing: 'Sharing',
    comment: 'Comment',
    briefing: 'Briefing',
    break: 'Break',
    other: 'Other',
  },
  titled: (code, title) => `${title} (${code})`,
  spokenBy: (item, speakers) => `${item} (${speakers.join(', ')})`,
  venueOpen: 'Venue to be announced',
  methodAt: (method, venue) => `${venue} (${method.toLowerCase()})`,
  labels: {
    session: 'Session',
    when: 'When',
    where: 'Where',
    audience: 'Audience',
    deadline: 'Register by',
    mode: 'Attendance',
    newMode: 'New attendance',
    link: 'Link',
    attendee: 'Attendee',
    substitute: 'Substitute',
    answer: 'Your answer',
    recorded: 'Attendance recorded',
    places: 'Places',
    agenda: 'Agenda',
    materials: 'Materials',
    groupWork: 'Group work',
    reason: 'Reason',
    code: 'Code',
    kind: 'Kind',
    titleJa: 'Title (Japanese)',
    titleEn: 'Title (English)',
    date: 'Date',
    start: 'Start',
    end: 'End',
    endDate: 'Last day',
    method: 'Method',
    venueJa: 'Venue (Japanese)',
    venueEn: 'Venue (English)',
    meetingLink: 'Online link',
    roomCapacity: 'Places in the room',
    onlineCapacity: 'Places online',
    deadlineDate: 'Registration closes on',
    deadlineTime: 'Registration closes at',
    checkInCode: 'Check-in code',
    people: 'People',
    came: 'Actual attendance',
    company: 'Company',
    guestCompany: 'Company not on the list',
    name: 'Name',
  },
  hints: {
    code: 'For example MSM-1',
    capacity: 'Leave empty for no limit',
    agenda: 'One item per line, e.g. Lecture: 人権方針の要点 / Key points | Hanako Yamada; Ichiro Suzuki',
    materials: 'One per line, e.g. 配布資料 / Handout https://example.com/handout.pdf',
    link: 'Shown only to those registered online.',
    people: 'You can choose several people.',
    checkInCode: 'The six digits put up in the room',
    deadline: 'Not after the start',
    clockDate: (zone) => `In the time zone below (${zone} unless you change it)`,
    clock: (zone) => `In the time zone below (${zone} unless you change it)`,
    timeZone: 'For the start, the end and the deadline',
    endDate: 'Leave empty where it ends on the same day',
    colleague: 'Only for the registration of a colleague',
    newPerson: 'Only for someone not on the roster; please choose their company, too.',
    newPersonsCompany: 'With a name, choose the company here or type it below.',
    guestCompany: 'People of companies outside the programme are recorded as guests.',
  },
  closed: (instant) => `${instant} (closed)`,
  daysLeft: (instant, days) => `${instant} (${days === 0 ? 'today' : days === 1 ? '1 day left' : `${days} days left`})`,
  listSummary: (count) =>
    count === 0
      ? 'There is no session for you at the moment.'
      : count === 1
        ? 'There is one session for you.'
        : `There are ${count} sessions for you.`,
  more: 'Show more',
  back: 'Back',
  past: 'Past sessions',
  calledOff: 'called off',
  placesLeft: (mode, left, waiting) =>
    `${mode.charAt(0).toUpperCase()}${mode.slice(1)}: ${left === null ? 'no limit' : left > 0 ? `${left} left` : `full (${waiting} waiting)`}`,
  groupWorkYes: 'yes',
  groupWorkNo: 'no',
  created: (title) => `“${title}” was created.`,
  changed: (title, people) =>
    people === 0
      ? `“${title}” was changed.`
      : `“${title}” was changed; ${people === 1 ? 'one person' : `${people} people`} will be told.`,
  calledOffDone: (title, people) =>
    people === 0
      ? `“${title}” was called off.`
      : `“${title}” was called off; ${people === 1 ? 'one person' : `${people} people`} will be told.`,
  willBeTold: (people) =>
    `${people === 1 ? 'One registered person' : `${people} registered people`} will be told of the change.`,
  callOff: 'Call off',
  callOffWarning: (people) =>
    `${people === 1 ? 'One registered person' : `${people} registered people`} will be told. This cannot be undone.`,
  nowStands: 'It now stands as follows. To change it, please enter your changes again.',
  tooLongToShow: (label) =>
    `“${label}” is too long to be changed here and stays as it is. It can be changed by importing the programme’s file.`,
  changes: historyTexts.en,
  save: 'Save',
  create: 'Create',
  next: 'Next',
  notices: {
    changed: (title) => `“${title}” has changed.`,
    whatChanged: 'What changed',
    nowStands: 'How it stands now',
    changedFrom: (before, after) => `${before} → ${after}`,
    detailsChanged: 'Agenda or materials were updated.',
    empty: '(none)',
    calledOff: (title) => `We are sorry: “${title}” was called off.`,
  },
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    'session.list': action('Sessions', 'Shows the sessions that concern you and your answers', 'list', 'schedule'),
    'session.show': action('Details', 'Shows when, where and what a session is', 'show'),
    'session.create': action('Create session', 'Creates a new session', 'new session'),
    'session.change': action(
      'Change session',
      'Changes date, venue, capacity and so on, and tells everyone concerned',
      'change',
    ),
    'session.changes': action('Change history', 'Shows who changed, registered or cancelled what, and when', 'changes'),
    'session.call-off': action('Call off session', 'Calls a session off and tells everyone registered', 'call off'),
  },
  /** Why something cannot be done, and what to do next. */
  refusals: refusalTexts.en,
};

export const sessionTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
