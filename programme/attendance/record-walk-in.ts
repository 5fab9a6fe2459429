/** Records somebody who came without registering: a participant, or a person who is on no roster yet. */
import type { Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { addParticipant } from '../members/add-participant.js';
import { findNamesake } from '../members/find-namesake.js';
import { type Participant, readParticipants } from '../members/queries.js';
import type { Mode } from '../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { lockSessionFor } from '../sessions/lock-session-for.js';
import { refuseBeforeCheckIn } from '../sessions/rules.js';
import { writeAttendance } from './attendance.js';
import { refuseRecording } from './record-attendance.js';
import { refuseAttendance } from './refuse-attendance.js';

/** Who came: a participant of the programme, or a person by name with the company they came from. */
type WalkIn =
  | { readonly personId: string }
  | {
      readonly name: string;
      readonly companyId: string | null;
      /** It is known that somebody of this name is there already. */
      readonly isAnother: boolean;
    };

interface RecordWalkIn {
  readonly sessionId: string;
  readonly who: WalkIn;
  readonly came: Mode;
  readonly by: ActingMember;
  readonly now: Date;
}

/**
 * The person who came, who is added as a participant where they were on no roster. Somebody of the same name in the same company,
 * on the roster or recorded before, is probably the same, and is asked about first.
 */
export async function recordWalkIn(
  transaction: Transaction,
  { sessionId, who, came, by, now }: RecordWalkIn,
): Promise<Participant | Refusal> {
  const session = await lockSessionFor(transaction, sessionId, by);
  if (isRefusal(session)) return session;
  const refused = refuseBeforeCheckIn(session, now) ?? refuseRecording(session, came, now);
  if (refused) return refused.field === 'came' ? { ...refused, field: 'mode' } : refused;
  const person = await participantOf(transaction, who, session, now);
  if (isRefusal(person)) return person;
  await writeAttendance(transaction, {
    sessionId,
    people: [person],
    came,
    source: 'secretariat',
    byId: by.personId,
    now,
  });
  return person;
}

async function participantOf(
  transaction: Transaction,
  who: WalkIn,
  { programmeId, audience }: Session,
  now: Date,
): Promise<Participant | Refusal> {
  if ('name' in who) {
    const { name, companyId } = who;
    const namesake = who.isAnother ? null : await findNamesake(transaction, { programmeId, companyId, names: [name] });
    if (namesake !== null) return refuseAttendance('same_as', { name: namesake.name.ja }, { field: 'another' });
    const level = audience === 'management' ? 'management' : 'working';
    const added = await addParticipant(transaction, { programmeId, companyId, name, level, now });
    return added ?? refuseAttendance('company_unknown', {}, { field: 'company' });
  }
  const [found] = (await readParticipants(transaction, programmeId, [who.personId])) ?? [];
  return found ?? refuse('not_found', {}, { field: 'person' });
}
