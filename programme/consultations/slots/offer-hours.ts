/** Offers hours of an adviser: the pattern held against the calendar and what the adviser has already. */
import type { Method, Transaction } from '../../../prisma/client.js';
import { dayAfter, dayText, readOfficeCalendar } from '../../calendar/business-days.js';
import type { ActingMember } from '../../members/acting-member.js';
import type { Entry } from '../../members/queries.js';
import { instantOf } from '../../messages/dates.js';
import { isRefusal, type Refusal } from '../../requests/refusal.js';
import { lockAdvisers } from '../bookings/bookings.sql.js';
import { offerToWatches } from '../watches/turns.js';
import { type EnteredOffer, readPattern } from './offer-input.js';
import { hoursOf, type LeftOut, type OfferedHours } from './pattern.js';
import { readAdviser, readTaken } from './queries.js';
import { refuseHours } from './refuse-hours.js';

export interface PlannedOffer extends OfferedHours {
  readonly adviser: Entry;
  readonly timeZone: string;
  readonly method: Method;
}

interface PlanOffer {
  readonly adviserId: string;
  readonly entered: EnteredOffer;
  readonly by: ActingMember;
  readonly now: Date;
}

/** What would be offered, and what is left out. Refused where nothing is left: with the reason of the first hour. */
export async function planOffer(
  transaction: Transaction,
  { adviserId, entered, by: { programmeId, personId }, now }: PlanOffer,
): Promise<PlannedOffer | Refusal> {
  const adviser = await readAdviser(transaction, programmeId, adviserId);
  if (adviser === null) return refuseHours('no_such_adviser', {}, { field: 'adviser' });
  const programme = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
  const { timeZone, longest } = programme;
  const terms = { timeZone, longest, startsOn: dayText(programme.startsOn), endsOn: dayText(programme.endsOn) };
  const pattern = readPattern(entered, terms);
  if (isRefusal(pattern)) return pattern;
  const calendar = await readOfficeCalendar(transaction, programmeId);
  const period = {
    from: instantOf(pattern.firstDay, '00:00', timeZone) ?? now,
    until: instantOf(dayAfter(pattern.lastDay), '00:00', timeZone) ?? now,
  };
  const taken = await readTaken(transaction, adviserId, period, entered);
  const offered = hoursOf(pattern, { calendar, taken, now });
  const [first] = offered.leftOut;
  if (offered.hours.length === 0 && first !== undefined) {
    return refuseNothing(first, { timeZone, isOwn: adviserId === personId });
  }
  return { ...offered, adviser, timeZone, method: entered.method };
}

const fieldOf = {
  holiday: 'alsoHolidays',
  closure: 'alsoHolidays',
  past: 'firstDay',
  clock: 'from',
  booked: 'from',
  offered: 'from',
} as const;

function refuseNothing(leftOut: LeftOut, place: { readonly timeZone: string; readonly isOwn: boolean }): Refusal {
  return refuseHours(`nothing_${leftOut.why}`, { ...leftOut, ...place }, { field: fieldOf[leftOut.why] });
}

/** An hour that is offered meanwhile violates `slot_no_overlap`. `reach`: how many hours were shown before it was agreed. */
export async function offerHours(
  transaction: Transaction,
  asked: PlanOffer & { readonly reach: number },
): Promise<PlannedOffer | Refusal> {
  const { adviserId, entered, by, now, reach } = asked;
  await lockAdvisers(transaction, [adviserId]);
  const planned = await planOffer(transaction, asked);
  if (isRefusal(planned)) return planned;
  const { programmeId, personId } = by;
  // A booking or another offer may have come in between.
  if (planned.hours.length !== reach) {
    return refuseHours('reach_changed', { was: reach, is: planned.hours.length }, { field: 'reach' });
  }
  const { method, place, link, pauseBefore, pauseAfter, perDay } = entered;
  const offer = await transaction.consultationOffer.create({
    data: {
      ...{ programmeId, adviserId, method, pauseBefore, pauseAfter, perDay, offeredById: personId, createdAt: now },
      place: method === 'online' ? '' : place,
      link: method === 'in_person' ? '' : link,
    },
  });
  const slots = await transaction.consultationSlot.createManyAndReturn({
    select: { id: true },
    data: planned.hours.map(({ startsAt, endsAt }) => ({
      ...{ programmeId, offerId: offer.id, adviserId, startsAt, endsAt, createdAt: now },
    })),
  });
  const slotIds = slots.map(({ id }) => id);
  await offerToWatches(transaction, { programmeId, slotIds, exceptCompanyId: null, now });
  return planned;
}
