/** Refuses for a reason that concerns a registration; its words stand in the room's texts. */
import { refusalsOf } from '../requests/refusal.js';
import { registrationTexts } from './texts.js';

export const refuseRegistration = refusalsOf(registrationTexts);
