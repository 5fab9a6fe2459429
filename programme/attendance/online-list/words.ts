/** The words about participant lists of online meetings, in Japanese and English; the room's texts hold them. */
import { pick } from '../../messages/bilingual.js';
import type { AboutSession } from '../../sessions/refusal-texts.js';
import type { OnlineListProblem } from './online-list.js';

/** How many there are of each. */
export interface ListCounts {
  readonly record: number;
  readonly below: number;
  readonly doubtful: number;
  readonly unknown: number;
  readonly conflicts: number;
}

/** How the platforms save what is asked for. */
const exportJa = 'Zoomは「レポート」の参加者一覧から、Teamsは会議の「出席」タブから、CSVで保存できます。';
const exportEn = 'Zoom has it under “Reports”, Teams under the meeting’s “Attendance”.';

const problemsJa: Record<OnlineListProblem, string> = {
  empty: '中身が空です。もう一度書き出してお送りください。',
  unreadable: '開けませんでした。CSVまたはExcel(.xlsx)で書き出し直してお送りください。',
  old_excel:
    '以前の形式のExcel、またはパスワード付きのファイルです。パスワードなしの.xlsxかCSVで保存し直してお送りください。',
  too_long: '大きすぎます。1つの会議の参加者リストだけをお送りください。',
  no_list: `参加者の名前と参加時刻の見出しが見つかりません。${exportJa}`,
  nobody: '参加した方が載っていません。会議の終了後に書き出したリストをお送りください。',
  times: '日時が読み取れないところがあります。書き出したままのCSVをお送りください。',
};

const problemsEn: typeof problemsJa = {
  empty: 'is empty. Please export it once more and send that.',
  unreadable: 'could not be opened. Please export it again as CSV or Excel (.xlsx) and send that.',
  old_excel:
    'is an older Excel file, or has a password. Please save it as .xlsx or CSV without a password and send that.',
  too_long: 'is too large. Please send the participant list of one meeting only.',
  no_list: `has no headings for names and times of joining. ${exportEn}`,
  nobody: 'names nobody who was in the meeting. Please send a list that was exported after the meeting.',
  times: 'holds times that cannot be read. Please send the CSV as it was exported.',
};

const titleJa = ({ title }: AboutSession) => `「${pick('ja', title)}」`;
const titleEn = ({ title }: AboutSession) => `“${pick('en', title)}”`;

const restJa = ({ below, doubtful, unknown, conflicts }: ListCounts) =>
  [
    below > 0 ? `時間不足${below}名` : '',
    conflicts > 0 ? `別の記録あり${conflicts}名` : '',
    doubtful > 0 ? `要確認${doubtful}名` : '',
    unknown > 0 ? `該当なし${unknown}名` : '',
  ]
    .filter((part) => part !== '')
    .join('、');

const restEn = ({ below, doubtful, unknown, conflicts }: ListCounts) =>
  [
    below > 0 ? `${below} below the threshold` : '',
    conflicts > 0 ? `${conflicts} recorded otherwise` : '',
    doubtful > 0 ? `${doubtful} to be asked` : '',
    unknown > 0 ? `${unknown} not recognised` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');

const people = (count: number) => (count === 1 ? 'one person' : `${count} people`);

export const onlineListJa = {
  words: {
    drop: `ZoomまたはTeamsの参加者リスト(CSV・Excel)を、このチャットにそのままお送りください。内容を確認してから記録します。セッションは日時から判断しますが、「WS2」のようにコードを添えていただくこともできます。${exportJa}`,
    does: (title: string, counts: ListCounts) => {
      const rest = restJa(counts);
      return `「${title}」に${counts.record}名を「オンラインで出席」として記録します${rest === '' ? '' : `(記録しない方: ${rest})`}。`;
    },
    done: (title: string, count: number) =>
      `「${title}」: 参加者リストから${count}名を「オンラインで出席」として記録しました。`,
    left: (counts: ListCounts) => `記録していない方: ${restJa(counts)}。`,
    threshold: (minutes: number) => `「出席」は、セッションの時間内に${minutes}分以上参加された方です。`,
    utc: 'リストの時刻を協定世界時(UTC)として読みました。',
    record: '記録する方',
    below: '時間の足りない方',
    conflicts: '別の記録がある方(そのままにします)',
    doubtful: '確認が必要な名前',
    unknown: '該当する方のない名前(記録しません)',
    apart: '参加者以外(事務局・講師・ツールなど)',
    already: (count: number) => `${count}名はすでに「オンラインで出席」と記録されています。`,
    missing: 'オンラインで登録され、リストにない方',
    minutes: (name: string, minutes: number) => `${name}: ${minutes}分`,
    short: (name: string, minutes: number, length: number) => `${name}: ${length}分中${minutes}分`,
    stands: (name: string, came: string) => `${name}: ${came}`,
    perhaps: (shown: string, names: readonly string[]) => `${shown} → ${names.join('、')}?`,
    more: (count: number) => `ほか${count}名`,
    decide: '確認して記録',
    nothingYet:
      'このままでは記録する方がいません。「確認して記録」から記録する方をお選びいただくか、そのままにしてください。',
    nobodyKnown: (count: number) =>
      count === 0
        ? 'このリストには、参加者の方が載っていません。別の会議のリストでないかご確認のうえ、もう一度お送りください。'
        : `このリストの${count}件の名前に該当する方は、名簿にいません。参加された方は「当日参加を記録」から記録してください。名簿にない方は「参加者を追加」で加えてから、リストをもう一度お送りください。`,
    who: (shown: string) => `「${shown}」はどなたですか`,
    nobody: '参加者ではない',
    also: '次の方も記録',
    alsoHint: '選んだ方を「オンラインで出席」として記録します。今の記録は履歴に残ります。',
    later: (count: number) =>
      `ほか${count}名は、記録のあとに表示される「確認して記録」から、続けてご確認いただけます。`,
    byHand: (count: number) => `ほか${count}名はこの画面に入りきりません。「出欠を記録」から記録してください。`,
  },
  refusals: {
    list_unreadable: ({ file, problem }: { readonly file: string; readonly problem: OnlineListProblem }) =>
      `「${file}」は参加者リストとして読めませんでした。${problemsJa[problem]}`,
    list_needed: () => onlineListJa.words.drop,
    list_of_other_time: (about: AboutSession) =>
      `このリストの日時は${titleJa(about)}の時間と重なりません。別のセッションのコードを添えて、もう一度お送りください。`,
    list_of_nobody: (about: AboutSession & { readonly count: number }) =>
      `${titleJa(about)}: ${onlineListJa.words.nobodyKnown(about.count)}`,
    list_recorded: (about: AboutSession & { readonly count: number }) =>
      `${titleJa(about)}: このリストから新しく記録する方はいません(${about.count}名は記録済み)。訂正は「出欠を記録」からお願いします。`,
  },
};

export const onlineListEn: typeof onlineListJa = {
  words: {
    drop: `Please drop the participant list of Zoom or Teams (CSV or Excel) here as it is. You see what it says before anything is recorded. Its times tell the session; you can add a code such as WS2. ${exportEn}`,
    does: (title, counts) => {
      const rest = restEn(counts);
      return `Record ${people(counts.record)} as present online for “${title}”${rest === '' ? '' : `; not recorded: ${rest}`}.`;
    },
    done: (title, count) => `${title}: recorded ${people(count)} as present online, by the participant list.`,
    left: (counts) => `Not recorded: ${restEn(counts)}.`,
    threshold: (minutes) => `Present means at least ${minutes} minutes within the session’s time.`,
    utc: 'The times of the list were read as UTC.',
    record: 'To be recorded',
    below: 'Left early or came late',
    conflicts: 'Recorded otherwise (stays so)',
    doubtful: 'To be asked',
    unknown: 'Not recognised (not recorded)',
    apart: 'No participants (secretariat, speakers, tools)',
    already: (count) => `${people(count)} of the list ${count === 1 ? 'is' : 'are'} recorded as online already.`,
    missing: 'Registered online and not on the list',
    minutes: (name, minutes) => `${name}: ${minutes} minutes`,
    short: (name, minutes, length) => `${name}: ${minutes} of ${length} minutes`,
    stands: (name, came) => `${name}: ${came}`,
    perhaps: (shown, names) => `${shown} → ${names.join(', ')}?`,
    more: (count) => `and ${count} more`,
    decide: 'Decide and record',
    nothingYet: 'As it stands nobody would be recorded. Press “Decide and record” to choose who is to be, or leave it.',
    nobodyKnown: (count) =>
      count === 0
        ? 'No participant is on this list. Please check whether it is of another meeting, and send the right one.'
        : `${count === 1 ? 'The one name on this list matches' : `The ${count} names on this list match`} nobody on the roster. Record those who were there with “Record walk-in”. For new people, use “Add a person” and send the list once more.`,
    who: (shown) => `Who is “${shown}”?`,
    nobody: 'Nobody of ours',
    also: 'Record these, too',
    alsoHint: 'Those chosen are recorded as present online. What was recorded before stays in the history.',
    later: (count) =>
      `${count} more ${count === 1 ? 'is' : 'are'} asked about afterwards: press “Decide and record” again once these are recorded.`,
    byHand: (count) =>
      `${count} more ${count === 1 ? 'does' : 'do'} not fit in here. Please record them with “Record attendance”.`,
  },
  refusals: {
    list_unreadable: ({ file, problem }) => `“${file}” ${problemsEn[problem]}`,
    list_needed: () => onlineListEn.words.drop,
    list_of_other_time: (about) =>
      `The times of this list do not meet those of ${titleEn(about)}. Please send it once more with the code of another session.`,
    list_of_nobody: (about) => `${titleEn(about)}: ${onlineListEn.words.nobodyKnown(about.count)}`,
    list_recorded: (about) =>
      `${titleEn(about)}: this list adds nobody (${about.count} recorded already). To correct a record, use “Record attendance”.`,
  },
};
