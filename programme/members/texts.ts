/** All words of the members' room, in Japanese and English. */
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language, Role } from '../requests/context.js';
import { accountTextsEn, accountTextsJa } from './account-texts.js';

const rolesJa: Record<Role, string> = {
  participant: '参加企業',
  adviser: 'アドバイザー(社労士)',
  secretariat: '事務局',
  speaker: '講師',
};

const rolesEn: Record<Role, string> = {
  participant: 'participant',
  adviser: 'adviser',
  secretariat: 'secretariat',
  speaker: 'speaker',
};

interface Welcome {
  readonly person: string;
  readonly role: Role;
  readonly programme: string;
  readonly company: string | null;
}

/** As whom they are on the roster, and what they can do here: no more than that. */
const asRoleJa: Record<Role, string> = {
  participant: '参加者名簿にご登録されています。セッションのお申し込みや変更を、このチャットで承ります。',
  adviser:
    'アドバイザーとしてご登録されています。このチャットで、個別相談の枠の登録と相談の記録、セッションの予定・資料や担当企業の参加者の回答の確認ができます。',
  secretariat:
    '事務局のメンバーとしてご登録されています。セッションの作成・変更、参加者一覧、出欠の記録、個別相談の状況の確認、名簿の取り込みができます。',
  speaker: '講師としてご登録されています。セッションの日程・内容・資料を、このチャットでご覧いただけます。',
};

const asRole: Record<Role, string> = {
  participant: 'You are on the list of participants. You register for sessions and change your answers in this chat.',
  adviser:
    'You are on the list of advisers. In this chat you offer hours for consultations and record what came of them, and look up sessions, their materials, and the answers of the companies that you look after.',
  secretariat:
    'You are on the list of the secretariat. In this chat you create and change sessions, see who attends, record attendance, keep an eye on consultations and import rosters.',
  speaker: 'You are on the list of speakers. You can look up sessions, their agendas and materials in this chat.',
};

const ja = {
  ...accountTextsJa,
  menu: 'メニュー',
  roles: rolesJa,
  thisLanguage: '日本語',
  language: '言語',
  languageChosen: '今後は日本語でご案内します。',
  timeZone: 'タイムゾーン',
  timeZoneHint: '都市名(英語)で検索できます。例: Tokyo',
  settingsChanged: (zone: string) => `設定を変更しました。今後は日本語でご案内します。タイムゾーンは${zone}です。`,
  save: '保存',
  person: '対象の方',
  personName: (name: string) => `${name}様`,
  /** As companies address an adviser. */
  adviserName: (name: string) => `${name}先生`,
  /** `more`: how many are not named. */
  notReached: (names: readonly string[], more: number) =>
    `次の方は、まだこのチャットを開いていないか、お届けできない状態のため、お知らせできません: ${names.join('、')}${more > 0 ? ` ほか${more}名` : ''}`,
  nameOf: (name: string, from: string) => `${name}(${from})`,
  programme: 'プログラム',
  programmeChosen: (name: string) => `「${name}」を表示します。`,
  unknownSummary: 'はじめまして。ご利用には登録が必要です。',
  unknown:
    'はじめまして。こちらは参加登録済みの方専用のアシスタントです。恐れ入りますが、ご本人の確認がまだできておりません。事務局からお渡しした招待コードをお持ちでしたら、下のボタンからご入力ください。',
  unknownNote:
    '招待コードをお持ちでない場合は、ご案内をお送りした事務局の担当者までお問い合わせください。 / If you have been given an invitation code, press the button above. Otherwise please ask the person who invited you.',
  code: '招待コード',
  codeHint: '例: ABCD-EFGH-JKMN(全角・小文字でもかまいません)',
  codeIntroduction: '事務局からお渡しした招待コードをご入力ください。',
  codeExpires: '有効期限',
  linkButton: '登録する',
  linked: '登録が完了しました。ご案内を別のメッセージでお送りします。',
  inviteIntroduction: (days: number) =>
    `一度だけ使える招待コードを発行します。有効期間は${days}日です。以前に発行した未使用のコードは無効になります。`,
  inviteButton: '発行する',
  invites: (name: string) => `${name}の招待コードを発行します。以前に発行した未使用のコードは無効になります。`,
  invited: (name: string) => `${name}の招待コードを発行しました。`,
  inviteNote: 'このコードは今回しか表示されません。ご本人にだけお伝えください。',
  inviteShownOnce:
    '招待コードは発行済みです。コードは一度しか表示できません。お手元にない場合は、もう一度発行してください。',
  welcome: ({ person, role, programme, company }: Welcome) =>
    `${company ? `${company} ` : ''}${person}様、「${programme}」へようこそ。${asRoleJa[role]}「ヘルプ」と送っていただくと、できることの一覧をご案内します。`,
  pleaseAnswer: (title: string, deadline: string) =>
    `まず、「${title}」に参加されるかどうかを、${deadline}までにご回答ください。`,
  answer: '回答する',
  /** In place of who is told of a change. */
  tellsNobody: 'まだ開始をご案内していないプログラムのため、事務局以外の方にはお知らせしません。',
  helpIntroduction: 'このチャットでは、次のことができます。ボタンを押すか、言葉でお伝えください。',
  cannotStop:
    'お知らせの停止やプログラムからの退会は、このチャットではできません。ここで変更できるのは、言語・タイムゾーン(「設定」)と、セッションへのご回答です。',
  notUnderstood:
    '恐れ入りますが、ご用件を読み取れませんでした。次のことができますので、ボタンを押すか、言葉を変えてお試しください。',
  thanked: 'お役に立てて何よりです。ほかにも何かございましたら、いつでもお送りください。',
  acknowledged: 'ご確認ありがとうございます。ご用件がありましたら、いつでもお送りください。',
  helpEntry: (title: string, command: string) => `${title}(${command})`,
  contact: (contacts: readonly string[]) => `お問い合わせ: ${contacts.join('、')}`,
  /** More examples may follow. */
  helpNote: '例:「セッション一覧」「English」',
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    ...accountTextsJa.actions,
    'help.show': action('ヘルプ', 'できることの一覧を表示します', '使い方', '助けて', 'できること'),
    'member.link': action('招待コードを入力', '事務局からお渡しした招待コードで登録します', '招待コード', 'コード'),
    'member.language': action('言語を変更', '日本語と英語を切り替えます', '言語', '日本語', '英語'),
    'member.settings': action('設定', '言語とタイムゾーンを変更します', 'タイムゾーン'),
    'member.invite': action('招待コードを発行', '参加者の方などにお渡しする招待コードを発行します', '招待'),
    'programme.choose': action('プログラムを選択', '表示するプログラムを切り替えます', 'プログラム'),
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    ...accountTextsJa.refusals,
    code_wrong: ({ triesLeft }: { readonly triesLeft: number }) =>
      `招待コードが正しくありません。あと${triesLeft}回お試しいただけます。`,
    code_expired: () => 'この招待コードは有効期限が切れています。事務局に新しいコードをお申し付けください。',
    codes_locked: ({ minutes }: { readonly minutes: number }) =>
      `入力の誤りが続いたため、${minutes}分ほどお待ちいただいてからお試しください。`,
    already_linked: () => 'すでにご登録済みです。そのままご利用いただけます。',
  },
};

const en: typeof ja = {
  ...accountTextsEn,
  menu: 'Menu',
  roles: rolesEn,
  thisLanguage: 'English',
  language: 'Language',
  languageChosen: 'From now on I will write to you in English.',
  timeZone: 'Time zone',
  timeZoneHint: 'Search by city, for example Tokyo',
  settingsChanged: (zone) => `Saved. From now on I will write to you in English. Your time zone is ${zone}.`,
  save: 'Save',
  person: 'Person',
  personName: (name) => name,
  adviserName: (name) => name,
  notReached: (names, more) =>
    `Not reached yet, as they have not opened this chat or cannot be written to: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  nameOf: (name, from) => `${name} (${from})`,
  programme: 'Programme',
  programmeChosen: (name) => `You are now looking at “${name}”.`,
  unknownSummary: 'Hello. You need to be registered to use this assistant.',
  unknown:
    'Hello. This assistant is for registered members, and I do not know yet who you are. If you were given an invitation code, press the button below and enter it.',
  unknownNote:
    'Without a code, please ask the person who invited you. / 招待コードをお持ちでない場合は、ご案内をお送りした担当者までお問い合わせください。',
  code: 'Invitation code',
  codeHint: 'For example ABCD-EFGH-JKMN; capitals and hyphens do not matter',
  codeIntroduction: 'Enter the invitation code that the secretariat gave you.',
  codeExpires: 'Valid until',
  linkButton: 'Register',
  linked: 'You are registered. A welcome follows in a separate message.',
  inviteIntroduction: (days) =>
    `Issues a code that can be used once, within ${days} days. Unused codes issued earlier for the same person stop working.`,
  inviteButton: 'Issue',
  invites: (name) =>
    `An invitation code for ${name} will be issued. Unused codes issued earlier for the same person stop working.`,
  invited: (name) => `An invitation code for ${name} was issued.`,
  inviteNote: 'This code is shown only now. Give it to this person alone.',
  inviteShownOnce:
    'The invitation code was issued already and is shown only once. If you do not have it, issue another.',
  welcome: ({ person, role, programme, company }) =>
    `Welcome to “${programme}”, ${person}${company ? ` (${company})` : ''}. ${asRole[role]} Write “help” to see what I can do.`,
  pleaseAnswer: (title, deadline) => `First, please answer by ${deadline} whether you will attend “${title}”.`,
  answer: 'Answer',
  tellsNobody: 'Nobody but the secretariat is told, as the programme has not been announced yet.',
  helpIntroduction: 'This is what you can do here. Press a button or say it in words.',
  cannotStop:
    'I cannot stop the notices or take you out of the programme. What you can change here are your language and time zone (Settings) and your answers to sessions.',
  notUnderstood: 'Sorry, I did not understand. This is what you can do here; press a button or try other words.',
  thanked: 'You are welcome. Just write to me whenever there is something else.',
  acknowledged: 'All right. Just write to me whenever there is something you need.',
  helpEntry: (title, command) => (title.toLowerCase() === command ? title : `${title} (${command})`),
  contact: (contacts) => `Contact: ${contacts.join(', ')}`,
  helpNote: 'For example: “sessions”, “日本語”',
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    ...accountTextsEn.actions,
    'help.show': action('Help', 'Lists what you can do here', 'what can you do'),
    'member.link': action(
      'Enter invitation code',
      'Registers you with the code from the secretariat',
      'invitation code',
      'code',
    ),
    'member.language': action(
      'Change language',
      'Switches between Japanese and English',
      'language',
      'Japanese',
      'English',
    ),
    'member.settings': action('Settings', 'Changes your language and time zone', 'time zone'),
    'member.invite': action(
      'Issue invitation code',
      'Issues a code to hand to a participant, adviser or colleague',
      'invite',
    ),
    'programme.choose': action('Choose programme', 'Switches the programme you look at', 'programme'),
  },
  /** Why something cannot be done, and what to do next. */
  refusals: {
    ...accountTextsEn.refusals,
    code_wrong: ({ triesLeft }) =>
      `This invitation code is not right. You have ${triesLeft === 1 ? '1 more try' : `${triesLeft} more tries`}.`,
    code_expired: () => 'This invitation code has expired. Please ask the secretariat for a new one.',
    codes_locked: ({ minutes }) =>
      `There were too many wrong codes. Please try again in ${minutes === 1 ? '1 minute' : `${minutes} minutes`}.`,
    already_linked: () => 'You are registered already. Just go ahead.',
  },
};

export const memberTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
