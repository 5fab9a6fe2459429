/** How people ask for what is done with questions without naming the action. The tests hold to the examples. */
import type { Recogniser } from '../requests/recogniser.js';

/** 「質問: …」, 「先生に質問: …」, "question: …", "question for my adviser: …": what follows is the question as it was typed. */
const asText =
  /^\s*(?:(事務局|先生|アドバイザー|担当(?:の)?(?:先生|アドバイザー|者)?)(?:へ|に|への)の?)?(?:ご)?質問\s*[:：]\s*(\S[\s\S]*)$/u;
const asTextEn =
  /^\s*(?:(?:i have )?a )?question(?: (?:for|to) (?:the |my |our )?(secretariat|advis[eo]r))?\s*[:：]\s*(\S[\s\S]*)$/iu;

const toAdviser = /先生|アドバイザー|担当|advis[eo]r/i;

export const askRecogniser: Recogniser = {
  alone: ({ text }) => {
    const [, whom, question] = asText.exec(text) ?? asTextEn.exec(text) ?? [];
    if (question === undefined) return null;
    return { question: question.trim(), ...(whom !== undefined && toAdviser.test(whom) && { to: 'adviser' }) };
  },
  sayings: [
    /(?:事務局|先生|アドバイザー|担当者?)(?:の方)?(?:に|へ)(?:ご)?質問(?:を)?(?:し|送り|聞)?[^ ]*/,
    /質問を(?:送り|し)(?:たい|ます)[^ ]*/,
    /\b(?:ask|put) (?:the secretariat|my advis[eo]r|our advis[eo]r)\b.*/,
    /\bask (?:a|another|my) question\b/,
    /\b(?:send|put) (?:a|my) question to (?:the secretariat|my advis[eo]r|our advis[eo]r)\b/,
  ],
  read: ({ said }) =>
    /(?:先生|アドバイザー|担当者?)(?:の方)?(?:に|へ)(?:ご)?質問|\b(?:ask|to) (?:my|our) advis[eo]r\b/.test(said)
      ? { to: 'adviser' }
      : {},
  examples: [
    { say: '質問: 承認は取締役会ですか', input: { question: '承認は取締役会ですか' } },
    { say: '先生に質問：対象範囲は国内だけですか', input: { question: '対象範囲は国内だけですか', to: 'adviser' } },
    { say: 'question: Who must approve it?', input: { question: 'Who must approve it?' } },
    { say: 'Question for my adviser: is this enough?', input: { question: 'is this enough?', to: 'adviser' } },
    { say: '事務局に質問したい' },
    { say: '先生に質問したいです', input: { to: 'adviser' } },
    { say: 'I want to ask the secretariat' },
    { say: 'I would like to ask a question' },
  ],
  counterExamples: ['質問があります', 'I have a question', '質問:'],
};

export const mineRecogniser: Recogniser = {
  sayings: [
    /(?:自分|私|送った)(?:が送った)?の?質問(?:を|は|の)?(?:見|確認|どう|一覧|$)[^ ]*/,
    /質問の(?:回答|返事|答え)(?:は|を|が)?[^ ]*(?:見|来|届|まだ|確認)[^ ]*/,
    /\bmy questions\b|\b(?:the )?answers? to my questions?\b/,
  ],
  asked: [
    /質問の(?:回答|返事|答え)は(?:いつ|まだ|来|届)[^ ]*|送った質問(?:は|の)[^ ]*/,
    /\b(?:answer|answers|reply) to my questions?\b|\bmy questions?\b.{0,20}\banswered\b/,
  ],
  possible: true,
  examples: [
    { say: '送った質問を見せて' },
    { say: '質問の回答はまだですか' },
    { say: 'show my questions' },
    { say: 'Has my question been answered?' },
  ],
};

export const withdrawRecogniser: Recogniser = {
  sayings: [
    /質問を(?:取り下げ|取下げ|取り消|取消|撤回)[^ ]*/,
    /\b(?:withdraw|take back|retract|cancel) (?:my|the|a) question\b/,
  ],
  examples: [{ say: '質問を取り下げたい' }, { say: 'Please withdraw my question' }],
};

export const inboxRecogniser: Recogniser = {
  sayings: [
    /(?:届いた|来ている|来てる|未回答の|回答待ちの)(?:ご)?質問(?:を|は)?[^ ]*/,
    /\b(?:open|unanswered|waiting) questions\b|\bquestions (?:to answer|that wait|waiting)\b/,
  ],
  asked: [
    /(?:届いた|来ている|未回答の)質問は[^ ]*/,
    /\b(?:unanswered|open) questions\b|\bquestions (?:wait|are waiting|to answer)\b/,
  ],
  possible: true,
  examples: [
    { say: '届いた質問を見せて' },
    { say: '未回答の質問はありますか' },
    { say: 'show the unanswered questions' },
    { say: 'which questions wait for me?' },
  ],
};

export const replyRecogniser: Recogniser = {
  sayings: [/(?:届いた)?質問に(?:回答|返答|返事|答え)[^ ]*/, /\b(?:answer|reply to) (?:a|the|this|that) question\b/],
  examples: [{ say: '質問に回答したい' }, { say: 'I want to answer a question' }],
};

export const correctRecogniser: Recogniser = {
  sayings: [/(?:質問への)?回答を(?:訂正|直|修正)[^ ]*/, /\b(?:correct|fix) (?:an|the|my) answer\b/],
  examples: [{ say: '質問への回答を訂正したい' }, { say: 'I need to correct my answer' }],
};

export const passRecogniser: Recogniser = {
  sayings: [
    /質問を(?:[^ 、。]{1,12}(?:に|へ))?(?:引き継|引継|回し|回す|渡)[^ ]*/,
    /\b(?:hand|pass) (?:over |on )?(?:a|the|this) question\b/,
  ],
  examples: [{ say: '質問を事務局に引き継ぎたい' }, { say: 'hand over the question' }],
};
