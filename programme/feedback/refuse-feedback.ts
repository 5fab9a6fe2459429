/** Refuses for a reason that concerns feedback; its words stand in the room's texts. */
import { refusalsOf } from '../requests/refusal.js';
import { feedbackTexts } from './texts.js';

export const refuseFeedback = refusalsOf(feedbackTexts);
