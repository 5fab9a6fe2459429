/** Makes one person of two: everything that the second held becomes the first one's, and nothing is lost or counted twice. */
import { asViewer, type Transaction } from '../../prisma/client.js';
import { mergeAssignments } from '../advisers/assignments.js';
import { mergeAnnouncementAnswers } from '../announcements/merge-answers.sql.js';
import { lockAdvisers } from '../consultations/bookings/bookings.sql.js';
import { mergeConsultations } from '../consultations/merge-consultations.sql.js';
import { mergeDrafts } from '../drafts/merge-drafts.sql.js';
import { mergeFeedback } from '../feedback/feedback.sql.js';
import { followFeedbackOf } from '../feedback/follow-feedback.js';
import { mergeGroupPlaces } from '../groups/groups.sql.js';
import { mergeRatings } from '../knowledge/ratings/ratings.sql.js';
import { linkAccount } from '../members/link-account.js';
import { nameIn } from '../members/queries.js';
import { recordChange } from '../members/record-change.js';
import type { Bilingual } from '../messages/bilingual.js';
import { mergeMuted } from '../notifications/mute-topic.js';
import { mergeQuestions } from '../questions/questions.sql.js';
import { followPeople } from '../reminders/plan-reminders.js';
import { mergeTold } from '../reminders/telling.sql.js';
import type { ActingPerson } from '../requests/context.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { lockSessionsOf } from '../sessions/sessions.sql.js';
import { mergeRegistrations } from './merge-registrations.js';
import { refuseElsewhere } from './refuse-elsewhere.js';
import { refuseRoster } from './refuse-roster.js';
import { lockPeople, mergeAttendance } from './roster.sql.js';

interface MergePeople {
  /** The duplicate, which stays as a row that leads to the other. */
  readonly fromId: string;
  readonly intoId: string;
  readonly by: Pick<ActingPerson, 'id' | 'memberships'>;
  readonly programmeId: string;
  readonly now: Date;
}

export interface Merged {
  readonly from: Bilingual;
  readonly into: Bilingual;
}

/**
 * Under the locks of both people, as advisers too, and of every session of their programmes, so that no registration slips in
 * between. May violate `slot_no_overlap` and `booking_adviser_free`.
 */
export async function mergePeople(
  transaction: Transaction,
  { fromId, intoId, by, programmeId, now }: MergePeople,
): Promise<Merged | Refusal> {
  if (fromId === intoId) return refuseRoster('same_person', {}, { field: 'person' });
  await lockAdvisers(transaction, [fromId, intoId]);
  await lockPeople(transaction, [fromId, intoId]);
  const people = await transaction.person.findMany({ where: { id: { in: [fromId, intoId] } } });
  const [from, into] = [fromId, intoId].map((id) => people.find((person) => person.id === id));
  if (from === undefined || into === undefined) return refuse('not_found', {});
  const gone = [from, into].find(({ mergedIntoId }) => mergedIntoId !== null);
  if (gone !== undefined) return refuseRoster('already_merged', { name: gone.nameJa });
  const elsewhere = await refuseElsewhere(transaction, [fromId, intoId], by);
  if (elsewhere) return elsewhere;
  const programmes = await transaction.membership.findMany({
    where: { personId: { in: [fromId, intoId] } },
    distinct: ['programmeId'],
    orderBy: { programmeId: 'asc' },
    select: { programmeId: true },
  });
  for (const one of programmes) await lockSessionsOf(transaction, one.programmeId);
  await mergeRegistrations(transaction, { fromId, intoId, byId: by.id, now });
  await mergeAttendance(transaction, { fromId, intoId, now });
  await mergeMemberships(transaction, { fromId, intoId, now });
  await mergeAssignments(transaction, { fromId, intoId, now });
  await mergeConsultations(transaction, { fromId, intoId, now });
  await mergeAnnouncementAnswers(transaction, { fromId, intoId, now });
  // The secretariat reads no draft, and yet makes one of two names in them.
  await asViewer(transaction, { kind: 'merging', fromId, intoId }, async () => {
    await mergeDrafts(transaction, { fromId, intoId });
    await mergeQuestions(transaction, { fromId, intoId });
    await mergeRatings(transaction, { fromId, intoId });
    await transaction.knowledgeSource.updateMany({ where: { addedById: fromId }, data: { addedById: intoId } });
    await transaction.file.updateMany({ where: { personId: fromId }, data: { personId: intoId } });
  });
  await mergeMuted(transaction, { fromId, intoId });
  await mergeTold(transaction, { fromId, intoId });
  await mergeFeedback(transaction, { fromId, intoId, programmeIds: programmes.map((one) => one.programmeId) });
  await mergeGroupPlaces(transaction, { fromId, intoId });
  await mergeRest(transaction, { fromId, intoId, now });
  await moveEmail(transaction, from, into);
  for (const one of programmes) {
    await followPeople(transaction, {
      ...{ programmeId: one.programmeId, subjectId: null, personIds: [fromId, intoId], now },
    });
    await followFeedbackOf(transaction, { programmeId: one.programmeId, personIds: [fromId, intoId], now });
  }
  const accounts = await transaction.account.findMany({ where: { personId: fromId }, orderBy: { id: 'asc' } });
  const grant = { programmeId, issuedById: by.id };
  for (const { id: accountId } of accounts) {
    await linkAccount(transaction, { accountId, personId: intoId, grant, now });
  }
  await recordChange(transaction, {
    ...{ programmeId, personId: intoId, otherPersonId: fromId, kind: 'merged', byId: by.id, at: now },
  });
  return { from: nameIn(from), into: nameIn(into) };
}

interface Both {
  readonly fromId: string;
  readonly intoId: string;
  readonly now: Date;
}

/** A role that both have is kept once; it goes on where either goes on. */
async function mergeMemberships(transaction: Transaction, { fromId, intoId, now }: Both): Promise<void> {
  const held = await transaction.membership.findMany({ where: { personId: { in: [fromId, intoId] } } });
  for (const { id, programmeId, role, personId, ...membership } of held) {
    if (personId !== fromId) continue;
    const same = held.find((one) => one.personId === intoId && one.programmeId === programmeId && one.role === role);
    if (same === undefined) {
      await transaction.membership.update({ where: { id }, data: { personId: intoId } });
      continue;
    }
    if (membership.endedAt !== null) continue;
    if (same.endedAt !== null) {
      const { level, companyId } = membership;
      await transaction.membership.update({ where: { id: same.id }, data: { endedAt: null, level, companyId } });
    }
    await transaction.membership.update({ where: { id }, data: { endedAt: now } });
  }
}

/** What names the duplicate from now on names the person who stays. */
async function mergeRest(transaction: Transaction, { fromId, intoId, now }: Both): Promise<void> {
  const where = { personId: fromId };
  const data = { personId: intoId };
  await transaction.invitation.updateMany({
    where: { ...where, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  await transaction.notification.updateMany({ where: { ...where, state: 'pending' }, data });
  await transaction.person.updateMany({ where: { mergedIntoId: fromId }, data: { mergedIntoId: intoId } });
  await transaction.person.update({ where: { id: fromId }, data: { mergedIntoId: intoId } });
}

/** An address that both have stays with the duplicate, which leads to the other. */
async function moveEmail(
  transaction: Transaction,
  from: { readonly id: string; readonly email: string | null },
  into: { readonly id: string; readonly email: string | null },
): Promise<void> {
  if (into.email !== null || from.email === null) return;
  await transaction.person.update({ where: { id: from.id }, data: { email: null } });
  await transaction.person.update({ where: { id: into.id }, data: { email: from.email } });
}
