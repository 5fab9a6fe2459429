/** All words about sessions in people's calendars, in Japanese and English. */
import { actionTexts as action } from '../messages/action-texts.js';
import { type Bilingual, pick } from '../messages/bilingual.js';
import type { Language } from '../requests/context.js';

interface AboutTitle {
  readonly title: Bilingual;
}

const ja = {
  send: 'ファイルを受け取る',
  ready: (title: string) => `「${title}」のカレンダー用ファイルです。`,
  gone: (title: string) => `「${title}」には、お席の登録がありません。`,
  inChat: '内容の確認や参加方法の変更は、チャットで承ります。',
  actions: {
    'session.calendar': action(
      'カレンダーに追加',
      '登録したセッションをカレンダーに入れるファイルをお渡しします',
      'カレンダー',
    ),
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    no_place_held: ({ title }: AboutTitle) =>
      `「${pick('ja', title)}」には、お席の登録がないため、カレンダー用のファイルはありません。ご参加の場合は、先にご登録ください。`,
  },
};

const en: typeof ja = {
  send: 'Get the file',
  ready: (title) => `Here is the calendar file for “${title}”.`,
  gone: (title) => `You hold no place at “${title}” any more.`,
  inChat: 'For details, or to attend in another way, write to the assistant in the chat.',
  actions: {
    'session.calendar': action(
      'Add to calendar',
      'Gives you a file that puts a session you are registered for into your calendar',
    ),
  },
  refusals: {
    no_place_held: ({ title }) =>
      `You hold no place at “${pick('en', title)}”, so that there is no calendar file. Please register first if you want to come.`,
  },
};

export const sessionCalendarTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
