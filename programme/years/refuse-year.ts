/** Refuses for a reason that concerns a further year of a programme; its words stand in their texts. */
import { refusalsOf } from '../requests/refusal.js';
import { yearTexts } from './texts.js';

export const refuseYear = refusalsOf(yearTexts);
