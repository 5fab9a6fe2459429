/** All words of every request, whatever it asks for: previews, questions, refusals and what is wrong with a field, in Japanese and English. */
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language } from './context.js';
import type { Problem } from './problems.js';

const problemsJa: Record<Problem, string> = {
  required: 'ご入力、またはお選びください。',
  invalid: '内容をご確認ください。',
  too_long: '文字数が多すぎます。',
  too_many: '選べる数を超えています。数を減らしてください。',
  too_small: '値が小さすぎます。',
  not_a_choice: '一覧からお選びください。',
  not_a_date: '日付をご確認ください。',
  not_a_time: '時刻をご確認ください。',
  not_a_number: '0以上の整数でご入力ください。',
  not_a_link: 'https:// で始まるURLをご入力ください。',
  not_six_digits: '受付コードは6桁の数字です。会場の掲示をご確認ください。',
  ends_before_start: '終了は開始より後の時刻にしてください。',
  in_the_past: '過去の日時は指定できません。',
  deadline_after_start: '申込締切は開始より後にはできません。',
  not_a_time_zone: 'タイムゾーンを一覧からお選びください。',
};

const problemsEn: Record<Problem, string> = {
  required: 'Please fill this in or choose.',
  invalid: 'Please check this.',
  too_long: 'This is too long.',
  too_many: 'These are more than can be chosen. Please choose fewer.',
  too_small: 'This is too small.',
  not_a_choice: 'Please choose from the list.',
  not_a_date: 'Please check the date.',
  not_a_time: 'Please check the time.',
  not_a_number: 'Please enter a whole number of 0 or more.',
  not_a_link: 'Please enter an address that begins with https://',
  not_six_digits: 'A check-in code has six digits. Please look at the sign in the room.',
  ends_before_start: 'The end must be after the start.',
  in_the_past: 'This is in the past.',
  deadline_after_start: 'The deadline cannot be after the start.',
  not_a_time_zone: 'Please choose a time zone from the list.',
};

const ja = {
  whichProgramme: '複数のプログラムに該当するものがあります。どちらのプログラムについてのお手続きでしょうか。',
  /** Said where "yes" or "no" was typed and nothing waits for it. */
  nothingToConfirm:
    '確定をお待ちしている内容はありません。ご希望の手続きを、言葉またはメニューのボタンでお知らせください。',
  dismissed: '取りやめました。何も変更していません。',
  showAgain: '今の内容で確認する',
  /** Above the buttons of what a sentence may have meant. */
  whichOne: 'ご希望のものをお選びください。まだ何も行っていません。',
  /** Above the buttons of what words that were not understood are most like. */
  whatFor: '何に使うファイルか、お選びください。まだ何も行っていません。',
  perhaps: '申し訳ありません。ご用件を読み取れませんでした。次のどれかでしょうか。まだ何も行っていません。',
  notUsed: (words: string) => `読み取れなかった言葉: 「${words}」`,
  /** Of a long form that was closed: what was put into it is kept. */
  formNotSent: (form: string, until: string) =>
    `「${form}」は、まだ送信されていません。入力された内容は${until}まで保管します。`,
  continueForm: '入力を続ける',
  discardForm: '破棄する',
  /** Stands in a form that opens again with what was put into it before. */
  filledFromDraft:
    '前回入力して送信されなかった内容を表示しています。はじめから入力し直す場合は、チャットで「入力内容を破棄」とお送りください。',
  discarded: '送信されていない入力内容を破棄しました。',
  nothingToDiscard: '送信されていない入力内容はありません。',
  /** What each action is called, one line on what it does, and the words that ask for it. */
  actions: {
    'preview.confirm': action(
      '内容を確定',
      '直前にお見せした内容を確定します',
      'はい',
      '確定',
      '確定します',
      'それでお願いします',
    ),
    'preview.dismiss': action(
      '内容を取りやめ',
      '直前にお見せした内容を取りやめます',
      'いいえ',
      'やめます',
      'やめておきます',
      'やっぱりやめます',
    ),
    'form.discard': action('入力内容を破棄', '入力して送信しなかった内容を破棄します', '下書きを破棄'),
  },
  /** What is wrong with one field. */
  problems: problemsJa,
  /** Why something cannot be done, and what to do next. */
  refusals: {
    not_found: () => 'ご指定のセッションや方などが見つかりませんでした。「セッション一覧」などからお選びください。',
    file_not_found: () =>
      'このファイルは見つかりません。ファイルの保存期間は1日です。お手数ですが、もう一度お送りいただくか、作成し直してください。',
    not_allowed: () =>
      '恐れ入りますが、この操作は現在の役割ではご利用いただけません。できることは「ヘルプ」でご覧いただけます。',
    unknown_action: () => '恐れ入りますが、この操作はご利用いただけません。メニューからお試しください。',
    not_linked: () => 'ご利用には登録が必要です。',
    key_reused: () => 'この操作は受け付けられませんでした。お手数ですが、もう一度はじめからお試しください。',
    busy: () => 'ただいま混み合っております。操作は行われていません。少し待ってからもう一度お試しください。',
    programme_over: () =>
      'このプログラムは終了しました。内容は引き続きご覧いただけますが、お手続きはできません。ご用の際は事務局までお問い合わせください。',
    no_programme: () => '現在ご参加中のプログラムがありません。事務局までお問い合わせください。',
    nothing_to_discard: () =>
      '送信されていない入力内容はありません。必要でしたら、メニューから入力フォームを開いてください。',
    preview_confirmed: () => 'この内容はすでに確定済みです。変更される場合は、あらためてお知らせください。',
    preview_dismissed: () => 'この内容は取りやめ済みです。必要でしたら、もう一度お知らせください。',
    preview_expired: () => '時間が経ったため、この内容は確定できません。お手数ですが、もう一度お知らせください。',
    preview_superseded: () =>
      'その後に別の確認をお送りしているため、どの内容か判断できません。ご希望の内容のボタンを押してください。',
    preview_outdated: () => 'お見せした内容から状況が変わったため、確定していません。今の内容をご確認ください。',
    field: ({ problem }: { readonly problem: Problem }) => problemsJa[problem],
  },
};

const en: typeof ja = {
  whichProgramme: 'This exists in more than one of your programmes. Which programme do you mean?',
  nothingToConfirm: 'There is nothing waiting to be confirmed. Say what you would like to do, or use the menu.',
  dismissed: 'Left as it was. Nothing has been changed.',
  showAgain: 'Show it as it is now',
  whichOne: 'Which of these do you mean? Nothing has been done yet.',
  whatFor: 'What is this file for? Nothing has been done with it yet.',
  perhaps: 'I did not understand that. Did you mean one of these? Nothing has been done yet.',
  notUsed: (words) => `I did not use: “${words}”.`,
  formNotSent: (form, until) => `“${form}” has not been sent. What you entered is kept until ${until}.`,
  continueForm: 'Continue',
  discardForm: 'Discard',
  filledFromDraft:
    'This shows what you entered last time and did not send. To start afresh, write “discard draft” in the chat.',
  discarded: 'What you entered and did not send has been discarded.',
  nothingToDiscard: 'There is nothing that you entered and did not send.',
  actions: {
    'preview.confirm': action(
      'Confirm what was shown',
      'Does what was shown last',
      'confirm',
      'yes',
      'yes please',
      'ok',
      'okay',
      'go ahead',
    ),
    'preview.dismiss': action(
      'Dismiss what was shown',
      'Leaves what was shown last undone',
      'no',
      'no thanks',
      'cancel that',
      'never mind',
    ),
    'form.discard': action('Discard draft', 'Discards what you entered in a form and did not send', 'discard drafts'),
  },
  /** What is wrong with one field. */
  problems: problemsEn,
  /** Why something cannot be done, and what to do next. */
  refusals: {
    not_found: () => 'I could not find what you named. Please choose it from a list, for example “sessions”.',
    file_not_found: () =>
      'This file is not there. Files are kept for a day; please send it again, or have it made again.',
    not_allowed: () => 'Sorry, your role in the programme does not include this. “help” lists what you can do.',
    unknown_action: () => 'Sorry, this cannot be done here. Please try the menu.',
    not_linked: () => 'You need to be registered to use this.',
    key_reused: () => 'This could not be accepted. Please start again.',
    busy: () => 'I am very busy right now, and nothing was done. Please try again in a moment.',
    programme_over: () =>
      'This programme has ended. You can still look things up, but nothing can be changed any more. Please ask the secretariat if you need anything.',
    no_programme: () => 'You take part in no programme at the moment. Please ask the secretariat.',
    nothing_to_discard: () => 'There is nothing that you entered and did not send. The menu opens the forms.',
    preview_confirmed: () => 'This was confirmed already. To change it, just tell me.',
    preview_dismissed: () => 'This was dismissed. If you want it after all, please ask again.',
    preview_expired: () => 'This was shown too long ago to be confirmed. Please ask again.',
    preview_superseded: () =>
      'I have asked something else since, so I cannot tell what you mean. Please press the button of the one you want.',
    preview_outdated: () => 'Things have changed since this was shown, so nothing was done. Please look at it again.',
    field: ({ problem }) => problemsEn[problem],
  },
};

export const requestTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
