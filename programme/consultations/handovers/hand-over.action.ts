/** Asks to whom to hand a consultation over: only advisers who are free at that hour, with what else they hold that day. */

import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import { inBoth, pick } from '../../messages/bilingual.js';
import { elements, type Form, type Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { bookingChoices, MOST_BOOKINGS } from '../bookings/booking-choices.js';
import { withBooking } from '../bookings/booking-field.js';
import { refuseHolder } from '../bookings/lock-booking.js';
import { type BookingEntry, heldBy, readBooking, readBookings } from '../bookings/queries.js';
import { refuseChange } from '../bookings/rules.js';
import { adviserName, hourFor } from '../hour-words.js';
import { askToTakeOver } from './ask-to-take-over.js';
import { assignLeftBehind, mayAssign } from './assign-left-behind.js';
import { type ColleagueRow, readFreeColleagues } from './handovers.sql.js';
import { handOverRecogniser } from './recognisers.js';
import { refuseHandover } from './refuse-handover.js';
import { handoverTexts } from './texts.js';

const LONGEST_REASON = 500;

export const handOverAction = memberAction({
  name: 'consultation.hand-over',
  texts: handoverTexts,
  command: 'hand-over',
  recognise: handOverRecogniser,
  who: ['adviser', 'secretariat'],
  input: z.object({
    booking: chosen,
    adviser: chosen,
    reason: z.string().trim().max(LONGEST_REASON, { error: 'too_long' }).default(''),
    /** The form has said that it is given at once: its adviser can no longer agree to anything about it. */
    assign: z.literal(true).optional(),
  }),
  confidential: true,
  offered: 'help',
  complete: withBooking,
  ask: handOverForm,
  confirm: 'always',
  conflicts: {
    booking_request_open: () => refuseHandover('already_asked', {}),
    booking_adviser_free: async ({ transaction }, { booking: bookingId }) => {
      const booking = await readBooking(transaction, bookingId);
      return booking === null ? refuse('not_found', {}) : refuseHandover('not_free', booking, { field: 'adviser' });
    },
  },
  run: async (context, { booking: bookingId, adviser: adviserId, reason, assign }) => {
    const { transaction, now, language } = context;
    const by = actingMember(context);
    const colleague = (await readFreeColleagues(transaction, bookingId)).find(({ id }) => id === adviserId);
    const give = assign === true ? assignLeftBehind : askToTakeOver;
    const given = await give(transaction, { bookingId, adviserId, reason, by, now });
    if (isRefusal(given)) return given;
    const texts = handoverTexts[language];
    const name = colleague === undefined ? '' : colleagueName(context, colleague);
    const text =
      assign === true
        ? texts.assigned(name, hourFor(context, given), pick(language, given.company.name))
        : texts.asked(name);
    return { message: { summary: text, elements: elements({ kind: 'text', text }) } };
  },
});

export function colleagueName({ language }: Pick<Context, 'language'>, { nameJa, nameEn }: ColleagueRow): string {
  return adviserName(language, pick(language, inBoth(nameJa, nameEn)));
}

async function handOverForm(
  context: Context,
  { booking: bookingId, adviser, reason }: Values,
): Promise<Form | Refusal> {
  const { transaction, membership, language, now } = context;
  const texts = handoverTexts[language];
  const around = {
    action: 'consultation.hand-over',
    title: texts.actions['consultation.hand-over'].title,
    cancel: chatTexts[language].close,
  };
  if (!isId(bookingId)) {
    const choices = bookingChoices(context, await readComing(context));
    if (choices.length === 0) return refuseHandover('no_bookings', {});
    const field = { kind: 'choice' as const, name: 'booking', label: texts.labels.booking, choices };
    return { ...around, introduction: [], fields: [field], known: {}, submit: texts.next };
  }
  const booking = await readBooking(transaction, bookingId);
  if (booking === null || booking.programmeId !== membership.programmeId) return refuse('not_found', {});
  const refused =
    refuseHolder(booking, actingMember(context)) ?? refuseChange(booking, { terms: booking.terms, isStaff: true, now });
  if (refused) return refused;
  const free = await readFreeColleagues(transaction, bookingId);
  if (free.length === 0) return refuseHandover('nobody_free', booking);
  const choices = free.map((one) => ({ value: one.id, label: texts.load(colleagueName(context, one), one.load) }));
  const assigns = await mayAssign(transaction, booking, actingMember(context));
  const say = assigns ? texts.assigns : texts.asks;
  return {
    ...around,
    introduction: [{ kind: 'text', text: say(hourFor(context, booking), pick(language, booking.company.name)) }],
    fields: [
      {
        ...{ kind: 'choice', name: 'adviser', label: texts.labels.adviser, choices },
        ...(choices.some(({ value }) => value === adviser) && typeof adviser === 'string' && { initial: adviser }),
      },
      {
        ...{ kind: 'long text', name: 'reason', label: texts.labels.reason, optional: true, maximum: LONGEST_REASON },
        ...(typeof reason === 'string' && { initial: reason.slice(0, LONGEST_REASON) }),
      },
    ],
    known: { booking: bookingId, ...(assigns && { assign: true }) },
    submit: assigns ? texts.assign : texts.ask,
  };
}

/** An adviser's own consultations to come; of the secretariat all of the programme. */
async function readComing({ transaction, membership, person, now }: Context): Promise<readonly BookingEntry[]> {
  const { programmeId, role } = membership;
  const whose = role === 'adviser' ? heldBy(programmeId, person.id) : { programmeId };
  const coming = { ...whose, state: 'booked' as const, startsAt: { gt: now } };
  return await readBookings(transaction, coming, { from: 0, size: MOST_BOOKINGS });
}
