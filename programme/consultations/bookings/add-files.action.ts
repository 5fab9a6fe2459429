/** Adds files to a coming consultation: those that were dropped into the chat, or chosen in the form. */
import { z } from 'zod';
import type { Transaction } from '../../../prisma/client.js';
import { keepForCompany } from '../../files/keep-files.js';
import { findReceivedFiles } from '../../files/received-file.js';
import { actingMember } from '../../members/acting-member.js';
import type { Form, Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction, type Preview } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { ActingPerson, Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { addFiles, refuseFiles } from './add-files.js';
import { bookingField, withBooking } from './booking-field.js';
import { bookingFileTypes, bookingTableTypes, fileFields, MOST_OF_A_BOOKING } from './booking-files.js';
import { bookingButtons, doneMessage, toldOf } from './booking-words.js';
import { companyTexts } from './company-texts.js';
import { addFilesRecogniser } from './mine-recognisers.js';
import { readBooking } from './queries.js';

const input = z.object({
  booking: chosen,
  files: z.array(chosen).min(1, { error: 'required' }).max(MOST_OF_A_BOOKING),
});

type Asked = z.infer<typeof input>;

export const addFilesAction = memberAction({
  name: 'consultation.add-files',
  texts: companyTexts,
  command: 'add-files',
  recognise: addFilesRecogniser,
  who: ['participant'],
  input,
  confidential: true,
  offered: 'help',
  receives: {
    types: [...bookingFileTypes, ...bookingTableTypes],
    field: 'files',
    when: hasComing,
  },
  complete: withBooking,
  ask: filesForm,
  confirm: { when: 'words', show: preview },
  run: async (context, { booking: bookingId, files: fileIds }) => {
    const { transaction, membership, person, now, language } = context;
    const files = await findReceivedFiles(transaction, person.id, fileIds);
    if (files === null) return refuse('file_not_found', {}, { field: 'files' });
    const booking = await addFiles(transaction, { bookingId, fileIds, by: actingMember(context), now });
    if (isRefusal(booking)) return booking;
    const { programmeId } = membership;
    await keepForCompany(transaction, files, { programmeId, companyId: booking.company.id });
    const names = files.map(({ name }) => name);
    const text = companyTexts[language].files.done(toldOf(context, booking), names);
    // What a repeated delivery is told is stored, and names no files.
    const summary = companyTexts[language].actions['consultation.add-files'].title;
    return { message: { ...doneMessage(context, { text, buttons: bookingButtons(context, booking) }), summary } };
  },
});

/** Whether the person's company has a consultation ahead. */
async function hasComing(transaction: Transaction, { memberships }: ActingPerson, now: Date): Promise<boolean> {
  const companies = memberships.flatMap(({ role, companyId }) => (role === 'participant' ? (companyId ?? []) : []));
  const coming = { companyId: { in: companies }, state: 'booked', startsAt: { gt: now } } as const;
  return companies.length > 0 && (await transaction.booking.count({ where: coming })) > 0;
}

async function preview(context: Context, { booking: id, files: fileIds }: Asked): Promise<Preview | Refusal> {
  const { transaction, person, language, now } = context;
  const booking = await readBooking(transaction, id);
  if (booking === null) return refuse('not_found', {});
  const files = await findReceivedFiles(transaction, person.id, fileIds);
  if (files === null) return refuse('file_not_found', {}, { field: 'files' });
  const names = files.map(({ name }) => name);
  const does = companyTexts[language].files.does(toldOf(context, booking), names);
  return refuseFiles(booking, { fileIds, now }) ?? { does, elements: [] };
}

async function filesForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, language, now } = context;
  const { files: texts, move, actions } = companyTexts[language];
  const booking = isId(given.booking) ? await readBooking(transaction, given.booking) : null;
  const refused = booking && refuseFiles(booking, { fileIds: [], now });
  if (refused) return refused;
  const which = booking === null ? await bookingField(context) : null;
  if (which !== null && isRefusal(which)) return which;
  return {
    action: 'consultation.add-files',
    title: actions['consultation.add-files'].title,
    introduction: booking === null ? [] : [{ kind: 'text', text: move.now(toldOf(context, booking)) }],
    fields: [
      ...(which === null ? [] : [which]),
      ...(await fileFields(context, given.files, { optional: false, after: true })),
    ],
    known: booking === null ? {} : { booking: booking.id },
    submit: texts.submit,
    cancel: chatTexts[language].close,
  };
}
