/** Refuses for a reason that concerns the implementation report; its words stand in their texts. */
import { refusalsOf } from '../requests/refusal.js';
import { reportTexts } from './texts.js';

export const refuseReport = refusalsOf(reportTexts);
