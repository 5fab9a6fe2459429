/** Answers by a button what an adviser was asked about a consultation. */
import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import { readName } from '../../members/queries.js';
import { memberTexts } from '../../members/texts.js';
import { pick } from '../../messages/bilingual.js';
import { elements, type Form, type Message, type Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { bookingFacts } from '../bookings/describe.js';
import { readBooking } from '../bookings/queries.js';
import { refuseBooking } from '../bookings/refuse-booking.js';
import { hourFor } from '../hour-words.js';
import { refuseHours } from '../slots/refuse-hours.js';
import { type Answered, answerRequest, findAnswerable } from './answer-request.js';
import { readOpenRequests, readRequest } from './queries.js';
import { answerRecogniser } from './recognisers.js';
import { refuseHandover } from './refuse-handover.js';
import { handoverTexts } from './texts.js';

const LONGEST_REASON = 500;

export const answerRequestAction = memberAction({
  name: 'consultation.answer',
  texts: handoverTexts,
  command: 'answer-request',
  recognise: answerRecogniser,
  who: ['adviser'],
  input: z.object({
    bookingRequest: chosen,
    accept: z.boolean({ error: 'required' }),
    reason: z.string().trim().max(LONGEST_REASON, { error: 'too_long' }).default(''),
  }),
  confidential: true,
  offered: 'contextual',
  ask: answerForm,
  confirm: { when: 'words', show: showAnswer },
  conflicts: {
    booking_adviser_free: hourTaken,
    booking_company_free: hourTaken,
    slot_no_overlap: () => refuseHours('slot_overlap', {}),
  },
  run: async (context, { bookingRequest: requestId, accept, reason }) => {
    const { transaction, now } = context;
    const by = actingMember(context);
    const answered = await answerRequest(transaction, { requestId, accept, reason, by, now });
    return isRefusal(answered) ? answered : { message: answeredMessage(context, answered, accept) };
  },
});

async function hourTaken({ transaction }: Context, { bookingRequest }: { readonly bookingRequest: string }) {
  const request = await readRequest(transaction, bookingRequest);
  const booking = request && (await readBooking(transaction, request.bookingId));
  if (request === null || booking === null) return refuse('not_found', {});
  return refuseBooking('slot_taken', { ...request, timeZone: booking.timeZone });
}

function answeredMessage(context: Context, { request, booking }: Answered, accept: boolean): Message {
  const { language } = context;
  const { accepted, declined } = handoverTexts[language];
  const company = pick(language, booking.company.name);
  const hour = hourFor(context, { ...request, timeZone: booking.timeZone });
  const text = accept ? accepted(company, hour) : declined(company, hour);
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      accept && { kind: 'facts', facts: bookingFacts(context, booking, { isAdviser: true }) },
    ),
  };
}

async function showAnswer(
  context: Context,
  { bookingRequest: requestId, accept }: { readonly bookingRequest: string; readonly accept: boolean },
) {
  const request = await findAnswerable(context.transaction, { requestId, by: actingMember(context) });
  if (isRefusal(request)) return request;
  const { accepts, declines } = handoverTexts[context.language];
  const about = await aboutRequest(context, requestId);
  return about === null ? refuse('not_found', {}) : { does: (accept ? accepts : declines)(about), elements: [] };
}

async function aboutRequest(context: Context, requestId: string) {
  const { transaction, language } = context;
  const request = await readRequest(transaction, requestId);
  const booking = request && (await readBooking(transaction, request.bookingId));
  if (request === null || booking === null) return null;
  const name = await readName(transaction, request.byId);
  return {
    by: name === null ? '' : memberTexts[language].personName(pick(language, name)),
    company: pick(language, booking.company.name),
    hour: hourFor(context, { ...request, timeZone: booking.timeZone }),
  };
}

async function answerForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, membership, person, now, language } = context;
  const texts = handoverTexts[language];
  const open = await readOpenRequests(transaction, {
    ...{ programmeId: membership.programmeId, askedOfId: person.id, now },
  });
  const known = isId(given.bookingRequest) ? given.bookingRequest : null;
  if (known === null && open.length === 0) return refuseHandover('no_requests', {});
  const about =
    known === null ? null : await findAnswerable(transaction, { requestId: known, by: actingMember(context) });
  if (about !== null && isRefusal(about)) return about;
  const choices = await Promise.all(
    open.map(async ({ id }) => {
      const words = await aboutRequest(context, id);
      return { value: id, label: words === null ? '' : texts.labels.line(words.hour, words.company) };
    }),
  );
  return {
    action: 'consultation.answer',
    title: texts.actions['consultation.answer'].title,
    introduction: [],
    fields: [
      ...(known === null
        ? [{ kind: 'choice' as const, name: 'bookingRequest', label: texts.labels.request, choices }]
        : []),
      { kind: 'yes/no', name: 'accept', label: texts.labels.answer, yes: texts.accept, no: texts.decline },
      { kind: 'long text', name: 'reason', label: texts.labels.reason, optional: true, maximum: LONGEST_REASON },
    ],
    known: known === null ? {} : { bookingRequest: known },
    submit: texts.next,
    cancel: chatTexts[language].close,
  };
}
