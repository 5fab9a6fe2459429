/** All words about the hours that advisers offer, in Japanese and English. */
import type { Method } from '../../../prisma/client.js';
import { actionTexts as action } from '../../messages/action-texts.js';
import { type Bilingual, pick } from '../../messages/bilingual.js';
import { formatDay, instantOf } from '../../messages/dates.js';
import type { Language } from '../../requests/context.js';
import { type Hour, hourIn } from '../hour-words.js';
import type { LeftOutReason } from './pattern.js';

/** An hour that is left out, as refusals and previews name it. */
interface LeftOutHour {
  readonly date: string;
  readonly time: string | null;
  readonly name: Bilingual | null;
  readonly timeZone: string;
  /** Whether the adviser reads it, or the secretariat. */
  readonly isOwn: boolean;
}

interface Reach {
  readonly hours: number;
  readonly days: number;
}

/** 2025年2月11日(火) 14:10 */
function dayIn(language: Language, { date, time, timeZone }: Pick<LeftOutHour, 'date' | 'time' | 'timeZone'>): string {
  const noon = instantOf(date, '12:00', timeZone);
  const day = noon === null ? date : formatDay(language, noon, timeZone);
  return time === null ? day : `${day} ${time}`;
}

const methodsJa: Record<Method, string> = {
  online: 'オンライン',
  in_person: '対面',
  mixed: '対面・オンラインどちらも可',
};
const methodsEn: Record<Method, string> = { online: 'Online', in_person: 'In person', mixed: 'Online or in person' };

const why: Readonly<Record<Language, Record<LeftOutReason, (hour: LeftOutHour) => string>>> = {
  ja: {
    holiday: ({ name }) => `祝日(${name === null ? '' : pick('ja', name)})`,
    closure: ({ name }) => `休業日(${name === null ? '' : pick('ja', name)})`,
    past: () => '過ぎています',
    clock: () => '時計の切り替えで存在しない、または二度ある時刻です',
    booked: ({ isOwn }) => (isOwn ? 'ご予約が入っています' : '予約が入っています'),
    offered: () => '登録済みの枠と重なります',
  },
  en: {
    holiday: ({ name }) => `holiday (${name === null ? '' : pick('en', name)})`,
    closure: ({ name }) => `closed (${name === null ? '' : pick('en', name)})`,
    past: () => 'in the past',
    clock: () => 'the clocks change then',
    booked: ({ isOwn }) => (isOwn ? 'you have a booking' : 'there is a booking'),
    offered: () => 'offered already',
  },
};

const ja = {
  labels: {
    adviser: 'アドバイザー',
    firstDay: '最初の日',
    lastDay: '最後の日',
    weekdays: '曜日',
    from: '開始時刻',
    to: '終了時刻',
    length: '1回の長さ(分)',
    between: '次の枠までの間隔(分)',
    method: '方法',
    place: '場所(対面の場合)',
    link: '接続先(オンラインの場合)',
    pauseBefore: '予約の前に空ける時間(分)',
    pauseAfter: '予約の後に空ける時間(分)',
    perDay: '1日の上限(件)',
    alsoHolidays: '祝日・休業日',
  },
  hints: {
    firstDay: (timeZone: string) => `日時は ${timeZone} です。`,
    lastDay: '1日だけのときは空のままにします。',
    weekdays: '期間のうち、どの曜日に受けるか。選ばないと月〜金です。',
    length: (longest: number) => `このプログラムでは${longest}分までです。`,
    optional: '空のときは0分です。',
    perDay: '空のときは上限なしです。',
    link: 'https:// で始まるURL',
  },
  offerOnHolidays: '祝日・休業日にも受ける',
  skipHolidays: '祝日・休業日は除く',
  weekdays: { 1: '月曜日', 2: '火曜日', 3: '水曜日', 4: '木曜日', 5: '金曜日', 6: '土曜日', 7: '日曜日' },
  methods: methodsJa,
  preview: '内容を確認',
  offer: '登録する',
  offerMore: '枠を追加',
  offers: ({ hours, days }: Reach) => `${days}日間に${hours}枠を登録します。`,
  offersFor: (adviser: string, reach: Reach) => `${adviser}の枠を、${reach.days}日間に${reach.hours}枠登録します。`,
  offered: ({ hours, days }: Reach) => `${days}日間に${hours}枠を登録しました。企業の方がすぐにご予約いただけます。`,
  offeredFor: (adviser: string, { hours, days }: Reach) => `${adviser}の枠を、${days}日間に${hours}枠登録しました。`,
  leftOut: (hour: LeftOutHour, reason: LeftOutReason) => `${dayIn('ja', hour)}は除きます: ${why.ja[reason](hour)}`,
  more: (count: number) => `ほか${count}件`,
  moreDays: (count: number) => `ほか${count}日`,
  withdraws: (hours: readonly string[], more: number) =>
    `次の枠を取り下げます: ${hours.join('、')}${more > 0 ? `、ほか${more}枠` : ''}。`,
  withdrawsCost: '取り下げた枠は、企業の方に表示されなくなります。もう一度受けるには、改めて登録します。',
  withdrawn: (count: number) => `${count}枠を取り下げました。`,
  withdraw: '取り下げる',
  chooseToWithdraw: '取り下げる枠',
  chooseNote: '予約の入っていない枠です。予約の入っている枠は、予約の移動か引き継ぎで空けます。',
  agenda: {
    summary: (today: number, free: number) => `本日の個別相談: ${today}件、空いている枠: ${free}枠`,
    next: '次の個別相談',
    today: '本日',
    week: '7日以内',
    free: '空いている枠',
    noneBooked: '7日以内に個別相談の予約はありません。',
    noneFree: '空いている枠はありません。',
    slot: (method: string, where: string) => (where === '' ? method : `${method}(${where})`),
    more: 'さらに表示',
    away: '休む日の相談をまとめて移す',
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    no_such_adviser: () => '枠を登録するアドバイザーを、一覧からお選びください。',
    outside_programme: ({ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string }) =>
      `プログラムの期間(${startsOn}〜${endsOn})の中の日をお選びください。`,
    over_midnight: () => '終了時刻は、同じ日のうちで開始時刻より後にしてください。日をまたぐ枠は登録できません。',
    hour_too_short: ({ shortest }: { readonly shortest: number }) => `1回の長さは${shortest}分以上にしてください。`,
    hour_too_long: ({ longest }: { readonly longest: number }) =>
      `このプログラムの個別相談は1回${longest}分までです。短くしてください。`,
    no_such_day: () => 'この期間に、お選びの曜日はありません。期間か曜日を変えてください。',
    no_hour_fits: ({ length }: { readonly length: number }) =>
      `開始から終了までに${length}分の枠が入りません。時間帯を広げるか、1回の長さを短くしてください。`,
    too_many_hours: ({ hours, most }: { readonly hours: number; readonly most: number }) =>
      `${hours}枠になります。一度に登録できるのは${most}枠までです。期間を分けてください。`,
    no_link: () => 'オンラインで受けるには、接続先のURLをご入力ください。',
    no_place: () => '対面で受けるには、場所をご入力ください。',
    nothing_holiday: (hour: LeftOutHour) =>
      `${dayIn('ja', hour)}は${why.ja.holiday(hour)}です。登録するには「祝日・休業日にも受ける」をお選びください。`,
    nothing_closure: (hour: LeftOutHour) =>
      `${dayIn('ja', hour)}は${why.ja.closure(hour)}です。登録するには「祝日・休業日にも受ける」をお選びください。`,
    nothing_past: (hour: LeftOutHour) => `${dayIn('ja', hour)}は過ぎています。これからの日時をお選びください。`,
    nothing_clock: (hour: LeftOutHour) =>
      `${dayIn('ja', hour)}は、時計の切り替え(夏時間)で存在しない、または二度ある時刻です。ほかの時刻をお選びください。`,
    nothing_booked: (hour: LeftOutHour) =>
      `${dayIn('ja', hour)}には${why.ja.booked(hour)}(前後に空ける時間を含みます)。ほかの時刻をお選びください。`,
    nothing_offered: (hour: LeftOutHour) =>
      `${dayIn('ja', hour)}は、登録済みの枠と重なります。ほかの時刻をお選びください。`,
    reach_changed: ({ was, is }: { readonly was: number; readonly is: number }) =>
      `確認されている間に状況が変わり、登録できる枠が${was}枠から${is}枠になりました。もう一度ご確認ください。`,
    slot_overlap: () => 'たった今、重なる枠が登録されました。もう一度ご確認ください。',
    slot_booked: (hour: Hour) =>
      `${hourIn('ja', hour)}の枠には予約が入っています。予約を別の時間に移すか、ほかのアドバイザーに引き継いでから取り下げてください。`,
    slot_withdrawn: (hour: Hour) => `${hourIn('ja', hour)}の枠は、すでに取り下げられています。`,
    slot_over: (hour: Hour) => `${hourIn('ja', hour)}の枠は、すでに過ぎています。`,
    no_slots: () => '取り下げられる枠はありません。',
    too_many_slots: ({ most }: { readonly most: number }) =>
      `一度に取り下げられるのは${most}枠までです。数を減らしてください。`,
  },
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    'consultation.offer': action(
      '相談枠の登録',
      '個別相談を受けられる日時を登録します',
      '枠の登録',
      '枠の追加',
      '相談枠の追加',
      '相談可能日の登録',
    ),
    'consultation.withdraw': action(
      '相談枠の取り下げ',
      '予約の入っていない相談枠を取り下げます',
      '枠の取り下げ',
      '相談枠の取り消し',
    ),
    'consultation.agenda': action(
      '相談の予定表',
      '次の個別相談、本日と7日以内の予約、空いている枠を表示します',
      '今日の相談',
      '今週の相談',
      '自分の枠',
      '相談枠一覧',
    ),
  },
};

const en: typeof ja = {
  labels: {
    adviser: 'Adviser',
    firstDay: 'First day',
    lastDay: 'Last day',
    weekdays: 'Days of the week',
    from: 'From',
    to: 'Until',
    length: 'Length of one (minutes)',
    between: 'Minutes between two',
    method: 'How',
    place: 'Place (in person)',
    link: 'Link (online)',
    pauseBefore: 'Pause before a booking (minutes)',
    pauseAfter: 'Pause after a booking (minutes)',
    perDay: 'Most bookings per day',
    alsoHolidays: 'Holidays and closures',
  },
  hints: {
    firstDay: (timeZone) => `Dates and times are those of ${timeZone}.`,
    lastDay: 'Leave this empty for one day.',
    weekdays: 'On which days within the period; Monday to Friday where none is chosen.',
    length: (longest) => `At most ${longest} minutes in this programme.`,
    optional: 'Empty means 0.',
    perDay: 'Empty means without limit.',
    link: 'An address that begins with https://',
  },
  offerOnHolidays: 'Offer hours on these, too',
  skipHolidays: 'Leave these out',
  weekdays: { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' },
  methods: methodsEn,
  preview: 'Show what this is',
  offer: 'Offer these',
  offerMore: 'Offer hours',
  offers: (reach) => `You will offer ${reachEn(reach)}.`,
  offersFor: (adviser, reach) => `${reachEn(reach)} of ${adviser} will be offered.`,
  offered: (reach) => `You now offer ${reachEn(reach)}. Companies can book them at once.`,
  offeredFor: (adviser, reach) => `${reachEn(reach)} of ${adviser} are offered now.`,
  leftOut: (hour, reason) => `${dayIn('en', hour)} left out: ${why.en[reason](hour)}`,
  more: (count) => `and ${count} more`,
  moreDays: (count) => (count === 1 ? 'and 1 more day' : `and ${count} more days`),
  withdraws: (hours, more) =>
    `These hours will be withdrawn: ${hours.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
  withdrawsCost: 'Companies no longer see an hour that is withdrawn. To hold it after all, offer it again.',
  withdrawn: (count) => (count === 1 ? '1 hour is withdrawn.' : `${count} hours are withdrawn.`),
  withdraw: 'Withdraw',
  chooseToWithdraw: 'Hours to withdraw',
  chooseNote: 'These are not booked. An hour that is booked falls free by moving the booking or handing it over.',
  agenda: {
    summary: (today, free) => `Consultations today: ${today}, free hours: ${free}`,
    next: 'Your next consultation',
    today: 'Today',
    week: 'Within 7 days',
    free: 'Free hours',
    noneBooked: 'No consultation is booked within 7 days.',
    noneFree: 'You have no free hours.',
    slot: (method, where) => (where === '' ? method : `${method} (${where})`),
    more: 'More',
    away: 'Be away for a day',
  },
  refusals: {
    no_such_adviser: () => 'Please choose from the list the adviser for whom to offer hours.',
    outside_programme: ({ startsOn, endsOn }) => `Please choose a day within the programme (${startsOn} to ${endsOn}).`,
    over_midnight: () => 'The end must be later on the same day. Hours over midnight cannot be offered.',
    hour_too_short: ({ shortest }) => `A consultation takes at least ${shortest} minutes.`,
    hour_too_long: ({ longest }) =>
      `A consultation takes at most ${longest} minutes in this programme. Please make it shorter.`,
    no_such_day: () => 'This period has none of the chosen days of the week. Please change the period or the days.',
    no_hour_fits: ({ length }) =>
      `No consultation of ${length} minutes fits in between. Please make the time longer or the consultation shorter.`,
    too_many_hours: ({ hours, most }) =>
      `That makes ${hours} hours, and at most ${most} are offered at once. Please offer them in parts.`,
    no_link: () => 'To meet online, please enter the link.',
    no_place: () => 'To meet in person, please enter the place.',
    nothing_holiday: (hour) =>
      `${dayIn('en', hour)} is a ${why.en.holiday(hour)}. To offer it all the same, choose “Offer hours on these, too”.`,
    nothing_closure: (hour) =>
      `On ${dayIn('en', hour)} the office is ${why.en.closure(hour)}. To offer it all the same, choose “Offer hours on these, too”.`,
    nothing_past: (hour) => `${dayIn('en', hour)} is in the past. Please choose a later one.`,
    nothing_clock: (hour) =>
      `At ${dayIn('en', hour)} the clocks change (daylight saving), so there is no such hour or it comes twice. Please choose another time.`,
    nothing_booked: (hour) =>
      `At ${dayIn('en', hour)} ${why.en.booked(hour)} (pauses included). Please choose another time.`,
    nothing_offered: (hour) =>
      `${dayIn('en', hour)} overlaps with an hour offered already. Please choose another time.`,
    reach_changed: ({ was, is }) =>
      `Things have changed meanwhile: ${is} hours can be offered instead of ${was}. Please look at them again.`,
    slot_overlap: () => 'An hour that overlaps has just been offered. Please look at them again.',
    slot_booked: (hour) =>
      `${hourIn('en', hour)} is booked. Please move the booking or hand it over to another adviser first.`,
    slot_withdrawn: (hour) => `${hourIn('en', hour)} has been withdrawn already.`,
    slot_over: (hour) => `${hourIn('en', hour)} has passed already.`,
    no_slots: () => 'There are no hours to withdraw.',
    too_many_slots: ({ most }) => `At most ${most} hours are withdrawn at once. Please choose fewer.`,
  },
  actions: {
    'consultation.offer': action(
      'Offer hours',
      'Offers hours for consultations, one or many',
      'offer an hour',
      'offer slots',
      'add hours',
    ),
    'consultation.withdraw': action(
      'Withdraw hours',
      'Takes back hours that nobody has booked',
      'withdraw an hour',
      'withdraw slots',
    ),
    'consultation.agenda': action(
      'My agenda',
      'Shows the next consultation, those of today and the week, and free hours',
      'my hours',
      'my slots',
      'consultations today',
      'consultations this week',
      "today's consultations",
    ),
  },
};

function reachEn({ hours, days }: Reach): string {
  return `${hours === 1 ? '1 hour' : `${hours} hours`} on ${days === 1 ? '1 day' : `${days} days`}`;
}

export const hourTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
