/** Refuses for a reason that concerns a session itself; its words stand in the room's texts. */
import { refusalsOf } from '../requests/refusal.js';
import { sessionTexts } from './texts.js';

export const refuseSession = refusalsOf(sessionTexts);
