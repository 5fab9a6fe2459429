/** Refuses for a reason that concerns who looks after a company; its words stand in the room's texts. */
import { refusalsOf } from '../requests/refusal.js';
import { adviserTexts } from './texts.js';

export const refuseAdviser = refusalsOf(adviserTexts);
