/** Plans who is asked for feedback on a session, and reminded of it once: those who are recorded as having come. */
import type { Session, Transaction } from '../../prisma/client.js';
import { businessDaysAfter, dayText } from '../calendar/business-days.js';
import { opensOn, windowsOf } from '../calendar/windows.js';
import { inBoth } from '../messages/bilingual.js';
import { localOf } from '../messages/dates.js';
import type { Planned } from '../notifications/plan.js';
import { replan } from '../notifications/replan.js';
import { feedbackAsked, feedbackReminder } from './notifications.js';
import { REMIND_AFTER } from './rules.js';

/**
 * To be called after a record of who came has changed, or the time of a session, under the session's lock. What was sent stays
 * sent; what is still to be sent follows.
 */
export async function followFeedback(transaction: Transaction, sessionId: string, now: Date): Promise<void> {
  const session = await transaction.session.findUniqueOrThrow({ where: { id: sessionId } });
  const { programmeId } = session;
  const wanted = session.state === 'called_off' ? [] : await plannedFor(transaction, session);
  const subject = { programmeId, subjectId: sessionId, kinds: [feedbackAsked, feedbackReminder] };
  await replan(transaction, now, subject, wanted);
}

async function plannedFor(transaction: Transaction, session: Session): Promise<readonly Planned[]> {
  const { id: sessionId, programmeId, endsAt } = session;
  const came = await transaction.attendance.findMany({
    where: {
      ...{ sessionId, present: true, supersededAt: null },
      person: { mergedIntoId: null, feedback: { none: { sessionId } } },
    },
    select: { personId: true, recordedAt: true, person: { select: { timeZone: true } } },
    orderBy: { personId: 'asc' },
  });
  if (came.length === 0) return [];
  const remindedAt = await reminders(transaction, programmeId);
  return came.flatMap(({ personId, recordedAt, person: { timeZone } }) => {
    const about = { programmeId, personId, subjectId: sessionId };
    const dueAt = recordedAt > endsAt ? recordedAt : endsAt;
    const again = remindedAt(dueAt, timeZone);
    const asked = { ...about, key: `feedback.asked:${sessionId}:${personId}`, kind: feedbackAsked, dueAt };
    const reminder = { ...about, key: `feedback.reminder:${sessionId}:${personId}`, kind: feedbackReminder };
    return again === null ? [asked] : [asked, { ...reminder, dueAt: again }];
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
