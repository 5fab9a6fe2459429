/** All words about files, in Japanese and English. */
import type { FileType } from '../../documents/type-by-content.js';
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language } from '../requests/context.js';
import type { FetchProblem, Looks } from './sent-file.js';

const typesJa: Record<FileType, string> = {
  xlsx: 'Excel(.xlsx)',
  docx: 'Word(.docx)',
  pptx: 'PowerPoint(.pptx)',
  macros: 'マクロを含むOffice文書',
  zip: 'ZIP',
  ole: '以前の形式のOffice文書',
  pdf: 'PDF',
  png: 'PNG画像',
  jpeg: 'JPEG画像',
  gif: 'GIF画像',
  webp: 'WebP画像',
  heic: 'HEIC画像',
  recording: '音声・動画',
  json: 'JSON',
  csv: 'CSV',
  text: 'テキスト',
  other: 'その他',
};

const typesEn: Record<FileType, string> = {
  xlsx: 'Excel (.xlsx)',
  docx: 'Word (.docx)',
  pptx: 'PowerPoint (.pptx)',
  macros: 'Office with macros',
  zip: 'ZIP',
  ole: 'older Office formats',
  pdf: 'PDF',
  png: 'PNG pictures',
  jpeg: 'JPEG pictures',
  gif: 'GIF pictures',
  webp: 'WebP pictures',
  heic: 'HEIC pictures',
  recording: 'sound and video',
  json: 'JSON',
  csv: 'CSV',
  text: 'text',
  other: 'others',
};

const looksJa: Record<Looks, string> = { picture: '写真', recording: '音声・動画', file: 'ファイル' };

/** Why a file that was sent could not be looked into, and what to do: of several files with the same fate. */
const problemsJa: Record<FetchProblem | 'too-many' | 'apart', (names: string) => string> = {
  refused: (names) =>
    `${names}は、取得が許可されていない場所にあるため、受け取っていません。お手元のファイルをこのチャットに直接お送りください。`,
  'too-large': (names) =>
    `${names}は10MBを超えているため、受け取れません。小さくするか分割して、もう一度お送りください。`,
  failed: (names) => `${names}を取得できませんでした。少し待ってから、もう一度お送りください。`,
  'too-many': (names) => `一度に受け取れるのは10件までのため、${names}は受け取っていません。分けてお送りください。`,
  apart: (names) => `${names}は別の操作に使うファイルのため、まだ使っていません。単独でもう一度お送りください。`,
};

const problemsEn: Record<FetchProblem | 'too-many' | 'apart', (names: string) => string> = {
  refused: (names) =>
    `I did not fetch ${names}, since it lies where I fetch nothing from. Please send the file itself here.`,
  'too-large': (names) =>
    `I cannot take ${names}: it has more than 10 MB. Please make it smaller or split it, and send it again.`,
  failed: (names) => `I could not fetch ${names}. Please wait a moment and send it again.`,
  'too-many': (names) => `I take ten files at once, so I did not take ${names}. Please send the rest separately.`,
  apart: (names) => `${names} belongs to something else, so I have not used it yet. Please send it again by itself.`,
};

const ja = {
  types: typesJa,
  looks: looksJa,
  named: (names: readonly string[]) => names.map((name) => `「${name}」`).join(''),
  /** No action takes it. */
  unwanted: (looks: Looks, names: string) =>
    `${looksJa[looks]}${names}を受け取りましたが、こちらで使える操作がないため、保存していません。`,
  /** An action takes it, but not from this person. `who`: those from whom it takes it. */
  notYours: ({ names, title, who }: { readonly names: string; readonly title: string; readonly who: string }) =>
    `${names}を受け取りましたが、「${title}」ができるのは${who}だけのため、保存していません。`,
  /** The action that takes it refused, for the reason that follows. */
  refused: (names: string) => `${names}を受け取りましたが、次の理由で使っていません。`,
  problems: problemsJa,
  sendTo: (contacts: readonly string[]) =>
    `お届けになりたい場合は、事務局(${contacts.join('、')})へ直接お送りください。`,
  takes: 'こちらで受け取れるファイルは次のとおりです。チャットにそのままお送りください。',
  takesNone:
    '現在、こちらで受け取れるファイルはありません。文字でお送りいただければ、セッションの登録や予定の確認などを承ります。',
  alsoAsked: 'あわせてお書きいただいた内容は、下のボタンからご覧いただけます。',
  /** Under a file that Teams asks about: it goes to the person's own OneDrive. */
  offered: '許可すると、このファイルをお使いのOneDriveに保存します。許可しない場合も、上のリンクから開けます。',
  /** The same where there is no link. */
  offeredAlone: '許可すると、このファイルをお使いのOneDriveに保存します。',
  offerOver: 'このファイルのご案内は期限が過ぎました。一覧や予定のボタンから、もう一度作成してください。',
  notUploaded: 'OneDriveに保存できませんでした。ファイルは次のリンクからお受け取りください。',
  linkReady: 'ファイルは次のリンクから開けます。',
  noFile: '作成済みのファイルはありません。一覧や予定のボタンから作成できます。',
  open: 'ファイルを開く',
  actions: {
    'file.link': action('ファイルのリンク', '作成済みのファイルを開くリンクをお渡しします'),
    'file.about': action(
      'ファイルについて',
      'このチャットで受け取れるファイルをご案内します',
      'ファイル',
      'ファイルの送り方',
    ),
  },
};

const looksEn: Record<Looks, string> = { picture: 'the picture', recording: 'the recording', file: 'the file' };

const en: typeof ja = {
  types: typesEn,
  looks: looksEn,
  named: (names) => names.map((name) => `“${name}”`).join(', '),
  unwanted: (looks, names) =>
    `I received ${looksEn[looks]}${names && ` ${names}`}, but there is nothing that I can do with it, so I have not kept it.`,
  notYours: ({ names, title, who }) =>
    `I received ${names}, but “${title}” is for the ${who} alone, so I have not kept it.`,
  refused: (names) => `I received ${names}, and have not used it for this reason:`,
  problems: problemsEn,
  sendTo: (contacts) => `If it is meant for the secretariat, please send it there: ${contacts.join(', ')}`,
  takes: 'You can send these files here, just as they are:',
  takesNone:
    'There is no file that you could send here at the moment. Write to me to register for sessions or to see your schedule.',
  alsoAsked: 'What you wrote beside it is behind the button below.',
  offered: 'If you allow it, this file is saved to your OneDrive. Otherwise the link above opens it.',
  offeredAlone: 'If you allow it, this file is saved to your OneDrive.',
  offerOver: 'This offer of a file is over. The button that made it makes a new one.',
  notUploaded: 'The file could not be saved to your OneDrive. Here is a link to it instead.',
  linkReady: 'This link opens the file.',
  noFile: 'No file has been made for you yet. Buttons of lists, sessions and consultations make one.',
  open: 'Open the file',
  actions: {
    'file.link': action('Link to a file', 'Gives you a link to a file that was made for you'),
    'file.about': action('About files', 'Tells which files you can send here', 'files', 'file'),
  },
};

export const fileTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
