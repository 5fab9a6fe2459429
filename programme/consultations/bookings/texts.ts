/** All words about booking consultations, in Japanese and English. */
import { type Bilingual, pick } from '../../messages/bilingual.js';
import { formatInstantIn } from '../../messages/dates.js';
import type { Language } from '../../requests/context.js';
import { type Hour, hourIn } from '../hour-words.js';

interface Guard {
  /** Of the guard time. */
  readonly hours: number;
  readonly contact: Bilingual;
}

interface Turn extends Hour {
  /** When the others' priority ends. */
  readonly until: Date;
}

const ja = {
  notices: {
    booked: (company: string, hour: string) => `「${company}」の個別相談が予約されました。日時: ${hour}`,
    bookedForYou: (by: string, adviser: string, hour: string) =>
      `${by}様が、${adviser}との個別相談を予約されました。日時: ${hour}`,
    moved: (company: string, was: string, hour: string) =>
      `「${company}」の個別相談の日時が変わりました。${was} → ${hour}`,
    takenOver: (company: string, adviser: string, hour: string) =>
      `「${company}」の個別相談(${hour})は、${adviser}が担当することになりました。`,
    cancelled: (company: string, hour: string) => `「${company}」の個別相談(${hour})は取り消されました。`,
    files: (company: string, hour: string) => `「${company}」から、個別相談(${hour})の資料が届きました。`,
    reason: (reason: string) => `理由: ${reason}`,
  },
  labels: {
    when: '日時',
    company: '企業',
    adviser: 'アドバイザー',
    where: '場所',
    how: '方法',
    link: 'リンク',
    topics: 'ご相談内容',
    questions: 'ご質問',
    attendees: '出席される方',
    files: '資料',
  },
  modes: { onsite: '対面', online: 'オンライン' },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    slot_past: (hour: Hour) => `${hourIn('ja', hour)}は過ぎています。ほかの時間をお選びください。`,
    slot_taken: (hour: Hour) => `${hourIn('ja', hour)}は、たった今埋まりました。ほかの時間をお選びください。`,
    slot_turn: ({ until, ...hour }: Turn) =>
      `${hourIn('ja', hour)}は、ただいま先にご案内している企業があります。${formatInstantIn('ja', until, hour.timeZone)}までに予約が入らなければ、貴社からもご予約いただけます。お急ぎの場合は、ほかの時間をお選びください。`,
    day_full: (hour: Hour) =>
      `${hourIn('ja', hour)}の日は、アドバイザーの1日の上限に達しています。ほかの日をお選びください。`,
    company_busy: (hour: Hour) =>
      `貴社には${hourIn('ja', hour)}と重なる個別相談の予約があります。ほかの時間をお選びいただくか、先の予約を変更してください。`,
    too_late: ({ hours, contact }: Guard) =>
      `開始まで${hours}時間を切ったため、チャットからは手続きできません。事務局へご連絡ください(${pick('ja', contact)})。`,
    booking_mode: () => 'この時間は、その方法ではお受けしていません。もう一方の方法をお選びください。',
    not_entitled: ({ contact }: { readonly contact: Bilingual }) =>
      `貴社の個別相談の回数は、すべて予約済みまたは利用済みです。追加のご希望は事務局へご連絡ください(${pick('ja', contact)})。`,
    no_attendee: () => '出席される方を、貴社の参加者から1名以上お選びください。',
    already_cancelled: (hour: Hour) =>
      `${hourIn('ja', hour)}の個別相談は、すでに取り消されています。空いている時間から改めてご予約ください。`,
    already_over: (hour: Hour) =>
      `${hourIn('ja', hour)}の個別相談は、すでに始まったか終わっています。記録については担当のアドバイザーにお尋ねください。`,
    booking_changed: () => 'この予約は、たった今ほかの方が変更しました。内容をご確認のうえ、もう一度お試しください。',
  },
};

const en: typeof ja = {
  notices: {
    booked: (company, hour) => `${company} has booked a consultation with you: ${hour}`,
    bookedForYou: (by, adviser, hour) => `${by} has booked a consultation with ${adviser}: ${hour}`,
    moved: (company, was, hour) => `The consultation of ${company} has moved. ${was} → ${hour}`,
    takenOver: (company, adviser, hour) => `${adviser} now holds the consultation of ${company} (${hour}).`,
    cancelled: (company, hour) => `The consultation of ${company} (${hour}) was cancelled.`,
    files: (company, hour) => `${company} has added files to the consultation (${hour}).`,
    reason: (reason) => `Reason: ${reason}`,
  },
  labels: {
    when: 'When',
    company: 'Company',
    adviser: 'Adviser',
    where: 'Where',
    how: 'How',
    link: 'Link',
    topics: 'Topics',
    questions: 'Questions',
    attendees: 'Who will come',
    files: 'Files',
  },
  modes: { onsite: 'in person', online: 'online' },
  refusals: {
    slot_past: (hour) => `${hourIn('en', hour)} has passed. Please choose another hour.`,
    slot_taken: (hour) => `${hourIn('en', hour)} has just been taken. Please choose another hour.`,
    slot_turn: ({ until, ...hour }) =>
      `${hourIn('en', hour)} is being offered to a company that has waited for it. Unless it books by ${formatInstantIn('en', until, hour.timeZone)}, your company can. To be quicker, please choose another hour.`,
    day_full: (hour) =>
      `The adviser holds no more consultations on the day of ${hourIn('en', hour)}. Please choose another day.`,
    company_busy: (hour) =>
      `Your company has a consultation that overlaps with ${hourIn('en', hour)}. Please choose another hour, or move the other one first.`,
    too_late: ({ hours, contact }) =>
      `It begins in less than ${hours} hours, so this can no longer be done here. Please ask the secretariat (${pick('en', contact)}).`,
    booking_mode: () => 'This hour is not offered that way. Please choose the other one.',
    not_entitled: ({ contact }) =>
      `All consultations of your company are booked or used. For more, please ask the secretariat (${pick('en', contact)}).`,
    no_attendee: () => 'Please choose at least one participant of your company who will come.',
    already_cancelled: (hour) =>
      `The consultation of ${hourIn('en', hour)} has been cancelled already. Please book one of the free hours.`,
    already_over: (hour) =>
      `The consultation of ${hourIn('en', hour)} has begun or is over. About its record, please ask your adviser.`,
    booking_changed: () => 'Somebody has just changed this booking. Please look at it and try again.',
  },
};

export const bookingTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
