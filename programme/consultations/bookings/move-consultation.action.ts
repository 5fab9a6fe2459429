/** Asks where a consultation is to be moved: to another hour of the adviser, to anyone's, or to a time of one's own. */
import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import type { Field, Form, Introduction, Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction, type Preview } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { hourFor } from '../hour-words.js';
import { bookingInvitation } from '../invitations/booking-invitation.js';
import { refuseHour } from './book-consultation.action.js';
import { LONGEST_REASON } from './book-form.js';
import { bookingField, otherDayNotes, withBooking } from './booking-field.js';
import { bookingButtons, doneMessage, toldOf } from './booking-words.js';
import { changeable, freedFields, freedHours, withdrawsHour, withdrawsNotes } from './changeable.js';
import { companyTexts } from './company-texts.js';
import { readHour } from './free-hours.js';
import { lookAtHour, releaseHour } from './hold-hour.js';
import { adviserOf, modeField } from './hour-choices.js';
import { moveRecogniser } from './mine-recognisers.js';
import { moveConsultation } from './move-consultation.js';
import { proposeForm } from './propose-form.js';
import { type BookingEntry, readBooking } from './queries.js';
import { withSpokenTarget } from './spoken-hour.js';
import { wantedHour } from './wanted-hour.js';

const targets = ['same', 'everyone', 'own'] as const;

const input = z.object({
  booking: chosen,
  slot: chosen,
  mode: z.enum(['onsite', 'online']).optional(),
  reason: z.string().trim().max(LONGEST_REASON, { error: 'too_long' }).default(''),
  /** Among which hours the next form lets choose. */
  to: z.enum(targets).optional(),
  /** What an adviser says of the hour of before. */
  freed: z.enum(freedHours).optional(),
});

type Asked = z.infer<typeof input>;

export const moveConsultationAction = memberAction({
  name: 'consultation.move',
  texts: companyTexts,
  command: 'move',
  recognise: moveRecogniser,
  who: ['participant', 'adviser', 'secretariat'],
  input,
  confidential: true,
  offered: 'help',
  complete: async (context, given) => await withSpokenTarget(context, await withBooking(context, given)),
  ask: moveForm,
  closed: releaseHour,
  confirm: {
    when: 'words',
    show: preview,
    state: async ({ transaction }, { booking }) => [(await readBooking(transaction, booking))?.version ?? 0],
  },
  conflicts: {
    booking_slot_free: (context, { slot }) => refuseHour(context, slot, 'slot_taken'),
    booking_adviser_free: (context, { slot }) => refuseHour(context, slot, 'slot_taken'),
    booking_company_free: (context, { slot }) => refuseHour(context, slot, 'company_busy'),
  },
  run: async (context, { booking: bookingId, slot: slotId, mode = null, reason, freed }) => {
    const { transaction, now, language } = context;
    const by = actingMember(context);
    const asked = { bookingId, slotId, mode, reason, by, now, withdrawsHour: withdrawsHour(context, freed) };
    const moved = await moveConsultation(transaction, asked);
    if (isRefusal(moved)) return moved;
    const booking = await readBooking(transaction, bookingId);
    if (booking === null) throw new Error(`the booking ${bookingId} is gone`);
    const { adviser, hour } = toldOf(context, booking);
    const text = companyTexts[language].move.done({ was: hourFor(context, moved.booking), adviser, hour });
    const more = await bookingInvitation(context, booking.id, context.person.id);
    const buttons = bookingButtons(context, booking, { invited: more.length > 0 });
    return { message: doneMessage(context, { text, more, buttons }) };
  },
});

async function preview(context: Context, { booking: id, slot }: Asked): Promise<Preview | Refusal> {
  const { transaction, membership, language, now } = context;
  const booking = await changeable(context, id);
  if (isRefusal(booking)) return booking;
  const hour = await readHour(transaction, membership.programmeId, slot);
  if (hour === null) return refuse('not_found', {}, { field: 'slot' });
  const asked = { slotId: slot, companyId: booking.company.id, movingId: id, by: actingMember(context), now };
  const looked = await lookAtHour(transaction, asked);
  if (isRefusal(looked)) return looked;
  const told = { was: hourFor(context, booking), adviser: adviserOf(context, hour), hour: hourFor(context, hour) };
  return { does: companyTexts[language].move.does(told), elements: withdrawsNotes(context, booking) };
}

/** Which booking, then where to, then the hour: what is known is not asked. */
async function moveForm(context: Context, given: Values): Promise<Form | Refusal> {
  if (!isId(given.booking)) {
    const field = await bookingField(context);
    if (isRefusal(field)) return field;
    const introduction = otherDayNotes(context, given);
    return around(context, { introduction, fields: [field], known: {}, submit: 'next' });
  }
  const booking = await changeable(context, given.booking);
  if (isRefusal(booking)) return booking;
  // Advisers move to an hour of their own; what is another's to hold is handed over.
  if (context.membership.role === 'adviser') return await hourForm(context, booking, { ...given, to: 'same' });
  if (given.to === 'own') return proposeForm(context, booking, given);
  const isChosen = given.slot !== undefined || targets.some((target) => target === given.to);
  return isChosen ? await hourForm(context, booking, given) : targetForm(context, booking);
}

function targetForm(context: Context, booking: BookingEntry): Form {
  const { move } = companyTexts[context.language];
  const choices = targets.map((value) => ({ value, label: move.tos[value] }));
  return around(context, {
    introduction: [{ kind: 'text', text: move.now(toldOf(context, booking)) }],
    fields: [{ kind: 'choice', name: 'to', label: move.to, choices }],
    known: { booking: booking.id },
    submit: 'next',
  });
}

async function hourForm(context: Context, booking: BookingEntry, given: Values): Promise<Form | Refusal> {
  const { move, book } = companyTexts[context.language];
  const wanted = await wantedHour(context, {
    ...{ companyId: booking.company.id, movingId: booking.id },
    slotId: isId(given.slot) ? given.slot : null,
    isSent: given.reason !== undefined,
    filter: given.to === 'same' ? { adviser: booking.adviser.id } : { everyone: true },
    isOwn: context.membership.role === 'adviser',
  });
  if (isRefusal(wanted)) return wanted;
  const { hour } = wanted;
  const was = hourFor(context, booking);
  const does = hour && move.does({ was, adviser: adviserOf(context, hour), hour: hourFor(context, hour) });
  return around(context, {
    introduction: [{ kind: 'text', text: does ?? move.now(toldOf(context, booking)) }, ...wanted.introduction],
    fields: [
      ...wanted.fields,
      ...(hour === null || hour.method === 'mixed'
        ? [modeField(context, given.mode ?? (hour === null ? undefined : booking.mode), hour === null)]
        : []),
      ...freedFields(context, booking, given.freed),
      {
        ...{ kind: 'long text', name: 'reason', label: book.reason, optional: true, maximum: LONGEST_REASON },
        ...(typeof given.reason === 'string' && { initial: given.reason.slice(0, LONGEST_REASON) }),
      },
    ],
    known: {
      booking: booking.id,
      ...(hour !== null && { slot: hour.id }),
      ...(typeof given.to === 'string' && { to: given.to }),
    },
    submit: 'submit',
  });
}

interface Around {
  readonly introduction?: readonly Introduction[];
  readonly fields: readonly Field[];
  readonly known: Values;
  readonly submit: 'next' | 'submit';
}

function around({ language }: Context, { introduction = [], fields, known, submit }: Around): Form {
  const { move, actions } = companyTexts[language];
  return {
    ...{ action: 'consultation.move', title: actions['consultation.move'].title, introduction, fields, known },
    submit: move[submit],
    cancel: chatTexts[language].close,
  };
}
