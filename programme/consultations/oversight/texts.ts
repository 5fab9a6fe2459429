/** All words of the secretariat's overview of consultations, in Japanese and English. */
import { actionTexts as action } from '../../messages/action-texts.js';
import type { Language } from '../../requests/context.js';
import type { LedgerSum } from '../entitlement/ledger.js';
import type { FreeMonth, FreeMonths } from './free-months.js';

interface Capacity {
  /** Companies that still have hours to book, and how many hours. */
  readonly companies: number;
  readonly needed: number;
  readonly free: FreeMonths;
}

interface Hours {
  readonly held: number;
  readonly booked: number;
  readonly free: number;
}

const plural = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

const monthNames = 'January February March April May June July August September October November December'.split(' ');
const monthEn = ({ month, year }: FreeMonth) => `${monthNames[month - 1]}${year === null ? '' : ` ${year}`}`;
const monthJa = ({ month, year }: FreeMonth) => `${year === null ? '' : `${year}年`}${month}月`;

/** "3 hours are free in February, 4 in March, 2 in April and 5 later" */
function freeEn({ months: [first, ...others], later }: FreeMonths): string {
  if (first === undefined) return 'no hour is free';
  const more = others.map((one) => `, ${one.hours} in ${monthEn(one)}`).join('');
  const rest = later > 0 ? ` and ${later} later` : '';
  return `${plural(first.hours, 'hour is', 'hours are')} free in ${monthEn(first)}${more}${rest}`;
}

function freeJa({ months, later }: FreeMonths): string {
  if (months.length === 0) return '空いている時間はありません';
  const parts = [
    ...months.map((one) => `${monthJa(one)}に${one.hours}時間`),
    ...(later > 0 ? [`それ以降に${later}時間`] : []),
  ];
  return `空いている時間は${parts.join('、')}です`;
}

const ja = {
  capacity: ({ companies, needed, free }: Capacity) =>
    `${companies}社が、あと${needed}時間を予約できます。${freeJa(free)}。`,
  short: (hours: number) => `空き時間が${hours}時間足りません。`,
  notBooked: (total: number) => `個別相談をまだ予約していない企業: ${total}社`,
  allBooked: 'すべての企業が個別相談を予約しています。',
  company: (left: number) => `予約できる残り: ${left}時間`,
  companies: (total: number) => `企業別の時間: ${total}社`,
  companyHours: ({ granted, booked, used, left }: LedgerSum) =>
    `付与${granted}時間、予約${booked}時間、利用${used}時間、残り${left}時間`,
  advisers: (total: number) => `アドバイザー別: ${total}名`,
  adviser: ({ held, booked, free }: Hours) => `実施${held}件、予約${booked}件、空き${free}件`,
  missing: (total: number) => `記録がまだの相談: ${total}件`,
  apart: (total: number) => `担当を外れたアドバイザーの予約: ${total}件(本人には表示されません)`,
  coming: (total: number) => `これからの予約: ${total}件`,
  comingOf: (company: string, total: number) => `「${company}」のこれからの予約: ${total}件`,
  title: (hour: string, company: string) => `${hour} 「${company}」`,
  ledger: '時間の記録',
  grant: '時間を付与',
  handOver: '引き継ぐ',
  bookings: 'これからの予約',
  more: '次を表示',
  /** To see a list whole of which the overview shows the beginning. */
  all: {
    unbooked: '未予約の企業をすべて表示',
    companies: '企業別の時間',
    advisers: 'アドバイザーをすべて表示',
    missing: '記録がまだの相談をすべて表示',
    apart: '担当を外れた方の予約をすべて表示',
    coming: 'これからの予約をすべて表示',
  },
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    'consultation.overview': action(
      '個別相談の状況',
      'まだ予約していない企業、空き時間、記録がまだの相談を表示します',
      '相談の状況',
    ),
  },
};

const en: typeof ja = {
  capacity: ({ companies, needed, free }) =>
    `${plural(companies, 'company still needs', 'companies still need')} ${plural(needed, 'hour', 'hours')}; ${freeEn(free)}.`,
  short: (hours) => `${plural(hours, 'free hour is', 'free hours are')} lacking.`,
  notBooked: (total) => `Not booked any consultation yet: ${plural(total, 'company', 'companies')}`,
  allBooked: 'Every company has booked a consultation.',
  company: (left) => `Left to book: ${plural(left, 'hour', 'hours')}`,
  companies: (total) => `Hours by company: ${plural(total, 'company', 'companies')}`,
  companyHours: ({ granted, booked, used, left }) =>
    `Granted: ${granted}, booked: ${booked}, used: ${used}, left: ${left}`,
  advisers: (total) => `By adviser: ${plural(total, 'adviser', 'advisers')}`,
  adviser: ({ held, booked, free }) => `Held: ${held}, booked: ${booked}, free: ${free}`,
  missing: (total) => `Records still missing: ${total}`,
  apart: (total) => `Bookings of advisers who may no longer see the company: ${total}`,
  coming: (total) => `Coming consultations: ${total}`,
  comingOf: (company, total) => `Coming consultations of ${company}: ${total}`,
  title: (hour, company) => `${hour} ${company}`,
  ledger: 'Ledger',
  grant: 'Grant hours',
  handOver: 'Hand over',
  bookings: 'Coming bookings',
  more: 'More',
  all: {
    unbooked: 'All that have not booked',
    companies: 'Hours by company',
    advisers: 'All advisers',
    missing: 'All missing records',
    apart: 'All bookings left behind',
    coming: 'All coming consultations',
  },
  actions: {
    'consultation.overview': action(
      'State of consultations',
      'Shows who has not booked yet, the free hours, and missing records',
      'consultation overview',
    ),
  },
};

export const overviewTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
