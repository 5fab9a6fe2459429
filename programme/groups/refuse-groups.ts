/** Refuses for a reason that concerns group work; its words stand in the room's texts. */
import { refusalsOf } from '../requests/refusal.js';
import { groupTexts } from './texts.js';

export const refuseGroups = refusalsOf(groupTexts);
