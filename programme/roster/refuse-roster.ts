/** Refuses for a reason that concerns who belongs to a programme; its words stand in the room's texts. */
import { refusalsOf } from '../requests/refusal.js';
import { rosterTexts } from './texts.js';

export const refuseRoster = refusalsOf(rosterTexts);
