/** Records somebody who came without registering: a participant, or a person who is on no roster yet. */
import type { Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { addParticipant } from '../members/add-participant.js';
import { findNamesake } from '../members/find-namesake.js';
import { guestCompany } from '../members/guest-company.js';
import { lockCompanies } from '../members/members.sql.js';
import { findCompany, type Participant, readParticipants } from '../members/queries.js';
import type { Bilingual } from '../messages/bilingual.js';
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
      /** The company as it was typed, where the programme need not have it. */
      readonly guestCompany?: string | undefined;
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

export interface RecordedWalkIn extends Participant {
  readonly session: Session;
  /** The company outside the programme that they came from; null for the programme's own people. */
  readonly guestOf: Bilingual | null;
}

/**
 * The person who came, who is added as a participant where they were on no roster. A company that the programme does not have is
 * added as a guest. Somebody of the same name in the same company,
 * on the roster or recorded before, is probably the same, and is asked about first.
 */
export async function recordWalkIn(
  transaction: Transaction,
  { sessionId, who, came, by, now }: RecordWalkIn,
): Promise<RecordedWalkIn | Refusal> {
  if ('name' in who && who.guestCompany) {
    if (who.companyId !== null) return refuseAttendance('one_company', {}, { field: 'guestCompany' });
    // Before the session's lock, since an import takes both in this order.
    await lockCompanies(transaction, by.programmeId);
  }
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
  const company = person.companyId === null ? null : await findCompany(transaction, by.programmeId, person.companyId);
  return { ...person, session, guestOf: company?.isGuest ? company.name : null };
}

async function participantOf(
  transaction: Transaction,
  who: WalkIn,
  { programmeId, audience }: Session,
  now: Date,
): Promise<Participant | Refusal> {
  if ('name' in who) {
    const { name, guestCompany: typed } = who;
    const companyId = typed ? (await guestCompany(transaction, programmeId, typed)).id : who.companyId;
    const namesake = who.isAnother ? null : await findNamesake(transaction, { programmeId, companyId, names: [name] });
    if (namesake !== null) return refuseAttendance('same_as', { name: namesake.name.ja }, { field: 'another' });
    const level = audience === 'management' ? 'management' : 'working';
    const added = await addParticipant(transaction, { programmeId, companyId, name, level, now });
    return added ?? refuseAttendance('company_unknown', {}, { field: 'company' });
  }
  const [found] = (await readParticipants(transaction, programmeId, [who.personId])) ?? [];
  return found ?? refuse('not_found', {}, { field: 'person' });
}
