/** Finds the free hour that words speak of, by its day, its time and its adviser. */
import { isDate, localOf } from '../../messages/dates.js';
import type { Value, Values } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { dayOf } from '../spoken-day.js';
import { type HoursFor, readFreeHours } from './free-hours.js';
import { readBooking, readTerms } from './queries.js';

/** More than an adviser, or all of them together, offer on a day. */
const MOST = 100;

const MINUTE = 60_000;

interface SpokenHour extends HoursFor {
  /** 2025-02-27, in the programme's zone. */
  readonly day: string;
  /** 14:00; null where none is said. */
  readonly time: string | null;
  readonly adviser: Value | undefined;
}

/** The only one that fits; null where there is none, or several. */
async function hourSaid(context: Context, { day, time, adviser, ...asked }: SpokenHour): Promise<string | null> {
  const filter = { day, ...(isId(adviser) ? { adviser } : { everyone: true }) };
  const { items } = await readFreeHours(context, asked, filter, { from: 0, size: MOST });
  const [only, other] = items.filter(
    ({ startsAt, timeZone }) => time === null || localOf(startsAt, timeZone).time === time,
  );
  return only === undefined || other !== undefined ? null : only.id;
}

/** For `complete`: the hour that a company wants. */
export async function withSpokenHour(context: Context, given: Values): Promise<Values> {
  const { slot, spokenDay, spokenTime, spokenAdviser } = given;
  const { membership, transaction, now } = context;
  if (slot !== undefined || typeof spokenDay !== 'string' || typeof spokenTime !== 'string') return given;
  const { timeZone } = await readTerms(transaction, membership.programmeId);
  const day = dayOf(spokenDay, { now, timeZone });
  if (day === null) return given;
  const said = { companyId: membership.companyId, day, time: spokenTime, adviser: spokenAdviser };
  const found = await hourSaid(context, said);
  return found === null ? given : { ...given, slot: found };
}

/**
 * For `complete`: the hour of the same adviser to which a consultation is to be moved, at its own time of day or on its own day unless
 * another is said, or so many minutes later (`toShift`). Advisers say in the form what becomes of the hour of before.
 */
export async function withSpokenTarget(context: Context, given: Values): Promise<Values> {
  const { booking: bookingId, slot, toDay, toTime, toShift = 0 } = given;
  const isOpen = slot === undefined && isId(bookingId) && context.membership.role !== 'adviser';
  const saysDay = typeof toDay === 'string' && isDate(toDay);
  const isLater = typeof toShift === 'number' && toShift !== 0;
  if (!isOpen || !(saysDay || (toDay === undefined && (typeof toTime === 'string' || isLater)))) return given;
  const booking = await readBooking(context.transaction, bookingId);
  if (booking === null) return given;
  const later = isLater && !saysDay ? toShift * MINUTE : 0;
  const own = localOf(new Date(booking.startsAt.getTime() + later), booking.timeZone);
  const day = saysDay ? toDay : own.date;
  const said = { companyId: booking.company.id, movingId: booking.id, day, adviser: booking.adviser.id };
  const found = await hourSaid(context, { ...said, time: typeof toTime === 'string' ? toTime : own.time });
  return found === null ? given : { ...given, slot: found };
}
