/** All words of the briefs of consultations, in Japanese and English. */
import { actionTexts as action } from '../../messages/action-texts.js';
import type { Language } from '../../requests/context.js';

interface ToDo {
  readonly text: string;
  readonly owner: string;
  readonly dueOn: string | null;
  readonly done: boolean;
}

const ja = {
  title: (company: string, hour: string) => `「${company}」の個別相談(${hour})の事前資料です。`,
  first: 'この企業との個別相談の記録は、まだありません。',
  last: (hour: string) => `前回の個別相談: ${hour}`,
  advice: '前回の助言',
  ownNotes: 'ご自分のメモ(ほかの方には見えません)',
  nextActions: '前回決めた次の取り組み',
  nextAction: ({ text, owner, dueOn, done }: ToDo) => {
    const about = [owner, dueOn === null ? '' : `期限 ${dueOn}`].filter((part) => part !== '').join('、');
    return `${done ? '済' : '未'}: ${text}${about === '' ? '' : `(${about})`}`;
  },
  openFile: '資料を開く',
  booking: '個別相談',
  show: '事前資料を見る',
  actions: {
    'consultation.brief': action('事前資料', '次の個別相談の準備に必要な内容をまとめて表示します', '相談の事前資料'),
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    nothing_to_brief: () => '今後の個別相談の予約はまだありません。予約されると、このチャットでお知らせします。',
  },
};

const en: typeof ja = {
  title: (company, hour) => `Here is the brief for the consultation of ${company} on ${hour}.`,
  first: 'There is no record of an earlier consultation with this company.',
  last: (hour) => `Last consultation: ${hour}`,
  advice: 'Advice given then',
  ownNotes: 'Your own notes (nobody else sees them)',
  nextActions: 'Next actions agreed then',
  nextAction: ({ text, owner, dueOn, done }) => {
    const about = [owner, dueOn === null ? '' : `by ${dueOn}`].filter((part) => part !== '').join(', ');
    return `${done ? 'Done' : 'Open'}: ${text}${about === '' ? '' : ` (${about})`}`;
  },
  openFile: 'Open the file',
  booking: 'Consultation',
  show: 'Show the brief',
  actions: {
    'consultation.brief': action(
      'Brief',
      'Shows what you need to prepare your next consultation',
      'consultation brief',
    ),
  },
  refusals: {
    nothing_to_brief: () => 'No consultation of yours is ahead yet. Once one is booked, you are told here.',
  },
};

export const briefTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
