/** Refuses for a reason that concerns the comparison of versions; its words stand in their texts. */
import { refusalsOf } from '../../requests/refusal.js';
import { changeTexts } from './texts.js';

export const refuseDifference = refusalsOf(changeTexts);
