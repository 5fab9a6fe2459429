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
 * The one coming consultation that there is, where none is named; of several the only one that fits the day, time, company and
 * adviser that were named. The secretariat, whose are all, says more than the day: the only one may be another company's.
 */
export async function withBooking(context: Context, spoken: Values): Promise<Values> {
  const { spokenDay, spokenTime: _time, spokenCompany, spokenAdviser: _adviser, ...given } = spoken;
  if (given.booking !== undefined) return given;
  const [only, other] = await fitting(context, await offered(context, {}), spoken);
  if (only === undefined) return spokenDay === undefined ? given : { ...given, otherDay: true };
  const isAnybodys = context.membership.role === 'secretariat' && spokenCompany === undefined;
  return other !== undefined || isAnybodys ? given : { ...given, booking: only.id };
}

/** For `complete`: the only one of these that fits what words spoke of. */
export async function withOnly(
  context: Context,
  given: Values,
  read: (context: Context) => Promise<readonly BookingEntry[]>,
): Promise<Values> {
  if (given.booking !== undefined) return given;
  const [only, ...others] = await fitting(context, await read(context), given);
  return only === undefined || others.length > 0 ? given : { ...given, booking: only.id };
}

/** Those of the day, the time, the company and the adviser that words spoke of, as far as they did. */
async function fitting(
  context: Context,
  bookings: readonly BookingEntry[],
  { spokenDay, spokenTime, spokenCompany, spokenAdviser }: Values,
): Promise<readonly BookingEntry[]> {
  const day = await spokenDate(context, spokenDay);
  return bookings.filter(({ startsAt, timeZone, company, adviser }) => {
    const { date, time } = localOf(startsAt, timeZone);
    return (
      (day === null || date === day) &&
      (spokenTime === undefined || time === spokenTime) &&
      (spokenCompany === undefined || company.id === spokenCompany) &&
      (spokenAdviser === undefined || adviser.id === spokenAdviser)
    );
  });
}

async function spokenDate({ transaction, membership, now }: Context, spoken: Values[string]): Promise<string | null> {
  if (typeof spoken !== 'string') return null;
  const { timeZone } = await readTerms(transaction, membership.programmeId);
  return dayOf(spoken, { now, timeZone });
}
