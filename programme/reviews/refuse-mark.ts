/** Refuses for a reason that concerns marks on the check; its words stand in their texts. */
import { refusalsOf } from '../requests/refusal.js';
import { markTexts } from './mark-texts.js';

export const refuseMark = refusalsOf(markTexts);
