/** Asks whether a consultation is to be cancelled, says what follows from it, and says that it was. */
import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import type { Form, Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction, type Preview } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal } from '../../requests/refusal.js';
import { readAvailable } from '../entitlement/ledger.js';
import { bookingInvitation } from '../invitations/booking-invitation.js';
import { LONGEST_REASON } from './book-form.js';
import { bookingField, otherDayNotes, withBooking } from './booking-field.js';
import { doneMessage, toldOf } from './booking-words.js';
import { cancelConsultation } from './cancel-consultation.js';
import { changeable, freedFields, freedHours, withdrawsHour, withdrawsNotes } from './changeable.js';
import { companyTexts } from './company-texts.js';
import { cancelBookingRecogniser } from './mine-recognisers.js';
import { type BookingEntry, readBooking } from './queries.js';

export const cancelConsultationAction = memberAction({
  name: 'consultation.cancel',
  texts: companyTexts,
  command: 'cancel-consultation',
  recognise: cancelBookingRecogniser,
  who: ['participant', 'adviser', 'secretariat'],
  input: z.object({
    booking: chosen,
    reason: z.string().trim().max(LONGEST_REASON, { error: 'too_long' }).default(''),
    /** What the form says follows; of words the preview asks for it. */
    agreed: z.boolean().optional(),
    /** What an adviser says of the hour that falls free. */
    freed: z.enum(freedHours).optional(),
  }),
  confidential: true,
  offered: 'help',
  complete: withBooking,
  ask: cancelForm,
  confirm: {
    when: 'always',
    show: async (context, { booking: id }) => {
      const booking = await changeable(context, id);
      if (isRefusal(booking)) return booking;
      const { does, elements } = await whatFollows(context, booking);
      return { does, elements: [...elements, ...withdrawsNotes(context, booking)] };
    },
    state: async ({ transaction }, { booking: id }) => [(await readBooking(transaction, id))?.version ?? 0],
  },
  run: async (context, { booking: bookingId, reason, freed }) => {
    const { transaction, now, language } = context;
    const by = actingMember(context);
    const asked = { bookingId, reason, by, now, withdrawsHour: withdrawsHour(context, freed) };
    const booking = await cancelConsultation(transaction, asked);
    if (isRefusal(booking)) return booking;
    const left = (await readAvailable(transaction, booking.company.id)) ?? 0;
    const { cancel, find } = companyTexts[language];
    const others = { label: find.others, action: 'consultation.find', input: {} };
    return {
      message: doneMessage(context, {
        text: cancel.done(toldOf(context, booking), left),
        buttons: by.role === 'adviser' ? [] : [others],
        more: await bookingInvitation(context, booking.id, context.person.id),
      }),
    };
  },
});

async function whatFollows(context: Context, booking: BookingEntry): Promise<Preview> {
  const { cancel } = companyTexts[context.language];
  const left = ((await readAvailable(context.transaction, booking.company.id)) ?? 0) + 1;
  return {
    does: cancel.does(toldOf(context, booking)),
    elements: [
      { kind: 'text', text: cancel.givesBack(left) },
      { kind: 'note', text: context.membership.role === 'adviser' ? cancel.tellsCompany : cancel.tells },
    ],
  };
}

async function cancelForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { cancel, move, actions } = companyTexts[context.language];
  const around = {
    action: 'consultation.cancel',
    title: actions['consultation.cancel'].title,
    cancel: chatTexts[context.language].close,
  };
  if (!isId(given.booking)) {
    const field = await bookingField(context);
    if (isRefusal(field)) return field;
    return {
      ...around,
      introduction: otherDayNotes(context, given),
      fields: [field],
      known: {},
      submit: move.next,
    };
  }
  const booking = await changeable(context, given.booking);
  if (isRefusal(booking)) return booking;
  const { does, elements } = await whatFollows(context, booking);
  const { reason } = given;
  return {
    ...around,
    introduction: [{ kind: 'text', text: does }, ...elements.flatMap((one) => (isWords(one) ? [one] : []))],
    fields: [
      ...freedFields(context, booking, given.freed),
      {
        ...{ kind: 'long text', name: 'reason', label: cancel.reason, optional: true, maximum: LONGEST_REASON },
        ...(typeof reason === 'string' && { initial: reason.slice(0, LONGEST_REASON) }),
      },
    ],
    known: { booking: booking.id, agreed: true },
    submit: cancel.submit,
  };
}

function isWords(element: Preview['elements'][number]): element is Form['introduction'][number] {
  return element.kind === 'text' || element.kind === 'note';
}
