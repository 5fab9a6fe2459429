/** Refuses for a reason that concerns the rounds of a review; its words stand in their texts. */
import { refusalsOf } from '../requests/refusal.js';
import { reviewTexts } from './texts.js';

export const refuseReview = refusalsOf(reviewTexts);
