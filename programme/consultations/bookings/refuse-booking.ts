/** Refuses for a reason that concerns bookings; its words stand in their texts. */
import { refusalsOf } from '../../requests/refusal.js';
import { bookingTexts } from './texts.js';

export const refuseBooking = refusalsOf(bookingTexts);
