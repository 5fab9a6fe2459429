/** How people ask to give feedback, or for what was said, without naming the action. The tests hold to the examples. */
import type { Recogniser } from '../requests/recogniser.js';

export const answerRecogniser: Recogniser = {
  sayings: [
    /(?:アンケート|感想)(?:を|に)?(?:送|書|答|回答|出し|提出|伝え)/,
    /\b(?:give|leave|send|submit|write) (?:my |some |you )?feedback\b/,
  ],
  possible: true,
  examples: [
    { say: 'アンケートに答えたい' },
    { say: '感想を送ります' },
    { say: 'I want to give feedback' },
    { say: 'can I give my feedback?' },
  ],
};

export const resultsRecogniser: Recogniser = {
  sayings: [
    /(?:アンケート|感想)の?(?:結果|回答状況|集計)/,
    /\b(?:results? of the (?:feedback|survey)|feedback results?|survey results?)\b/,
  ],
  asked: [/(?:アンケート|感想)の?(?:結果|回答状況|集計)/, /\b(?:results? of the feedback|feedback results?)\b/],
  absorbs: ['feedback.answer'],
  possible: true,
  examples: [{ say: 'アンケートの結果を見せて' }, { say: 'show the results of the feedback' }],
};

export const quoteRecogniser: Recogniser = {
  sayings: [
    /(?:感想|アンケート|コメント|発言)を?(?:報告書に)(?:引用|載せ|掲載)/,
    /\bquote (?:a |the |some )?(?:feedback|comments?) in the report\b/,
  ],
  absorbs: ['feedback.answer', 'report.make'],
  examples: [{ say: '感想を報告書に載せたい' }, { say: 'quote a comment in the report' }],
};
