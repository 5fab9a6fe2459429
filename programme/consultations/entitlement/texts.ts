/** All words about the hours that a company has, in Japanese and English. */
import type { EntitlementKind } from '../../../prisma/client.js';
import { actionTexts as action } from '../../messages/action-texts.js';
import { type Bilingual, pick } from '../../messages/bilingual.js';
import type { Language } from '../../requests/context.js';

interface Granting {
  readonly company: string;
  /** Of all that it was granted. */
  readonly was: number;
  readonly becomes: number;
  /** What it may still book afterwards. */
  readonly left: number;
}

interface Entry {
  readonly kind: EntitlementKind;
  readonly hours: number;
  /** Null: the programme itself. */
  readonly by: string | null;
  readonly at: string;
  /** Of the consultation; null where it is about none. */
  readonly booking: string | null;
  readonly reason: string;
  /** What was left after it. */
  readonly sum: number;
}

const signed = (hours: number) => (hours > 0 ? `+${hours}` : `${hours}`.replace('-', '−'));
const hoursEn = (count: number) => (count === 1 ? '1 hour' : `${count} hours`);

const kindsJa: Readonly<Record<EntitlementKind, string>> = {
  granted: '付与',
  revoked: '減',
  reserved: '予約',
  returned: '返却',
  used: '利用',
  forfeited: '失効',
};
const kindsEn: typeof kindsJa = {
  granted: 'granted',
  revoked: 'taken back',
  reserved: 'booked',
  returned: 'given back',
  used: 'used',
  forfeited: 'forfeited',
};

const ja = {
  company: '企業',
  hours: '時間数',
  hoursHint: '増やす場合は「1」、使われていない分を減らす場合は「-1」のようにご入力ください。',
  reason: '理由',
  next: '次へ',
  grant: '付与する',
  revoke: '減らす',
  does: ({ company, was, becomes, left }: Granting) =>
    `「${company}」の個別相談を変更します。${was}時間 → ${becomes}時間。予約できる残りは${left}時間になります。`,
  done: ({ company, was, becomes, left }: Granting) =>
    `「${company}」の個別相談を変更しました。${was}時間 → ${becomes}時間。予約できる残りは${left}時間です。`,
  because: (reason: string) => `理由: ${reason}`,
  willBeTold: (count: number) => `同社の参加者${count}名にお知らせします。`,
  ledger: '時間の記録',
  ledgerOf: (company: string) => `「${company}」の個別相談の時間`,
  kinds: kindsJa,
  entry: ({ kind, hours, sum }: Entry) => `${kindsJa[kind]} ${signed(hours)}時間(残り${sum}時間)`,
  entryLines: ({ by, at, booking, reason }: Entry) => [
    `${at} ${by ?? 'プログラムの規定'}`,
    ...(booking === null ? [] : [`個別相談: ${booking}`]),
    ...(reason === '' ? [] : [`理由: ${reason}`]),
  ],
  left: (count: number) => `予約できる残り: ${count}時間`,
  more: '次を表示',
  notices: {
    granted: (granted: number, left: number) =>
      `貴社の個別相談の回数が変わりました。全部で${granted}回、あと${left}回ご予約いただけます。`,
    book: '個別相談を予約',
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    guest_has_no_hours: () =>
      'プログラム外の企業には、個別相談の時間がありません。名簿に企業を加えてから、もう一度お試しください。',
    hours_wrong: () => '時間数は、-20から20までの0以外の整数でご入力ください。',
    hours_in_use: ({ company, left }: { readonly company: Bilingual; readonly left: number }) =>
      `「${pick('ja', company)}」の使われていない時間は${left}時間です。それより多くは減らせません。先に予約を取り消すか、時間数を減らしてください。`,
  },
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    'consultation.grant': action(
      '相談時間の付与',
      '企業の個別相談の時間を、理由を添えて増減します',
      '相談時間を付与',
      '相談回数の追加',
    ),
    'consultation.ledger': action(
      '相談時間の記録',
      '企業の個別相談の時間が、いつ、誰により、なぜ増減したかを表示します',
      '相談の台帳',
    ),
  },
};

const en: typeof ja = {
  company: 'Company',
  hours: 'Hours',
  hoursHint: 'For example 1 to grant one more, -1 to take back one that is not in use.',
  reason: 'Reason',
  next: 'Next',
  grant: 'Grant',
  revoke: 'Take back',
  does: ({ company, was, becomes, left }) =>
    `This changes the consultations of “${company}”: ${hoursEn(was)} → ${hoursEn(becomes)}. It can then still book ${hoursEn(left)}.`,
  done: ({ company, was, becomes, left }) =>
    `The consultations of “${company}” were changed: ${hoursEn(was)} → ${hoursEn(becomes)}. It can still book ${hoursEn(left)}.`,
  because: (reason) => `Reason: ${reason}`,
  willBeTold: (count) =>
    count === 1 ? '1 participant of the company will be told.' : `${count} participants of the company will be told.`,
  ledger: 'Ledger',
  ledgerOf: (company) => `Consultation hours of “${company}”`,
  kinds: kindsEn,
  entry: ({ kind, hours, sum }) => `${signed(hours)} ${kindsEn[kind]} (left: ${sum})`,
  entryLines: ({ by, at, booking, reason }) => [
    `${at}, ${by ?? 'rule of the programme'}`,
    ...(booking === null ? [] : [`Consultation: ${booking}`]),
    ...(reason === '' ? [] : [`Reason: ${reason}`]),
  ],
  left: (count) => `Left to book: ${hoursEn(count)}`,
  more: 'More',
  notices: {
    granted: (granted, left) =>
      `The number of your company’s consultations has changed: ${granted} in all, ${left} left to book.`,
    book: 'Book a consultation',
  },
  refusals: {
    guest_has_no_hours: () =>
      'A company outside the programme has no consultation hours. Please add it to the roster and try again.',
    hours_wrong: () => 'Please enter a whole number of hours from -20 to 20, other than 0.',
    hours_in_use: ({ company, left }) =>
      `“${pick('en', company)}” has ${hoursEn(left)} that are not in use, so no more can be taken back. Please cancel a booking first, or take back fewer.`,
  },
  actions: {
    'consultation.grant': action(
      'Grant hours',
      'Grants a company consultation hours or takes back unused ones, with the reason',
      'grant consultation hours',
    ),
    'consultation.ledger': action(
      'Ledger of hours',
      'Shows when, by whom and why the consultation hours of a company changed',
      'ledger of a company',
    ),
  },
};

export const entitlementTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
