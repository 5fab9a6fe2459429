/** All words of a company's card and of the notes about it, in Japanese and English. */
import { actionTexts as action } from '../../messages/action-texts.js';
import type { Language } from '../../requests/context.js';

const ja = {
  company: '企業',
  about: (company: string) => `企業: ${company}`,
  cardOf: (company: string) => `${company}の台帳`,
  card: '台帳を表示',
  comma: '、',
  none: 'なし',
  guest: 'プログラムの参加企業ではなく、ゲストとして参加された企業です。',
  labels: {
    people: '参加者',
    advisers: '担当アドバイザー',
    hours: '個別相談の回数',
    lastActivity: '最後の動き',
    deliverables: '提出物',
    sessions: 'セッション',
    consultations: '個別相談',
  },
  beyond: (count: number) => `ほか${count}名`,
  earlier: (count: number) => `これより前: ${count}件`,
  stage: (stage: string, due: string | null) => `${stage}${due === null ? '' : ` 期限: ${due}`}`,
  session: ({ at, registered, came }: { at: string; registered: number; came: number }) =>
    `${at} 参加予定 ${registered}名、参加 ${came}名`,
  consultation: (adviser: string, state: string) => `${adviser} ${state}`,
  /** Of all companies, without their names. */
  mirror: 'プログラム全体の状況',
  submitted: (title: string, count: number, of: number) => `${title}: ${of}社中${count}社が提出済みです。`,
  booked: (count: number, of: number) => `個別相談: ${of}社中${count}社が予約または実施済みです。`,
  notes: (count: number) =>
    count === 0
      ? '事務局のメモはありません。メモは企業には表示されません。'
      : `事務局のメモ: ${count}件(企業には表示されません)`,
  notesOf: (company: string) => `${company}についてのメモ`,
  noteOf: (at: string, by: string) => `${at} ${by}`,
  note: 'メモ',
  noteHint: '事務局だけが読めます。企業にもアドバイザーにも表示されません。',
  noteDoes: (company: string) => `${company}についてのメモを保存します。企業には表示されません。`,
  noted: (company: string) => `${company}についてのメモを保存しました。企業には表示されません。`,
  addNote: 'メモを書く',
  allNotes: 'メモをすべて表示',
  message: 'この企業にお知らせ',
  ledger: '相談回数の内訳',
  more: '続きを表示',
  submits: { 'company.show': '台帳を表示', 'company.note': 'メモを保存', 'company.notes': 'メモを表示' },
  refusals: {
    no_such_company: ({ sought }: { readonly sought: string }) =>
      `「${sought}」に当てはまる企業が見つかりません。一覧からお選びください。`,
  },
  actions: {
    'company.show': action(
      '企業の台帳',
      '企業(参加企業の方はご自身の企業)の参加者、相談、提出物などをまとめて表示します',
      '台帳',
      '会社の台帳',
    ),
    'company.note': action('企業のメモを書く', '事務局だけが読めるメモを企業について残します', '企業メモ'),
    'company.notes': action('企業のメモ', '企業についての事務局のメモを表示します', '企業メモの一覧'),
  },
};

const en: typeof ja = {
  company: 'Company',
  about: (company) => `Company: ${company}`,
  cardOf: (company) => `${company} at a glance`,
  card: 'Show the card',
  comma: ', ',
  none: 'none',
  guest: 'Not a company of the programme: people of it came as guests.',
  labels: {
    people: 'People',
    advisers: 'Advisers',
    hours: 'Consultations granted',
    lastActivity: 'Last activity',
    deliverables: 'Deliverables',
    sessions: 'Sessions',
    consultations: 'Consultations',
  },
  beyond: (count) => `${count} more`,
  earlier: (count) => `${count} more before these`,
  stage: (stage, due) => `${stage}${due === null ? '' : `, due ${due}`}`,
  session: ({ at, registered, came }) => `${at}: ${registered} registered, ${came} came`,
  consultation: (adviser, state) => `${adviser}: ${state}`,
  mirror: 'All companies of the programme',
  submitted: (title, count, of) => `${title}: ${count} of ${of} companies have submitted it.`,
  booked: (count, of) => `Consultations: ${count} of ${of} companies have booked or had one.`,
  notes: (count) =>
    count === 0
      ? 'There is no note of the secretariat. Notes are never shown to the company.'
      : `Notes of the secretariat: ${count} (never shown to the company)`,
  notesOf: (company) => `Notes about ${company}`,
  noteOf: (at, by) => `${at}, ${by}`,
  note: 'Note',
  noteHint: 'The secretariat alone reads it, neither the company nor its adviser.',
  noteDoes: (company) => `This note about ${company} is kept. The company never sees it.`,
  noted: (company) => `The note about ${company} is kept. The company never sees it.`,
  addNote: 'Write a note',
  allNotes: 'Show all notes',
  message: 'Write to this company',
  ledger: 'Account of consultations',
  more: 'Show more',
  submits: { 'company.show': 'Show the card', 'company.note': 'Keep the note', 'company.notes': 'Show the notes' },
  refusals: {
    no_such_company: ({ sought }) => `No company is called “${sought}”. Please choose one from the list.`,
  },
  actions: {
    'company.show': action(
      'Company card',
      'Shows a company’s people, consultations, deliverables and more (to participants their own)',
      'company card',
      'card of the company',
    ),
    'company.note': action('Write a company note', 'Keeps a note about a company that only the secretariat reads'),
    'company.notes': action('Company notes', 'Shows the notes of the secretariat about a company'),
  },
};

export const companyCardTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
