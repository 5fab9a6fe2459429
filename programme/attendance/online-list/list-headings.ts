/** The headings of participant reports, in English and Japanese and in the spellings of several years. */
import { canonicalText, withoutInvisible } from '../../messages/canonical.js';

const words = {
  /** The name in the meeting, with the account's in brackets behind it. */
  bothNames: [
    'Name (Original Name)',
    'User Name (Original Name)',
    '名前(元の名前)',
    'ユーザー名(元の名前)',
    '氏名(元の氏名)',
    '名前(本名)',
  ],
  name: [
    'Name',
    'Full Name',
    'User Name',
    'Participant',
    'Participant Name',
    '名前',
    '氏名',
    'フルネーム',
    'ユーザー名',
    '参加者',
    '参加者名',
  ],
  email: [
    'User Email',
    'Email',
    'Email Address',
    'ユーザーのメール',
    'ユーザーのメールアドレス',
    'ユーザーメール',
    'メール',
    'メールアドレス',
    '電子メール',
    '電子メールアドレス',
    'Eメール',
  ],
  upn: ['Participant ID (UPN)', 'UPN', '参加者 ID (UPN)', '参加者ID'],
  joined: ['Join Time', 'Joined', '参加時刻', '参加時間', '参加日時', '入室時刻', '入室時間', '入室日時'],
  left: ['Leave Time', 'Left', '退出時刻', '退出時間', '退出日時', '退室時刻', '退室時間', '退室日時', '退席時刻'],
  firstJoined: ['First Join', 'First Join Time', '最初の参加', '最初の参加時刻', '初回参加', '初回参加時刻'],
  lastLeft: ['Last Leave', 'Last Leave Time', '最後の退出', '最後の退出時刻', '最後の退席', '最終退出', '最終退出時刻'],
  duration: [
    'Duration',
    'Duration (Minutes)',
    'Total Duration (Minutes)',
    'Time in Session (minutes)',
    'In-Meeting Duration',
    'Meeting Duration',
    '時間(分)',
    '合計時間(分)',
    '期間(分)',
    '継続時間(分)',
    '所要時間(分)',
    '滞在時間(分)',
    'セッション時間(分)',
    '会議内の会話時間',
    '会議内の時間',
    '会議内での時間',
    '会議への参加時間',
    '会議の長さ',
    '会議の期間',
    '滞在時間',
    '期間',
  ],
  waiting: ['In Waiting Room', '待機室', '待機室内', '待機室で待機中', '待機室にいる', '待機室に在室'],
  attended: ['Attended', '出席', '出席済み', '参加済み'],
  role: ['Role', '役割', 'ロール'],
} as const;

type ListColumn = keyof typeof words;

const columns = Object.keys(words).filter(isColumn);

function isColumn(name: string): name is ListColumn {
  return Object.hasOwn(words, name);
}

const columnByHeading = new Map(
  columns.flatMap((column) => words[column].map((heading) => [canonicalText(heading), column] as const)),
);

/** Where each column stands in a line of a list's table. */
export type ListLayout = ReadonlyMap<ListColumn, number>;

/** Null where the line is no heading of people with times or durations. */
export function listLayout(cells: readonly string[]): ListLayout | null {
  const at = new Map<ListColumn, number>();
  cells.forEach((cell, index) => {
    const column = columnByHeading.get(canonicalText(withoutInvisible(cell)));
    if (column !== undefined && !at.has(column)) at.set(column, index);
  });
  // Zoom's line about the meeting as a whole counts its participants, and names none.
  if (cells.some((cell) => isAbout('start', cell))) return null;
  const hasName = at.has('bothNames') || at.has('name');
  const tells = at.has('joined') || at.has('firstJoined') || at.has('duration');
  return hasName && tells ? at : null;
}

const about = {
  start: [
    'Start Time',
    'Meeting Start Time',
    'Actual Start Time',
    '開始時刻',
    '開始時間',
    '開始日時',
    '会議の開始時刻',
    '会議の開始時間',
  ],
  end: ['End Time', 'Meeting End Time', '終了時刻', '終了時間', '終了日時', '会議の終了時刻', '会議の終了時間'],
  /** Of who held it. */
  host: [
    'User Email',
    'Host Email',
    'ユーザーのメール',
    'ユーザーのメールアドレス',
    'ホストのメール',
    'ホストのメールアドレス',
  ],
} as const;

const sets = {
  start: new Set(about.start.map(canonicalText)),
  end: new Set(about.end.map(canonicalText)),
  host: new Set(about.host.map(canonicalText)),
};

/** Whether a cell is called so: what the report says about the meeting as a whole. */
export function isAbout(what: keyof typeof about, cell: string): boolean {
  return sets[what].has(canonicalText(withoutInvisible(cell)));
}

const hostRoles = new Set(['Organizer', 'Organiser', 'Host', '開催者', '主催者', 'ホスト'].map(canonicalText));
const yes = new Set(['Yes', 'TRUE', 'はい'].map(canonicalText));
const no = new Set(['No', 'FALSE', 'いいえ'].map(canonicalText));
const hostSections = new Set(['Host Details', 'ホストの詳細', 'ホスト詳細'].map(canonicalText));

export const isHostRole = (cell: string) => hostRoles.has(canonicalText(cell));
export const isYes = (cell: string) => yes.has(canonicalText(cell));
export const isNo = (cell: string) => no.has(canonicalText(cell));
export const isHostSection = (cell: string) => hostSections.has(canonicalText(cell));
