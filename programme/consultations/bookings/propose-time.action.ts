/** Lets a company ask its adviser for a time of its own. */
import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import { pick } from '../../messages/bilingual.js';
import { instantOf, isDate, localOf } from '../../messages/dates.js';
import type { Form, Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction, type Preview } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { refuseHandover } from '../handovers/refuse-handover.js';
import { adviserName, hourFor } from '../hour-words.js';
import { LONGEST_REASON } from './book-form.js';
import { bookingField, withBooking } from './booking-field.js';
import { bookingButtons, doneMessage } from './booking-words.js';
import { companyTexts } from './company-texts.js';
import { proposeForm } from './propose-form.js';
import { proposeTime } from './propose-time.js';
import { type BookingEntry, readBooking } from './queries.js';
import { refuseCompany } from './refuse-company.js';
import { refuseChange } from './rules.js';

const input = z.object({
  booking: chosen,
  date: z.string().refine(isDate, { error: 'not_a_date' }),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not_a_time' }),
  reason: z.string().trim().max(LONGEST_REASON, { error: 'too_long' }).default(''),
});

type Asked = z.infer<typeof input>;

export const proposeTimeAction = memberAction({
  name: 'consultation.propose',
  texts: companyTexts,
  command: 'propose-time',
  recognise: { onlyAlone: true },
  who: ['participant', 'secretariat'],
  input,
  confidential: true,
  offered: 'help',
  complete: withBooking,
  ask: askForTime,
  confirm: {
    when: 'words',
    show: preview,
    state: async ({ transaction }, { booking }) => [(await readBooking(transaction, booking))?.version ?? 0],
  },
  conflicts: { booking_request_open: () => refuseHandover('already_asked', {}) },
  run: async (context, asked) => {
    const { transaction, now, language } = context;
    const booking = await readBooking(transaction, asked.booking);
    if (booking === null) return refuse('not_found', {});
    const startsAt = instantAsked(asked, booking);
    if (isRefusal(startsAt)) return startsAt;
    const { booking: bookingId, reason } = asked;
    const proposed = await proposeTime(transaction, { bookingId, startsAt, reason, by: actingMember(context), now });
    if (isRefusal(proposed)) return proposed;
    const text = companyTexts[language].propose.done(toldOfTime(context, proposed.booking, proposed));
    return { message: doneMessage(context, { text, buttons: bookingButtons(context, proposed.booking) }) };
  },
});

/** Not the time that a clock which goes forward shows instead. */
function instantAsked(
  { date, time }: Pick<Asked, 'date' | 'time'>,
  { timeZone }: Pick<BookingEntry, 'timeZone'>,
): Date | Refusal {
  const instant = instantOf(date, time, timeZone);
  const isShown = instant !== null && localOf(instant, timeZone).time === time;
  return isShown ? instant : refuseCompany('clock_changes', {}, { field: 'time' });
}

function toldOfTime(
  context: Context,
  { adviser, timeZone }: BookingEntry,
  { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
) {
  return {
    adviser: adviserName(context.language, pick(context.language, adviser.name)),
    hour: hourFor(context, { startsAt, endsAt, timeZone }),
  };
}

async function preview(context: Context, { booking: id, date, time }: Asked): Promise<Preview | Refusal> {
  const { transaction, membership, language, now } = context;
  const booking = await readBooking(transaction, id);
  if (booking === null) return refuse('not_found', {});
  const startsAt = instantAsked({ date, time }, booking);
  if (isRefusal(startsAt)) return startsAt;
  const refused = refuseChange(booking, { terms: booking.terms, isStaff: membership.role !== 'participant', now });
  if (refused) return refused;
  const endsAt = new Date(startsAt.getTime() + booking.endsAt.getTime() - booking.startsAt.getTime());
  return {
    does: companyTexts[language].propose.does(toldOfTime(context, booking, { startsAt, endsAt })),
    elements: [],
  };
}

async function askForTime(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, membership, now, language } = context;
  if (!isId(given.booking)) {
    const field = await bookingField(context);
    if (isRefusal(field)) return field;
    const { move, actions } = companyTexts[language];
    return {
      ...{ action: 'consultation.propose', title: actions['consultation.propose'].title },
      ...{ introduction: [], fields: [field], known: {}, submit: move.next, cancel: chatTexts[language].close },
    };
  }
  const booking = await readBooking(transaction, given.booking);
  if (booking === null) return refuse('not_found', {});
  const isStaff = membership.role !== 'participant';
  return refuseChange(booking, { terms: booking.terms, isStaff, now }) ?? proposeForm(context, booking, given);
}
