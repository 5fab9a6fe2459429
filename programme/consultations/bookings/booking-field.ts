/** The field that asks which consultation is meant. */
import type { Prisma } from '../../../prisma/client.js';
import { localOf } from '../../messages/dates.js';
import type { Field, Form, Values } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import type { Refusal } from '../../requests/refusal.js';
import { dayOf } from '../spoken-day.js';
import { bookingChoices, MOST_BOOKINGS } from './booking-choices.js';
import { companyTexts } from './company-texts.js';
import { type BookingEntry, heldBy, readBookings, readTerms } from './queries.js';
import { refuseCompany } from './refuse-company.js';

/** Those in the person's reach: of their company, held by them, or all of the programme's. */
function within({ membership, person }: Context): Prisma.BookingWhereInput {
  const { role, programmeId, companyId } = membership;
  if (role === 'participant') return { programmeId, companyId: companyId ?? '' };
  return role === 'adviser' ? heldBy(programmeId, person.id) : { programmeId };
}

interface Which {
  readonly past?: boolean;
}

async function offered(context: Context, { past = false }: Which): Promise<readonly BookingEntry[]> {
  const coming = past ? {} : { startsAt: { gt: context.now }, state: 'booked' as const };
  const where = { ...within(context), ...coming };
  return await readBookings(context.transaction, where, { from: 0, size: MOST_BOOKINGS });
}

export async function bookingField(context: Context, which: Which = {}): Promise<Field | Refusal> {
  const choices = bookingChoices(context, await offered(context, which));
  if (choices.length === 0) return refuseCompany(which.past === true ? 'no_booking_yet' : 'no_booking', {});
  return { kind: 'choice', name: 'booking', label: companyTexts[context.language].move.booking, choices };
}

/** Above the choice: that there is none on the day that words named. */
export function otherDayNotes({ language }: Context, { otherDay }: Values): Form['introduction'] {
  return otherDay === true ? [{ kind: 'note', text: companyTexts[language].move.otherDay }] : [];
}

/**
 * The one coming consultation that there is, where none is named; of several the only one of the day that was named. The
 * secretariat, whose are all, says which: the only one may be another company's.
 */
export async function withBooking(context: Context, { spokenDay, ...given }: Values): Promise<Values> {
  if (given.booking !== undefined) return given;
  const coming = await offered(context, {});
  const day = await spokenDate(context, spokenDay);
  const onDay =
    day === null ? coming : coming.filter(({ startsAt, timeZone }) => localOf(startsAt, timeZone).date === day);
  const [only, other] = onDay;
  if (only === undefined) return day === null ? given : { ...given, otherDay: true };
  if (other !== undefined || context.membership.role === 'secretariat') return given;
  return { ...given, booking: only.id };
}

async function spokenDate({ transaction, membership, now }: Context, spoken: Values[string]): Promise<string | null> {
  if (typeof spoken !== 'string') return null;
  const { timeZone } = await readTerms(transaction, membership.programmeId);
  return dayOf(spoken, { now, timeZone });
}
