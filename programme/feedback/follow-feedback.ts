/** Plans who is asked for feedback on a session, and reminded of it once: those who are recorded as having come. */
import type { Session, Transaction } from '../../prisma/client.js';
import { businessDaysAfter, dayText } from '../calendar/business-days.js';
import { opensOn, windowsOf } from '../calendar/windows.js';
import { inBoth } from '../messages/bilingual.js';
import { localOf } from '../messages/dates.js';
import type { Planned } from '../notifications/plan.js';
import { replan } from '../notifications/replan.js';
import { feedbackAsked, feedbackReminder } from './notifications.js';
import { goesOn } from './queries.js';
import { REMIND_AFTER } from './rules.js';
import { readToldOf } from './told-of.js';

interface FollowFeedback {
  readonly sessionId: string;
  /** Of whom something has changed; null: of everyone, as of the session's own time. */
  readonly personIds: readonly string[] | null;
  readonly now: Date;
}

/**
 * To be called after a record of who came has changed, or the time of a session, under the session's lock, or what people are in
 * the programme, or who was reminded. What was sent stays sent; what is still to be sent follows.
 */
export async function followFeedback(
  transaction: Transaction,
  { sessionId, personIds, now }: FollowFeedback,
): Promise<void> {
  const session = await transaction.session.findUniqueOrThrow({ where: { id: sessionId } });
  const { programmeId } = session;
  const wanted = session.state === 'called_off' ? [] : await plannedFor(transaction, session, personIds);
  const subject = { programmeId, subjectId: sessionId, kinds: [feedbackAsked, feedbackReminder], personIds };
  await replan(transaction, now, subject, wanted);
}

interface FollowFeedbackOf {
  readonly programmeId: string;
  readonly personIds: readonly string[];
  readonly now: Date;
}

/** The same for people of whom has changed what they are: of every session to which they came. */
export async function followFeedbackOf(
  transaction: Transaction,
  { programmeId, personIds, now }: FollowFeedbackOf,
): Promise<void> {
  const attended = await transaction.attendance.findMany({
    where: { personId: { in: [...personIds] }, present: true, supersededAt: null, session: { programmeId } },
    distinct: ['sessionId'],
    orderBy: { sessionId: 'asc' },
    select: { sessionId: true },
  });
  for (const { sessionId } of attended) await followFeedback(transaction, { sessionId, personIds, now });
}

async function plannedFor(
  transaction: Transaction,
  session: Session,
  personIds: readonly string[] | null,
): Promise<readonly Planned[]> {
  const { id: sessionId, programmeId, endsAt } = session;
  const came = await transaction.attendance.findMany({
    where: {
      ...{ sessionId, present: true, supersededAt: null, ...(personIds && { personId: { in: [...personIds] } }) },
      person: { ...goesOn(sessionId), feedback: { none: { sessionId } } },
    },
    select: { personId: true, recordedAt: true, person: { select: { timeZone: true } } },
    orderBy: { personId: 'asc' },
  });
  if (came.length === 0) return [];
  const remindedAt = await reminders(transaction, programmeId);
  const toldOf = await readToldOf(transaction, { sessionId, personIds: came.map(({ personId }) => personId) });
  return came.flatMap(({ personId, recordedAt, person: { timeZone } }) => {
    const about = { programmeId, personId, subjectId: sessionId };
    const dueAt = recordedAt > endsAt ? recordedAt : endsAt;
    const again = remindedAt(dueAt, timeZone);
    const asked = { ...about, key: `feedback.asked:${sessionId}:${personId}`, kind: feedbackAsked, dueAt };
    const reminder = { ...about, key: `feedback.reminder:${sessionId}:${personId}`, kind: feedbackReminder };
    // Of two records of one person either may have been asked or reminded before.
    const told = toldOf(personId).filter(({ key }) => key !== asked.key && key !== reminder.key);
    const isAsked = told.some(({ kind, isSent }) => kind === 'feedback.asked' && isSent);
    const isReminded = told.some(
      ({ kind, isSent }) => kind === 'feedback.asked-again' || (kind === 'feedback.reminder' && isSent),
    );
    return [...(isAsked ? [] : [asked]), ...(again === null || isReminded ? [] : [{ ...reminder, dueAt: again }])];
  });
}

/** When somebody who was asked at an instant is reminded: as the first window opens, working days later on their calendar. */
async function reminders(transaction: Transaction, programmeId: string) {
  const { closures, ...programme } = await transaction.programme.findUniqueOrThrow({
    where: { id: programmeId },
    select: { windows: true, opensAt: true, closesAt: true, closures: true },
  });
  const calendar = {
    windows: windowsOf(programme),
    closures: closures.map(({ firstDay, lastDay, nameJa, nameEn }) => ({
      ...{ firstDay: dayText(firstDay), lastDay: dayText(lastDay), name: inBoth(nameJa, nameEn) },
    })),
  };
  return (askedAt: Date, timeZone: string): Date | null =>
    opensOn(businessDaysAfter(localOf(askedAt, timeZone).date, REMIND_AFTER, calendar), timeZone, calendar);
}
