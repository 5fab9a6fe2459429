/** Calls every function of the texts of feedback, and gives an example of the facts of each of their refusals. */
import type { Texts } from '../../../playground/pilot/texts.js';

/** With digits for names, so that what is left is the language's own. */
export function callFeedback(feedback: Texts['feedback']): void {
  const { notices, answered, quoted } = feedback;
  for (const say of [notices.asked, notices.reminder, notices.permissionAfterFreeze]) say('1');
  for (const say of [...Object.values(notices.quoteEnded), ...Object.values(answered), ...Object.values(quoted)])
    say('1');
  for (const say of [feedback.answeredBefore, feedback.answerDoes, feedback.resultsOf, feedback.quoteDoes]) say('1');
  feedback.translated('1');
  for (const count of [1, 2]) {
    feedback.people(count);
    feedback.comments(count);
    feedback.remind(count);
    feedback.remindDoes('1', count);
    feedback.reminded(count);
    feedback.unanswered(['1', '2'], count - 1);
  }
  feedback.tooFew(4);
  feedback.rated('1', 2);
  feedback.line({ label: '1', value: '2' });
  feedback.commentBy('1', 2);
  for (const as of ['', '1']) {
    feedback.permitted('2', as);
    feedback.quoteChosen(as);
  }
  feedback.quotable('1', '2', '3');
}

export const feedbackRefusals = {
  not_over: {},
  did_not_come: {},
  nothing_to_answer: {},
  name_missing: {},
  report_final: {},
  final_for_quotes: {},
  not_permitted: {},
  nothing_said: {},
  quoted_already: {},
  not_their_words: {},
  nothing_to_quote: {},
  no_quotes: {},
  quote_over: {},
  all_answered: {},
  reminded_today: {},
} as const;
