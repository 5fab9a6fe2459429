/** All words about handing consultations over, answering requests and being away, in Japanese and English. */
import { actionTexts as action } from '../../messages/action-texts.js';
import { type Bilingual, pick } from '../../messages/bilingual.js';
import type { Language } from '../../requests/context.js';
import { type Hour, hourIn } from '../hour-words.js';

interface Asked {
  /** Who asks, or the adviser who was asked. */
  readonly by: string;
  readonly company: string;
  readonly hour: string;
}

interface Replied {
  readonly adviser: string;
  readonly company: string;
  readonly hour: string;
}

const ja = {
  labels: {
    booking: '引き継ぐ相談',
    adviser: '引き継ぐアドバイザー',
    absent: '休むアドバイザー',
    reason: '理由',
    request: 'お願い',
    answer: 'お返事',
    day: '休む日',
    line: (hour: string, company: string) => `${hour} ${company}`,
  },
  next: '次へ',
  ask: '依頼する',
  send: '変更して知らせる',
  accept: '引き受ける',
  decline: '断る',
  handOver: '引き継ぎを頼む',
  load: (name: string, count: number) => `${name}(この日の相談: ${count}件)`,
  asks: (hour: string, company: string) =>
    `「${company}」の個別相談(${hour})の引き継ぎを依頼します。引き受けていただけるまで変更はなく、企業の方にもお知らせしません。`,
  asked: (adviser: string) => `${adviser}に引き継ぎを依頼しました。お返事があればお知らせします。`,
  assign: '引き継ぐ',
  assigns: (hour: string, company: string) =>
    `「${company}」の個別相談(${hour})を、選んだアドバイザーにすぐに引き継ぎます。新しいアドバイザーと企業の方に1回ずつお知らせします。`,
  assigned: (adviser: string, hour: string, company: string) =>
    `${adviser}に引き継ぎました: 「${company}」${hour}。関係する方にお知らせします。`,
  accepts: ({ by, company, hour }: Asked) =>
    `${by}からのお願いを引き受けます: 「${company}」${hour}。企業の方にお知らせします。`,
  declines: ({ by, company, hour }: Asked) => `${by}からのお願いを断ります: 「${company}」${hour}。`,
  accepted: (company: string, hour: string) =>
    `引き受けました。「${company}」の個別相談は${hour}です。企業の方にお知らせします。`,
  declined: (company: string, hour: string) => `お断りしました: 「${company}」${hour}。依頼した方にお知らせします。`,
  away: {
    toSlot: (hour: string) => `${hour}に移す`,
    toAdviser: (name: string, count: number) => `同じ時間に${name}へ(この日: ${count}件)`,
    cancel: '取り消して回数を返す',
    introduction: (day: string, count: number) =>
      `${day}の個別相談は${count}件です。1件ずつ、どうするかをお選びください。`,
    freeOnly: (day: string, free: number) => `${day}に予約はありません。空いている${free}枠を取り下げます。`,
    frees: (free: number) => `この日の空いている枠(${free}枠)は取り下げます。`,
    previewed: (told: number) => `次のとおり変更し、${told}名にまとめて1通ずつお知らせします。`,
    more: (count: number, most: number) =>
      `一度に変更できるのは${most}件までです。次の${count}件はまだ変わりません。このあと続けて変更してください:`,
    rest: '残りを変更',
    oneByOne: '休みは1日ずつ変更します。まず最初の日をお選びください。',
    whichAdviser: (typed: string) => `「${typed}」という名前のアドバイザーを1名に絞れません。一覧からお選びください。`,
    done: (count: number) => `${count}件の個別相談を変更し、関係する方にお知らせしました。`,
    doneFree: (count: number) => `空いている${count}枠を取り下げました。`,
  },
  notices: {
    asksTakeOver: ({ by, company, hour }: Asked) =>
      `${by}から、「${company}」の個別相談(${hour})を引き継いでほしいとのお願いです。`,
    asksTime: ({ by, company, hour }: Asked) =>
      `${by}から、「${company}」の個別相談を${hour}にできないかとのお願いです。`,
    companyHearsLater: 'お返事をいただくまで、予約は変わりません。',
    reason: (reason: string) => `理由: ${reason}`,
    accepted: ({ adviser, company, hour }: Replied) =>
      `${adviser}が、「${company}」の個別相談(${hour})を引き受けました。`,
    declined: ({ adviser, company, hour }: Replied) =>
      `${adviser}は、「${company}」の個別相談(${hour})を引き受けられないとのことです。予約は変わっていません。`,
    withdrawn: (company: string, hour: string) =>
      `「${company}」の個別相談(${hour})についてのお願いは、予約または担当が変わったためなくなりました。`,
    away: (adviser: string, day: string) =>
      `${adviser}が${day}に相談をお受けできなくなったため、次のとおり変更になりました。`,
    given: (adviser: string, day: string) => `${adviser}が${day}に休むため、次の個別相談をお願いします。`,
    moved: (hour: string, to: string) => `${hour} → ${to}`,
    passed: (hour: string, adviser: string) => `${hour}: ${adviser}が担当します`,
    cancelled: (hour: string) => `${hour}: 取り消し(回数は戻りました。改めてご予約ください)`,
    ofCompany: (company: string, line: string) => `「${company}」${line}`,
    own: (day: string) => `${day}の個別相談が、事務局により次のとおり変更されました。`,
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    not_the_holder: () => 'この相談はご自身の担当ではありません。担当のアドバイザーか事務局にご連絡ください。',
    not_free: (hour: Hour) => `この方は${hourIn('ja', hour)}に空いていません。ほかの方をお選びください。`,
    nobody_free: (hour: Hour) =>
      `${hourIn('ja', hour)}に空いているアドバイザーがいません。別の時間に移すか、事務局にご相談ください。`,
    no_bookings: () => '引き継げる個別相談はありません。',
    no_own_hour: () =>
      'ほかに空いている枠がありません。移す先の枠を登録してからもう一度お試しになるか、ほかのアドバイザーに引き継ぎを依頼してください。',
    no_longer_left: () =>
      '担当のアドバイザーが、この企業をふたたび担当しています。引き継ぐには、画面を開き直してアドバイザーに依頼してください。',
    already_asked: () => 'この相談については、すでにお願いを出しています。お返事をお待ちください。',
    request_open: () => 'このお願いは、まだお返事を待っています。',
    request_accepted: () => 'このお願いは、すでに引き受けられています。',
    request_declined: () => 'このお願いは、すでに断られています。',
    request_withdrawn: () => '予約または担当が変わったため、このお願いはなくなりました。お返事は不要です。',
    no_requests: () => 'お返事をお待ちしているお願いはありません。',
    others_day: ({ contact }: { readonly contact: Bilingual }) =>
      `ほかのアドバイザーの休みは、ご本人か事務局が変更します。事務局へご連絡ください(${pick('ja', contact)})。ご自身の休みは、お名前を付けずに「明日休みます」のようにお知らせください。`,
    day_over: () => '今日か、これからの日をお選びください。',
    nothing_that_day: () => 'この日に予約も空いている枠もありません。ほかの日をお選びください。',
    day_changed: () => '確認されている間に、この日の予約が変わりました。もう一度お選びください。',
    same_hour_twice: () => '同じ枠が2件に選ばれています。別々の枠をお選びください。',
  },
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    'consultation.hand-over': action(
      '相談の引き継ぎ',
      '個別相談を、その時間に空いているアドバイザーに引き継ぎます',
      '引き継ぎ',
      '担当の交代',
    ),
    'consultation.answer': action('お願いへの返事', '引き継ぎや日時のお願いに返事をします', '引き継ぎの返事'),
    'consultation.away': action(
      '休む日の相談の変更',
      '休む日の個別相談を、まとめて移すか引き継ぎます',
      '相談を休む',
      '休みの連絡',
    ),
  },
};

const en: typeof ja = {
  labels: {
    booking: 'Consultation to hand over',
    adviser: 'To whom',
    absent: 'Who is away',
    reason: 'Reason',
    request: 'Request',
    answer: 'Answer',
    day: 'Day',
    line: (hour, company) => `${hour} ${company}`,
  },
  next: 'Next',
  ask: 'Ask',
  send: 'Change and tell',
  accept: 'Accept',
  decline: 'Decline',
  handOver: 'Hand over',
  load: (name, count) => `${name} (consultations that day: ${count})`,
  asks: (hour, company) =>
    `A colleague will be asked to hold the consultation of ${company} (${hour}). Nothing changes, and the company hears nothing, before the colleague agrees.`,
  asked: (adviser) => `${adviser} has been asked. You will be told of the answer.`,
  assign: 'Hand over',
  assigns: (hour, company) =>
    `The consultation of ${company} (${hour}) will be given to the adviser whom you choose, at once. The new adviser and the company will be told once each.`,
  assigned: (adviser, hour, company) =>
    `${adviser} now holds the consultation of ${company}, ${hour}. Those concerned are being told.`,
  accepts: ({ by, company, hour }) =>
    `You will accept what ${by} asks: the consultation of ${company}, ${hour}. The company will be told.`,
  declines: ({ by, company, hour }) => `You will decline what ${by} asks: the consultation of ${company}, ${hour}.`,
  accepted: (company, hour) => `Accepted: the consultation of ${company} is yours, ${hour}. The company is being told.`,
  declined: (company, hour) => `Declined: the consultation of ${company}, ${hour}. The person who asked is being told.`,
  away: {
    toSlot: (hour) => `Move to ${hour}`,
    toAdviser: (name, count) => `Same hour with ${name} (that day: ${count})`,
    cancel: 'Cancel and give the hour back',
    introduction: (day, count) =>
      count === 1
        ? `There is 1 consultation on ${day}. Choose what becomes of it.`
        : `There are ${count} consultations on ${day}. Choose what becomes of each.`,
    freeOnly: (day, free) => `Nothing is booked on ${day}. Free hours to be withdrawn: ${free}.`,
    frees: (free) => `Free hours of that day that will be withdrawn: ${free}.`,
    previewed: (told) =>
      told === 1
        ? 'This will be changed, and 1 person will be told.'
        : `This will be changed, and ${told} people will be told, each in one message.`,
    more: (count, most) =>
      count === 1
        ? `One plan holds ${most} consultations. This one stays as it is for now, so please go on with it afterwards:`
        : `One plan holds ${most} consultations. These ${count} stay as they are for now, so please go on with them afterwards:`,
    rest: 'Go on with the rest',
    oneByOne: 'Days are changed one by one. Please choose the first of them.',
    whichAdviser: (typed) => `“${typed}” is not the name of exactly one adviser. Please choose from the list.`,
    done: (count) =>
      count === 1
        ? '1 consultation was changed, and those concerned are being told.'
        : `${count} consultations were changed, and those concerned are being told.`,
    doneFree: (count) => `Free hours withdrawn: ${count}.`,
  },
  notices: {
    asksTakeOver: ({ by, company, hour }) => `${by} asks you to hold the consultation of ${company} (${hour}).`,
    asksTime: ({ by, company, hour }) => `${by} asks whether the consultation of ${company} could be held at ${hour}.`,
    companyHearsLater: 'The booking stays as it is until you answer.',
    reason: (reason) => `Reason: ${reason}`,
    accepted: ({ adviser, company, hour }) => `${adviser} has accepted the consultation of ${company} (${hour}).`,
    declined: ({ adviser, company, hour }) =>
      `${adviser} cannot hold the consultation of ${company} (${hour}). The booking stays as it was.`,
    withdrawn: (company, hour) =>
      `What was asked about the consultation of ${company} (${hour}) has lapsed, since the booking or who looks after the company has changed.`,
    away: (adviser, day) => `${adviser} cannot hold consultations on ${day}, so this has changed:`,
    given: (adviser, day) => `${adviser} is away on ${day}. Please hold these consultations instead:`,
    moved: (hour, to) => `${hour} → ${to}`,
    passed: (hour, adviser) => `${hour}: with ${adviser}`,
    cancelled: (hour) => `${hour}: cancelled. The hour was given back, so please book another one.`,
    ofCompany: (company, line) => `${company}: ${line}`,
    own: (day) => `The secretariat has changed your consultations of ${day}:`,
  },
  refusals: {
    not_the_holder: () => 'This consultation is not yours. Please turn to its adviser or the secretariat.',
    not_free: (hour) => `This adviser is not free at ${hourIn('en', hour)}. Please choose another one.`,
    nobody_free: (hour) =>
      `No other adviser is free at ${hourIn('en', hour)}. Please move it to another hour, or ask the secretariat.`,
    no_bookings: () => 'There is no consultation to hand over.',
    no_own_hour: () =>
      'You offer no other free hour. Please offer the hour to which to move it and try again, or hand it over to another adviser.',
    no_longer_left: () =>
      'Its adviser looks after this company again. To hand it over, please open this anew and ask an adviser.',
    already_asked: () => 'Something has been asked about this consultation already. Please wait for the answer.',
    request_open: () => 'This request still waits for an answer.',
    request_accepted: () => 'This request has been accepted already.',
    request_declined: () => 'This request has been declined already.',
    request_withdrawn: () =>
      'This request has lapsed, since the booking or who looks after the company has changed. It needs no answer.',
    no_requests: () => 'No request waits for your answer.',
    others_day: ({ contact }) =>
      `Another adviser’s day is changed by themself or by the secretariat (${pick('en', contact)}). To be away yourself, write for example “I am away tomorrow”.`,
    day_over: () => 'Please choose today or a later day.',
    nothing_that_day: () => 'Nothing is booked or free on that day. Please choose another one.',
    day_changed: () => 'The bookings of that day have changed meanwhile. Please choose again.',
    same_hour_twice: () => 'One free hour is chosen for two consultations. Please choose different ones.',
  },
  actions: {
    'consultation.hand-over': action(
      'Hand over a consultation',
      'Asks an adviser who is free at that hour to hold a consultation instead',
      'hand over',
      'hand over a booking',
    ),
    'consultation.answer': action(
      'Answer a request',
      'Answers what you were asked about a consultation',
      'answer a takeover',
    ),
    'consultation.away': action(
      'Be away for a day',
      'Moves or hands over all consultations of a day at once',
      'i am ill',
      'ill today',
      'day off',
    ),
  },
};

export const handoverTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
