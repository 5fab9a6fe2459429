/** How people ask for what is asked often, without naming the action. The tests hold to the examples. */
import type { Recogniser } from '../../requests/recogniser.js';

/** 「よくある質問 締切」, "faq deadline": what follows is looked for. */
const searched =
  /^\s*(?:よくある(?:ご)?質問|faq)(?:(?:で|から|を|の)?\s*[:：]\s*|(?:で|から|を|の)?\s+)(\S[\s\S]{0,300})$/iu;

/** What is done with an entry, and what only shows all of them. */
const other = /^(?:を?(?:見|探|検索|一覧|教|開)|に(?:追加|加)|の(?:変更|追加|掲載)|please|list|all|show)/iu;

export const searchRecogniser: Recogniser = {
  alone: ({ text }) => {
    const words = searched.exec(text)?.[1]?.trim();
    return words === undefined || other.test(words) ? null : { words };
  },
  sayings: [
    /よくある(?:ご)?質問(?:を|は|の)?(?:見|探|検索|一覧|教|開)[^ ]*/,
    /\b(?:show|see|list|search|open) (?:me )?(?:the )?(?:faqs?|frequently asked questions)\b/,
  ],
  asked: [/よくある(?:ご)?質問は[^ ]*/, /\b(?:the|a) faq\b/],
  possible: true,
  examples: [
    { say: 'よくある質問 提出の締切', input: { words: '提出の締切' } },
    { say: 'よくある質問：録画はありますか', input: { words: '録画はありますか' } },
    { say: 'faq deadline of the draft', input: { words: 'deadline of the draft' } },
    { say: 'FAQ: is there a recording?', input: { words: 'is there a recording?' } },
    { say: 'よくある質問を見たい' },
    { say: 'show me the FAQ' },
  ],
};

export const addRecogniser: Recogniser = {
  sayings: [/よくある質問に(?:追加|加え|載せ|足)[^ ]*/, /\badd (?:it |this |that |an entry )?to the faq\b/],
  examples: [{ say: 'よくある質問に加えたい' }, { say: 'add this to the FAQ' }],
};

export const changeRecogniser: Recogniser = {
  sayings: [
    /よくある質問(?:を|の(?:内容|文|項目)を)(?:変更|直|修正|書き換|編集)[^ ]*/,
    /\b(?:change|edit|correct|update) (?:an entry (?:of|in) )?the faq\b/,
  ],
  examples: [{ say: 'よくある質問を修正したい' }, { say: 'update the FAQ' }],
};

export const retireRecogniser: Recogniser = {
  sayings: [
    /よくある質問(?:を|から)(?:消|外|削除|取り除|下げ|終)[^ ]*/,
    /\b(?:remove|delete|retire|take) (?:an entry |it |this )?(?:out )?(?:from|of) the faq\b/,
  ],
  examples: [{ say: 'よくある質問から外したい' }, { say: 'delete it from the FAQ' }],
};
