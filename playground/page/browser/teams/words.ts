/** What the Teams client says itself, in both languages of the page. */
import type { Language } from '../../protocol.js';

export interface TeamsWords {
  readonly client: (name: string) => string;
  readonly loading: string;
  readonly conversations: string;
  readonly chats: string;
  readonly teams: string;
  readonly unread: string;
  readonly app: string;
  readonly messages: (name: string) => string;
  readonly you: string;
  readonly edited: string;
  readonly earlier: (count: number) => string;
  readonly newest: string;
  readonly arrived: (count: number) => string;
  readonly nothingYet: string;
  readonly noPosts: string;
  readonly write: string;
  readonly writeTo: (name: string) => string;
  readonly send: string;
  readonly attach: string;
  readonly attached: string;
  readonly detach: (name: string) => string;
  readonly notTaken: (name: string) => string;
  readonly newPost: string;
  readonly cancel: string;
  readonly reply: string;
  readonly replyTo: (name: string) => string;
  readonly replies: (count: number) => string;
  readonly mention: (bot: string) => string;
  readonly mentions: string;
  readonly notTold: (bot: string) => string;
  readonly addTitle: (bot: string) => string;
  readonly addText: string;
  readonly add: string;
  readonly adding: string;
  readonly addToTeamText: (bot: string) => string;
  readonly addToTeam: string;
  readonly more: string;
  readonly uninstall: string;
  readonly block: string;
  readonly unblock: string;
  readonly blocked: (bot: string) => string;
  readonly close: string;
  readonly working: string;
  readonly unnamedField: string;
  readonly missingImage: string;
  readonly searching: string;
  readonly noMatch: string;
  readonly chooseOne: string;
  readonly matches: (count: number) => string;
  readonly fileWaits: (name: string) => string;
  readonly allow: string;
  readonly decline: string;
  readonly allowed: string;
  readonly declined: string;
  readonly download: string;
  readonly open: string;
  readonly cards: string;
  readonly suggestions: string;
  readonly unknownAttachment: (type: string) => string;
}

const ja: TeamsWords = {
  client: (name) => `${name} さんの Teams`,
  loading: '読み込んでいます…',
  conversations: 'チャットとチャネル',
  chats: 'チャット',
  teams: 'チーム',
  unread: '未読あり',
  app: 'アプリ',
  messages: (name) => `${name} のメッセージ`,
  you: '自分',
  edited: '編集済み',
  earlier: (count) => `以前のメッセージを表示(${count} 件)`,
  newest: '最新のメッセージへ',
  arrived: (count) => `新着メッセージ ${count} 件`,
  nothingYet: 'まだメッセージはありません。',
  noPosts: 'まだ投稿はありません。',
  write: 'メッセージを入力',
  writeTo: (name) => `${name} へのメッセージ`,
  send: '送信',
  attach: 'ファイルを添付',
  attached: '添付するファイル',
  detach: (name) => `${name} を外す`,
  notTaken: (name) => `${name} を読み込めませんでした。25 MB 以下のファイルをお選びください。`,
  newPost: '投稿を作成',
  cancel: 'キャンセル',
  reply: '返信',
  replyTo: (name) => `${name} の投稿への返信`,
  replies: (count) => `以前の返信 ${count} 件を表示`,
  mention: (bot) => `${bot} にメンション`,
  mentions: 'メンションの候補',
  notTold: (bot) => `@${bot} のメンションがないため、ボットには届きません。`,
  addTitle: (bot) => `${bot} を追加しますか?`,
  addText: 'アプリを追加すると、ボットとのチャットを始められます。',
  add: 'アプリを追加',
  adding: '追加しています…',
  addToTeamText: (bot) => `${bot} はまだこのチームに追加されていないため、ここではメンションできません。`,
  addToTeam: 'このチームに追加',
  more: 'その他のオプション',
  uninstall: 'アプリを削除',
  block: 'ブロック',
  unblock: 'ブロックを解除',
  blocked: (bot) => `${bot} をブロックしています。ボットからのメッセージは届きません。`,
  close: '閉じる',
  working: '処理しています…',
  unnamedField: '入力欄',
  missingImage: '画像を表示できません',
  searching: '検索しています…',
  noMatch: '該当する候補はありません',
  chooseOne: '候補の中からお選びください。',
  matches: (count) => `候補 ${count} 件`,
  fileWaits: (name) => `${name} を OneDrive に保存してもよろしいですか?`,
  allow: '許可',
  decline: '許可しない',
  allowed: '許可しました',
  declined: '許可しませんでした',
  download: 'ダウンロード',
  open: '開く',
  cards: 'カード一覧',
  suggestions: '返答の候補',
  unknownAttachment: (type) => `この画面では表示できない添付です(${type})`,
};

const en: TeamsWords = {
  client: (name) => `${name}’s Teams`,
  loading: 'Loading…',
  conversations: 'Chats and channels',
  chats: 'Chat',
  teams: 'Teams',
  unread: 'unread',
  app: 'App',
  messages: (name) => `Messages in ${name}`,
  you: 'You',
  edited: 'Edited',
  earlier: (count) => `Show earlier messages (${count})`,
  newest: 'Jump to the newest',
  arrived: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  nothingYet: 'No messages yet.',
  noPosts: 'No posts yet.',
  write: 'Type a message',
  writeTo: (name) => `Message to ${name}`,
  send: 'Send',
  attach: 'Attach files',
  attached: 'Files to be sent',
  detach: (name) => `Remove ${name}`,
  notTaken: (name) => `${name} could not be read. Please choose a file of at most 25 MB.`,
  newPost: 'Start a post',
  cancel: 'Cancel',
  reply: 'Reply',
  replyTo: (name) => `Reply to ${name}’s post`,
  replies: (count) => `Show ${count} earlier ${count === 1 ? 'reply' : 'replies'}`,
  mention: (bot) => `Mention ${bot}`,
  mentions: 'People to mention',
  notTold: (bot) => `Without a mention of @${bot} the bot is not told of this.`,
  addTitle: (bot) => `Add ${bot}?`,
  addText: 'Once the app is added, you can chat with the bot.',
  add: 'Add the app',
  adding: 'Adding…',
  addToTeamText: (bot) => `${bot} has not been added to this team, so it cannot be mentioned here yet.`,
  addToTeam: 'Add to this team',
  more: 'More options',
  uninstall: 'Uninstall the app',
  block: 'Block',
  unblock: 'Unblock',
  blocked: (bot) => `You have blocked ${bot}. Its messages do not reach you.`,
  close: 'Close',
  working: 'Working on it…',
  unnamedField: 'Field',
  missingImage: 'The image cannot be shown',
  searching: 'Searching…',
  noMatch: 'No matches',
  chooseOne: 'Please choose one of the suggestions.',
  matches: (count) => `${count} ${count === 1 ? 'match' : 'matches'}`,
  fileWaits: (name) => `May ${name} be saved to your OneDrive?`,
  allow: 'Allow',
  decline: 'Decline',
  allowed: 'Allowed',
  declined: 'Declined',
  download: 'Download',
  open: 'Open',
  cards: 'Cards',
  suggestions: 'Suggested replies',
  unknownAttachment: (type) => `An attachment that this client cannot show (${type})`,
};

export const teamsWords: Readonly<Record<Language, TeamsWords>> = { ja, en };
