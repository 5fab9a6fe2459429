/** Shows an adviser the brief of a consultation that they hold. */

import { z } from 'zod';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import { refuse } from '../../requests/refusal.js';
import { withOnly } from '../bookings/booking-field.js';
import { readBooking } from '../bookings/queries.js';
import { refuseBooking } from '../bookings/refuse-booking.js';
import { chooseBookingForm, comingBookings } from '../invitations/coming-bookings.js';
import { briefMessage } from './brief-message.js';
import { briefRecogniser } from './recognisers.js';
import { refuseBrief } from './refuse-brief.js';
import { briefTexts } from './texts.js';

export const briefConsultation = memberAction({
  name: 'consultation.brief',
  texts: briefTexts,
  command: 'brief',
  recognise: briefRecogniser,
  who: ['adviser'],
  input: z.object({ booking: chosen }),
  confidential: true,
  offered: 'help',
  confirm: 'read',
  complete: (context, given) => withOnly(context, given, comingBookings),
  ask: async (context) => {
    const { actions, booking: label, show: submit } = briefTexts[context.language];
    const bookings = await comingBookings(context);
    if (bookings.length === 0) return refuseBrief('nothing_to_brief', {});
    const { title } = actions['consultation.brief'];
    return chooseBookingForm(context, 'consultation.brief', bookings, { title, label, submit });
  },
  run: async (context, { booking: id }) => {
    const booking = await readBooking(context.transaction, id);
    // Who looks after the company and does not hold the consultation has nothing to prepare.
    if (booking === null || booking.adviser.id !== context.person.id) return refuse('not_found', {});
    if (booking.state === 'cancelled') return refuseBooking('already_cancelled', booking);
    return { message: await briefMessage(context, booking, context.person.id) };
  },
});
