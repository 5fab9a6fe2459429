/** All words of the chat clients around every message and form, in Japanese and English. */
import type { Language } from '../requests/context.js';

const ja = {
  fillIn: '入力フォームを開く',
  fillInAbove: (title: string) => `「${title}」に必要な項目をご入力ください。`,
  enterAgain: 'お書きいただいた内容はボタンに入りきりません。お手数ですが、フォームに貼り付けてください。',
  close: '閉じる',
  choose: '選択してください',
  typeToSearch: '入力して検索',
  optional: (label: string) => `${label}(任意)`,
  confirm: 'この内容で確定',
  confirmFirst: 'よろしければボタンを押すか、「はい」とお送りください。',
  dismiss: '取りやめる',
  working: '処理しています…',
  /** Put where people's text was cut to fit the platform. */
  shortened: '…(以下省略)',
  moreItems: (count: number) => `ほか${count}件は表示しきれませんでした。`,
  /** Said for whatever went wrong on our side. */
  apology: (reference: string) =>
    `申し訳ありません。処理中に問題が発生しました。お手数ですが、しばらくしてからもう一度お試しください。(照会番号: ${reference})`,
  formExpired: 'この入力フォームは使えなくなりました。お手数ですが、もう一度開いてください。',
  /** Stands above an answer that the platform did not take when it was given. */
  answeredLate: '先ほどのご依頼へのお返事です。すぐにお届けできず、遅くなりました。',
  /** Where the platform's forms take no files. */
  filesInChat: (endings: string) => `このフォームではファイルを選べません。このチャットにお送りください(${endings})。`,
  /** Beside a button that opens a file by its link. */
  linkEnds: 'リンクには有効期限があります。期限を過ぎたら、新しく作成してください。',
  /** The app has no address under which a file could be fetched. */
  fileOutOfReach: 'ここではファイルをお渡しできません。個別のメッセージでお試しください。',
  /** The same where the platform asks, below the message, whether the file may be saved. */
  fileBelow:
    '下の確認で許可すると、このファイルをお使いのOneDriveに保存します。確認が出ない場合は、個人チャットでお試しください。',
  /** Shown in a browser, beside the same in English. */
  linkOver: 'このリンクは使えません。チャットに戻り、ボタンを押すと新しいリンクが届きます。',
  sentPrivately: '個別のメッセージでお答えしました。',
  /** Said where everyone reads along, so without a word on who asked what. */
  openPersonalChat:
    '個別のメッセージをお送りできませんでした。お手数ですが、このアプリを追加(ブロック中の場合は解除)し、個人チャットを開いてからもう一度お試しください。',
};

const en: typeof ja = {
  fillIn: 'Open the form',
  fillInAbove: (title) => `To continue with “${title}”, please open the form.`,
  enterAgain: 'What you wrote is too long for the button. Please paste it into the form.',
  close: 'Close',
  choose: 'Please choose',
  typeToSearch: 'Type to search',
  optional: (label) => `${label} (optional)`,
  confirm: 'Confirm',
  confirmFirst: 'If this is right, press the button or answer “yes”.',
  dismiss: 'No, leave it',
  working: 'Working…',
  shortened: '… (shortened)',
  moreItems: (count) => `${count} more could not be shown.`,
  apology: (reference) =>
    `Sorry, something went wrong on our side. Please try again in a moment. (Reference: ${reference})`,
  formExpired: 'This form can no longer be used. Please open it again.',
  answeredLate: 'This is my answer to what you asked before. It could not be delivered at once.',
  filesInChat: (endings) => `Files cannot be chosen in this form. Please send them to this chat (${endings}).`,
  linkEnds: 'The link opens the file for a limited time. Make a new one when it is over.',
  fileOutOfReach: 'The file cannot be handed over here. Please try it in a direct message.',
  fileBelow:
    'Allow it below, and this file is saved to your OneDrive. Where nothing asks you below, please try it in our personal chat.',
  linkOver: 'This link can no longer be used. Back in the chat, a button makes a new one.',
  sentPrivately: 'I have answered you in a direct message.',
  openPersonalChat:
    'I could not send you a direct message. Please add this app (or unblock it), open its personal chat and try again.',
};

export const chatTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
