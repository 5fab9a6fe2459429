/** Asks what a consultation is about and who will come, and books the hour that the open form holds. */
import { z } from 'zod';
import { keepForCompany } from '../../files/keep-files.js';
import { findReceivedFiles } from '../../files/received-file.js';
import { actingMember } from '../../members/acting-member.js';
import type { Fact } from '../../messages/message.js';
import { memberAction, type Preview } from '../../requests/action.js';
import { chosen, perhapsChosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { hourFor } from '../hour-words.js';
import { bookingInvitation } from '../invitations/booking-invitation.js';
import { type Booked, bookConsultation, checkSlot } from './book-consultation.js';
import { bookForm, companyChoices, LONGEST_REASON, LONGEST_WORDS } from './book-form.js';
import { bookingFileTypes, bookingTableTypes, MOST_OF_A_BOOKING } from './booking-files.js';
import { bookingButtons, companyNamed, doneMessage } from './booking-words.js';
import { companyTexts } from './company-texts.js';
import { readHour } from './free-hours.js';
import { releaseHour } from './hold-hour.js';
import { adviserOf } from './hour-choices.js';
import { readBooking, readTerms } from './queries.js';
import { refuseBooking } from './refuse-booking.js';
import { refuseCompany } from './refuse-company.js';
import { guardedFrom } from './rules.js';
import { withSpokenHour } from './spoken-hour.js';
import { bookingTexts } from './texts.js';

const words = (most: number) => z.string().trim().max(most, { error: 'too_long' });

const input = z.object({
  slot: chosen,
  mode: z.enum(['onsite', 'online']).optional(),
  topics: words(LONGEST_WORDS).min(1, { error: 'required' }),
  questions: words(LONGEST_WORDS).default(''),
  attendees: z.array(chosen).min(1, { error: 'required' }),
  files: z.array(chosen).max(MOST_OF_A_BOOKING).default([]),
  /** For whom the secretariat books. */
  company: perhapsChosen,
  reason: words(LONGEST_REASON).default(''),
});

type Asked = z.infer<typeof input>;

export const bookConsultationAction = memberAction({
  name: 'consultation.book',
  texts: companyTexts,
  command: 'book',
  // 「相談を予約」 asks for the hours first.
  recognise: { onlyAlone: true },
  who: ['participant', 'secretariat'],
  input,
  confidential: true,
  offered: 'contextual',
  receives: {
    // No tables: a roster that a participant drops is told whose it is to import.
    types: bookingFileTypes,
    typesInForm: bookingTableTypes,
    field: 'files',
  },
  complete: withSpokenHour,
  ask: bookForm,
  closed: releaseHour,
  search: (context, field, typed) => (field === 'company' ? companyChoices(context, typed) : Promise.resolve([])),
  confirm: { when: 'words', show: preview, state: async (context, asked) => [(await standing(context, asked)) ?? ''] },
  conflicts: {
    booking_slot_free: (context, { slot }) => refuseHour(context, slot, 'slot_taken'),
    booking_adviser_free: (context, { slot }) => refuseHour(context, slot, 'slot_taken'),
    booking_company_free: (context, { slot }) => refuseHour(context, slot, 'company_busy'),
    entitlement_not_negative: async ({ transaction, membership }) =>
      refuseBooking('not_entitled', await readTerms(transaction, membership.programmeId)),
  },
  run: async (context, asked) => {
    const { transaction, membership, person, now } = context;
    const companyId = companyOf(context, asked);
    if (companyId === null) return refuse('not_found', {});
    const files = await findReceivedFiles(transaction, person.id, asked.files);
    if (files === null) return refuse('file_not_found', {}, { field: 'files' });
    const { attendees: attendeeIds, files: fileIds, slot: slotId, mode = null, topics, questions, reason } = asked;
    const unreasoned = await refuseUnreasoned(context, asked);
    if (unreasoned) return unreasoned;
    const booked = await bookConsultation(transaction, {
      ...{ slotId, companyId, mode, topics, questions, attendeeIds, fileIds, reason },
      ...{ by: actingMember(context), now },
    });
    if (isRefusal(booked)) return booked;
    await keepForCompany(transaction, files, { programmeId: membership.programmeId, companyId });
    return { message: await bookedMessage(context, companyId, booked) };
  },
});

function companyOf({ membership }: Context, { company }: Pick<Asked, 'company'>): string | null {
  return membership.role === 'participant' ? membership.companyId : (company ?? null);
}

/** What the secretariat books after the guard time is kept with its reason. */
async function refuseUnreasoned(context: Context, { slot, reason }: Asked): Promise<Refusal | null> {
  const { transaction, membership, now } = context;
  if (membership.role === 'participant' || reason !== '') return null;
  const hour = await readHour(transaction, membership.programmeId, slot);
  const terms = await readTerms(transaction, membership.programmeId);
  const late = hour !== null && hour.startsAt < guardedFrom(now, terms);
  return late ? refuseCompany('reason_needed', {}, { field: 'reason' }) : null;
}

/** Refuses an hour for which somebody else was faster. */
export async function refuseHour(
  { transaction, membership }: Context,
  slotId: string,
  reason: 'slot_taken' | 'company_busy',
): Promise<Refusal> {
  const hour = await readHour(transaction, membership.programmeId, slotId);
  return hour === null ? refuse('not_found', {}, { field: 'slot' }) : refuseBooking(reason, hour, { field: 'slot' });
}

async function check(context: Context, asked: Asked) {
  const { transaction, now } = context;
  const companyId = companyOf(context, asked);
  if (companyId === null) return refuse('field', { problem: 'required' }, { field: 'company' });
  const { slot: slotId, mode = null, attendees: attendeeIds } = asked;
  const by = actingMember(context);
  const checked = await checkSlot(transaction, { slotId, companyId, mode, attendeeIds, by, now });
  return isRefusal(checked) ? checked : { ...checked, companyId };
}

async function standing(context: Context, asked: Asked): Promise<string | null> {
  const checked = await check(context, asked);
  return isRefusal(checked) ? null : `${checked.slot.startsAt.toISOString()} ${checked.slot.available} ${checked.mode}`;
}

async function preview(context: Context, asked: Asked): Promise<Preview | Refusal> {
  const checked = await check(context, asked);
  if (isRefusal(checked)) return checked;
  const told = await toldOfHour(context, asked.slot, checked.companyId);
  if (told === null) return refuse('not_found', {}, { field: 'slot' });
  const left = (checked.slot.available ?? 0) - 1;
  return { does: companyTexts[context.language].book.does(told, left), elements: [] };
}

async function toldOfHour(context: Context, slotId: string, companyId: string) {
  const hour = await readHour(context.transaction, context.membership.programmeId, slotId);
  if (hour === null) return null;
  const company = await companyNamed(context, companyId);
  return { company, adviser: adviserOf(context, hour), hour: hourFor(context, hour) };
}

async function bookedMessage(context: Context, companyId: string, { bookingId, slot, mode }: Booked) {
  const { transaction, language } = context;
  const told = await toldOfHour(context, slot.id, companyId);
  const booking = await readBooking(transaction, bookingId);
  if (told === null || booking === null) throw new Error(`the booking ${bookingId} was not written`);
  const { labels, modes } = bookingTexts[language];
  const facts: readonly Fact[] = [
    { label: labels.how, value: modes[mode] },
    { label: labels.where, value: booking.place },
    { label: labels.link, value: booking.link },
  ];
  const more = await bookingInvitation(context, booking.id, context.person.id);
  return doneMessage(context, {
    text: companyTexts[language].book.done(told),
    facts: facts.filter(({ value }) => value !== ''),
    buttons: bookingButtons(context, booking, { invited: more.length > 0 }),
    more,
  });
}
