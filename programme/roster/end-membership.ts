/** Ends what a person is in a programme: it goes to a successor of the same company, or their places go to those who wait. */
import type { Language, Level, Transaction } from '../../prisma/client.js';
import { endAssignmentsOf } from '../advisers/assignments.js';
import { followFeedbackOf } from '../feedback/follow-feedback.js';
import type { ActingMember } from '../members/acting-member.js';
import { readName } from '../members/queries.js';
import { recordChange } from '../members/record-change.js';
import type { Bilingual } from '../messages/bilingual.js';
import { releaseSeats } from '../registrations/registrations.js';
import { followPeople } from '../reminders/plan-reminders.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { lockSessionsOf } from '../sessions/sessions.sql.js';
import { addPerson } from './add-person.js';
import { type HandedOn, handOn } from './hand-on.js';
import { refuseRoster } from './refuse-roster.js';
import { tellHandedOn } from './tell-handed-on.js';

/** A colleague who is in the programme already, or somebody who is added with it. */
export type Successor =
  | { readonly personId: string }
  | {
      readonly nameJa: string;
      readonly furigana: string;
      /** In lower case; null where there is none. */
      readonly email: string | null;
      /** It is known that somebody of this name is there already. */
      readonly isAnother: boolean;
    };

interface EndMembership {
  readonly personId: string;
  /** Null: nobody takes over. */
  readonly successor?: Successor | null;
  readonly by: Pick<ActingMember, 'programmeId' | 'personId'>;
  readonly now: Date;
}

interface EndedMembership {
  /** Of the person, whose records stay. */
  readonly name: Bilingual;
  readonly handedOn: (HandedOn & { readonly to: Bilingual; readonly toId: string; readonly isNew: boolean }) | null;
}

/** Under the locks of all sessions to come, so that nobody who leaves registers beside it. */
export async function endMembership(
  transaction: Transaction,
  { personId, successor = null, by: { programmeId, personId: byId }, now }: EndMembership,
): Promise<EndedMembership | Refusal> {
  // Nobody would be left to let them in again.
  if (personId === byId) return refuseRoster('not_yourself', {}, { field: 'person' });
  const name = await readName(transaction, personId);
  if (name === null) return refuse('not_found', {}, { field: 'person' });
  const change = { programmeId, fromId: personId, byId, now };
  const handedOn = successor === null ? null : await handOver(transaction, successor, change);
  if (handedOn !== null && isRefusal(handedOn)) return handedOn;
  if (handedOn === null) await lockSessionsOf(transaction, programmeId);
  const { count } = await transaction.membership.updateMany({
    where: { programmeId, personId, endedAt: null },
    data: { endedAt: now },
  });
  if (count === 0) return refuse('not_found', {}, { field: 'person' });
  await transaction.invitation.updateMany({
    where: { personId, programmeId, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  await endAssignmentsOf(transaction, { programmeId, adviserId: personId, byId, now });
  await releaseSeats(transaction, { programmeId, personIds: [personId], now });
  await followPeople(transaction, { programmeId, subjectId: null, personIds: [personId], now });
  await followFeedbackOf(transaction, { programmeId, personIds: [personId], now });
  await recordChange(transaction, { programmeId, personId, kind: 'ended', byId, at: now });
  return { name, handedOn };
}

interface Change {
  readonly programmeId: string;
  readonly fromId: string;
  readonly byId: string;
  readonly now: Date;
}

async function handOver(
  transaction: Transaction,
  successor: Successor,
  { programmeId, fromId, byId, now }: Change,
): Promise<EndedMembership['handedOn'] | Refusal> {
  const own = await transaction.membership.findFirst({
    where: { programmeId, personId: fromId, role: 'participant', endedAt: null },
    include: { person: { select: { language: true } } },
  });
  // Only a company's people do for it what a colleague can go on with.
  if (own?.companyId == null) return refuseRoster('no_successor_for_role', {}, { field: 'successor' });
  const { companyId, level } = own;
  // A company's people write to us in one language as a rule.
  const { language } = own.person;
  const found = await findSuccessor(transaction, successor, { programmeId, companyId, level, language, byId, now });
  if (isRefusal(found)) return found;
  if (found.personId === fromId) return refuseRoster('same_person', {}, { field: 'successor' });
  const change = { programmeId, companyId, fromId, toId: found.personId, byId, now };
  const handedOn = await handOn(transaction, change);
  await followPeople(transaction, { programmeId, subjectId: null, personIds: [found.personId], now });
  const about = { programmeId, personId: fromId, otherPersonId: found.personId };
  await recordChange(transaction, { ...about, kind: 'handed_on', byId, at: now });
  await tellHandedOn(transaction, change);
  return { ...handedOn, to: found.name, toId: found.personId, isNew: !('personId' in successor) };
}

interface Successors {
  readonly programmeId: string;
  readonly companyId: string;
  readonly level: Level | null;
  readonly language: Language;
  readonly byId: string;
  readonly now: Date;
}

/** Nothing goes to another company, which nobody has asked. */
async function findSuccessor(
  transaction: Transaction,
  successor: Successor,
  { programmeId, companyId, level, language, byId, now }: Successors,
): Promise<{ readonly personId: string; readonly name: Bilingual } | Refusal> {
  if ('personId' in successor) {
    const { personId } = successor;
    const colleague = { programmeId, personId, role: 'participant' as const, companyId, endedAt: null };
    const name = await readName(transaction, personId);
    if (name === null || (await transaction.membership.count({ where: colleague })) === 0) {
      return refuseRoster('successor_elsewhere', {}, { field: 'successor' });
    }
    return { personId, name };
  }
  const added = await addPerson(transaction, {
    ...{ ...successor, nameEn: '', role: 'participant', level: level ?? 'working', companyId, language },
    ...{ by: { programmeId, personId: byId }, now },
  });
  if (!isRefusal(added)) return added;
  return { ...added, field: added.refused === 'email_taken' ? 'newEmail' : 'newName' };
}
