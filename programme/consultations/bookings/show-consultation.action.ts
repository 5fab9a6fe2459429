/** Shows one consultation to its company, its adviser and, as far as the programme allows, the secretariat. */
import { z } from 'zod';
import { pick } from '../../messages/bilingual.js';
import { type Element, elements, type Form, type Message } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { openActionItems, recordButtons, recordElements } from '../records/describe.js';
import { readActionsOf, readRecord } from '../records/queries.js';
import { bookingField, withBooking } from './booking-field.js';
import { bookingButtons, toldOf } from './booking-words.js';
import { companyTexts } from './company-texts.js';
import { bookingFacts } from './describe.js';
import { askedLine } from './my-consultations.action.js';
import { type BookingEntry, readBooking } from './queries.js';
import { guardedFrom } from './rules.js';

export const showConsultation = memberAction({
  name: 'consultation.show',
  texts: companyTexts,
  command: 'consultation',
  recognise: { onlyAlone: true },
  who: ['participant', 'adviser', 'secretariat'],
  input: z.object({ booking: chosen }),
  confidential: true,
  offered: 'contextual',
  confirm: 'read',
  complete: withBooking,
  ask: chooseForm,
  run: async (context, { booking: id }) => {
    const booking = await readBooking(context.transaction, id);
    if (booking === null) return refuse('not_found', {});
    const { role } = context.membership;
    const mayRead = role !== 'secretariat' || booking.openRecords;
    return { message: await shownMessage(context, booking, mayRead) };
  },
});

async function chooseForm(context: Context): Promise<Form | Refusal> {
  const field = await bookingField(context, { past: true });
  if (isRefusal(field)) return field;
  const { actions, mine } = companyTexts[context.language];
  return {
    action: 'consultation.show',
    title: actions['consultation.show'].title,
    introduction: [],
    fields: [field],
    known: {},
    submit: mine.show,
    cancel: chatTexts[context.language].close,
  };
}

async function shownMessage(context: Context, booking: BookingEntry, mayRead: boolean): Promise<Message> {
  const { language, membership, person, now, fileLinks } = context;
  const { mine, actions } = companyTexts[language];
  const isStaff = membership.role === 'secretariat';
  const isAdviser = membership.role === 'adviser';
  const { terms, files, state, startsAt } = booking;
  const late = membership.role === 'participant' && startsAt > now && startsAt < guardedFrom(now, terms);
  const title = mine.title(toldOf(context, booking));
  return {
    summary: title,
    elements: elements(
      { kind: 'heading', text: actions['consultation.show'].title },
      state === 'cancelled' && { kind: 'text', text: mine.cancelledMark },
      {
        kind: 'facts',
        facts: bookingFacts(context, booking, {
          isAdviser: isAdviser && booking.adviser.id === person.id,
          isStaff: isStaff || (isAdviser && booking.adviser.id !== person.id),
          mayRead,
        }),
      },
      ...(mayRead
        ? files.map(({ id, name }) => ({
            ...{ kind: 'file' as const, file: id, name, label: name },
            link: fileLinks.linkTo(id, 'draft'),
          }))
        : []),
      ...(mayRead ? await recordOf(context, booking) : []),
      ...(await askedLine(context, booking)).map((text) => ({ kind: 'text' as const, text })),
      isStaff && !booking.openRecords && { kind: 'note', text: mine.secret },
      late && state === 'booked' && { kind: 'note', text: mine.late(terms.guardHours, pick(language, terms.contact)) },
      { kind: 'buttons', buttons: bookingButtons(context, booking, { shown: true }) },
    ),
  };
}

/** What is written down of it, and what the company can still say to that. */
async function recordOf(context: Context, booking: BookingEntry): Promise<readonly Element[]> {
  const record = await readRecord(context.transaction, booking.id);
  if (record === null) return [];
  const isCompany = context.membership.role === 'participant';
  const answered = record.responses.some(({ confirmed }) => confirmed);
  const open = isCompany ? await readActionsOf(context.transaction, booking.id) : [];
  return elements(
    ...(await recordElements(context, booking, record)),
    {
      kind: 'list',
      items: openActionItems(
        context,
        open.filter(({ doneAt }) => doneAt === null),
      ),
    },
    isCompany && !answered && { kind: 'buttons', buttons: recordButtons(context, record) },
  );
}
