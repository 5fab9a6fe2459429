/** All words of the advisers' room, in Japanese and English. */
import { actionTexts as action } from '../messages/action-texts.js';
import { type Bilingual, pick } from '../messages/bilingual.js';
import type { Language } from '../requests/context.js';

interface Pair {
  readonly adviser: string;
  readonly company: string;
}

interface BothNames {
  readonly adviser: Bilingual;
  readonly company: Bilingual;
}

interface PairWithContact extends Pair {
  readonly contact: string;
}

interface Left extends PairWithContact {
  /** Who still looks after the company. */
  readonly others: readonly string[];
}

interface Looked {
  readonly advisers: readonly string[];
  readonly contact: string;
}

const ja = {
  adviser: 'アドバイザー',
  company: '企業',
  assignment: '担当',
  reason: '理由',
  show: '回答を見る',
  more: 'さらに表示',
  assign: '担当を決める',
  withdraw: '担当から外す',
  next: '次へ',
  pair: ({ adviser, company }: Pair) => `${company} — ${adviser}`,
  /** Above the second form, which asks for agreement. */
  assigns: ({ adviser, company }: Pair) =>
    `${adviser}に「${company}」を担当していただきます。確定すると、${adviser}は同社の参加者のお名前と、今後のセッションへの回答をご覧になれます。`,
  withdraws: ({ adviser, company }: Pair) =>
    `${adviser}を「${company}」の担当から外します。確定すると、${adviser}は同社の参加者のお名前と回答、個別相談の内容と記録を、すぐにご覧になれなくなります。`,
  /** Below what a withdrawal, or the end of a membership, does. */
  holds: (count: number) =>
    `今後の個別相談の予約が${count}件残ります。「個別相談の状況」から、変更または取り消しをしてください。`,
  leaves: (count: number) => `回答をお待ちの質問${count}件は、事務局が引き継ぎます。お尋ねの方にお知らせします。`,
  otherAdvisers: (names: readonly string[]) => `現在の担当: ${names.join('、')}`,
  willBeTold: (count: number) => `アドバイザーと同社の参加者の方のうち、${count}名にお知らせします。`,
  assigned: ({ adviser, company }: Pair) => `「${company}」の担当を${adviser}に決めました。`,
  withdrawn: ({ adviser, company }: Pair) => `${adviser}を「${company}」の担当から外しました。`,
  /** An adviser's own companies. */
  companies: (count: number) => (count === 0 ? '担当企業はまだ決まっていません。' : `担当企業は${count}社です。`),
  companiesNote: '担当企業の参加者のお名前と、今後のセッションへの回答をご覧いただけます。',
  noCompaniesNote: '事務局が担当を決めると、このチャットでお知らせします。',
  people: (count: number) => `参加者: ${count}名`,
  answersOf: (company: string) => `${company}の回答`,
  answer: (session: string, answer: string) => `${session}: ${answer}`,
  noPeople: '参加者はまだ登録されていません。',
  noSessions: '今後のセッションはありません。',
  /** The secretariat's list. */
  listSummary: (companies: number, without: number) => `企業: ${companies}社(担当のいない企業: ${without}社)`,
  noneFound: '該当する企業はありません。',
  noAdviser: '担当なし',
  onlyWithout: '担当のいない企業だけ',
  /** A participant's own company. */
  lookedAfterBy: ({ advisers, contact }: Looked) =>
    advisers.length === 0
      ? `貴社の担当アドバイザーは決まっていません。ご質問は事務局へお寄せください(${contact})。`
      : `貴社の担当アドバイザー: ${advisers.join('、')}。ご質問は事務局へお寄せください(${contact})。`,
  notices: {
    assigned: (company: string) =>
      `「${company}」をご担当いただくことになりました。同社の参加者のお名前と、今後のセッションへの回答をご覧いただけます。`,
    withdrawn: (company: string) =>
      `「${company}」のご担当は終了しました。同社の参加者のお名前と回答は、表示されなくなりました。`,
    presented: ({ adviser, company, contact }: PairWithContact) =>
      `「${company}」の担当アドバイザーは${adviser}です。${adviser}は、参加者の皆様のお名前とセッションへの回答をご覧になれます。ご質問は事務局へお寄せください(${contact})。`,
    left: ({ adviser, company, others, contact }: Left) =>
      `${adviser}は「${company}」の担当ではなくなりました。${others.length === 0 ? '現在、担当アドバイザーは決まっていません。' : `現在の担当アドバイザー: ${others.join('、')}。`}ご質問は事務局へお寄せください(${contact})。`,
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    not_an_adviser: () => 'この方はアドバイザーではありません。一覧からアドバイザーをお選びください。',
    no_advisers: () => 'アドバイザーがまだ登録されていません。名簿に加えてから、もう一度お試しください。',
    no_assignments: () => '担当の決まっている企業はありません。',
    already_assigned: ({ adviser, company }: BothNames) =>
      `${pick('ja', adviser)}先生は、すでに「${pick('ja', company)}」の担当です。ほかの方か、ほかの企業をお選びください。`,
    already_withdrawn: ({ adviser, company }: BothNames) =>
      `${pick('ja', adviser)}先生は、すでに「${pick('ja', company)}」の担当ではありません。`,
  },
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    'adviser.list': action(
      '担当アドバイザー',
      '企業ごとの担当アドバイザーを表示します',
      '企業の担当者',
      '企業の担当',
      '担当者一覧',
    ),
    'adviser.companies': action('担当企業', 'ご自身の担当企業を表示します', '担当先', '担当の企業'),
    'adviser.answers': action('企業の回答', '企業の参加者と、今後のセッションへの回答を表示します', '企業の出欠'),
    'adviser.assign': action('担当を決める', '企業の担当アドバイザーを決めます', '担当の割り当て', '担当決め'),
    'adviser.withdraw': action('担当から外す', 'アドバイザーを企業の担当から外します', '担当の解除', '担当外し'),
  },
};

const en: typeof ja = {
  adviser: 'Adviser',
  company: 'Company',
  assignment: 'Assignment',
  reason: 'Reason',
  show: 'See answers',
  more: 'More',
  assign: 'Assign',
  withdraw: 'Withdraw',
  next: 'Next',
  pair: ({ adviser, company }) => `${company} — ${adviser}`,
  assigns: ({ adviser, company }) =>
    `${adviser} will look after “${company}”. Once you confirm, ${adviser} sees the names of its participants and their answers to coming sessions.`,
  withdraws: ({ adviser, company }) =>
    `${adviser} will no longer look after “${company}”. As soon as you confirm, ${adviser} no longer sees the names of its participants, their answers, and the topics and records of its consultations.`,
  holds: (count) =>
    count === 1
      ? '1 coming consultation remains booked. Please move or cancel it from “State of consultations”.'
      : `${count} coming consultations remain booked. Please move or cancel them from “State of consultations”.`,
  leaves: (count) =>
    count === 1
      ? '1 question that waits for an answer goes to the secretariat; who asked is told.'
      : `${count} questions that wait for an answer go to the secretariat; those who asked are told.`,
  otherAdvisers: (names) => `Looked after now by: ${names.join(', ')}`,
  willBeTold: (count) =>
    count === 1
      ? 'Of the adviser and the participants of the company, 1 will be told.'
      : `Of the adviser and the participants of the company, ${count} will be told.`,
  assigned: ({ adviser, company }) => `${adviser} now looks after “${company}”.`,
  withdrawn: ({ adviser, company }) => `${adviser} no longer looks after “${company}”.`,
  companies: (count) => {
    if (count === 0) return 'You do not look after any company yet.';
    return count === 1 ? 'You look after 1 company.' : `You look after ${count} companies.`;
  },
  companiesNote: 'You can see their participants, and how these answered to the coming sessions.',
  noCompaniesNote: 'You will be told in this chat when the secretariat assigns one to you.',
  people: (count) => `Participants: ${count}`,
  answersOf: (company) => `Answers of ${company}`,
  answer: (session, answer) => `${session}: ${answer}`,
  noPeople: 'There are no participants yet.',
  noSessions: 'No sessions are coming up.',
  listSummary: (companies, without) => `Companies: ${companies} (without an adviser: ${without})`,
  noneFound: 'No company was found.',
  noAdviser: 'no adviser',
  onlyWithout: 'Only those without',
  lookedAfterBy: ({ advisers, contact }) =>
    advisers.length === 0
      ? `Your company has no adviser at present. For questions, please turn to the secretariat (${contact}).`
      : `Your company is looked after by ${advisers.join(', ')}. For questions, please turn to the secretariat (${contact}).`,
  notices: {
    assigned: (company) =>
      `You now look after “${company}”. You can see its participants, and how these answered to the coming sessions.`,
    withdrawn: (company) =>
      `You no longer look after “${company}”. Its participants and their answers are no longer shown to you.`,
    presented: ({ adviser, company, contact }) =>
      `“${company}” is now looked after by ${adviser}, who can see your names and your answers to sessions. For questions, please turn to the secretariat (${contact}).`,
    left: ({ adviser, company, others, contact }) =>
      `${adviser} no longer looks after “${company}”. ${others.length === 0 ? 'There is no adviser at present.' : `It is looked after by ${others.join(', ')}.`} For questions, please turn to the secretariat (${contact}).`,
  },
  refusals: {
    not_an_adviser: () => 'This person is not an adviser. Please choose one from the list.',
    no_advisers: () => 'There are no advisers yet. Please add them to the roster and try again.',
    no_assignments: () => 'No company has an adviser yet. Please assign one first.',
    already_assigned: ({ adviser, company }) =>
      `${pick('en', adviser)} looks after “${pick('en', company)}” already. Please choose another adviser or company.`,
    already_withdrawn: ({ adviser, company }) =>
      `${pick('en', adviser)} does not look after “${pick('en', company)}” any more.`,
  },
  actions: {
    'adviser.list': action(
      'Advisers of companies',
      'Shows who looks after which company',
      'who advises',
      'list of advisers',
    ),
    'adviser.companies': action('My companies', 'Shows the companies that you look after', 'companies i look after'),
    'adviser.answers': action(
      'Answers of a company',
      'Shows the participants of a company and their answers to coming sessions',
      'company answers',
    ),
    'adviser.assign': action('Assign an adviser', 'Decides who looks after a company', 'assign adviser'),
    'adviser.withdraw': action('Withdraw an adviser', 'Ends that an adviser looks after a company', 'withdraw adviser'),
  },
};

export const adviserTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
