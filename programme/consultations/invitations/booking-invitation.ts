/** A consultation in people's calendars: what each reader's entry says, and the elements that bring it. */
import type { CalendarEntry } from '../../calendar/invite.js';
import { invitationElements } from '../../calendar/invite.js';
import { pick } from '../../messages/bilingual.js';
import type { Element } from '../../messages/message.js';
import type { Language, OpenContext } from '../../requests/context.js';
import { type BookingEntry, readBooking } from '../bookings/queries.js';
import { bookingTexts } from '../bookings/texts.js';
import { adviserName } from '../hour-words.js';
import { invitationTexts } from './texts.js';

/** Whether the reader holds the consultation or will attend it. */
export function concernsReader(booking: BookingEntry, personId: string): boolean {
  return booking.adviser.id === personId || booking.attendees.some(({ id }) => id === personId);
}

/**
 * The calendar file for this reader, with words on what to do: an invitation where the consultation is the reader's, a withdrawal
 * where it no longer is and their calendar was given it. For every reply and notice about a change; none for everybody else.
 */
export async function bookingInvitation(
  context: Pick<OpenContext, 'transaction' | 'now' | 'language' | 'timeZone' | 'files' | 'fileLinks'>,
  bookingId: string,
  personId: string,
): Promise<readonly Element[]> {
  const booking = await readBooking(context.transaction, bookingId);
  if (booking === null || booking.endsAt <= context.now) return [];
  const stands = booking.state === 'booked' && concernsReader(booking, personId);
  return await invitationElements(context, { personId, stands, entry: entryFor(context.language, booking, personId) });
}

/** Nothing of what is to be talked about: calendars are shared with colleagues and assistants. */
function entryFor(language: Language, booking: BookingEntry, personId: string): CalendarEntry {
  const { id, programmeId, startsAt, endsAt, timeZone, mode, place, link } = booking;
  const texts = invitationTexts[language];
  const adviser = adviserName(language, pick(language, booking.adviser.name));
  const company = pick(language, booking.company.name);
  const lines = [
    texts.between(company, adviser),
    `${bookingTexts[language].labels.how}: ${bookingTexts[language].modes[mode]}`,
    link,
    texts.inChat,
  ];
  return {
    ...{ subjectId: id, programmeId, startsAt, endsAt, timeZone, place, link },
    title: texts.title(booking.adviser.id === personId ? company : adviser),
    description: lines.filter((line) => line !== '').join('\n'),
  };
}
