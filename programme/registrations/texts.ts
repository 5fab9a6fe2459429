/** All words of the registrations' room, in Japanese and English. */
import type { Mode } from '../../prisma/client.js';
import { actionTexts as action } from '../messages/action-texts.js';
import { pick } from '../messages/bilingual.js';
import type { Language } from '../requests/context.js';
import type { AboutSession } from '../sessions/refusal-texts.js';
import { attendeeTexts } from './attendee-texts.js';

const modeNames: Record<Mode, string> = { onsite: '会場', online: 'オンライン' };

const registerAs: Record<Mode, string> = { onsite: '会場で参加', online: 'オンラインで参加' };

const changeTo: Record<Mode, string> = { onsite: '会場参加に変更', online: 'オンライン参加に変更' };

interface Seated {
  /** Null where it is the person who asks. */
  readonly name: string | null;
  readonly title: string;
  readonly mode: string;
  /** Nothing changed: it was so already. */
  readonly already: boolean;
}

const subjectJa = (name: string | null) => (name === null ? '' : `${name}: `);

const subjectEn = (name: string | null, future?: 'will be') =>
  `${name ?? 'You'} ${future ?? (name === null ? 'are' : 'is')}`;

interface Left {
  readonly name: string | null;
  readonly title: string;
}

const titleJa = (session: { title: { ja: string; en: string } }) => `「${pick('ja', session.title)}」`;

const titleEn = (session: { title: { ja: string; en: string } }) => `“${pick('en', session.title)}”`;

interface Notice {
  readonly by: string;
  /** Whose registration it is: the reader's. */
  readonly name: string;
  readonly title: string;
}

const ja = {
  registerAs,
  changeTo,
  standing: {
    none: '未回答',
    declined: '欠席',
    cancelled: '取り消し済み',
    substituted: '代理の方が出席',
    waiting: (mode: string) => `${mode}参加のキャンセル待ち`,
    confirmed: (mode: string) => `${mode}で参加`,
    alsoWaiting: (seated: string, mode: string) => `${seated}(${mode}参加のキャンセル待ち中)`,
  },
  registerColleague: '同じ会社の方を登録',
  registerElsewhere: 'ほかのセッションに登録',
  seeAnswer: '登録内容を見る',
  registerExample: (code: string, mode: Mode) => `「${code} ${registerAs[mode]}」`,
  register: '登録する',
  seated: ({ name, title, mode, already }: Seated) =>
    already
      ? `${subjectJa(name)}「${title}」は、すでに${mode}での参加を登録済みです。`
      : `${subjectJa(name)}「${title}」に${mode}参加で登録しました。`,
  modeChanged: ({ name, title, mode }: Omit<Seated, 'already'>) =>
    `${subjectJa(name)}「${title}」の参加方法を${mode}参加に変更しました。`,
  waits: ({ name, title, mode, before, already }: Seated & { readonly before: number }) =>
    `${subjectJa(name)}「${title}」の${mode}参加は満席のため、${already ? 'すでに' : ''}キャンセル待ち(${before + 1}番目)です。空きが出ましたら順にお知らせします。`,
  meanwhile: (mode: string) => `それまでは${mode}参加のままです。`,
  left: {
    cancelled: ({ name, title }: Left) => `${subjectJa(name)}「${title}」の参加登録を取り消しました。`,
    declined: ({ name, title }: Left) => `${subjectJa(name)}「${title}」のご欠席を承りました。`,
  },
  substituted: ({ title, from, to }: { title: string; from: string; to: string }) =>
    `「${title}」は、${from}に代わって${to}が参加されます。`,
  /** What a preview begins with: what will be done, and what it costs. */
  previews: {
    seats: ({ name, title, mode }: Omit<Seated, 'already'>) =>
      `${subjectJa(name)}「${title}」に${mode}参加で登録します。`,
    waits: ({ name, title, mode, before }: Omit<Seated, 'already'> & { readonly before: number }) =>
      `${subjectJa(name)}「${title}」の${mode}参加は満席です。キャンセル待ち(${before + 1}番目)に登録します。`,
    keepsUntilThen: (mode: string) => `空きが出るまでは${mode}参加のままです。`,
    changes: ({ name, title, from, mode }: Omit<Seated, 'already'> & { readonly from: string }) =>
      `${subjectJa(name)}「${title}」の参加方法を${from}参加から${mode}参加に変更します。`,
    declines: ({ name, title }: Left) => `${subjectJa(name)}「${title}」を欠席として登録します。`,
    cancels: ({ name, title }: Left) => `${subjectJa(name)}「${title}」の登録を取り消します。`,
    passesOn: (mode: string) => `${mode}の席は次の方に移ります。`,
    givesUp: (mode: string) => `${mode}参加の登録はなくなります。`,
    leavesWaitlist: 'キャンセル待ちの順番はなくなります。',
    substitutes: ({ title, from, to }: { title: string; from: string; to: string }) =>
      `「${title}」の${from}の席を、${to}に引き継ぎます。${from}の登録はなくなります。`,
  },
  attendees: attendeeTexts.ja,
  /** What others are told. */
  notices: {
    registered: ({ by, name, title, standing }: Notice & { readonly standing: string }) =>
      `${by}様が、${name}様の「${title}」への参加登録のお手続きをされました。現在のご登録: ${standing}`,
    cancelled: ({ by, name, title }: Notice) =>
      `${by}様が、${name}様の「${title}」への参加登録をお取り消しになりました。`,
    promoted: ({ title, mode }: { title: string; mode: string }) =>
      `キャンセル待ちの「${title}」に空きが出ました。${mode}参加での登録が確定しました。`,
  },
  /** What each action is called, one line on what it does, and the words that ask for it. */
  moveUp: '先頭に移す',
  moveUpPreview: ({
    name,
    title,
    passed,
  }: {
    readonly name: string;
    readonly title: string;
    readonly passed: number;
  }) =>
    `${name}を「${title}」のキャンセル待ちの先頭に移します。先にお待ちの${passed}名より前になり、次に空いた席は${name}のものになります。満席の間は席は増えません。ご本人にお知らせします。`,
  movedUp: ({ name, title }: { readonly name: string; readonly title: string }) =>
    `${name}を「${title}」のキャンセル待ちの先頭に移しました。`,
  actions: {
    'session.move-up': action('キャンセル待ちの順番を変更', 'お一人をキャンセル待ちの先頭に移します', '繰り上げ'),
    'session.register': action(
      '参加登録',
      'ご自身または同じ会社の方の参加を登録します',
      '申し込み',
      '申込',
      '登録',
      '参加',
    ),
    'session.change-mode': action('参加方法を変更', '会場とオンラインを切り替えます', '方法変更'),
    'session.cancel': action(
      '参加を取り消す',
      '参加登録またはキャンセル待ちを取り消します',
      'キャンセル',
      '取消',
      '取り消し',
      '取り消す',
    ),
    'session.decline': action('欠席と回答', '欠席のご回答を登録します', '欠席', '不参加'),
    'session.substitute': action(
      '代理の方を登録',
      '代わりに出席される同じ会社の方を登録します',
      '代理の方が出席',
      '代理',
      '代理出席',
    ),
    'session.attendees': action(
      '参加者一覧',
      '申込者・参加方法・会社・未回答を表示します',
      '参加者',
      '出席者',
      '名簿',
      '申込状況',
    ),
    'session.attendees-file': action(
      '参加者一覧(Excel)',
      '申込者・参加方法・会社・未回答をExcelのファイルでお渡しします',
      '参加者一覧のファイル',
      '参加者一覧のエクセル',
      '参加者のファイル',
      '参加者のエクセル',
      '名簿のファイル',
      '名簿のエクセル',
    ),
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    not_waiting: (about: AboutSession) =>
      `この方は${titleJa(about)}のキャンセル待ちをされていません。出欠一覧でご確認ください。`,
    first_already: (about: AboutSession) =>
      `この方はすでに${titleJa(about)}のキャンセル待ちの先頭です。お手続きは不要です。`,
    nobody_waits: () => 'このセッションでお待ちの方はいらっしゃいません。お手続きは不要です。',
    registered_nowhere: () =>
      'まだどのセッションにも登録されていません。参加される場合は、先に「参加登録」でご登録ください。',
    not_registered: (about: AboutSession) => `${titleJa(about)}への参加登録がありません。`,
    already_registered: (about: AboutSession & { readonly mode: Mode }) =>
      `${titleJa(about)}は、すでに${modeNames[about.mode]}での参加を登録済みです。変更や取り消しもできます。`,
    already_waiting: (about: AboutSession & { readonly mode: Mode }) =>
      `${titleJa(about)}の${modeNames[about.mode]}参加は、すでにキャンセル待ちに登録済みです。`,
    attendee_unknown: ({ name }: { readonly name: string }) =>
      `「${name}」にあたる方が見つからないか、複数いらっしゃいます。お名前と会社名をお確かめのうえ、一覧のボタンからお手続きください。`,
    already_declined: (about: AboutSession) =>
      `${titleJa(about)}は、すでに欠席とご回答いただいています。参加される場合は、その旨お知らせください。`,
    substitute_is_registered: (about: AboutSession) => `その方はすでに${titleJa(about)}に登録されています。`,
    substitute_of_other_company: () => '代理の方は、ご本人と同じ会社の方からお選びください。',
  },
};

const en: typeof ja = {
  registerAs: { onsite: 'Register on site', online: 'Register online' },
  changeTo: { onsite: 'Change to on site', online: 'Change to online' },
  standing: {
    none: 'not answered',
    declined: 'will not attend',
    cancelled: 'cancelled',
    substituted: 'sends a substitute',
    waiting: (mode) => `on the waitlist (${mode})`,
    confirmed: (mode) => `registered ${mode}`,
    alsoWaiting: (seated, mode) => `${seated}, on the waitlist for ${mode}`,
  },
  registerColleague: 'Register a colleague',
  registerElsewhere: 'Register for another session',
  seeAnswer: 'See your answer',
  registerExample: (code, mode) => `, “register ${code} ${mode === 'onsite' ? 'on site' : 'online'}”`,
  register: 'Register',
  seated: ({ name, title, mode, already }) =>
    `${subjectEn(name)} ${already ? 'already ' : ''}registered ${mode} for “${title}”.`,
  modeChanged: ({ name, title, mode }) =>
    `${name === null ? 'Your' : `${name}’s`} attendance at “${title}” is changed to ${mode}.`,
  waits: ({ name, title, mode, before, already }) =>
    `“${title}” is full ${mode}. ${subjectEn(name)} ${already ? 'already ' : ''}number ${before + 1} on the waitlist; I will tell ${name === null ? 'you' : 'them'} when a place falls free.`,
  meanwhile: (mode) => `Until then the registration ${mode} stays.`,
  left: {
    cancelled: ({ name, title }) => `${name === null ? 'Your' : `${name}’s`} registration for “${title}” is cancelled.`,
    declined: ({ name, title }) =>
      `${name === null ? 'You' : name} will not attend “${title}”. Thank you for the answer.`,
  },
  substituted: ({ title, from, to }) => `${to} will attend “${title}” in place of ${from}.`,
  previews: {
    seats: ({ name, title, mode }) => `${subjectEn(name, 'will be')} registered ${mode} for “${title}”.`,
    waits: ({ name, title, mode, before }) =>
      `“${title}” is full ${mode}. ${subjectEn(name, 'will be')} number ${before + 1} on the waitlist.`,
    keepsUntilThen: (mode) => ` Until a place falls free, the registration ${mode} stays.`,
    changes: ({ name, title, from, mode }) =>
      `${name === null ? 'Your' : `${name}’s`} attendance at “${title}” will change from ${from} to ${mode}.`,
    declines: ({ name, title }) => `${subjectEn(name, 'will be')} recorded as absent from “${title}”.`,
    cancels: ({ name, title }) =>
      `${name === null ? 'Your' : `${name}’s`} registration for “${title}” will be cancelled.`,
    passesOn: (mode) => ` The seat ${mode} goes to the next person.`,
    givesUp: (mode) => ` The registration ${mode} is given up.`,
    leavesWaitlist: ' The place on the waitlist is lost.',
    substitutes: ({ title, from, to }) =>
      `${to} will take the place of ${from} at “${title}”. The registration of ${from} ends.`,
  },
  attendees: attendeeTexts.en,
  /** What others are told. */
  notices: {
    registered: ({ by, title, standing }) => `${by} arranged your attendance at “${title}”. You are now: ${standing}.`,
    cancelled: ({ by, title }) => `${by} cancelled your registration for “${title}”.`,
    promoted: ({ title, mode }) => `A place fell free: you are now registered ${mode} for “${title}”.`,
  },
  /** What each action is called, one line on what it does, and the words that ask for it. */
  moveUp: 'Move to the head',
  moveUpPreview: ({ name, title, passed }) =>
    `Moves ${name} to the head of the waitlist of “${title}”, before ${passed === 1 ? '1 person who has' : `${passed} people who have`} waited longer. The next free place is theirs; while it is full there is none more. They are told.`,
  movedUp: ({ name, title }) => `${name} is now at the head of the waitlist of “${title}”.`,
  actions: {
    'session.move-up': action('Move up', 'Moves one person to the head of a waitlist', 'move up from the waitlist'),
    'session.register': action('Register', 'Registers you or a colleague for a session', 'sign up', 'attend'),
    'session.change-mode': action('Change mode', 'Switches between on site and online', 'switch'),
    'session.cancel': action('Cancel registration', 'Cancels a registration or a place on the waitlist', 'cancel'),
    'session.decline': action('Will not attend', 'Answers that you will not attend', 'decline', 'absent'),
    'session.substitute': action('Send a substitute', 'Registers a colleague in your place', 'substitute'),
    'session.attendees': action(
      'Attendees',
      'Shows who comes, how, from which company, and who has not answered',
      'who comes',
    ),
    'session.attendees-file': action(
      'Attendees as Excel',
      'Hands you who comes, how, from which company, and who has not answered, as an Excel file',
      'attendees file',
      'attendee list as Excel',
      'file of attendees',
    ),
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    not_waiting: (about) => `This person does not wait for ${titleEn(about)}. Please look at the list of attendees.`,
    first_already: (about) =>
      `This person is at the head of the waitlist of ${titleEn(about)} already. There is nothing to do.`,
    nobody_waits: () => 'Nobody waits for this session, so there is nothing to do.',
    registered_nowhere: () => 'You are not registered for any session yet. To attend one, please register first.',
    not_registered: (about) => `There is no registration for ${titleEn(about)}.`,
    already_registered: (about) =>
      `The registration ${about.mode === 'onsite' ? 'on site' : 'online'} for ${titleEn(about)} is there already. It can be changed or cancelled.`,
    already_waiting: (about) =>
      `The place on the waitlist of ${titleEn(about)} ${about.mode === 'onsite' ? 'on site' : 'online'} is there already.`,
    attendee_unknown: ({ name }) =>
      `“${name}” is nobody I can find here, or may be several people. Please give the full name, or use the session’s buttons.`,
    already_declined: (about) =>
      `The answer for ${titleEn(about)} is already that you will not attend. To attend after all, just say so.`,
    substitute_is_registered: (about) => `This person is registered for ${titleEn(about)} already.`,
    substitute_of_other_company: () =>
      'A substitute must be of the same company as the person in whose place they come.',
  },
};

export const registrationTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
