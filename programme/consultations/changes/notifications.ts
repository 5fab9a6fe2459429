/** The kinds of notifications about a booking. Each says what changed since this reader last heard of it, whatever planned it. */
import { z } from 'zod';
import { pick } from '../../messages/bilingual.js';
import { type Button, elements, type Fact, type Message } from '../../messages/message.js';
import { type Composing, type ComposingContext, notificationKind } from '../../notifications/kind.js';
import type { BaseContext } from '../../requests/context.js';
import { adviserButtons } from '../adviser-buttons.js';
import { companyTexts } from '../bookings/company-texts.js';
import { bookingFacts } from '../bookings/describe.js';
import { type BookingEntry, mayHearOf, readBooking } from '../bookings/queries.js';
import { bookingTexts } from '../bookings/texts.js';
import { adviserName, hourFor } from '../hour-words.js';
import { bookingInvitation } from '../invitations/booking-invitation.js';
import { dayRearranged } from './absence-notices.js';

/** To the adviser, and to those who will attend and did not book it themselves. */
export const consultationBooked = notificationKind('consultation.booked', {
  name: { ja: '個別相談の予約', en: 'a consultation was booked' },
  compose,
});

/** Another hour or another adviser. */
export const consultationMoved = notificationKind('consultation.moved', {
  name: { ja: '個別相談の変更', en: 'a consultation was moved' },
  compose,
});

export const consultationCancelled = notificationKind('consultation.cancelled', {
  name: { ja: '個別相談の取り消し', en: 'a consultation was cancelled' },
  compose,
});

export const bookingKinds = [consultationBooked, consultationMoved, consultationCancelled] as const;

/** What a reader knows of a booking: the hour and the adviser. */
interface Heard {
  readonly startsAt: Date;
  readonly adviserId: string;
}

/** With the file that brings the reader's calendar up to date. */
async function compose(context: ComposingContext, notification: Composing): Promise<Message | null> {
  const message = await composeWords(context, notification);
  if (message === null || notification.subjectId === null) return message;
  const invitation = await bookingInvitation(context, notification.subjectId, notification.personId);
  return { ...message, elements: [...message.elements, ...invitation] };
}

async function composeWords(context: BaseContext, notification: Composing): Promise<Message | null> {
  const { transaction, now } = context;
  const { subjectId, personId } = notification;
  const booking = subjectId === null ? null : await readBooking(transaction, subjectId);
  // What has begun is told by nobody any more.
  if (booking === null || booking.startsAt <= now) return null;
  if (!(await mayHearOf(transaction, booking, personId))) return null;
  const heard = await lastHeard(transaction, notification, booking.id);
  const hears = booking.hearerIds.includes(personId);
  const concerns = booking.adviser.id === personId || hears;
  // In place of those who heard of it and have left.
  const mayLeave = heard !== null || (hears && booking.attendees.length === 0);
  if (booking.state === 'cancelled' || !concerns) {
    return mayLeave ? await leaving(context, booking, notification) : null;
  }
  return await standing(context, booking, { personId, heard });
}

/** Null where the reader never heard of it. Who made a change knows what it made. */
async function lastHeard(
  transaction: BaseContext['transaction'],
  { id, personId }: Composing,
  bookingId: string,
): Promise<Heard | null> {
  const told = await transaction.notification.findFirst({
    where: {
      ...{ subjectId: bookingId, personId, id: { not: id }, kind: { in: bookingKinds.map(({ key }) => key) } },
      state: { in: ['delivered', 'unknown'] },
    },
    orderBy: [{ createdAt: 'desc' }, { settledAt: 'desc' }],
  });
  const changes = await transaction.bookingChange.findMany({ where: { bookingId }, orderBy: { version: 'desc' } });
  const toldVersion = told === null ? 0 : z.object({ version: z.number() }).parse(told.data).version;
  // The one message about a day that was cleared told of its part, too.
  const absences = await toldAbsences(transaction, personId, changes);
  return (
    changes.find(
      ({ version, byId, absenceId }) =>
        version === toldVersion || byId === personId || (absenceId !== null && absences.has(absenceId)),
    ) ?? null
  );
}

async function toldAbsences(
  transaction: BaseContext['transaction'],
  personId: string,
  changes: readonly { readonly absenceId: string | null }[],
): Promise<ReadonlySet<string>> {
  const ids = changes.flatMap(({ absenceId }) => absenceId ?? []);
  if (ids.length === 0) return new Set();
  const told = await transaction.notification.findMany({
    where: { subjectId: { in: ids }, personId, kind: dayRearranged.key, state: { in: ['delivered', 'unknown'] } },
  });
  return new Set(told.flatMap(({ subjectId }) => subjectId ?? []));
}

async function reasonOf({ transaction }: BaseContext, booking: BookingEntry): Promise<string> {
  const last = await transaction.bookingChange.findFirst({
    where: { bookingId: booking.id },
    orderBy: { version: 'desc' },
  });
  return last?.reason ?? '';
}

/** It was cancelled, or is no longer the reader's. */
async function leaving(context: BaseContext, booking: BookingEntry, { personId }: Composing): Promise<Message | null> {
  const { language } = context;
  const { notices } = bookingTexts[language];
  const company = pick(language, booking.company.name);
  const hour = hourFor(context, booking);
  const text =
    booking.state === 'cancelled'
      ? notices.cancelled(company, hour)
      : notices.takenOver(company, adviserName(language, pick(language, booking.adviser.name)), hour);
  return await notice(context, text, { booking, facts: [], personId });
}

interface Reader {
  readonly personId: string;
  readonly heard: Heard | null;
}

/** Null where the reader knows it all. */
async function standing(
  context: BaseContext,
  booking: BookingEntry,
  { personId, heard }: Reader,
): Promise<Message | null> {
  const { language } = context;
  const { notices } = bookingTexts[language];
  const company = pick(language, booking.company.name);
  const adviser = adviserName(language, pick(language, booking.adviser.name));
  const hour = hourFor(context, booking);
  const facts = bookingFacts(context, booking, { isAdviser: booking.adviser.id === personId });
  const knows = heard !== null && (heard.adviserId === personId || booking.adviser.id !== personId);
  if (!knows) {
    const by = await bookedBy(context, booking);
    const text =
      booking.adviser.id === personId ? notices.booked(company, hour) : notices.bookedForYou(by, adviser, hour);
    return await notice(context, text, { booking, facts, personId });
  }
  if (heard.startsAt.getTime() !== booking.startsAt.getTime()) {
    const length = booking.endsAt.getTime() - booking.startsAt.getTime();
    const was = { ...booking, startsAt: heard.startsAt, endsAt: new Date(heard.startsAt.getTime() + length) };
    return await notice(context, notices.moved(company, hourFor(context, was), hour), { booking, facts, personId });
  }
  if (heard.adviserId === booking.adviser.id) return null;
  return await notice(context, notices.takenOver(company, adviser, hour), { booking, facts, personId });
}

async function bookedBy({ transaction, language }: BaseContext, booking: BookingEntry): Promise<string> {
  const first = await transaction.bookingChange.findFirst({
    where: { bookingId: booking.id },
    orderBy: { version: 'asc' },
  });
  const person = first && (await transaction.person.findUnique({ where: { id: first.byId } }));
  return person === null ? '' : pick(language, { ja: person.nameJa, en: person.nameEn });
}

interface Shown {
  readonly booking: BookingEntry;
  readonly facts: readonly Fact[];
  readonly personId: string;
}

async function notice(context: BaseContext, text: string, { booking, facts, personId }: Shown): Promise<Message> {
  const reason = await reasonOf(context, booking);
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'facts', facts },
      reason !== '' && { kind: 'note', text: bookingTexts[context.language].notices.reason(reason) },
      { kind: 'buttons', buttons: nextSteps(context, booking, personId) },
    ),
  };
}

/** What the reader can do next: with a consultation that stands, or, as one of the company, in place of one that does not. */
function nextSteps(context: BaseContext, booking: BookingEntry, personId: string): readonly Button[] {
  const { mine, find } = companyTexts[context.language];
  const attends = booking.hearerIds.includes(personId);
  if (booking.state === 'cancelled') {
    return attends ? [{ label: find.others, action: 'consultation.find', input: {} }] : [];
  }
  const show = { label: mine.show, action: 'consultation.show', input: { booking: booking.id } };
  if (booking.adviser.id === personId) return [show, ...adviserButtons(context, booking)];
  return attends ? [show] : [];
}
