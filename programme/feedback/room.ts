/** What feedback offers: a form to those who came, and to the secretariat its results and what of it the report quotes. */
import type { Room } from '../requests/registry.js';
import { answerFeedbackAction } from './answer.action.js';
import { dropQuoteAction } from './drop-quote.action.js';
import { feedbackAsked, feedbackAskedAgain, feedbackQuoteEnded, feedbackReminder } from './notifications.js';
import { quoteFeedback } from './quote.action.js';
import { remindFeedback } from './remind.action.js';
import { feedbackResults } from './results.action.js';

export const feedbackRoom: Room = {
  name: 'feedback',
  actions: [answerFeedbackAction, feedbackResults, remindFeedback, quoteFeedback, dropQuoteAction],
  notificationKinds: [feedbackAsked, feedbackReminder, feedbackAskedAgain, feedbackQuoteEnded],
};
