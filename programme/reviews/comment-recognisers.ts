/** How people ask to comment, to correct a comment, and for the comments that they got, without naming the action. The tests hold to the examples. */
import type { Recogniser } from '../requests/recogniser.js';

export const commentRecogniser: Recogniser = {
  sayings: [
    /(?:原稿|方針案|ドラフト|草案|第\d+版)に(?:コメント|指摘)(?:を|し|した)[^ ]*/,
    /\b(?:comment|write a comment|add a comment) on (?:the |this |that )?(?:draft|policy draft|version)\b/,
  ],
  examples: [{ say: '原稿にコメントしたい' }, { say: 'I want to comment on the draft' }],
};

export const correctRecogniser: Recogniser = {
  sayings: [/コメントを(?:直|訂正|修正|書き直)[^ ]*/, /\b(?:correct|change|edit|fix) (?:a |the |my )?comments?\b/],
  examples: [{ say: 'コメントを訂正したい' }, { say: 'I need to correct a comment' }],
};

const answers = [
  /(?:先生|アドバイザー)(?:から)?の(?:コメント|指摘)(?:を|は|が|って)?(?:見|確認|何|教|届|来|一覧|$)[^ ]*/,
  /(?:原稿|方針)への(?:コメント|指摘)(?:を|は|が)?(?:見|確認|何|教|届|来|一覧|$)[^ ]*/,
  /(?:未対応|残って(?:い)?る|まだ対応していない)の?(?:コメント|指摘)/,
  /\b(?:open|unanswered|our|the adviser['’]?s) comments(?: on (?:our|the) (?:draft|policy))?\b/,
  /\bcomments on our (?:draft|policy)\b/,
];

export const answersRecogniser: Recogniser = {
  sayings: answers,
  asked: answers,
  possible: true,
  examples: [
    { say: '先生からのコメントを見せて' },
    { say: '未対応のコメントは?' },
    { say: 'show the comments on our draft' },
    { say: 'which unanswered comments are left?' },
  ],
};

export const answerRecogniser: Recogniser = {
  sayings: [
    /コメントに(?:回答|返答|答え)[^ ]*/,
    /\b(?:answer|reply to|respond to) (?:a |the |your |our )?(?:adviser['’]?s )?comments?\b/,
  ],
  examples: [{ say: 'コメントに回答したい' }, { say: 'I want to answer a comment' }],
};
