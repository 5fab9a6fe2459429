/** All words about the company's side of a review: the comments that it got, and its answers. */
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language } from '../requests/context.js';

const ja = {
  title: ({ title, open }: { title: string; open: number }) =>
    open === 0 ? `「${title}」へのコメントは、すべて対応済みです。` : `「${title}」へのコメント(未対応: ${open}件)`,
  none: '届いているコメントはありません。',
  more: '続きを見る',
  answer: '回答する',
  tick: '対応済みにする',
  again: '回答を直す',
  words: '回答',
  wordsHint: '先生に伝わるように、どう直したか、または直さない理由をご記入ください。',
  deliverable: '成果物',
  comment: 'コメント',
  send: '送信',
  ticked: '対応済み',
  answered: ({ by, words }: { by: string; words: string }) => `回答(${by}様): ${words}`,
  inVersion: (number: number) => `第${number}版で対応`,
  done: ({ number, open }: { number: number; open: number }) =>
    open === 0
      ? `コメント${number}を対応済みにしました。すべてのコメントに対応されました。`
      : `コメント${number}を対応済みにしました。未対応のコメントは、あと${open}件です。`,
  show: 'コメントの一覧',
  notices: {
    answered: ({ company, title }: { company: string; title: string }) =>
      `「${company}」が、「${title}」へのコメントすべてに回答しました。`,
  },
  actions: {
    'review.answers': action('コメントの一覧', '先生からのコメントと、対応の状況を表示します', '原稿へのコメント'),
    'review.answer': action('コメントに回答', '先生からのコメントに回答し、対応済みにします'),
  },
  refusals: {
    no_comments: () => '届いているコメントはありません。先生の確認が終わると、お知らせが届きます。',
    answer_gone: () =>
      'そのコメントは、原稿が取り下げられたか削除されたため、ありません。コメントの一覧をご確認ください。',
  },
};

const en: typeof ja = {
  title: ({ title, open }) =>
    open === 0 ? `Every comment on “${title}” is answered.` : `Comments on “${title}” (not answered yet: ${open})`,
  none: 'There are no comments.',
  more: 'Show more',
  answer: 'Answer',
  tick: 'Tick off',
  again: 'Change the answer',
  words: 'Answer',
  wordsHint: 'Please say how you changed it, or why you did not.',
  deliverable: 'Deliverable',
  comment: 'Comment',
  send: 'Send',
  ticked: 'Ticked off',
  answered: ({ by, words }) => `Answer of ${by}: ${words}`,
  inVersion: (number) => `answered by version ${number}`,
  done: ({ number, open }) =>
    open === 0
      ? `Comment ${number} is ticked off. Every comment is answered now.`
      : `Comment ${number} is ticked off. Not answered yet: ${open}.`,
  show: 'See the comments',
  notices: {
    answered: ({ company, title }) => `${company} has answered every comment on “${title}”.`,
  },
  actions: {
    'review.answers': action('Comments', 'Lists your adviser’s comments on your drafts', 'comments on our draft'),
    'review.answer': action('Answer a comment', 'Answers a comment of your adviser and ticks it off'),
  },
  refusals: {
    no_comments: () => 'There are no comments. You will be told when your adviser has reviewed a draft.',
    answer_gone: () =>
      'This comment is gone, as its draft was withdrawn or it was deleted. Please look at the list of comments.',
  },
};

export const answerTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
