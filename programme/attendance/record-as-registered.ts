/** Records everyone of whom nothing is recorded yet as they registered, but the people left out. */
import type { Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { readParticipants } from '../members/queries.js';
import type { Mode } from '../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { lockSessionFor } from '../sessions/lock-session-for.js';
import { refuseCalledOff } from '../sessions/rules.js';
import { writeAttendance } from './attendance.js';
import { heldPlaces } from './queries.js';
import { type RecordedAttendance, refuseRecording, withNames } from './record-attendance.js';

interface RecordAsRegistered {
  readonly sessionId: string;
  /** Of whom nothing is recorded now. */
  readonly except: readonly string[];
  /** As in `recordAttendance`. */
  readonly seen?: number | undefined;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface RecordedAsRegistered extends RecordedAttendance {
  /** How many were recorded in each mode. */
  readonly recorded: Readonly<Record<Mode, number>>;
}

/**
 * Who holds a place came in its mode; who only waits is left open. What is recorded already stays: of the records that are newer
 * than what was seen, those that differ are named.
 */
export async function recordAsRegistered(
  transaction: Transaction,
  { sessionId, except, seen, by, now }: RecordAsRegistered,
): Promise<RecordedAsRegistered | Refusal> {
  const session = await lockSessionFor(transaction, sessionId, by);
  if (isRefusal(session)) return session;
  const refused = refuseRecording(session, null, now);
  if (refused) return refused;
  if (session.state === 'called_off') return refuseCalledOff(session);
  const places = await heldPlaces(transaction, session, except);
  const isNewer = (number: number) => seen !== undefined && number > seen;
  const concerned = places.filter(({ record }) => record === null || isNewer(record.number));
  const people = await readParticipants(
    transaction,
    by.programmeId,
    concerned.map(({ personId }) => personId),
  );
  if (people === null) return refuse('not_found', {}, { field: 'people' });
  const write = async (came: Mode) => {
    const wished = new Set(concerned.filter(({ mode }) => mode === came).map(({ personId }) => personId));
    const source = 'secretariat';
    const group = people.filter(({ personId }) => wished.has(personId));
    return await writeAttendance(transaction, {
      ...{ sessionId, people: group, came, source, seen, byId: by.personId, now },
    });
  };
  const onsite = await write('onsite');
  const online = await write('online');
  return {
    session,
    changed: onsite.changed + online.changed,
    standing: withNames([...onsite.standing, ...online.standing], people),
    recorded: { onsite: onsite.changed, online: online.changed },
  };
}
