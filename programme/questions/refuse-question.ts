/** Refuses for a reason that concerns a question; its words stand in the room's texts. */
import { refusalsOf } from '../requests/refusal.js';
import { questionTexts } from './texts.js';

export const refuseQuestion = refusalsOf(questionTexts);
