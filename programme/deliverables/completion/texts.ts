/** All words about completing a deliverable: approved by management, published, and reports that are taken back. */
import { actionTexts as action } from '../../messages/action-texts.js';
import type { Language } from '../../requests/context.js';

interface Reported {
  readonly company: string;
  readonly title: string;
  readonly day: string;
}

const ja = {
  labels: {
    deliverable: '成果物',
    day: '承認された日',
    approvedBy: '承認した機関・方',
    url: '公開先のURL',
    publishedOn: '公開した日',
  },
  hints: {
    approvedBy: '例: 取締役会、代表取締役 田中様',
    url: 'https:// から始まるURLをご記入ください。',
  },
  approveDoes: ({ title, day, by }: { title: string; day: string; by: string }) =>
    `「${title}」が${day}に${by}で承認されたことを記録し、先生と事務局にお知らせします。`,
  approveIntro: (title: string) => `「${title}」が社内で承認されたことを記録し、先生と事務局にお知らせします。`,
  notConfirmed:
    '先生の「確認済み」がまだありません。このまま報告することもできますが、先に確認を受けることをお勧めします。',
  publishDoes: ({ title, day, url }: { title: string; day: string; url: string }) =>
    `「${title}」を${day}に ${url} で公開したことを記録し、先生と事務局にお知らせします。`,
  publishIntro: (title: string) =>
    `「${title}」を公開したことを記録し、先生と事務局にお知らせします。あとで、ページが開くかどうかを自動で確認することがあります。`,
  takeBackDoes: ({ title, what, stage }: { title: string; what: string; stage: string }) =>
    `「${title}」の${what}の報告を取り消し、状況を「${stage}」に戻します。報告した日付などは使われなくなり、先生と事務局にお知らせします。`,
  what: { approved: '承認', published: '公開' },
  report: '報告する',
  next: '確認する',
  takeBack: '報告を取り消す',
  approved: ({ title, day }: { title: string; day: string }) =>
    `「${title}」が${day}に承認されたことを記録しました。おめでとうございます。公開されましたら、URLをご報告ください。`,
  published: ({ title, day }: { title: string; day: string }) =>
    `「${title}」を${day}に公開されたことを記録しました。おめでとうございます。`,
  takenBack: ({ title, stage }: { title: string; stage: string }) =>
    `「${title}」の報告を取り消しました。状況は「${stage}」です。`,
  reportPublication: '公開を報告',
  reportApproval: '承認を報告',
  notices: {
    approved: ({ company, title, day }: Reported) => `「${company}」の「${title}」が${day}に承認されました。`,
    approvedBy: (by: string) => `承認: ${by}`,
    published: ({ company, title, day }: Reported) => `「${company}」の「${title}」が${day}に公開されました。`,
    open: '公開ページを開く',
    takenBack: ({ company, title, stage }: { company: string; title: string; stage: string }) =>
      `「${company}」の「${title}」の報告が取り消されました。状況は「${stage}」です。`,
  },
  actions: {
    'deliverable.approve': action('承認を報告', '成果物が社内で承認されたことを報告します', '社内承認の報告'),
    'deliverable.publish': action('公開を報告', '成果物を公開したことを、URLとともに報告します', '公開の報告'),
    'deliverable.take-back': action('報告を取り消す', '承認または公開の報告を取り消します', '報告の取り消し'),
  },
  refusals: {
    nothing_to_report: () => '報告できる成果物がありません。先に原稿を提出してください。',
    nothing_submitted: () => 'この成果物の原稿はまだ提出されていません。先に原稿を提出してください。',
    approved_already: () => 'すでに承認が報告されています。日付などを直す場合は、先に報告を取り消してください。',
    published_already: () => 'すでに公開が報告されています。直す場合は、先に報告を取り消してください。',
    not_approved: () => '公開の前に、社内の承認をご報告ください。',
    report_in_future: () => '本日までの日付をご指定ください。',
    published_before_approval: ({ day }: { readonly day: { readonly ja: string; readonly en: string } }) =>
      `承認された日(${day.ja})以降の日付をご指定ください。`,
    not_public: () =>
      '社外から開けるページのURL(https:// で始まり、ユーザー名やパスワード、社内のアドレスを含まないもの)をご記入ください。',
    nothing_reported: () => '取り消せる報告はありません。成果物の状況をご確認ください。',
  },
};

const en: typeof ja = {
  labels: {
    deliverable: 'Deliverable',
    day: 'Approved on',
    approvedBy: 'Approved by',
    url: 'Address of the page',
    publishedOn: 'Published on',
  },
  hints: {
    approvedBy: 'E.g. the board of directors, or President Tanaka',
    url: 'The whole address, beginning with https://',
  },
  approveDoes: ({ title, day, by }) =>
    `Records that “${title}” was approved on ${day} by ${by}, and tells your adviser and the secretariat.`,
  approveIntro: (title) =>
    `Records that your management has approved “${title}”, and tells your adviser and the secretariat.`,
  notConfirmed:
    'Your adviser has not confirmed it yet. You can report it all the same; we recommend that it be confirmed first.',
  publishDoes: ({ title, day, url }) =>
    `Records that “${title}” was published on ${day} at ${url}, and tells your adviser and the secretariat.`,
  publishIntro: (title) =>
    `Records that “${title}” is published, and tells your adviser and the secretariat. Whether the page opens may be looked at automatically afterwards.`,
  takeBackDoes: ({ title, what, stage }) =>
    `Takes the report of the ${what} of “${title}” back, so that its stage is “${stage}” again. What was reported counts no longer, and your adviser and the secretariat are told.`,
  what: { approved: 'approval', published: 'publication' },
  report: 'Report it',
  next: 'Check it',
  takeBack: 'Take it back',
  approved: ({ title, day }) =>
    `Recorded: “${title}” was approved on ${day}. Congratulations! Once it is published, please report its address.`,
  published: ({ title, day }) => `Recorded: “${title}” was published on ${day}. Congratulations!`,
  takenBack: ({ title, stage }) => `The report about “${title}” is taken back. Its stage is “${stage}”.`,
  reportPublication: 'Report the publication',
  reportApproval: 'Report the approval',
  notices: {
    approved: ({ company, title, day }) => `“${title}” of ${company} was approved on ${day}.`,
    approvedBy: (by) => `Approved by: ${by}`,
    published: ({ company, title, day }) => `“${title}” of ${company} was published on ${day}.`,
    open: 'Open the page',
    takenBack: ({ company, title, stage }) =>
      `The report about “${title}” of ${company} was taken back. Its stage is “${stage}”.`,
  },
  actions: {
    'deliverable.approve': action(
      'Report an approval',
      'Reports that your management has approved a deliverable',
      'management approved it',
    ),
    'deliverable.publish': action(
      'Report a publication',
      'Reports where a deliverable is published',
      'we published it',
    ),
    'deliverable.take-back': action('Take a report back', 'Takes the report of an approval or publication back'),
  },
  refusals: {
    nothing_to_report: () => 'There is nothing to report on. Please submit a draft first.',
    nothing_submitted: () => 'No draft of this was submitted yet. Please submit one first.',
    approved_already: () => 'Its approval was reported already. To correct it, please take the report back first.',
    published_already: () => 'Its publication was reported already. To correct it, please take the report back first.',
    not_approved: () => 'Please report the approval by your management before the publication.',
    report_in_future: () => 'Please choose a day up to today.',
    published_before_approval: ({ day }) => `Please choose a day from the approval (${day.en}) on.`,
    not_public: () =>
      'Please write the address of a page that everybody can open: it begins with https:// and holds no user name, password or internal address.',
    nothing_reported: () => 'There is no report to take back. Please look at the stage of the deliverable.',
  },
};

export const completionTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
