/** All words about being told when an hour frees, in Japanese and English. */
import { actionTexts as action } from '../../messages/action-texts.js';
import type { Language } from '../../requests/context.js';

/** What is waited for: of everyone where the adviser is null. */
interface Waiting {
  readonly adviser: string | null;
  /** The last day, included. */
  readonly day: string;
}

interface Freed {
  readonly adviser: string;
  readonly hour: string;
}

const ja = {
  until: 'この日まで(当日を含む)',
  adviser: 'アドバイザー(指定しない場合は全員)',
  watch: '空いたら知らせる',
  unwatch: 'お知らせをやめる',
  which: 'お知らせ',
  submit: '申し込む',
  next: '次へ',
  note: 'お申し込みの順にお知らせします。お知らせから1時間(受付時間内)は、貴社だけがその時間を予約できます。',
  waiting: ({ adviser, day }: Waiting) => `空き時間のお知らせ: ${day}まで(${adviser ?? '全員'})`,
  does: ({ adviser, day }: Waiting) =>
    `${day}までの${adviser === null ? '' : `${adviser}の`}時間が空いたら、お知らせします。ほかの企業より先にお申し込みの場合、1時間優先してご予約いただけます。`,
  done: ({ adviser, day }: Waiting) =>
    `承りました。${day}までの${adviser === null ? '' : `${adviser}の`}時間が空いたら、このチャットでお知らせします。`,
  freeNow: 'なお、現在も空いている時間があります。',
  stops: ({ adviser, day }: Waiting) => `空き時間のお知らせ(${day}まで、${adviser ?? '全員'})をやめます。`,
  stopped: '空き時間のお知らせをやめました。',
  freed: ({ adviser, hour }: Freed) => `個別相談の時間が空きました。${adviser}、${hour}。`,
  yours: (until: string) =>
    `${until}までは、貴社が優先してご予約いただけます。その後は、次にお待ちの企業へお知らせします。`,
  open: 'どの企業もご予約いただけますので、お早めにお手続きください。',
  book: 'この時間を予約',
  others: 'ほかの空き時間',
  /** Why something cannot be done, and what to do next. */
  refusals: {
    watch_ended: () => 'このお知らせは、すでに終わっています。必要でしたら、改めてお申し込みください。',
    no_watch: () => '申し込み中のお知らせはありません。空き時間の一覧からお申し込みいただけます。',
  },
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    'consultation.watch': action(
      '空いたら知らせる',
      '個別相談の時間が空いたときにお知らせします',
      '空き時間のお知らせ',
      '空き待ち',
    ),
    'consultation.unwatch': action('空きのお知らせをやめる', '空き時間のお知らせをやめます', 'お知らせの停止'),
  },
};

const en: typeof ja = {
  until: 'Until (this day included)',
  adviser: 'Adviser (everyone, if none is chosen)',
  watch: 'Tell me when one frees',
  unwatch: 'Stop telling me',
  which: 'What you wait for',
  submit: 'Ask for it',
  next: 'Next',
  note: 'Who asked first is told first. For an hour of office time after that, only your company can book it.',
  waiting: ({ adviser, day }) => `You are told of free hours until ${day} (${adviser ?? 'everyone’s'})`,
  does: ({ adviser, day }) =>
    `You will be told when an hour${adviser === null ? '' : ` of ${adviser}`} frees, until ${day}. In the order of asking, each company has an hour’s priority.`,
  done: ({ adviser, day }) =>
    `Noted. You will be told here when an hour${adviser === null ? '' : ` of ${adviser}`} frees, until ${day}.`,
  freeNow: 'Some hours are free already.',
  stops: ({ adviser, day }) => `You will no longer be told of free hours (until ${day}, ${adviser ?? 'everyone’s'}).`,
  stopped: 'You will no longer be told of free hours.',
  freed: ({ adviser, hour }) => `An hour for a consultation has become free: ${hour}, ${adviser}.`,
  yours: (until) => `Until ${until} only your company can book it. After that the next one is told.`,
  open: 'Any company can book it, so please be quick.',
  book: 'Book this hour',
  others: 'Other free hours',
  refusals: {
    watch_ended: () => 'This has ended already. You can ask to be told again.',
    no_watch: () => 'You have not asked to be told of free hours. The list of free hours lets you ask.',
  },
  actions: {
    'consultation.watch': action('Tell me when one frees', 'Tells you when an hour for a consultation becomes free'),
    'consultation.unwatch': action('Stop telling me', 'Ends the notices of free hours', 'stop watching'),
  },
};

export const watchTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
