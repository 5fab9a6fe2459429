/** Refuses for a reason that concerns drafts; its words stand in their texts. */
import { refusalsOf } from '../requests/refusal.js';
import { draftTexts } from './texts.js';

export const refuseDraft = refusalsOf(draftTexts);
