/** Records as present online those whom a meeting's list names, as the secretariat saw and chose. */
import type { Session, Transaction } from '../../../prisma/client.js';
import type { ActingMember } from '../../members/acting-member.js';
import { isRefusal, type Refusal } from '../../requests/refusal.js';
import { lockSessionFor } from '../../sessions/lock-session-for.js';
import { refuseCalledOff, titleOf } from '../../sessions/rules.js';
import { writeAttendance } from '../attendance.js';
import { refuseRecording } from '../record-attendance.js';
import { refuseAttendance } from '../refuse-attendance.js';
import { attendanceTexts } from '../texts.js';
import type { ListAnswers } from './list-answers.js';
import type { OnlineList } from './online-list.js';
import { readListPeople } from './online-list.queries.js';
import { type OnlineListPlan, planOnlineList } from './plan-online-list.js';

/** What was decided about the names of a list. */
export interface ListDecisions {
  readonly answers: ListAnswers;
  readonly chosen: ReadonlySet<string>;
  /** As in `recordAttendance`. */
  readonly seen?: number | undefined;
}

interface RecordOnlineList extends ListDecisions {
  readonly sessionId: string;
  readonly list: OnlineList;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface RecordedOnlineList {
  readonly session: Session;
  readonly plan: OnlineListPlan;
}

/** What the list would record, as things stand. */
export async function readOnlineListPlan(
  transaction: Transaction,
  session: Session,
  list: OnlineList,
  decisions: ListDecisions,
): Promise<OnlineListPlan> {
  return planOnlineList({ ...(await readListPeople(transaction, session)), list, session, ...decisions });
}

/** It is decided anew under the session's lock, so that of two who confirm the same list the second adds nothing. */
export async function recordOnlineList(
  transaction: Transaction,
  { sessionId, list, by, now, ...decisions }: RecordOnlineList,
): Promise<RecordedOnlineList | Refusal> {
  const session = await lockSessionFor(transaction, sessionId, by);
  if (isRefusal(session)) return session;
  const refused = refuseOnlineList(session, now);
  if (refused) return refused;
  const plan = await readOnlineListPlan(transaction, session, list, decisions);
  const empty = refuseNothing(session, plan);
  if (empty) return empty;
  const people = plan.record.map(({ person: { personId, companyId } }) => ({ personId, companyId }));
  await writeAttendance(transaction, {
    sessionId,
    people,
    came: 'online',
    source: 'online_list',
    byId: by.personId,
    now,
  });
  return { session, plan };
}

/** Before the session, of one that was called off, and of one that is in a room only there is nothing to record. */
export function refuseOnlineList(session: Session, now: Date): Refusal | null {
  if (session.state === 'called_off') return refuseCalledOff(session);
  const refused = refuseRecording(session, 'online', now);
  return refused && { ...refused, field: null };
}

/** Of names that match nobody there is nothing to record either, which is said with what to do. */
export function refuseNobody(session: Session, { unknown }: OnlineListPlan): Refusal {
  const action = 'session.walk-in';
  const { ja, en } = attendanceTexts;
  return {
    ...refuseAttendance('list_of_nobody', { title: titleOf(session), count: unknown.length }),
    offer: {
      ...{ action, label: { ja: ja.actions[action].title, en: en.actions[action].title } },
      input: { session: session.id },
    },
  };
}

/** Everyone whom it names is recorded so already, and nothing is left to decide. */
export function refuseNothing(session: Session, plan: OnlineListPlan): Refusal | null {
  const { record, doubtful, below, conflicts } = plan;
  return record.length + doubtful.length + below.length + conflicts.length > 0 ? null : refuseRecorded(session, plan);
}

/** Null where nobody is recorded so. */
export function refuseRecorded(session: Session, { already }: OnlineListPlan): Refusal | null {
  if (already.length === 0) return null;
  return refuseAttendance('list_recorded', { title: titleOf(session), count: already.length });
}
