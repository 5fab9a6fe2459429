/** All words of the secretariat's overview of consultations, in Japanese and English. */
import { actionTexts as action } from '../../messages/action-texts.js';
import type { Language } from '../../requests/context.js';

interface Capacity {
  /** Companies that still have hours to book, and how many hours. */
  readonly companies: number;
  readonly needed: number;
  readonly free: number;
}

interface Hours {
  readonly held: number;
  readonly booked: number;
  readonly free: number;
}

const plural = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

const ja = {
  capacity: ({ companies, needed, free }: Capacity) =>
    `${companies}社が、あと${needed}時間を予約できます。空いている時間は${free}時間です。`,
  short: (hours: number) => `空き時間が${hours}時間足りません。`,
  notBooked: (total: number) => `個別相談をまだ予約していない企業: ${total}社`,
  allBooked: 'すべての企業が個別相談を予約しています。',
  company: (left: number) => `予約できる残り: ${left}時間`,
  advisers: 'アドバイザー別',
  adviser: ({ held, booked, free }: Hours) => `実施${held}件、予約${booked}件、空き${free}件`,
  missing: (total: number) => `記録がまだの相談: ${total}件`,
  apart: '担当を外れたアドバイザーの予約(本人には表示されません)',
  coming: 'これからの予約',
  title: (hour: string, company: string) => `${hour} 「${company}」`,
  ledger: '時間の記録',
  grant: '時間を付与',
  more: '次を表示',
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
    `${plural(companies, 'company still needs', 'companies still need')} ${plural(needed, 'hour', 'hours')}; ${plural(free, 'hour is', 'hours are')} free.`,
  short: (hours) => `${plural(hours, 'free hour is', 'free hours are')} lacking.`,
  notBooked: (total) => `Not booked any consultation yet: ${plural(total, 'company', 'companies')}`,
  allBooked: 'Every company has booked a consultation.',
  company: (left) => `Left to book: ${plural(left, 'hour', 'hours')}`,
  advisers: 'By adviser',
  adviser: ({ held, booked, free }) => `Held: ${held}, booked: ${booked}, free: ${free}`,
  missing: (total) => `Records still missing: ${total}`,
  apart: 'Bookings of advisers who may no longer see the company',
  coming: 'Coming consultations',
  title: (hour, company) => `${hour} ${company}`,
  ledger: 'Ledger',
  grant: 'Grant hours',
  more: 'More',
  actions: {
    'consultation.overview': action(
      'State of consultations',
      'Shows who has not booked yet, the free hours, and missing records',
      'consultation overview',
    ),
  },
};

export const overviewTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
