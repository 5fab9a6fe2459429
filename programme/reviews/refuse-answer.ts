/** Refuses for a reason that concerns answers to comments; its words stand in their texts. */
import { refusalsOf } from '../requests/refusal.js';
import { answerTexts } from './answer-texts.js';

export const refuseAnswer = refusalsOf(answerTexts);
