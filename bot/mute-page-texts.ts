/** The words of the page on which a person mutes what mails tell of, in both languages. */
import type { Topic } from '../programme/notifications/kind.js';

interface MuteText {
  readonly title: string;
  readonly text: string;
  /** Null where nothing can be pressed. */
  readonly button: string | null;
}

export interface MuteWords {
  readonly ja: MuteText;
  readonly en: MuteText;
}

const names = {
  announcements: { ja: '一斉のお知らせ', en: 'announcements' },
  reminders: { ja: '事前のご案内', en: 'reminders' },
} as const satisfies Record<Topic, { readonly ja: string; readonly en: string }>;

export const mutePageTexts = {
  ask: (topic: Topic): MuteWords => ({
    ja: {
      title: `${names[topic].ja}を止める`,
      text: `SPPアシスタントからの${names[topic].ja}を止めます。ご予約の結果や予定の変更など、大切な連絡はこれまでどおり届きます。`,
      button: '止める',
    },
    en: {
      title: `Stop ${names[topic].en}`,
      text: `You will get no more ${names[topic].en} from the SPP assistant, in chat or by mail. What you need, such as a change of a session, still reaches you.`,
      button: 'Stop them',
    },
  }),
  muted: (topic: Topic): MuteWords => ({
    ja: {
      title: '設定しました',
      text: `${names[topic].ja}を止めました。`,
      button: 'もう一度受け取る',
    },
    en: {
      title: 'Done',
      text: `You get no more ${names[topic].en}.`,
      button: 'Get them again',
    },
  }),
  again: (topic: Topic): MuteWords => ({
    ja: { title: '設定しました', text: `${names[topic].ja}を再びお届けします。`, button: null },
    en: { title: 'Done', text: `You get ${names[topic].en} again.`, button: null },
  }),
  unknown: {
    ja: {
      title: 'このリンクは使えません',
      text: 'メールのリンクをもう一度開くか、事務局にお問い合わせください。',
      button: null,
    },
    en: {
      title: 'This link cannot be used',
      text: 'Please open the link in the mail once more, or ask the secretariat.',
      button: null,
    },
  } satisfies MuteWords,
} as const;
