/** The words of the page on which a person mutes what mails tell of, in both languages. */
import type { Topic } from '../programme/notifications/kind.js';
import { topicNames } from '../programme/notifications/topic-names.js';

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

export const mutePageTexts = {
  ask: (topic: Topic): MuteWords => ({
    ja: {
      title: `${topicNames[topic].ja}を止める`,
      text: `SPPアシスタントからの${topicNames[topic].ja}を止めます。ご予約の結果や予定の変更など、大切な連絡はこれまでどおり届きます。`,
      button: '止める',
    },
    en: {
      title: `Stop ${topicNames[topic].en}`,
      text: `You will get no more ${topicNames[topic].en} from the SPP assistant, in chat or by mail. What you need, such as a change of a session, still reaches you.`,
      button: 'Stop them',
    },
  }),
  muted: (topic: Topic): MuteWords => ({
    ja: {
      title: '設定しました',
      text: `${topicNames[topic].ja}を止めました。`,
      button: 'もう一度受け取る',
    },
    en: {
      title: 'Done',
      text: `You get no more ${topicNames[topic].en}.`,
      button: 'Get them again',
    },
  }),
  again: (topic: Topic): MuteWords => ({
    ja: { title: '設定しました', text: `${topicNames[topic].ja}を再びお届けします。`, button: null },
    en: { title: 'Done', text: `You get ${topicNames[topic].en} again.`, button: null },
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
