/** Asks those once more who came to a session and have not said what they think of it. */
import type { Transaction } from '../../prisma/client.js';
import { localOf } from '../messages/dates.js';
import { plan } from '../notifications/plan.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { refuseUnannounced } from '../years/refuse-unannounced.js';
import { lockFeedback } from './feedback.sql.js';
import { followFeedback } from './follow-feedback.js';
import { feedbackAskedAgain } from './notifications.js';
import { readUnansweredIds } from './queries.js';
import { refuseFeedback } from './refuse-feedback.js';
import { isSameDay, readToldOf } from './told-of.js';

interface RemindUnanswered {
  readonly programmeId: string;
  readonly sessionId: string;
  readonly now: Date;
}

/**
 * Who would be reminded: of those who have not answered, who was not reminded on this day of the programme's zone, and is not to be
 * asked or reminded at this moment anyway.
 */
export async function findRemindable(
  transaction: Transaction,
  { programmeId, sessionId, now }: RemindUnanswered,
): Promise<readonly { readonly personId: string; readonly key: string }[] | Refusal> {
  const session = await transaction.session.findFirst({
    where: { id: sessionId, programmeId },
    include: { programme: { select: { timeZone: true } } },
  });
  if (session === null) return refuse('not_found', {}, { field: 'session' });
  if (session.state === 'called_off' || session.endsAt > now)
    return refuseFeedback('not_over', {}, { field: 'session' });
  const unannounced = await refuseUnannounced(transaction, programmeId);
  if (unannounced !== null) return unannounced;
  const day = localOf(now, session.programme.timeZone).date;
  const open = (await readUnansweredIds(transaction, sessionId)).map((personId) => ({
    personId,
    key: `feedback.asked-again:${sessionId}:${personId}:${day}`,
  }));
  if (open.length === 0) return refuseFeedback('all_answered', {}, { field: 'session' });
  const rows = await transaction.notification.findMany({
    where: { key: { in: open.map(({ key }) => key) } },
    select: { key: true },
  });
  const told = new Set(rows.map(({ key }) => key));
  const toldOf = await readToldOf(transaction, { sessionId, personIds: open.map(({ personId }) => personId) });
  const isReminded = (personId: string) =>
    toldOf(personId).some(({ kind, isSent, settledAt, dueAt }) =>
      isSent
        ? kind !== 'feedback.asked' && isSameDay(settledAt ?? dueAt, now, session.programme.timeZone)
        : dueAt <= now,
    );
  const left = open.filter(({ personId, key }) => !told.has(key) && !isReminded(personId));
  return left.length === 0 ? refuseFeedback('reminded_today', {}, { field: 'session' }) : left;
}

/** How many are reminded. Two who press at once remind once, and who is reminded so is not reminded by itself as well. */
export async function remindUnanswered(
  transaction: Transaction,
  asked: RemindUnanswered,
): Promise<{ readonly people: number } | Refusal> {
  const { programmeId, sessionId, now } = asked;
  await lockFeedback(transaction, programmeId);
  const found = await findRemindable(transaction, asked);
  if ('refused' in found) return found;
  await plan(
    transaction,
    now,
    found.map(({ personId, key }) => ({
      ...{ key, kind: feedbackAskedAgain, programmeId, personId, subjectId: sessionId, dueAt: now },
    })),
  );
  const personIds = found.map(({ personId }) => personId);
  await followFeedback(transaction, { sessionId, personIds, now });
  return { people: found.length };
}
