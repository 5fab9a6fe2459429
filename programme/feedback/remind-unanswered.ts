/** Asks those once more who came to a session and have not said what they think of it. */
import type { Transaction } from '../../prisma/client.js';
import { localOf } from '../messages/dates.js';
import { plan } from '../notifications/plan.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { lockFeedback } from './feedback.sql.js';
import { feedbackAskedAgain } from './notifications.js';
import { readUnansweredIds } from './queries.js';
import { refuseFeedback } from './refuse-feedback.js';

interface RemindUnanswered {
  readonly programmeId: string;
  readonly sessionId: string;
  readonly now: Date;
}

/** Who would be reminded: of those who have not answered, whom nobody has asked again on this day of the programme's zone. */
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
  const left = open.filter(({ key }) => !told.has(key));
  return left.length === 0 ? refuseFeedback('reminded_today', {}, { field: 'session' }) : left;
}

/** How many are reminded. Two who press at once remind once. */
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
  return { people: found.length };
}
