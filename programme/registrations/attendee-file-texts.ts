/** What the file of a session's attendees says, and the message that brings it. */
import type { Language } from '../context.js';

const ja = {
  ready: (people: number) => `参加者一覧のファイルを作成しました(${people}名)。`,
  open: 'ファイルを開く',
  again: '最新のファイルを作成',
  /** Of the file, without its ending. */
  fileName: (code: string, day: string) => `${code}_参加者一覧_${day}`,
  sheets: { everyone: '参加者', unanswered: '未回答', summary: '集計' },
  columns: {
    companyCode: '会社記号',
    company: '会社',
    name: 'お名前',
    reading: 'ふりがな',
    level: '階層',
    answer: '回答',
    mode: '参加方法',
    waitlist: 'キャンセル待ちの参加方法',
    place: 'キャンセル待ちの順番',
    substituteFor: '代理元の方',
    answeredBy: '回答した方',
    answeredAt: (zone: string) => `回答日時(${zone})`,
    came: '実際の出欠',
    item: '項目',
    value: '値',
  },
  answers: {
    registered: '登録済み',
    waiting: 'キャンセル待ち',
    declined: '欠席',
    cancelled: '取消',
    substituted: '代理の方が出席',
    unanswered: '未回答',
  },
  levels: { management: '経営層', working: '実務担当者' },
  summary: {
    session: 'セッション',
    starts: (zone: string) => `開始(${zone})`,
    ends: (zone: string) => `終了(${zone})`,
    made: (zone: string) => `作成日時(${zone})`,
    everyone: '対象の方',
    companies: '会社数',
    came: '実際の出席',
  },
};

const en: typeof ja = {
  ready: (people) => `The file of attendees is ready: ${people === 1 ? 'one person' : `${people} people`}.`,
  open: 'Open the file',
  again: 'Make it anew',
  fileName: (code, day) => `${code}_attendees_${day}`,
  sheets: { everyone: 'Attendees', unanswered: 'Not answered', summary: 'Summary' },
  columns: {
    companyCode: 'Company code',
    company: 'Company',
    name: 'Name',
    reading: 'Reading',
    level: 'Level',
    answer: 'Answer',
    mode: 'Attendance',
    waitlist: 'On the waitlist for',
    place: 'Place on the waitlist',
    substituteFor: 'Substitute for',
    answeredBy: 'Answered by',
    answeredAt: (zone) => `Answered at (${zone})`,
    came: 'Actual attendance',
    item: 'Item',
    value: 'Value',
  },
  answers: {
    registered: 'registered',
    waiting: 'on the waitlist',
    declined: 'will not attend',
    cancelled: 'cancelled',
    substituted: 'sends a substitute',
    unanswered: 'not answered',
  },
  levels: { management: 'Management', working: 'Working' },
  summary: {
    session: 'Session',
    starts: (zone) => `Start (${zone})`,
    ends: (zone) => `End (${zone})`,
    made: (zone) => `Made at (${zone})`,
    everyone: 'People it is meant for',
    companies: 'Companies',
    came: 'Attended',
  },
};

export type AttendeeFileTexts = typeof ja;

export const attendeeFileTexts: Readonly<Record<Language, AttendeeFileTexts>> = { ja, en };
