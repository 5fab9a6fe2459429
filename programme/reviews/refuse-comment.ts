/** Refuses for a reason that concerns comments; its words stand in their texts. */
import { refusalsOf } from '../requests/refusal.js';
import { commentTexts } from './comment-texts.js';

export const refuseComment = refusalsOf(commentTexts);
