/** Words of the list of a session's attendees, in Japanese and English. */
import type { Language } from '../requests/context.js';

interface CountedPeople {
  readonly people: number;
  /** The programme's own, without those of guests. */
  readonly companies: number;
  /** Of the people. */
  readonly guests: number;
}

const ja = {
  title: (title: string) => `${title} 参加者`,
  titleOf: (title: string, shown: string) => `${title} 参加者: ${shown}`,
  everyone: '全員を表示',
  unreached: 'うちチャット未開設',
  confirmed: ({ people, companies, guests }: CountedPeople) =>
    guests === 0
      ? `${people}名(${companies}社)`
      : `${people}名(${companies > 0 ? `${companies}社、` : ''}プログラム外のゲスト${guests}名)`,
  guestCompany: (company: string) => `${company}(プログラム外のゲスト)`,
  labels: {
    onsite: '会場',
    online: 'オンライン',
    waiting: 'キャンセル待ち',
    declined: '欠席',
    cancelled: '取り消し済み',
    substituted: '代理の方が出席',
    unanswered: '未回答',
    came: '実際の出席',
    absent: '実際は欠席',
    registered: '登録済み',
  },
  line: (name: string, standing: string) => `${name}様: ${standing}`,
  actual: (came: string) => `実際: ${came}`,
  notReached: 'チャット未開設',
  companyUnanswered: (company: string) => `${company}(未回答)`,
  none: '対象の方がいません。',
};

const en: typeof ja = {
  title: (title) => `Attendees of ${title}`,
  titleOf: (title, shown) => `Attendees of ${title}: ${shown}`,
  everyone: 'Show everyone',
  unreached: 'Of them not reached in chat',
  confirmed: ({ people, companies, guests }) => {
    const own = `${people} ${people === 1 ? 'person' : 'people'}`;
    const from = ` from ${companies} ${companies === 1 ? 'company' : 'companies'}`;
    if (guests === 0) return own + from;
    const among = guests === 1 ? '1 guest' : `${guests} guests`;
    return `${own}${companies > 0 ? from : ''}, with ${among} from outside the programme`;
  },
  guestCompany: (company) => `${company} (guest)`,
  labels: {
    onsite: 'On site',
    online: 'Online',
    waiting: 'Waitlist',
    declined: 'Will not attend',
    cancelled: 'Cancelled',
    substituted: 'Sends a substitute',
    unanswered: 'Not answered',
    came: 'Attended',
    absent: 'Did not come',
    registered: 'Registered',
  },
  line: (name, standing) => `${name}: ${standing}`,
  actual: (came) => came,
  notReached: 'not reached in chat yet',
  companyUnanswered: (company) => `${company} (not answered)`,
  none: 'There is nobody to list.',
};

export const attendeeTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
