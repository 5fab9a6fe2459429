/** All words about notifications that did not simply arrive, in Japanese and English. */
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language } from '../requests/context.js';
import type { ProblemState } from './queries.js';

const became: Readonly<Record<ProblemState, (due: string) => string>> = {
  unknown: (due) => `${due}の通知: 届いたかどうか分かりません。ご本人にご確認のうえ、お選びください。`,
  failed: (due) => `${due}の通知: 送れませんでした。`,
  missed: (due) => `${due}の通知: 期限までに送れなかったため、送っていません。`,
};

const ja = {
  heading: (count: number) => `確認が必要な通知: ${count}件`,
  none: '確認が必要な通知はありません。すべて届いているか、これから送られます。',
  more: 'さらに表示',
  notification: '通知',
  choice: ({ kind, name, due }: { kind: string; name: string; due: string }) => `${name} ${kind} ${due}`,
  arrived: '届いていた',
  sendAgain: 'もう一度送る',
  became,
  notedArrived: '「届いていた」と記録しました。',
  sentAgain: 'もう一度送ります。結果は「通知の確認」でご覧になれます。',
  sentOnceResumed: 'このお知らせは停止中のため、再開したときにもう一度送ります。',
  sends: 'この通知をもう一度送ります。すでに届いていた場合は、二重に届きます。',
  refusals: {
    too_late_to_send: () =>
      'この通知は期限を過ぎているため、送れません。必要なことは、お知らせや電話でお伝えください。',
    nothing_left: () => '確認が必要な通知はありません。「通知の確認」で、今の状態をご覧になれます。',
    settled_meanwhile: () =>
      'この通知の状態は、すでに変わっています。「通知の確認」をもう一度開いて、今の状態をご覧ください。',
  },
  actions: {
    'delivery.problems': action(
      '通知の確認',
      '届いたか分からない通知、送れなかった通知を確認します',
      '通知の確認',
      '届いていない通知',
      '送れなかった通知',
    ),
    'delivery.arrived': action('届いていた', '届いたか分からない通知を、届いたものとして記録します'),
    'delivery.again': action('もう一度送る', '届いたか分からない通知、送れなかった通知をもう一度送ります'),
  },
};

const en: typeof ja = {
  heading: (count) => (count === 1 ? '1 notification needs a look' : `${count} notifications need a look`),
  none: 'No notification needs a look: all have arrived or are still to be sent.',
  more: 'Show more',
  notification: 'Notification',
  choice: ({ kind, name, due }) => `${name}: ${kind}, ${due}`,
  arrived: 'It arrived',
  sendAgain: 'Send again',
  became: {
    unknown: (due) => `Due ${due}: it is not known whether it arrived. Please ask the person, then choose.`,
    failed: (due) => `Due ${due}: it could not be sent.`,
    missed: (due) => `Due ${due}: it could not be sent in time, so it was not sent.`,
  },
  notedArrived: 'Recorded as arrived.',
  sentAgain: 'It is sent again. “Check notifications” shows what becomes of it.',
  sentOnceResumed: 'Its announcement is stopped. It is sent again once you resume that.',
  sends: 'This notification is sent once more. If it had arrived already, it will be there twice.',
  refusals: {
    too_late_to_send: () =>
      'This notification is too late to be of use, so it is not sent. Please tell what matters by an announcement or by telephone.',
    nothing_left: () => 'No notification is left to decide about. “Check notifications” shows how things are.',
    settled_meanwhile: () =>
      'This notification has changed meanwhile. Open “Check notifications” again to see how it is now.',
  },
  actions: {
    'delivery.problems': action(
      'Check notifications',
      'Shows notifications that may not have arrived',
      'check notifications',
      'undelivered notifications',
      'failed notifications',
    ),
    'delivery.arrived': action('It arrived', 'Records that a notification arrived after all'),
    'delivery.again': action('Send again', 'Sends a notification once more that failed or may not have arrived'),
  },
};

export const deliveryTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
