/** The words of the call list, in Japanese and English. */
import { actionTexts as action } from '../messages/action-texts.js';

export const callTextsJa = {
  title: '電話での連絡が必要な方',
  none: '電話での連絡が必要な方はいません。',
  summary: (people: number) => `お知らせを届けられなかった方が${people}名います。`,
  contacts: (people: number) => `届かなくなった連絡先のある方が${people}名います。`,
  introduction:
    'チャットでもメールでもお知らせを届けられなかった方と、届かなくなった連絡先です。電話でお伝えしたら「連絡済みにする」を押してください。押すまで、未連絡のお知らせは一覧に残ります。未連絡のお知らせがない方は、チャットに戻るかメールアドレスを変更すると、一覧に表示されなくなります。',
  ofCompany: (name: string, company: string) => `${name}(${company})`,
  mailTo: (email: string) => `メール(${email})`,
  fault: (channel: string, since: string | null, why: string) =>
    since === null ? `${channel}: ${why}` : `${channel}: ${since}から${why}`,
  why: {
    removed: 'アプリが削除されています',
    blocked: 'アプリがブロックまたは削除されています',
    deactivated: 'アカウントが無効になっています',
    goneChat: '個別のメッセージを届けられません',
    noSuchAddress: '宛先がありません',
    full: '受信箱がいっぱいです',
    refusedMail: '受け取りを断られています',
  },
  noAccount: 'チャットのアカウントがまだありません',
  otherAccount: 'お知らせは、ほかのアカウントに届いています',
  earlier: (count: number) => `ほか${count}件のお知らせ`,
  untold: (kind: string, at: string) => `未連絡: ${kind}(${at})`,
  called: '連絡済みにする',
  calledPreview: (name: string) => `${name}様に届けられなかったお知らせを、電話で連絡済みにします。`,
  calledDone: (name: string, told: number) => `${name}様へのお知らせ${told}件を連絡済みにしました。`,
};

export const callTextsEn: typeof callTextsJa = {
  title: 'People to call',
  none: 'There is nobody to call.',
  summary: (people) =>
    people === 1 ? '1 person could not be told something.' : `${people} people could not be told something.`,
  contacts: (people) =>
    people === 1
      ? 'A contact of 1 person takes nothing any more.'
      : `Contacts of ${people} people take nothing any more.`,
  introduction:
    'These people could not be told something in chat or by mail, or one of their contacts takes nothing any more. Once you have told somebody by telephone, press “Mark as called”: until then what they were not told stays here. People who were told everything are no longer listed once they are back in the chat or have a new address.',
  ofCompany: (name, company) => `${name} (${company})`,
  mailTo: (email) => `E-mail (${email})`,
  fault: (channel, since, why) => (since === null ? `${channel}: ${why}` : `${channel}: ${why}, since ${since}`),
  why: {
    removed: 'the app was removed',
    blocked: 'the app is blocked or was removed',
    deactivated: 'the account is deactivated',
    goneChat: 'direct messages do not get through',
    noSuchAddress: 'there is no such address',
    full: 'the mailbox is full',
    refusedMail: 'mails are refused',
  },
  noAccount: 'No chat account yet',
  otherAccount: 'Notices reach another account',
  earlier: (count) => (count === 1 ? '1 earlier notice' : `${count} earlier notices`),
  untold: (kind, at) => `Not told: ${kind} (${at})`,
  called: 'Mark as called',
  calledPreview: (name) => `Notes that ${name} was told by telephone what could not be delivered.`,
  calledDone: (name, told) =>
    told === 1 ? `Noted: ${name} was told 1 notice.` : `Noted: ${name} was told ${told} notices.`,
};

export type FaultWord = keyof typeof callTextsJa.why;

export const callActionsJa = {
  'member.call-list': action(
    '電話連絡の一覧',
    'お知らせを届けられない方と、その理由を表示します',
    '連絡のつかない方',
    '届かない方',
  ),
  'member.called': action('連絡済みにする', '電話でお伝えした方を一覧から外します', '電話済み'),
};

export const callActionsEn: typeof callActionsJa = {
  'member.call-list': action(
    'People to call',
    'Shows whom notices do not reach, and why',
    'unreachable people',
    'call list',
  ),
  'member.called': action('Mark as called', 'Takes somebody off the list of people to call', 'called'),
};
