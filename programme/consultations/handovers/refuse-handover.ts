/** Refuses for a reason that concerns handing bookings over; its words stand in their texts. */
import { refusalsOf } from '../../requests/refusal.js';
import { handoverTexts } from './texts.js';

export const refuseHandover = refusalsOf(handoverTexts);
