/** All words about consultations in people's calendars, in Japanese and English. */
import { actionTexts as action } from '../../messages/action-texts.js';
import type { Language } from '../../requests/context.js';

const ja = {
  /** With whom: the adviser's entry names the company, the company's the adviser. */
  title: (other: string) => `個別相談: ${other}`,
  between: (company: string, adviser: string) => `${company}と${adviser}の個別相談`,
  inChat: 'ご相談内容の確認や日時の変更は、チャットで承ります。',
  booking: '個別相談',
  send: 'ファイルを受け取る',
  ready: (hour: string) => `個別相談(${hour})のカレンダー用ファイルです。`,
  gone: (hour: string) => `個別相談(${hour})は、あなたの予定ではなくなりました。`,
  actions: {
    'consultation.calendar': action(
      '相談をカレンダーに追加',
      '個別相談の予定をカレンダーに入れるファイルをお渡しします',
      '相談の予定をカレンダーに追加',
    ),
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    no_coming_booking: () =>
      '今後の個別相談のうち、あなたがご出席になるものはありません。予約されると、ファイルをお渡しできます。',
    not_attending: () =>
      'カレンダー用のファイルは、この相談に出席される方と担当のアドバイザーにお渡ししています。ご出席になる場合は、予約した方にご連絡ください。',
  },
};

const en: typeof ja = {
  title: (other) => `Consultation: ${other}`,
  between: (company, adviser) => `Consultation of ${company} with ${adviser}`,
  inChat: 'To see the topics or to move it, write to the assistant in the chat.',
  booking: 'Consultation',
  send: 'Get the file',
  ready: (hour) => `Here is the calendar file for the consultation on ${hour}.`,
  gone: (hour) => `The consultation on ${hour} is no longer yours.`,
  actions: {
    'consultation.calendar': action(
      'Consultation to calendar',
      'Gives you a file that puts a consultation into your calendar',
      'add the consultation to my calendar',
    ),
  },
  refusals: {
    no_coming_booking: () =>
      'There is no consultation ahead that you attend. Once one is booked, you can have its file.',
    not_attending: () =>
      'Calendar files go to those who attend this consultation and to its adviser. If you will attend, please tell the person who booked it.',
  },
};

export const invitationTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
