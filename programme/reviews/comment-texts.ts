/** All words about an adviser's comments: writing one, and correcting them. */
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language } from '../requests/context.js';

/** What a comment is about, in words. */
export interface CommentPlace {
  /** The element's name; null where it is about none. */
  readonly element: string | null;
  /** Empty where it quotes nothing. */
  readonly quotation: string;
}

interface Numbered {
  readonly number: number;
  readonly version: number;
}

const ja = {
  number: ({ number, version }: Numbered) => `コメント${number}(第${version}版)`,
  place: ({ element, quotation }: CommentPlace) => {
    if (quotation !== '') return `引用: 「${quotation}」`;
    return element === null ? '全体について' : `項目: ${element}`;
  },
  writtenBy: (name: string) => `文書での記入者: ${name}`,
  quotationGone: '引用された文は、最新の版にはありません。',
  corrected: (count: number) => `訂正${count}回`,
  labels: {
    element: 'チェック項目',
    quotation: '引用する文',
    words: 'コメント',
    comment: '対象のコメント',
  },
  hints: {
    quotation: '原稿の文をそのまま貼り付けてください。空欄の場合は、項目または全体へのコメントになります。',
    correct: '未送信のコメントは、空欄にすると削除されます。',
  },
  on: (about: string) => `${about}にコメントします。企業には、確認を終えたときにまとめて送られます。`,
  newer: (number: number) =>
    `この間に第${number}版が届いています。ここでのコメントは、開いている版へのコメントとして記録されます。`,
  write: '書き込む',
  written: (number: number) => `コメント${number}を書き込みました。確認を終えるまで、企業には表示されません。`,
  whole: '(指定しない)',
  again: '続けてコメントする',
  correct: '訂正する',
  sentBefore: 'このコメントは送信済みです。訂正すると、企業にお知らせし、訂正前の内容も残ります。',
  corrects: '訂正する',
  changed: (number: number) => `コメント${number}を訂正しました。企業にお知らせします。`,
  changedUnsent: (number: number) => `コメント${number}を書き直しました。`,
  dropped: (number: number) => `コメント${number}を削除しました。`,
  moreInDocument: (count: number) => `ほか${count}件`,
  notices: {
    corrected: ({ title, number }: { title: string; number: number }) =>
      `「${title}」へのコメント${number}が訂正されました。`,
    was: (words: string) => `訂正前: ${words}`,
    is: (words: string) => `訂正後: ${words}`,
  },
  actions: {
    'review.comment': action(
      'コメントする',
      '開いている原稿の全体・項目・引用した文にコメントします',
      '原稿にコメント',
    ),
    'review.correct': action('コメントを訂正', '書いたコメントを、送信後でも訂正します'),
  },
  refusals: {
    no_open_round: () => '確認中の原稿がありません。先に、確認待ちの一覧から原稿を開いてください。',
    quotation_unknown: ({ nearest }: { readonly nearest: string }) =>
      nearest === ''
        ? 'その文は、この版には見つかりません。原稿の文をそのまま貼り付けるか、空欄にしてください。'
        : `その文は、この版には見つかりません。近い文: 「${nearest}」。この文を貼り付けるか、空欄にしてください。`,
    quotation_no_text: () => 'この版には本文がないため、引用できません。引用の欄を空にしてください。',
    element_unknown: () => 'その項目はこの原稿のチェック項目にありません。一覧からお選びください。',
    nothing_written: () => '訂正できるコメントはありません。先にコメントを書いてください。',
    comment_gone: () =>
      'そのコメントは、原稿が取り下げられたか削除されたため、ありません。最新の原稿をご確認ください。',
    comment_sent: () => '送信済みのコメントは削除できません。内容をご記入のうえ、訂正してください。',
    comment_same: () => '内容が変わっていません。訂正する内容をご記入ください。',
    comments_full: ({ most }: { readonly most: number }) =>
      `1つの成果物へのコメントは${most}件までです。ファイルを添付して、確認を終えてください。`,
  },
};

const en: typeof ja = {
  number: ({ number, version }) => `Comment ${number} (version ${version})`,
  place: ({ element, quotation }) => {
    if (quotation !== '') return `On: “${quotation}”`;
    return element === null ? 'On the whole' : `Element: ${element}`;
  },
  writtenBy: (name) => `Written in the document by ${name}`,
  quotationGone: 'The quoted text is gone from the latest version.',
  corrected: (count) => (count === 1 ? 'corrected once' : `corrected ${count} times`),
  labels: {
    element: 'Element of the checklist',
    quotation: 'Quoted text',
    words: 'Comment',
    comment: 'Which comment',
  },
  hints: {
    quotation: 'Paste the text as it stands in the draft. Left empty, the comment is about the element or the whole.',
    correct: 'A comment that was not sent yet is deleted where this is left empty.',
  },
  on: (about) => `Comments on ${about}. The company gets all comments when you end the review.`,
  newer: (number) =>
    `Version ${number} arrived meanwhile. What you write here stays a comment on the version that you have open.`,
  write: 'Write it',
  written: (number) => `Comment ${number} is written. The company does not see it before you end the review.`,
  whole: '(none)',
  again: 'Another comment',
  correct: 'Correct',
  sentBefore: 'This comment was sent. The company is told of a correction, and what it said before is kept.',
  corrects: 'Correct it',
  changed: (number) => `Comment ${number} is corrected. The company will be told.`,
  changedUnsent: (number) => `Comment ${number} is written anew.`,
  dropped: (number) => `Comment ${number} is deleted.`,
  moreInDocument: (count) => `and ${count} more`,
  notices: {
    corrected: ({ title, number }) => `Comment ${number} on “${title}” was corrected.`,
    was: (words) => `Before: ${words}`,
    is: (words) => `Now: ${words}`,
  },
  actions: {
    'review.comment': action(
      'Comment',
      'Comments on the whole, an element or a quoted text of a draft that you have open',
      'comment on a draft',
    ),
    'review.correct': action('Correct a comment', 'Corrects a comment of yours, also once it was sent'),
  },
  refusals: {
    no_open_round: () => 'You have no draft in review. Please open one from the drafts to review first.',
    quotation_unknown: ({ nearest }) =>
      nearest === ''
        ? 'This version has no such text. Please paste it as it stands in the draft, or leave it empty.'
        : `This version has no such text. The nearest is “${nearest}”. Please paste that, or leave it empty.`,
    quotation_no_text: () => 'This version has no text to quote. Please leave the quotation empty.',
    element_unknown: () => 'The checklist of this draft has no such element. Please choose one from the list.',
    nothing_written: () => 'There is no comment to correct. Please write one first.',
    comment_gone: () =>
      'This comment is gone, as its draft was withdrawn or it was deleted. Please look at the latest draft.',
    comment_sent: () => 'A comment that was sent cannot be deleted. Please write what it should say.',
    comment_same: () => 'It says the same as before. Please write what is to be corrected.',
    comments_full: ({ most }) =>
      `A deliverable takes at most ${most} comments. Please attach a file and end the review.`,
  },
};

export const commentTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
