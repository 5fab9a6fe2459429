/** What the members' room says, in Japanese. */
import type { Role } from '../../requests/context.js';

interface Welcome {
  readonly person: string;
  readonly role: Role;
  readonly programme: string;
  readonly company: string | null;
}

const roles: Record<Role, string> = {
  participant: '参加企業',
  adviser: 'アドバイザー(社労士)',
  secretariat: '事務局',
  speaker: '講師',
};

export const members = {
  roles,
  thisLanguage: '日本語',
  language: '言語',
  languageChosen: '今後は日本語でご案内します。',
  timeZone: 'タイムゾーン',
  timeZoneHint: '都市名(英語)で検索できます。例: Tokyo',
  settingsChanged: (zone: string) => `設定を変更しました。今後は日本語でご案内します。タイムゾーンは${zone}です。`,
  save: '保存',
  person: '対象の方',
  personName: (name: string) => `${name}様`,
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
  invited: (name: string) => `${name}の招待コードを発行しました。`,
  inviteNote: 'このコードは今回しか表示されません。ご本人にだけお伝えください。',
  inviteShownOnce:
    '招待コードは発行済みです。コードは一度しか表示できません。お手元にない場合は、もう一度発行してください。',
  welcome: ({ person, role, programme, company }: Welcome) =>
    `${company ? `${company} ` : ''}${person}様、「${programme}」へようこそ。${roles[role]}の方として登録いたしました。セッションの確認や各種お手続きを、このチャットで承ります。「ヘルプ」と送っていただくと、できることの一覧をご案内します。`,
  helpIntroduction: 'このチャットでは、次のことができます。ボタンを押すか、言葉でお伝えください。',
  notUnderstood:
    '恐れ入ります、うまく理解できませんでした。次のことができますので、ボタンを押すか、言葉を変えてお試しください。',
  thanked: 'お役に立てて何よりです。ほかにも何かございましたら、いつでもお送りください。',
  helpEntry: (title: string, command: string) => `${title} (${command})`,
  contact: (contacts: readonly string[]) => `お問い合わせ: ${contacts.join('、')}`,
  /** More examples may follow. */
  helpNote: '例:「セッション一覧」「English」',
};
