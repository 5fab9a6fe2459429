/** All words about taking an adviser's comments from a Word document, in Japanese and English. */
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language } from '../requests/context.js';

interface Taking {
  readonly about: string;
  readonly count: number;
  /** How many were taken before. */
  readonly known: number;
}

const ja = {
  does: ({ about, count, known }: Taking) =>
    `文書のコメントと変更履歴から、${count}件を${about}へのコメントとして取り込みます${known === 0 ? '' : `(取り込み済みの${known}件は除きます)`}。企業には、確認を終えたときに送られます。`,
  taken: (count: number) => `${count}件のコメントを取り込みました。確認を終えるまで、企業には表示されません。`,
  more: (count: number) => `ほか${count}件`,
  line: ({ words, quotation }: { words: string; quotation: string }) =>
    quotation === '' ? words : `「${quotation}」 — ${words}`,
  insertion: (text: string) => `追加の提案: 「${text}」`,
  deletion: (text: string) => `削除の提案: 「${text}」`,
  reply: (name: string, text: string) => `(返信 ${name}: ${text})`,
  labels: { file: 'コメントを書き込んだWord文書(.docx)', sent: '送っていただいた文書' },
  hint: 'この欄がない場合は、文書をこのチャットにそのままお送りください。',
  take: '取り込む',
  actions: {
    'review.upload': action('コメント付き文書', 'コメントを書き込んだWord文書から、コメントを取り込みます'),
  },
  refusals: {
    document_unread: () =>
      'この文書は読み取れませんでした。Wordで開いて保存し直した.docxをお送りいただくか、コメントを直接ご記入ください。',
    document_without_comments: () =>
      'この文書には、コメントも変更履歴もありません。書き込んだ文書を保存してから、もう一度お送りください。',
    document_known: () => 'この文書のコメントは、すべて取り込み済みです。一覧は「原稿を開く」でご覧ください。',
    one_document: () => '文書は1件ずつお送りください。',
  },
};

const comments = (count: number) => (count === 1 ? '1 comment' : `${count} comments`);

const en: typeof ja = {
  does: ({ about, count, known }) =>
    `Takes ${comments(count)} from the document’s comments and tracked changes as comments on ${about}${known === 0 ? '' : ` (${known} taken before are left out)`}. The company gets them when you end the review.`,
  taken: (count) => `Taken: ${comments(count)}. The company does not see them before you end the review.`,
  more: (count) => `and ${count} more`,
  line: ({ words, quotation }) => (quotation === '' ? words : `“${quotation}” — ${words}`),
  insertion: (text) => `Suggested addition: “${text}”`,
  deletion: (text) => `Suggested removal: “${text}”`,
  reply: (name, text) => `(reply of ${name}: ${text})`,
  labels: { file: 'Word document with your comments (.docx)', sent: 'Documents that you sent' },
  hint: 'Where there is no such field, send the document to this chat.',
  take: 'Take them',
  actions: {
    'review.upload': action('Commented document', 'Takes your comments from a Word document'),
  },
  refusals: {
    document_unread: () =>
      'This document cannot be read. Please save it anew in Word as .docx and send it, or write your comments here.',
    document_without_comments: () =>
      'This document has no comments and no tracked changes. Please save it with your comments and send it again.',
    document_known: () => 'All comments of this document were taken before. Open the draft to see them.',
    one_document: () => 'Please send one document at a time.',
  },
};

export const uploadTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
