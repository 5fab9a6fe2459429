/** Records or corrects who came to a session and how, as the secretariat knows it. */
import type { Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { type Participant, readParticipants } from '../members/queries.js';
import type { Bilingual } from '../messages/bilingual.js';
import type { Mode } from '../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { lockSessionFor } from '../sessions/lock-session-for.js';
import { refuseBeforeCheckIn, refuseCalledOff, refuseMode } from '../sessions/rules.js';
import { type StandingRecord, writeAttendance } from './attendance.js';

interface RecordAttendance {
  readonly sessionId: string;
  readonly people: readonly string[];
  /** Null: they did not come. */
  readonly came: Mode | null;
  /** The number of the last record that the form showed; what was recorded later stands. */
  readonly seen?: number | undefined;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface RecordedAttendance {
  readonly session: Session;
  /** Of how many people something else was recorded before, or nothing. */
  readonly changed: number;
  /** What was recorded since the form was opened and therefore stands, each with the name. */
  readonly standing: readonly (StandingRecord & { readonly name: Bilingual })[];
}

/** All of the people must be participants of the programme. */
export async function recordAttendance(
  transaction: Transaction,
  { sessionId, people: asked, came, seen, by, now }: RecordAttendance,
): Promise<RecordedAttendance | Refusal> {
  const session = await lockSessionFor(transaction, sessionId, by);
  if (isRefusal(session)) return session;
  const refused = refuseRecording(session, came, now);
  if (refused) return refused;
  const people = await readParticipants(transaction, by.programmeId, asked);
  if (people === null) return refuse('not_found', {}, { field: 'people' });
  if (session.state === 'called_off' && !(await areRecorded(transaction, sessionId, people)))
    return refuseCalledOff(session);
  const source = 'secretariat';
  const record = { sessionId, people, came, source, seen, byId: by.personId, now } as const;
  const { changed, standing } = await writeAttendance(transaction, record);
  return { session, changed, standing: withNames(standing, people) };
}

export function withNames(
  standing: readonly StandingRecord[],
  people: readonly Participant[],
): RecordedAttendance['standing'] {
  const nameOf = new Map(people.map(({ personId, name }) => [personId, name]));
  return standing.flatMap((row) => {
    const name = nameOf.get(row.personId);
    return name === undefined ? [] : [{ ...row, name }];
  });
}

/** Of a session that was called off, only what was recorded before can be corrected. */
async function areRecorded(
  transaction: Transaction,
  sessionId: string,
  people: readonly { readonly personId: string }[],
): Promise<boolean> {
  const personIds = people.map(({ personId }) => personId);
  const recorded = await transaction.attendance.count({
    where: { sessionId, personId: { in: personIds }, supersededAt: null },
  });
  return recorded === new Set(personIds).size;
}

/** Whether it can be recorded that somebody came in this way; null: that they did not come. */
export function refuseRecording(session: Session, came: Mode | null, now: Date): Refusal | null {
  const refused = session.state === 'called_off' ? null : refuseBeforeCheckIn(session, now);
  if (refused) return refused;
  const mode = came === null ? null : refuseMode(session, came);
  return mode && { ...mode, field: 'came' };
}
