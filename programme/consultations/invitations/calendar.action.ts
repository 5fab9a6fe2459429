/** Gives a person the calendar file of a consultation that they hold or attend, as often as they ask. */

import { z } from 'zod';
import { elements } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import { refuse } from '../../requests/refusal.js';
import { withOnly } from '../bookings/booking-field.js';
import { readBooking } from '../bookings/queries.js';
import { refuseBooking } from '../bookings/refuse-booking.js';
import { hourFor } from '../hour-words.js';
import { bookingInvitation, concernsReader } from './booking-invitation.js';
import { chooseBookingForm, comingBookings } from './coming-bookings.js';
import { calendarRecogniser } from './recognisers.js';
import { refuseInvitation } from './refuse-invitation.js';
import { invitationTexts } from './texts.js';

export const addConsultationToCalendar = memberAction({
  name: 'consultation.calendar',
  texts: invitationTexts,
  command: 'consultation-calendar',
  recognise: calendarRecogniser,
  who: ['participant', 'adviser'],
  input: z.object({ booking: chosen }),
  offered: 'help',
  // Another form of what can be read anyway; only that it was given is written down.
  confirm: 'never',
  complete: (context, given) => withOnly(context, given, comingBookings),
  ask: async (context) => {
    const { actions, booking: label, send: submit } = invitationTexts[context.language];
    const bookings = await comingBookings(context);
    if (bookings.length === 0) return refuseInvitation('no_coming_booking', {});
    const { title } = actions['consultation.calendar'];
    return chooseBookingForm(context, 'consultation.calendar', bookings, { title, label, submit });
  },
  run: async (context, { booking: id }) => {
    const { transaction, person, language, now } = context;
    const booking = await readBooking(transaction, id);
    if (booking === null) return refuse('not_found', {});
    if (booking.endsAt <= now) return refuseBooking('already_over', booking);
    const stands = booking.state === 'booked' && concernsReader(booking, person.id);
    const given = await bookingInvitation(context, id, person.id);
    if (given.length === 0) {
      return booking.state === 'cancelled'
        ? refuseBooking('already_cancelled', booking)
        : refuseInvitation('not_attending', {});
    }
    const { ready, gone } = invitationTexts[language];
    const hour = hourFor(context, booking);
    const summary = stands ? ready(hour) : gone(hour);
    return { message: { summary, elements: elements({ kind: 'text', text: summary }, ...given) } };
  },
});
