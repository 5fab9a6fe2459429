/** What the secretariat's file of consultations says, and the message that brings it. */
import type { BookingState } from '../../../prisma/client.js';
import { actionTexts as action } from '../../messages/action-texts.js';
import type { Language } from '../../requests/context.js';

const statesJa: Readonly<Record<BookingState, string>> = {
  booked: '予約済み',
  held: '実施済み',
  company_absent: '企業の欠席',
  adviser_absent: 'アドバイザーの欠席',
  not_held: '実施されず',
  cancelled: '取り消し済み',
};
const statesEn: typeof statesJa = {
  booked: 'booked',
  held: 'held',
  company_absent: 'the company did not come',
  adviser_absent: 'the adviser did not come',
  not_held: 'not held',
  cancelled: 'cancelled',
};

const ja = {
  ready: (count: number) => `個別相談の一覧のファイルを作成しました(${count}件)。`,
  open: 'ファイルを開く',
  again: '最新のファイルを作成',
  /** Of the file, without its ending. */
  fileName: (day: string) => `個別相談_${day}`,
  sheets: { consultations: '個別相談', companies: '企業', advisers: 'アドバイザー' },
  columns: {
    starts: (zone: string) => `開始(${zone})`,
    ends: (zone: string) => `終了(${zone})`,
    company: '企業',
    adviser: 'アドバイザー',
    mode: '方法',
    state: '状態',
    minutes: '実施時間(分)',
    attendees: '出席予定の方',
    topics: 'ご相談内容',
    questions: 'ご質問',
    advice: '助言',
    granted: '付与',
    booked: '予約済み',
    used: '利用済み',
    forfeited: 'うち失効',
    left: '残り',
    held: '実施',
    offered: '提供した時間',
    hours: '実施時間(時間)',
  },
  states: statesJa,
  actions: {
    'consultation.export': action(
      '個別相談のファイル',
      '個別相談、企業ごとの時間、アドバイザーごとの実績をExcelファイルで作成します',
      '相談のファイル',
    ),
  },
};

const en: typeof ja = {
  ready: (count) => `The file of consultations is ready: ${count === 1 ? 'one' : `${count} of them`}.`,
  open: 'Open the file',
  again: 'Make it anew',
  fileName: (day) => `consultations_${day}`,
  sheets: { consultations: 'Consultations', companies: 'Companies', advisers: 'Advisers' },
  columns: {
    starts: (zone) => `Starts (${zone})`,
    ends: (zone) => `Ends (${zone})`,
    company: 'Company',
    adviser: 'Adviser',
    mode: 'How',
    state: 'State',
    minutes: 'Minutes held',
    attendees: 'Who comes',
    topics: 'Topics',
    questions: 'Questions',
    advice: 'Advice',
    granted: 'Granted',
    booked: 'Booked',
    used: 'Used',
    forfeited: 'Of these forfeited',
    left: 'Left',
    held: 'Held',
    offered: 'Offered',
    hours: 'Hours held',
  },
  states: statesEn,
  actions: {
    'consultation.export': action(
      'File of consultations',
      'Makes an Excel file of the consultations, and of hours by company and by adviser',
      'consultations file',
    ),
  },
};

export const consultationFileTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
