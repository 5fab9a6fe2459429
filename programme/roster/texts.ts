/** All words about changes to who belongs to a programme, in Japanese and English. */
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language } from '../requests/context.js';
import { callActionsEn, callActionsJa, callTextsEn, callTextsJa } from './call-list-texts.js';

interface Merging {
  readonly from: string;
  readonly into: string;
  readonly accounts: number;
  readonly registrations: number;
  /** Sessions for which both answered. */
  readonly both: number;
}

/** What goes to a successor, and what cannot. */
interface Handing {
  readonly from: string;
  readonly to: string;
  readonly places: number;
  readonly released: number;
  readonly consultations: number;
  readonly questions: number;
}

interface HandedOnNotice {
  readonly from: string;
  readonly to: string;
  readonly company: string;
  readonly programme: string;
}

const ja = {
  next: '次へ',
  labels: {
    member: '対象の方',
    account: 'アカウント',
    rightPerson: '正しい方',
    duplicate: '重複している方(なくなる方)',
    remaining: '残す方',
    nameJa: '氏名(日本語)',
    nameEn: '氏名(英語)',
    furigana: 'フリガナ',
    email: 'メールアドレス',
    role: '役割',
    level: '区分',
    company: '会社',
    another: '同じ氏名の別の方',
    successor: '後任の方',
    newName: '後任の方の氏名(名簿にない場合)',
    newReading: '後任の方のフリガナ',
    newEmail: '後任の方のメールアドレス',
  },
  hints: {
    nameEn: '空欄の場合は日本語の氏名を使います',
    company: '参加企業の方は必ずお選びください',
    rightPerson: '空欄の場合は、登録から外すだけになります',
    successor: '同じ会社の方。空欄の場合は、どなたにも引き継ぎません',
  },
  levels: { management: '経営層', working: '実務担当' },
  yes: 'はい',
  no: 'いいえ',
  addIntroduction: '名簿に1名を追加します。ご本人への連絡は行いません。追加後に招待コードを発行してお渡しください。',
  add: '追加する',
  added: (name: string) => `${name}様を名簿に追加しました。`,
  invite: '招待コードを発行',
  endPreview: ({ name, places }: { readonly name: string; readonly places: number }) =>
    `${name}様のご参加を終了します。${places === 0 ? '' : `今後のセッションの席${places}件は取り消され、次にお待ちの方に移ります。`}出欠などの記録は残りますが、ご本人はこのプログラムを利用できなくなります。`,
  handOnIntroduction: (name: string) =>
    `${name}様の後任の方がいらっしゃる場合は、お選びいただくか、新しくご入力ください。今後の席・個別相談・回答待ちの質問を引き継ぎます。`,
  handOnPreview: ({ from, to, places, released, consultations, questions }: Handing) =>
    `${from}様のご参加を終了し、${to}様に引き継ぎます。今後のセッションの席${places}件・個別相談${consultations}件・回答待ちの質問${questions}件と、空き枠のお知らせ待ちが${to}様に移ります。${released === 0 ? '' : `${to}様がすでに申し込まれているか対象でないセッションの席${released}件は、次にお待ちの方に移ります。`}これまでの出欠などの記録は${from}様のまま残ります。お二人と担当アドバイザーにお知らせします。`,
  lastOfCompany: (company: string) =>
    `${company}には、ほかに参加されている方がいません。引き継がずに終了すると、成果物の提出や回答をする方がいなくなります。`,
  handedOn: ({ from, to, places, consultations, questions }: Handing) =>
    `${from}様のご参加を終了し、${to}様に引き継ぎました(席${places}件、個別相談${consultations}件、質問${questions}件)。`,
  noticeNames: {
    handedOn: 'ご参加の引き継ぎ',
    tookOver: 'ご参加の引き継ぎのお願い',
    replaced: '担当企業の方の交代',
  },
  notices: {
    handedOn: ({ to, programme }: HandedOnNotice) =>
      `「${programme}」へのご参加は、${to}様に引き継がれました。これまでご参加いただき、ありがとうございました。`,
    tookOver: ({ from, company, programme }: HandedOnNotice) =>
      `「${programme}」で、${company}の${from}様から引き継がれました。今後の席・個別相談・回答待ちの質問は、あなたのものになっています。「menu」とお送りいただくと、ご覧になれます。`,
    replaced: ({ from, to, company }: HandedOnNotice) =>
      `${company}の${from}様のご参加が終わり、${to}様に引き継がれました。`,
  },
  end: 'ご参加を終了する',
  ended: (name: string) => `${name}様のご参加を終了しました。`,
  unlinkPreview: (name: string) =>
    `${name}様からこのアカウントを外します。外した後は、新しい招待コードがないと利用できません。これまでのお手続きは${name}様の記録として残ります。`,
  relinkPreview: ({ from, to }: { readonly from: string; readonly to: string }) =>
    `このアカウントを${from}様から外し、${to}様のアカウントとして登録します。これまでのお手続きは${from}様の記録として残ります。${to}様のほかのアカウントにもお知らせします。`,
  change: '変更する',
  unlinked: (name: string) => `${name}様のアカウントを登録から外しました。`,
  relinked: ({ from, to }: { readonly from: string; readonly to: string }) =>
    `アカウントを${from}様から${to}様に付け替えました。`,
  mergePreview: ({ from, into, accounts, registrations, both }: Merging) =>
    `${from}様を${into}様に統合します。元に戻すことはできません。アカウント${accounts}件、申込${registrations}件と出欠の記録が${into}様のものになります。${both === 0 ? '' : `お二人とも回答済みのセッション${both}件では、席のある方、次にお待ちの方の回答を残し、もう一方の席は次の方に移ります。`}`,
  merge: '統合する',
  merged: ({ from, into }: { readonly from: string; readonly into: string }) => `${from}様を${into}様に統合しました。`,
  calls: callTextsJa,
  history: {
    title: (name: string) => `${name}様の変更履歴`,
    none: '変更の記録はありません。',
    line: ({ when, what, by }: { readonly when: string; readonly what: string; readonly by: string }) =>
      `${when} ${what}(${by})`,
    kinds: {
      added: '名簿に追加',
      invited: '招待コードを発行',
      linked: 'アカウントを登録',
      objected: '心当たりのないアカウントを外す',
      unlinked: 'アカウントを登録から外す',
      relinked: 'アカウントを付け替え',
      merged: '重複を統合',
      ended: 'ご参加を終了',
      moved_up: 'キャンセル待ちの先頭に移動',
      handed_on: '後任の方に引き継ぎ',
    },
    with: (what: string, other: string) => `${what}(相手: ${other})`,
  },
  actions: {
    'member.add': action('参加者を追加', '名簿に1名を追加します', '名簿に追加'),
    'member.account': action(
      'アカウントを付け替え',
      '別の方に登録されたアカウントを外すか、正しい方に付け替えます',
      '付け替え',
    ),
    'member.merge': action('重複した方を統合', '二重に登録された方を1名にまとめます', '統合'),
    'member.end': action('参加を終了', '1名のご参加を終了し、席を次の方に移します', '参加終了'),
    'member.history': action('変更履歴(人)', '1名について、誰がいつ何を変更したかを表示します', '人の変更履歴'),
    ...callActionsJa,
  },
  refusals: {
    nothing_to_call_for: () => 'この方に電話でお伝えするお知らせはありません。「電話連絡の一覧」でご確認ください。',
    same_person: () => '同じ方が2回選ばれています。重複している方と残す方をそれぞれお選びください。',
    both_advise: () =>
      'お二人のアドバイザーとしての枠か予約の時間が重なっているため、統合できません。重なる枠を取り下げるか、予約を引き継いでから、もう一度お試しください。',
    already_merged: ({ name }: { readonly name: string }) =>
      `${name}様はすでに別の方に統合されています。統合先の方をお選びください。`,
    belongs_elsewhere: ({ name }: { readonly name: string }) =>
      `${name}様は、担当外のプログラムにも参加されているため変更できません。そのプログラムの事務局にご相談ください。`,
    no_successor_for_role: () =>
      '後任の方を決められるのは、参加企業の方だけです。後任の欄を空けて、もう一度お進みください。',
    successor_elsewhere: () =>
      '後任の方は、同じ会社で参加されている方からお選びください。名簿にない方は、氏名をご入力ください。',
    one_successor: () => '後任の方は、お選びいただくかご入力いただくかのどちらか一方にしてください。',
    reading_needed: () => '後任の方のふりがなをご入力ください。',
    not_yourself: () => 'ご自身の参加は終了できません。ほかの事務局の方にお申し付けください。',
    no_account: ({ name }: { readonly name: string }) =>
      `${name}様に登録されたアカウントはありません。招待コードを発行してお渡しください。`,
    email_taken: () => 'このメールアドレスの方はすでに登録されています。その方をお探しください。',
    namesake: ({ name, company }: { readonly name: string; readonly company: string }) =>
      `${company}の${name}様がすでに名簿にいらっしゃいます。同じ方でしたらその方をお選びください。別の方でしたら「同じ氏名の別の方」で「はい」をお選びください。`,
    company_needed: () => '参加企業の方の会社を一覧からお選びください。',
  },
};

const en: typeof ja = {
  next: 'Next',
  labels: {
    member: 'Person',
    account: 'Account',
    rightPerson: 'Whose it should be',
    duplicate: 'The duplicate (goes away)',
    remaining: 'Who stays',
    nameJa: 'Name in Japanese',
    nameEn: 'Name in English',
    furigana: 'Reading (katakana)',
    email: 'E-mail address',
    role: 'Role',
    level: 'Level',
    company: 'Company',
    another: 'Another person of the same name',
    successor: 'Successor',
    newName: 'Name of a successor who is not on the roster',
    newReading: 'Reading of the name (katakana)',
    newEmail: 'E-mail address of the successor',
  },
  hints: {
    nameEn: 'Left empty, the Japanese name is used',
    company: 'Needed for participants',
    rightPerson: 'Left empty, the account is only removed',
    successor: 'Of the same company. Left empty, nobody takes over',
  },
  levels: { management: 'management', working: 'working level' },
  yes: 'Yes',
  no: 'No',
  addIntroduction:
    'Adds one person to the roster. They are not told: issue an invitation code afterwards and give it to them.',
  add: 'Add',
  added: (name) => `${name} was added to the roster.`,
  invite: 'Issue invitation code',
  endPreview: ({ name, places }) =>
    `Ends the membership of ${name}.${places === 0 ? '' : ` ${places === 1 ? 'Their place in 1 coming session is' : `Their places in ${places} coming sessions are`} given up and go to those who wait.`} What they did stays on record, but they can no longer use this programme.`,
  handOnIntroduction: (name) =>
    `If somebody takes over from ${name}, choose them or enter who it is. Places to come, consultations and questions that wait for an answer go to them.`,
  handOnPreview: ({ from, to, places, released, consultations, questions }) =>
    `Ends the membership of ${from} and hands it on to ${to}. Places in sessions to come: ${places}, consultations: ${consultations}, questions that wait: ${questions}; these and the wait for free hours go to ${to}.${released === 0 ? '' : ` Places in sessions that ${to} comes to anyway, or that are not meant for them: ${released}; these go to those who wait.`} What ${from} did stays on their record. Both are told, and the company’s advisers.`,
  lastOfCompany: (company) =>
    `${company} has nobody else in the programme. Without a successor nobody is left to hand in or answer for it.`,
  handedOn: ({ from, to, places, consultations, questions }) =>
    `The membership of ${from} has ended, and ${to} takes over (places: ${places}, consultations: ${consultations}, questions: ${questions}).`,
  noticeNames: {
    handedOn: 'your part was handed on',
    tookOver: 'you take over',
    replaced: 'somebody of your company was replaced',
  },
  notices: {
    handedOn: ({ to, programme }) =>
      `Your part in “${programme}” was handed on to ${to}. Thank you very much for having taken part.`,
    tookOver: ({ from, company, programme }) =>
      `You take over from ${from} of ${company} in “${programme}”. Their places to come, consultations and questions that wait are yours now: send “menu” to see them.`,
    replaced: ({ from, to, company }) => `${from} of ${company} has left, and ${to} takes over.`,
  },
  end: 'End membership',
  ended: (name) => `The membership of ${name} has ended.`,
  unlinkPreview: (name) =>
    `Removes this account from ${name}. It then needs a new invitation code. What was done with it stays on the record of ${name}.`,
  relinkPreview: ({ from, to }) =>
    `Takes this account from ${from} and registers it as ${to}. What was done with it stays on the record of ${from}. The other accounts of ${to} are told.`,
  change: 'Change',
  unlinked: (name) => `The account was removed from ${name}.`,
  relinked: ({ from, to }) => `The account now belongs to ${to} and no longer to ${from}.`,
  mergePreview: ({ from, into, accounts, registrations, both }) =>
    `Merges ${from} into ${into}. This cannot be undone. Accounts: ${accounts}, registrations: ${registrations}; these and the attendance records become those of ${into}.${both === 0 ? '' : ` Sessions for which both answered: ${both}. There a place counts before a place in the waitlist and that before other answers; a second place goes to the next who waits.`}`,
  merge: 'Merge',
  merged: ({ from, into }) => `${from} was merged into ${into}.`,
  calls: callTextsEn,
  history: {
    title: (name) => `Changes to ${name}`,
    none: 'No changes are on record.',
    line: ({ when, what, by }) => `${when}: ${what} (by ${by})`,
    kinds: {
      added: 'added to the roster',
      invited: 'invitation code issued',
      linked: 'account registered',
      objected: 'account removed by the person',
      unlinked: 'account removed',
      relinked: 'account moved',
      merged: 'duplicate merged',
      ended: 'membership ended',
      moved_up: 'moved to the head of a waitlist',
      handed_on: 'handed on to a colleague',
    },
    with: (what, other) => `${what} (with ${other})`,
  },
  actions: {
    'member.add': action('Add a person', 'Adds one person to the roster', 'add person'),
    'member.account': action(
      'Move an account',
      'Removes an account that was registered as the wrong person, or moves it to the right one',
    ),
    'member.merge': action('Merge duplicates', 'Makes one person of two entries of the same person', 'merge people'),
    'member.end': action('End a membership', 'Ends the membership of one person and frees their places'),
    'member.history': action(
      'Changes to a person',
      'Shows who changed what about a person, and when',
      'member history',
    ),
    ...callActionsEn,
  },
  refusals: {
    nothing_to_call_for: () =>
      'There is nothing this person is still to be told by telephone. Please look at “People to call”.',
    same_person: () => 'The same person was chosen twice. Please choose the duplicate and the one who stays.',
    both_advise: () =>
      'The two have hours or consultations as advisers at the same time, so they cannot be merged yet. Please withdraw the hours that overlap, or hand the consultations over, and try again.',
    already_merged: ({ name }) => `${name} was merged into someone else already. Please choose that person.`,
    belongs_elsewhere: ({ name }) =>
      `${name} also belongs to a programme that is not yours, so this cannot be changed here. Please ask the secretariat of that programme.`,
    no_successor_for_role: () => 'Only people of companies have a successor. Leave the successor empty and try again.',
    successor_elsewhere: () =>
      'Choose a successor among those of the same company. Enter the name of somebody who is not on the roster.',
    one_successor: () => 'Either choose a successor or enter a new one, not both.',
    reading_needed: () => 'Please enter how the successor’s name is read (furigana).',
    not_yourself: () => 'You cannot end your own membership. Please ask another member of the secretariat.',
    no_account: ({ name }) => `No account is registered as ${name}. Please issue an invitation code instead.`,
    email_taken: () => 'Someone with this e-mail address is registered already. Please look for them.',
    namesake: ({ name, company }) =>
      `${name} of ${company} is on the roster already. If it is the same person, please choose them. If not, choose “Yes” for “Another person of the same name”.`,
    company_needed: () => 'Please choose the company of this participant from the list.',
  },
};

export const rosterTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
