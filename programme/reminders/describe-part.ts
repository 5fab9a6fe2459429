/** Words one thing to remind of, with what its reader needs and can do: a session, a consultation, an answer or a draft that is missing. */
import type { Registration, Session } from '../../prisma/client.js';
import { bookingButtons } from '../consultations/bookings/booking-words.js';
import { bookingFacts } from '../consultations/bookings/describe.js';
import { mayHearOf, readBooking } from '../consultations/bookings/queries.js';
import { hourFor } from '../consultations/hour-words.js';
import { lastMinuteOf, readOutstanding } from '../deliverables/due-dates.js';
import { deliverableTexts } from '../deliverables/texts.js';
import { contactIn } from '../members/queries.js';
import { pick } from '../messages/bilingual.js';
import { daysUntil, formatDay } from '../messages/dates.js';
import type { Button, Fact } from '../messages/message.js';
import { isActive } from '../registrations/seats.js';
import type { BaseContext, MemberContext } from '../requests/context.js';
import { deadline, sessionButton, sessionTitle, standing, when, where } from '../sessions/describe.js';
import { answerButtons, attendButtons, declineButtons, registrationButtons } from '../sessions/participant-buttons.js';
import { linkFor } from '../sessions/rules.js';
import { sessionTexts } from '../sessions/texts.js';
import type { ReminderPart } from './telling.sql.js';
import { reminderTexts } from './texts.js';

export interface DescribedPart {
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly note: string;
  readonly buttons: readonly Button[];
}

const MINUTE = 60_000;

/** Null where it is no longer true: what the rows say is looked at once more, as everything is that is sent. */
export async function describePart(
  context: BaseContext,
  personId: string,
  part: ReminderPart,
): Promise<DescribedPart | null> {
  if (part.kind === 'deadline') return await describeDueDate(context, personId, part);
  if (part.kind === 'consultation') return await describeConsultation(context, personId, part);
  const session = await context.transaction.session.findUnique({
    where: { id: part.subjectId },
    include: { registrations: { where: { personId } }, programme: true },
  });
  if (session === null || session.state === 'called_off' || session.startsAt <= context.now) return null;
  const own = session.registrations[0] ?? null;
  const membership = { programmeId: session.programmeId, role: 'participant', level: null, companyId: null } as const;
  const reader: MemberContext = { ...context, membership };
  if (part.kind === 'session') {
    if (session.startsAt.getTime() !== part.occursAt.getTime() || own?.state !== 'confirmed') return null;
    return describeSession(reader, session, own, part);
  }
  if (session.deadline.getTime() !== part.occursAt.getTime() || own !== null) return null;
  const contact = pick(context.language, contactIn(session.programme));
  return describeInvitation(reader, session, contact);
}

/** What is ahead within the day is told in minutes, where the rule is one of minutes. */
function ahead({ now, timeZone }: BaseContext, startsAt: Date, { before }: ReminderPart) {
  const minutes = Math.ceil((startsAt.getTime() - now.getTime()) / MINUTE);
  return before > 0 && before < 1_440 ? { minutes } : { days: daysUntil(now, startsAt, timeZone) };
}

function describeSession(
  context: MemberContext,
  session: Session,
  own: Registration,
  part: ReminderPart,
): DescribedPart {
  const texts = reminderTexts[context.language];
  const { labels } = sessionTexts[context.language];
  const title = sessionTitle(context, session);
  const until = ahead(context, session.startsAt, part);
  const link = linkFor(session, own);
  // Who comes online needs the link, and who comes to the room the way there.
  const place: readonly Fact[] =
    own.mode === 'online'
      ? link === null
        ? []
        : [{ label: labels.link, value: link }]
      : [{ label: labels.where, value: where(context, session) }];
  return {
    text: until.minutes === undefined ? texts.sessionAhead(title, until.days) : texts.sessionSoon(title, until.minutes),
    facts: [
      { label: labels.when, value: when(context, session) },
      ...place,
      { label: labels.answer, value: standing(context, own) },
    ],
    note: own.mode === 'online' && link === null ? texts.linkLater : '',
    buttons: [
      ...attendButtons(context, session, own, null),
      sessionButton(context, 'session.show', session),
      ...(isActive(own) ? registrationButtons(context, session, own) : []),
    ],
  };
}

function describeInvitation(context: MemberContext, session: Session, contact: string): DescribedPart {
  const texts = reminderTexts[context.language];
  const { labels } = sessionTexts[context.language];
  const title = sessionTitle(context, session);
  const isOpen = session.deadline > context.now;
  return {
    text: isOpen
      ? texts.unanswered(title, daysUntil(context.now, session.deadline, context.timeZone))
      : texts.again(title),
    facts: [
      { label: labels.when, value: when(context, session) },
      { label: labels.where, value: where(context, session) },
      { label: labels.deadline, value: deadline(context, session) },
    ],
    note: isOpen ? '' : texts.againContact(contact),
    buttons: [
      ...answerButtons(context, session, null),
      ...declineButtons(context, session, null),
      sessionButton(context, 'session.show', session),
    ],
  };
}

async function describeDueDate(
  context: BaseContext,
  personId: string,
  { subjectId, occursAt }: ReminderPart,
): Promise<DescribedPart | null> {
  const { transaction, language, now } = context;
  const missing = await readOutstanding(transaction, { personId, subjectId });
  const dueAt = missing && lastMinuteOf(missing.dueOn, missing.timeZone);
  if (missing === null || dueAt === null || dueAt.getTime() !== occursAt.getTime()) return null;
  const texts = reminderTexts[language];
  const { stages, stage, dueOn } = deliverableTexts[language];
  // The day is the programme's, whatever the reader's clock says.
  const day = formatDay(language, dueAt, missing.timeZone);
  const words = { title: pick(language, missing.title), day };
  const isAhead = dueAt > now;
  const days = daysUntil(now, dueAt, missing.timeZone);
  const about = { deliverableType: missing.typeId };
  const isRevision = missing.stage === 'to_be_revised';
  return {
    text: isAhead
      ? isRevision
        ? texts.revisionDue(words, days)
        : texts.dueSoon(words, days)
      : isRevision
        ? texts.revisionDueAgain(words)
        : texts.dueAgain(words),
    facts: [
      { label: dueOn, value: day },
      { label: stage, value: stages[missing.stage] },
    ],
    note: isAhead ? '' : texts.dueContact(pick(language, missing.contact)),
    buttons: [
      { label: texts.submit, action: 'draft.submit', input: about, form: true },
      { label: texts.askExtension, action: 'deliverable.extend', input: about, form: true },
    ],
  };
}

async function describeConsultation(
  context: BaseContext,
  personId: string,
  part: ReminderPart,
): Promise<DescribedPart | null> {
  const booking = await readBooking(context.transaction, part.subjectId);
  if (booking?.state !== 'booked' || booking.startsAt <= context.now) return null;
  if (booking.startsAt.getTime() !== part.occursAt.getTime()) return null;
  if (!booking.attendees.some(({ id }) => id === personId)) return null;
  if (!(await mayHearOf(context.transaction, booking, personId))) return null;
  const texts = reminderTexts[context.language];
  const hour = hourFor(context, booking);
  const until = ahead(context, booking.startsAt, part);
  const membership = { programmeId: booking.programmeId, role: 'participant', level: null, companyId: null } as const;
  return {
    text:
      until.minutes === undefined
        ? texts.consultationAhead(until.days, hour)
        : texts.consultationSoon(until.minutes, hour),
    facts: bookingFacts(context, booking, { isAdviser: false }),
    note: '',
    buttons: bookingButtons({ ...context, membership }, booking),
  };
}
