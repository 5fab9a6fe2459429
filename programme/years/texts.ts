/** All words about a further year of a programme, in Japanese and English. */
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language } from '../requests/context.js';

interface Copy {
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly sessions: number;
  readonly deliverables: number;
  readonly companies: number;
  readonly people: number;
}

interface CopyNotes {
  readonly faq: number;
  readonly sources: number;
  readonly assignments: number;
  readonly closures: number;
  /** Codes of sessions that were called off. */
  readonly leftOut: readonly string[];
}

interface Opened {
  readonly name: string;
  readonly from: string;
  /** The reader is in another programme, too. */
  readonly again: boolean;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

const ja = {
  labels: {
    nameJa: '新しいプログラムの名称(日本語)',
    nameEn: '新しいプログラムの名称(英語)',
    code: 'プログラムの符号',
    startsOn: '初日',
    which: '続けて参加する会社',
    companies: '会社(「選んだ会社」のとき)',
    staff: '続けて担当する方',
    people: '担当する方(「選んだ方」のとき)',
  },
  hints: {
    code: '英数字・ハイフンなど32文字以内。ほかのプログラムと重ならないもの',
    startsOn: 'セッションと期限は、曜日をそろえて同じ週数だけ後ろに移ります',
    staff: 'アドバイザー・講師・ほかの事務局の方。ご自身は、今の役割のまま新しいプログラムに加わります',
  },
  which: { all: 'すべての会社', none: 'なし', chosen: '選んだ会社' },
  whichStaff: { all: '全員', none: 'なし(ご自身のみ)', chosen: '選んだ方' },
  introduction: (name: string) =>
    `「${name}」をもとに、新しいプログラムを作ります。次に内容をお見せし、ご確認のうえで作成します。`,
  next: '内容を確認',
  create: '作成する',
  does: ({ name, from, until, sessions, deliverables, companies, people }: Copy) =>
    `プログラム「${name}」(${from}〜${until})を作成します。セッション${sessions}件、成果物${deliverables}件、会社${companies}社、${people}名です。開始のご案内をするまで、どなたにもお知らせは届かず、事務局の方だけに見えます。`,
  sessions: 'セッションの日程',
  session: ({ title, when, deadline }: { readonly title: string; readonly when: string; readonly deadline: string }) =>
    `${title}: ${when}(申込締切 ${deadline})`,
  dues: '成果物の期限',
  due: (title: string, day: string) => `${title}: ${day}`,
  noDue: '期限なし',
  dayOff: (name: string) => ` ※${name}です。日程をご確認ください。`,
  notes: ({ faq, sources, assignments, closures, leftOut }: CopyNotes) =>
    [
      `設定・リマインダーの決まり・休業日${closures}件(日付は同じ月日)・よくある質問${faq}件・ナレッジの資料${sources}件・報告書の目的や主催者などの文章・担当アドバイザー${assignments}件も引き継ぎます。`,
      '回答・出欠・相談とその枠・原稿・アンケート・質問は引き継ぎません。オンライン会議のURLは、あらためてご入力ください。',
      ...(leftOut.length > 0 ? [`中止になったセッション(${leftOut.join('、')})は含みません。`] : []),
    ].join('\n'),
  copied: (name: string) =>
    `プログラム「${name}」を作成しました。まだどなたにもお知らせしていません。日程などを整えてから、開始をご案内ください。`,
  look: 'このプログラムを見る',
  more: (count: number) => `ほか${count}件`,
  openDoes: ({ name, people }: { readonly name: string; readonly people: number }) =>
    `「${name}」の開始を${people}名にご案内し、リマインダーを始めます。これ以後は全員に見えるようになり、取り消せません。`,
  openedFor: ({ name, people }: { readonly name: string; readonly people: number }) =>
    `「${name}」の開始を${people}名にご案内します。`,
  opened: ({ name, from, again }: Opened) =>
    `プログラム「${name}」が${from}から始まります。${again ? '引き続きよろしくお願いいたします。' : 'どうぞよろしくお願いいたします。'}`,
  openedNote: 'これまでのプログラムの内容も、「プログラムの切り替え」でご覧になれます。',
  kinds: { opened: '新しいプログラムのご案内' },
  actions: {
    'programme.copy': action(
      '新しいプログラムを作成',
      '今のプログラムをもとに、来年度などの新しいプログラムを作ります',
      '来年度のプログラム',
      'プログラムの複製',
    ),
    'programme.open': action(
      '開始をご案内',
      '作成した新しいプログラムの開始を、参加する方全員にお知らせします',
      '開始のご案内',
    ),
  },
  refusals: {
    programme_code_taken: ({ code }: { readonly code: string }) =>
      `符号「${code}」のプログラムはすでにあります。別の符号をご入力ください。`,
    copy_in_the_past: ({ what }: { readonly what: string }) =>
      `${what === '' ? '初日' : `「${what}」の日程か締切`}が過ぎた日になります。もっと後の初日をお選びください。`,
    continuing_companies_needed: () => '続けて参加する会社を1社以上お選びください。',
    continuing_staff_needed: () => '続けて担当する方を1名以上お選びください。',
    programme_unannounced: () =>
      'このプログラムは、まだ開始をご案内していません。先に「開始をご案内」を押してください。まだ何もお送りしていません。',
    already_announced: () => 'このプログラムはすでにご案内済みです。お知らせは「お知らせを作成」からお送りください。',
  },
};

const en: typeof ja = {
  labels: {
    nameJa: 'Name of the new programme (Japanese)',
    nameEn: 'Name of the new programme (English)',
    code: 'Code of the programme',
    startsOn: 'First day',
    which: 'Companies that continue',
    companies: 'Companies (for “chosen ones”)',
    staff: 'Staff who continue',
    people: 'Staff (for “chosen ones”)',
  },
  hints: {
    code: 'Up to 32 letters, digits and hyphens, other than any programme has',
    startsOn: 'Sessions and due dates move by whole weeks, so that they keep their day of the week',
    staff: 'Advisers, speakers and others of the secretariat. You yourself continue in all that you are now',
  },
  which: { all: 'All companies', none: 'None', chosen: 'Chosen ones' },
  whichStaff: { all: 'All of them', none: 'Nobody but me', chosen: 'Chosen ones' },
  introduction: (name) => `Makes a new programme from “${name}”. You are shown what it will be before it is created.`,
  next: 'Show what it will be',
  create: 'Create',
  does: ({ name, from, until, sessions, deliverables, companies, people }) =>
    `Creates the programme “${name}” (${from} to ${until}) with ${counted(sessions, 'session', 'sessions')}, ${counted(deliverables, 'deliverable', 'deliverables')}, ${counted(companies, 'company', 'companies')} and ${counted(people, 'person', 'people')}. Nobody is told until you announce it, and only the secretariat sees it until then.`,
  sessions: 'When sessions take place',
  session: ({ title, when, deadline }) => `${title}: ${when} (registration until ${deadline})`,
  dues: 'Due dates of deliverables',
  due: (title, day) => `${title}: ${day}`,
  noDue: 'no due date',
  dayOff: (name) => ` – this is a day off (${name}); please check it.`,
  notes: ({ faq, sources, assignments, closures, leftOut }) =>
    [
      `Settings, the rules of reminders, days off (${closures}, on the same dates), entries of the FAQ (${faq}), documents in the knowledge (${sources}), the report’s purpose and organisers, and who advises whom (${assignments}) come along.`,
      'Answers, attendance, consultations and hours offered for them, drafts, feedback and questions do not. Links of online meetings have to be entered anew.',
      ...(leftOut.length > 0 ? [`Sessions that were called off are left out (${leftOut.join(', ')}).`] : []),
    ].join('\n'),
  copied: (name) =>
    `The programme “${name}” was created. Nobody has been told. Put its dates in order first, and then announce it.`,
  look: 'Look at this programme',
  more: (count) => `and ${count} more`,
  openDoes: ({ name, people }) =>
    `Tells ${counted(people, 'person', 'people')} that “${name}” begins, and starts its reminders. From then on everybody in it sees it; this cannot be taken back.`,
  openedFor: ({ name, people }) => `${counted(people, 'person is', 'people are')} told that “${name}” begins.`,
  opened: ({ name, from, again }) =>
    `The programme “${name}” begins on ${from}. We look forward to working with you${again ? ' again' : ''}.`,
  openedNote: 'What you did until now is still there: switch between programmes with “Choose programme”.',
  kinds: { opened: 'A new programme begins' },
  actions: {
    'programme.copy': action(
      'Make a new programme',
      'Makes a new programme from this one, for the next year for example',
      'copy programme',
      'programme for next year',
    ),
    'programme.open': action(
      'Announce the programme',
      'Tells everybody in a new programme that it begins',
      'announce programme',
    ),
  },
  refusals: {
    programme_code_taken: ({ code }) => `There is a programme “${code}” already. Please enter another code.`,
    copy_in_the_past: ({ what }) =>
      `${what === '' ? 'The first day' : `The date or deadline of “${what}”`} would be past. Please choose a later first day.`,
    continuing_companies_needed: () => 'Please choose at least one company that continues.',
    continuing_staff_needed: () => 'Please choose at least one person who continues.',
    programme_unannounced: () =>
      'This programme has not been announced yet. Please announce the programme first. Nothing was sent.',
    already_announced: () =>
      'This programme has been announced already. To tell its people more, write an announcement.',
  },
};

export const yearTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
