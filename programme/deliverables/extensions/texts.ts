/** All words about a company's due dates: asking for more time, deciding about it, and dates that moved. */
import { actionTexts as action } from '../../messages/action-texts.js';
import type { Language } from '../../requests/context.js';

interface Asked {
  readonly company: string;
  readonly title: string;
  /** Null: there was no due date. */
  readonly was: string | null;
  readonly until: string;
}

const ja = {
  labels: {
    deliverable: '成果物',
    company: '企業',
    now: '現在の期限',
    until: '希望する期限',
    newDue: '新しい期限',
    reason: '理由',
    answer: '企業への説明',
    extension: '延長のご希望',
    decision: '判断',
  },
  noDueDate: '期限なし',
  ask: '延長を申し込む',
  grant: '期限を延ばす',
  next: '確認する',
  askDoes: ({ title, was, until }: Asked) =>
    `「${title}」の期限を${until}まで延ばしていただくよう、事務局に申し込みます(現在の期限: ${was ?? 'なし'})。`,
  grantDoes: ({ company, title, was, until }: Asked) =>
    `「${company}」の「${title}」の期限を${until}に延ばし、同社と担当の先生にお知らせします(現在の期限: ${was ?? 'なし'})。`,
  refuseDoes: ({ company, title, until }: Asked) =>
    `「${company}」の「${title}」を${until}まで延ばすご希望をお断りし、同社にお知らせします。期限は変わりません。`,
  asked: ({ title, until }: Asked) => `「${title}」の期限を${until}まで延ばすことを、事務局に申し込みました。`,
  granted: ({ company, title, until }: Asked) =>
    `「${company}」の「${title}」の期限を${until}に延ばしました。同社にお知らせします。`,
  refused: ({ company, title }: Asked) =>
    `「${company}」の「${title}」の延長のご希望をお断りしました。同社にお知らせします。`,
  because: (reason: string) => `理由: ${reason}`,
  choice: ({ company, title, until }: Asked) => `${company} — ${title}(${until}まで)`,
  decisions: { grant: '延長を認める', refuse: '認めない' },
  decide: '決める',
  states: {
    asked: '申し込み中',
    granted: '延長済み',
    refused: '認められませんでした',
    by_late_review: '確認の遅れによる延長',
  },
  notices: {
    asked: ({ company, title, was, until }: Asked) =>
      `「${company}」から、「${title}」の期限を${until}まで延ばしたいとの申し込みがありました(現在の期限: ${was ?? 'なし'})。`,
    moved: ({ title, until }: Asked) => `「${title}」の期限が${until}に延びました。`,
    movedOf: ({ company, title, until }: Asked) => `「${company}」の「${title}」の期限が${until}に延びました。`,
    byLateReview: '先生の確認が予定より遅れたため、その営業日数分を延ばしています。',
    refused: ({ title, until }: Asked) =>
      `「${title}」の期限を${until}まで延ばすご希望は、認められませんでした。期限は変わりません。`,
  },
  actions: {
    'deliverable.extend': action('期限の延長', '成果物の期限の延長を申し込みます', '期限を延ばす'),
    'deliverable.decide-extension': action('延長の判断', '企業からの延長の申し込みを認めるか決めます'),
  },
  refusals: {
    nothing_to_extend: () => '延長できる成果物がありません。成果物の設定は、事務局へお問い合わせください。',
    extension_done: () =>
      'この成果物はすでに承認または公開されているため、延長は不要です。誤りがある場合は、報告を取り消してください。',
    not_later: ({ due }: { readonly due: { readonly ja: string; readonly en: string } }) =>
      `現在の期限(${due.ja})より後の日をご指定ください。`,
    extension_past: () => '本日より後の日をご指定ください。',
    after_programme: ({ last }: { readonly last: { readonly ja: string; readonly en: string } }) =>
      `プログラムの最終日(${last.ja})までの日をご指定ください。`,
    asked_already: () => 'すでに延長を申し込まれています。事務局の回答をお待ちください。',
    decided_already: () => 'この申し込みは、すでにほかの方が判断しました。最新の期限は、成果物の状況でご確認ください。',
    no_requests: () => '判断が必要な延長の申し込みはありません。申し込みがあると、お知らせが届きます。',
    refuse_needs_reason: () => '認めない場合は、企業への説明をご記入ください。',
    which_company: () => '延長する企業を一覧からお選びください。',
  },
};

const en: typeof ja = {
  labels: {
    deliverable: 'Deliverable',
    company: 'Company',
    now: 'Due now',
    until: 'Wanted due date',
    newDue: 'New due date',
    reason: 'Reason',
    answer: 'Words to the company',
    extension: 'Request',
    decision: 'Decision',
  },
  noDueDate: 'no due date',
  ask: 'Ask for more time',
  grant: 'Extend',
  next: 'Check it',
  askDoes: ({ title, was, until }) =>
    `Asks the secretariat to move the due date of “${title}” to ${until} (now: ${was ?? 'none'}).`,
  grantDoes: ({ company, title, was, until }) =>
    `Moves the due date of “${title}” of ${company} to ${until} and tells the company and its adviser (now: ${was ?? 'none'}).`,
  refuseDoes: ({ company, title, until }) =>
    `Refuses to move the due date of “${title}” of ${company} to ${until}, and tells the company. The due date stays.`,
  asked: ({ title, until }) => `The secretariat was asked to move the due date of “${title}” to ${until}.`,
  granted: ({ company, title, until }) =>
    `The due date of “${title}” of ${company} is ${until} now. The company will be told.`,
  refused: ({ company, title }) => `More time for “${title}” of ${company} was refused. The company will be told.`,
  because: (reason) => `Reason: ${reason}`,
  choice: ({ company, title, until }) => `${company} — ${title} (until ${until})`,
  decisions: { grant: 'Grant it', refuse: 'Refuse it' },
  decide: 'Decide',
  states: {
    asked: 'asked for',
    granted: 'granted',
    refused: 'refused',
    by_late_review: 'extended as a review was late',
  },
  notices: {
    asked: ({ company, title, was, until }) =>
      `${company} asks to have “${title}” due on ${until} (now: ${was ?? 'no due date'}).`,
    moved: ({ title, until }) => `“${title}” is due on ${until} now.`,
    movedOf: ({ company, title, until }) => `“${title}” of ${company} is due on ${until} now.`,
    byLateReview: 'The review came late, so the due date moved by as many business days.',
    refused: ({ title, until }) =>
      `Your request to have “${title}” due on ${until} was refused. The due date stays as it is.`,
  },
  actions: {
    'deliverable.extend': action(
      'Extend a due date',
      'Asks for more time for a deliverable (the secretariat grants it)',
      'more time',
    ),
    'deliverable.decide-extension': action(
      'Decide on more time',
      'Grants or refuses a company’s request for more time',
    ),
  },
  refusals: {
    nothing_to_extend: () => 'There is no deliverable to extend. Please ask the secretariat about the deliverables.',
    extension_done: () =>
      'This deliverable is approved or published, so it needs no more time. If that is wrong, please take the report back.',
    not_later: ({ due }) => `Please choose a day after the present due date (${due.en}).`,
    extension_past: () => 'Please choose a day after today.',
    after_programme: ({ last }) => `Please choose a day up to the last day of the programme (${last.en}).`,
    asked_already: () => 'More time was asked for already. Please wait for the secretariat’s answer.',
    decided_already: () =>
      'Somebody else has decided on this request. Please look at the deliverable for its due date.',
    no_requests: () => 'No request waits for a decision. You will be told when there is one.',
    refuse_needs_reason: () => 'To refuse it, please write some words to the company.',
    which_company: () => 'Please choose the company from the list.',
  },
};

export const extensionTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
