/** All words of reminders, in Japanese and English. */
import type { ReminderKind } from '../../prisma/client.js';
import { actionTexts as action } from '../messages/action-texts.js';
import type { Topic } from '../notifications/kind.js';
import { topicNames } from '../notifications/topic-names.js';
import type { Language } from '../requests/context.js';

interface Reached {
  readonly rule: string;
  readonly people: number;
  readonly first: string;
}

/** What a company is to hand in. */
interface DueWords {
  readonly title: string;
  /** The due date as it is written. */
  readonly day: string;
}

interface Due {
  readonly at: string;
  readonly people: number;
  readonly rule: string;
}

/** Whether a topic is received, in words. */
interface Chosen {
  readonly topic: Topic;
  readonly word: string;
}

const kindsJa: Readonly<Record<ReminderKind, string>> = {
  session: 'セッション(参加者へ)',
  consultation: '個別相談(出席者へ)',
  invitation: '参加の回答(未回答の方へ)',
  deadline: '成果物の期限(未提出の企業の方へ)',
};
const kindsEn: typeof kindsJa = {
  session: 'Session (to those who will come)',
  consultation: 'Consultation (to those who will attend)',
  invitation: 'Answer to an invitation (to those who have not answered)',
  deadline: 'Due date (to companies that have not handed in what is due)',
};

const DAY = 1_440;
const aheadJa = (days: number) => (days <= 0 ? '本日' : days === 1 ? '明日' : `${days}日後`);
const aheadEn = (days: number) => (days <= 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`);
const peopleEn = (count: number) => (count === 1 ? '1 person' : `${count} people`);

const topicEn = (topic: Topic) => {
  const name = topicNames[topic].en;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
};

const ja = {
  sessionAhead: (title: string, days: number) => `${title}は${aheadJa(days)}です。`,
  sessionSoon: (title: string, minutes: number) => `${title}は、あと${minutes}分で始まります。`,
  consultationAhead: (days: number, hour: string) => `個別相談は${aheadJa(days)}です(${hour})。`,
  consultationSoon: (minutes: number, hour: string) => `個別相談は、あと${minutes}分で始まります(${hour})。`,
  unanswered: (title: string, days: number) =>
    `${title}へのご出欠について、まだご回答をいただいておりません。締切は${aheadJa(days)}です。`,
  again: (title: string) =>
    `【再度のご案内】${title}へのご出欠について、まだご回答をいただいておりません。申込みは締め切りましたが、ご欠席の場合はお知らせください。`,
  againContact: (contact: string) => `参加をご希望の場合: ${contact}`,
  dueSoon: ({ title, day }: DueWords, days: number) =>
    `「${title}」の提出期限は${aheadJa(days)}(${day})です。まだご提出をいただいておりません。`,
  dueAgain: ({ title, day }: DueWords) =>
    `【再度のご案内】「${title}」の提出期限(${day})を過ぎましたが、まだご提出をいただいておりません。ご提出いただくか、期限の延長をご希望の場合はお知らせください。`,
  revisionDue: ({ title, day }: DueWords, days: number) =>
    `「${title}」の期限は${aheadJa(days)}(${day})です。アドバイザーのコメントをふまえた新しい版を、まだご提出いただいておりません。`,
  revisionDueAgain: ({ title, day }: DueWords) =>
    `【再度のご案内】「${title}」の期限(${day})を過ぎましたが、アドバイザーのコメントをふまえた新しい版を、まだご提出いただいておりません。ご提出いただくか、期限の延長をご希望の場合はお知らせください。`,
  dueContact: (contact: string) => `ご不明な点は、事務局までお問い合わせください: ${contact}`,
  submit: '提出する',
  askExtension: '延長を申し出る',
  several: (count: number) => `ご案内が${count}件あります。`,
  linkLater: '接続先は、決まりしだいお知らせします。',
  stop: 'リマインダーを止める',
  when: (before: number) => {
    if (before === 0) return '当日';
    if (before < 0) return `${-before / DAY}日後`;
    if (before % DAY === 0) return `${before / DAY}日前`;
    return before % 60 === 0 ? `${before / 60}時間前` : `${before}分前`;
  },
  kinds: kindsJa,
  ruleOf: (kind: string, when: string) => `${kind}: ${when}`,
  reached: ({ people, first }: Omit<Reached, 'rule'>) => `今後${people}名に送ります。最初: ${first}`,
  reachesNobody: '今のところ、これから送る方はいません。',
  off: '停止中',
  turnOn: '再開',
  turnOff: '停止',
  add: '追加・変更',
  upcoming: '今後の送信予定',
  windows: '送信する時間帯',
  how: '日単位のリマインダーは、その日の最初の時間帯の始まりに送ります。休業日に当たるときは、その前の最後の時間帯に送ります(締切後のものは次の時間帯)。同じ時刻のものは1通にまとめます。1日以内のものは、時間帯にかかわらず時刻どおりに送ります。',
  rulesSummary: (count: number) => `リマインダーは${count}件です。`,
  noRules: 'リマインダーは設定されていません。',
  reminder: 'リマインダー',
  state: '状態',
  on: '送る',
  offChoice: '送らない',
  next: '次へ',
  willTurnOn: ({ rule, people, first }: Reached) =>
    `「${rule}」を送るようにします。これから${people}名に送ります。最初: ${first}`,
  willTurnOnNobody: (rule: string) => `「${rule}」を送るようにします。今のところ、これから送る方はいません。`,
  willTurnOff: ({ rule, people, first }: Reached) =>
    `「${rule}」を止めます。予定していた${people}名への送信(最初: ${first})を取りやめます。`,
  willTurnOffNobody: (rule: string) => `「${rule}」を止めます。今のところ、予定していた送信はありません。`,
  turnedOn: (rule: string) => `「${rule}」を送るようにしました。`,
  turnedOff: (rule: string) => `「${rule}」を止めました。`,
  heldBack:
    'このプログラムは、まだ開始をご案内していません。リマインダーは、先に「開始をご案内」を押していただくと始まります。',
  save: '保存',
  upcomingSummary: (count: number) =>
    count === 0 ? '送信予定のリマインダーはありません。' : `送信予定は${count}件です。`,
  due: ({ at, people, rule }: Due) => [at, `${rule}(${people}名)`],
  ofCompany: (title: string, company: string) => `「${company}」の「${title}」`,
  ofConsultation: (company: string) => `「${company}」の個別相談`,
  more: '次を表示',
  windowsLabel: '時間帯',
  windowsHint: '例: 9:00-12:00, 13:00-17:00(受け取る方の時刻)',
  closuresLabel: '休業日',
  closuresHint: '1行に1件。例: 2026-12-29 2027-01-03 年末年始 / New Year',
  closuresKept: (count: number) =>
    `登録済みの休業日(${count}件)は、長いためここでは変更できません。そのまま残ります。変更するときは、プログラムのファイルを取り込んでください。`,
  windowsDone: (windows: string) =>
    `日単位のリマインダーを送る時間帯を ${windows} にしました。これからのリマインダーの予定を立て直しました。`,
  mute: {
    introduction: 'お知らせを受け取るかどうかを選べます。',
    topic: (topic: Topic) => topicNames[topic].ja,
    receive: '受け取る',
    stopped: '受け取らない',
    essential:
      'ご自身の申込みや個別相談の変更・取り消し・繰り上げ、セッションの変更・中止、操作への返信、アカウントに関するお知らせは、止められません。',
    save: '保存',
    done: (chosen: readonly Chosen[]) =>
      `設定を保存しました。${chosen.map(({ topic, word }) => `${topicNames[topic].ja}: ${word}`).join('、')}`,
    again: '設定を変える',
  },
  refusals: {
    windows_wrong: () =>
      '時間帯は「9:00-12:00, 13:00-17:00」のように、早いものから順に、重ならないようにご入力ください。',
    closures_wrong: ({ line }: { readonly line: string }) =>
      `「${line}」を読み取れません。「2026-12-29 2027-01-03 年末年始 / New Year」のように、初日、最終日、名称の順にご入力ください。`,
  },
  actions: {
    'reminder.upcoming': action(
      '今後のリマインダー',
      'これから送るリマインダーを、日時の順に表示します',
      'リマインダーの予定',
    ),
    'reminder.rules': action(
      'リマインダーの設定',
      'どのリマインダーを送るか、それぞれ何名に送るかを表示します',
      'リマインダー一覧',
    ),
    'reminder.set': action(
      'リマインダーの変更',
      '送る人数を確認してから、リマインダーを加えたり止めたりします',
      'リマインダーを追加',
      'リマインダーを変更',
    ),
    'programme.windows': action(
      '送信する時間帯',
      'リマインダーを送る時間帯と休業日を変更します',
      '送信時間帯',
      '休業日の変更',
    ),
    'notifications.mute': action(
      'お知らせの受け取り',
      '事務局からのお知らせとリマインダーを受け取るかどうかを選びます',
      'お知らせの設定',
      'リマインダーを止める',
      '通知の設定',
    ),
  },
};

const en: typeof ja = {
  sessionAhead: (title, days) => `${title} is ${aheadEn(days)}.`,
  sessionSoon: (title, minutes) => `${title} begins in ${minutes} minutes.`,
  consultationAhead: (days, hour) => `Your consultation is ${aheadEn(days)} (${hour}).`,
  consultationSoon: (minutes, hour) => `Your consultation begins in ${minutes} minutes (${hour}).`,
  unanswered: (title, days) =>
    `You have not told us yet whether you will come to ${title}. The deadline is ${aheadEn(days)}.`,
  again: (title) =>
    `A second reminder: you have not told us whether you will come to ${title}. Registration has closed; if you will not come, please let us know.`,
  againContact: (contact) => `If you would like to come: ${contact}`,
  dueSoon: ({ title, day }, days) =>
    `“${title}” is due ${aheadEn(days)} (${day}). Your company has not handed it in yet.`,
  dueAgain: ({ title, day }) =>
    `A second reminder: “${title}” was due on ${day}, and your company has not handed it in yet. Please hand it in, or tell us if you need more time.`,
  revisionDue: ({ title, day }, days) =>
    `“${title}” is due ${aheadEn(days)} (${day}). Your company has not handed in a new version yet that takes up your adviser’s comments.`,
  revisionDueAgain: ({ title, day }) =>
    `A second reminder: “${title}” was due on ${day}, and your company has not handed in a new version yet that takes up your adviser’s comments. Please hand it in, or tell us if you need more time.`,
  dueContact: (contact) => `If you have questions, please write to the secretariat: ${contact}`,
  submit: 'Hand it in',
  askExtension: 'Ask for more time',
  several: (count) => `You have ${count} reminders.`,
  linkLater: 'You will be told where to connect once it is known.',
  stop: 'Stop reminders',
  when: (before) => {
    const some = (count: number, unit: string) => (count === 1 ? `1 ${unit}` : `${count} ${unit}s`);
    if (before === 0) return 'on the day';
    if (before < 0) return `${some(-before / DAY, 'day')} after`;
    if (before % DAY === 0) return `${some(before / DAY, 'day')} before`;
    return before % 60 === 0 ? `${some(before / 60, 'hour')} before` : `${before} minutes before`;
  },
  kinds: kindsEn,
  ruleOf: (kind, when) => `${kind}: ${when}`,
  reached: ({ people, first }) => `From now on ${peopleEn(people)}; first: ${first}`,
  reachesNobody: 'Nobody is to be reminded at the moment.',
  off: 'Switched off',
  turnOn: 'Switch on',
  turnOff: 'Switch off',
  add: 'Add or change',
  upcoming: 'Upcoming reminders',
  windows: 'Sending hours',
  how: 'Reminders of whole days go out as the first sending hours of that day begin; on a day off, in the last hours before it (after a deadline, in the next ones). Those of one moment are one message. Reminders within the day go out to the minute, whatever the hours.',
  rulesSummary: (count) => (count === 1 ? 'There is 1 reminder.' : `There are ${count} reminders.`),
  noRules: 'No reminders are set.',
  reminder: 'Reminder',
  state: 'State',
  on: 'Send',
  offChoice: 'Do not send',
  next: 'Next',
  willTurnOn: ({ rule, people, first }) =>
    `“${rule}” will be sent: from now on to ${peopleEn(people)}; first: ${first}`,
  willTurnOnNobody: (rule) => `“${rule}” will be sent. Nobody is to be reminded at the moment.`,
  willTurnOff: ({ rule, people, first }) =>
    `“${rule}” will no longer be sent. What was planned for ${peopleEn(people)} (first: ${first}) is withdrawn.`,
  willTurnOffNobody: (rule) => `“${rule}” will no longer be sent. Nothing was planned at the moment.`,
  turnedOn: (rule) => `“${rule}” is sent from now on.`,
  turnedOff: (rule) => `“${rule}” is no longer sent.`,
  heldBack:
    'This programme has not been announced yet. Please announce the programme first: reminders begin after that.',
  save: 'Save',
  upcomingSummary: (count) =>
    count === 0
      ? 'No reminders are planned.'
      : count === 1
        ? '1 reminder is planned.'
        : `${count} reminders are planned.`,
  due: ({ at, people, rule }) => [at, `${rule} (${peopleEn(people)})`],
  ofCompany: (title, company) => `“${title}” of “${company}”`,
  ofConsultation: (company) => `Consultation of “${company}”`,
  more: 'More',
  windowsLabel: 'Hours',
  windowsHint: 'For example 9:00-12:00, 13:00-17:00 (the recipient’s time)',
  closuresLabel: 'Days off',
  closuresHint:
    'One a line: first day, last day, name (in Japanese / in English), for example 2026-12-29 2027-01-03 New Year',
  closuresKept: (count) =>
    `The ${count} days off that are there are too long for this form. They stay as they are; to change them, import the programme’s file.`,
  windowsDone: (windows) =>
    `Reminders of whole days are sent at ${windows} from now on. The reminders to come were planned anew.`,
  mute: {
    introduction: 'You can choose what you are told.',
    topic: (topic) => topicEn(topic),
    receive: 'Receive',
    stopped: 'Do not receive',
    essential:
      'Always sent: changes, cancellations and promotions of your own registrations and consultations, changes of sessions, replies to what you do, and what concerns your accounts.',
    save: 'Save',
    done: (chosen) => `Saved. ${chosen.map(({ topic, word }) => `${topicEn(topic)}: ${word}.`).join(' ')}`,
    again: 'Change this',
  },
  refusals: {
    windows_wrong: () => 'Please enter the hours like 9:00-12:00, 13:00-17:00, in their order and without overlaps.',
    closures_wrong: ({ line }) =>
      `“${line}” cannot be read. Please enter the first day, the last day and the name, like 2026-12-29 2027-01-03 New Year.`,
  },
  actions: {
    'reminder.upcoming': action(
      'Upcoming reminders',
      'Shows the reminders that will be sent, in their order',
      'planned reminders',
    ),
    'reminder.rules': action(
      'Reminder rules',
      'Shows which reminders are sent, and how many people each will reach',
      'list of reminders',
    ),
    'reminder.set': action(
      'Change a reminder',
      'Adds a reminder or switches one off; says whom it reaches before it is saved',
      'add a reminder',
      'set reminder',
    ),
    'programme.windows': action(
      'Sending hours',
      'Changes the hours in which reminders are sent, and the days off',
      'change sending hours',
    ),
    'notifications.mute': action(
      'What I am told',
      'Chooses whether you receive announcements and reminders',
      'notification settings',
      'stop reminders',
      'mute reminders',
    ),
  },
};

export const reminderTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
