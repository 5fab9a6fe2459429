/** Records or corrects who came to a session and how, as the secretariat knows it. */
import type { Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { readParticipants } from '../members/queries.js';
import type { Mode } from '../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { lockSessionFor } from '../sessions/lock-session-for.js';
import { refuseBeforeCheckIn } from '../sessions/rules.js';
import { writeAttendance } from './attendance.js';

interface RecordAttendance {
  readonly sessionId: string;
  readonly people: readonly string[];
  /** Null: they did not come. */
  readonly came: Mode | null;
  readonly by: ActingMember;
  readonly now: Date;
}

interface RecordedAttendance {
  readonly session: Session;
  /** Of how many people something else was recorded before, or nothing. */
  readonly changed: number;
}

/** All of the people must be participants of the programme. */
export async function recordAttendance(
  transaction: Transaction,
  { sessionId, people: named, came, by, now }: RecordAttendance,
): Promise<RecordedAttendance | Refusal> {
  const session = await lockSessionFor(transaction, sessionId, by);
  if (isRefusal(session)) return session;
  const early = refuseBeforeCheckIn(session, now);
  if (early) return early;
  const people = await readParticipants(transaction, by.programmeId, named);
  if (people === null) return refuse('not_found', {}, { field: 'people' });
  const source = 'secretariat';
  const changed = await writeAttendance(transaction, { sessionId, people, came, source, byId: by.personId, now });
  return { session, changed };
}
