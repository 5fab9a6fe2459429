/** What a person in Teams is told where their command cannot be done, each a sentence in both languages. */
import { NotPossible } from './client-session.js';

const because = (ja: string, en: string) => () => new NotPossible({ ja, en });

export const messageGone = because('このメッセージは、もう表示されていません。', 'This message is no longer there.');
export const dialogGone = because('このダイアログは、もう閉じています。', 'This dialog is no longer open.');
export const buttonGone = because('このボタンは、もうありません。', 'This button is no longer there.');
export const buttonOff = because('このボタンは、いまは押せません。', 'This button cannot be pressed now.');
export const fieldGone = because('この検索欄は、もうありません。', 'This field is no longer there.');
export const consentGone = because(
  'このファイルの確認は、もうありません。',
  'The question about this file is no longer there.',
);
export const nothingToRefresh = because(
  'このカードは、自動では更新されません。',
  'This card does not refresh itself for you.',
);
export const noSuchPlace = because('この会話は見つかりません。', 'There is no such conversation.');
export const nothingWritten = because('メッセージを入力してください。', 'Please write a message.');
export const fileGone = because(
  'ファイルが見つかりません。もう一度添付してください。',
  'The file is no longer there. Please attach it again.',
);
export const filesInChatOnly = because(
  'ファイルは、ボットとの個人チャットでのみ送れます。',
  'Files reach the bot in the personal chat only.',
);
export const notAdded = because(
  'アプリがまだ追加されていません。先に追加してください。',
  'The app has not been added yet. Please add it first.',
);
export const notAddedByPerson = because(
  'アプリは追加されていないため、削除できません。',
  'You have not added the app, so it cannot be removed.',
);
export const alreadyAdded = because('アプリは、すでに追加されています。', 'The app has already been added.');
export const otherTenant = because(
  'アプリとは別のテナントのため、追加できません。',
  'The app cannot be added here: it belongs to another tenant.',
);

export function notInTeam(team: string): NotPossible {
  return new NotPossible({
    ja: `アプリがチーム「${team}」に追加されていないため、メンションできません。`,
    en: `The app has not been added to the team ${team}, so nobody can mention it there.`,
  });
}
