/** Plans reminders in the transaction of what causes them: of one session, booking or due date, of some people, or of a whole programme. */
import { asViewer, type Session, type Transaction } from '../../prisma/client.js';
import { dayAfter } from '../calendar/business-days.js';
import { windowsOf } from '../calendar/windows.js';
import { lastMinuteOf, readDueDates } from '../deliverables/due-dates.js';
import { localOf } from '../messages/dates.js';
import { DAYS_AFTER_DUE, isOver, type Moment, momentsOf, type Reminded, type Rule } from './moments.js';
import {
  layReminders,
  lockReminders,
  type ReminderReach,
  type ReminderTerms,
  readReminderTerms,
  withdrawReminders,
  writeMoments,
} from './reminders.sql.js';

interface FollowSubject {
  readonly programmeId: string;
  readonly subjectId: string;
  /** Null: it no longer takes place. */
  readonly reminded: Reminded | null;
  /** Who had or has to do with it, where that is known; null: anybody in the programme. */
  readonly personIds: readonly string[] | null;
  readonly now: Date;
}

/**
 * To be called after every change of a session's or booking's times or state, or of a company's own due date, in its transaction and under its lock. What is
 * still to be sent moves along, and what has become untrue is suppressed.
 */
export async function followSubject(transaction: Transaction, change: FollowSubject): Promise<void> {
  const { programmeId, subjectId, reminded, personIds, now } = change;
  await lockReminders(transaction, programmeId, false);
  const terms = await readReminderTerms(transaction, programmeId);
  // Without a rule that is switched on there is no moment and no reminder, of anything.
  if (terms.rules.length === 0) return;
  const moments = reminded === null || isOver(reminded, now) ? [] : allMoments([reminded], terms);
  await writeMoments(transaction, { programmeId, subjectIds: [subjectId], now }, moments);
  await planInReach(transaction, { programmeId, subjectIds: [subjectId], personIds }, now);
}

/**
 * For the programme and not for who makes the change: an adviser who stands in for another one, or a participant whose seat somebody
 * of another company gets, does not see how far that company is with what is due, which the same messages tell. To them it would seem
 * that nothing is left to say, or that something is which was handed in.
 */
async function planInReach(transaction: Transaction, reach: ReminderReach, now: Date): Promise<void> {
  await asViewer(transaction, { kind: 'programme', programmeId: reach.programmeId }, async () => {
    await withdrawReminders(transaction, reach, now);
    await layReminders(transaction, reach, now);
  });
}

/** The same for a session that was created, changed, moved or called off: for everyone in the programme. */
export async function followSession(
  transaction: Transaction,
  {
    id,
    programmeId,
    state,
    startsAt,
    deadline,
  }: Pick<Session, 'id' | 'programmeId' | 'state' | 'startsAt' | 'deadline'>,
  now: Date,
): Promise<void> {
  const reminded = state === 'called_off' ? null : ({ id, kind: 'session', startsAt, deadline } as const);
  await followSubject(transaction, { programmeId, subjectId: id, reminded, personIds: null, now });
}

/** Of a due date, which is a day in the programme's zone; null where the zone's calendar has no such day. */
function deadlineOf(id: string, dueOn: string, timeZone: string): Reminded | null {
  const startsAt = lastMinuteOf(dueOn, timeZone);
  return startsAt && { id, kind: 'deadline', startsAt, deadline: null };
}

interface FollowDeliverable {
  readonly programmeId: string;
  readonly companyId: string;
  readonly typeId: string;
  readonly deliverableId: string;
  readonly now: Date;
}

/**
 * To be called under the lock of a company's deliverable after what it is to hand in, or until when, has changed: what is planned
 * for its people is suppressed, planned or moved.
 */
export async function followDeliverable(transaction: Transaction, change: FollowDeliverable): Promise<void> {
  const { programmeId, companyId, typeId, deliverableId, now } = change;
  const people = await transaction.membership.findMany({
    where: { programmeId, companyId, role: 'participant', endedAt: null },
    select: { personId: true },
  });
  if (people.length === 0) return;
  await lockReminders(transaction, programmeId, false);
  const terms = await readReminderTerms(transaction, programmeId);
  if (terms.rules.length === 0) return;
  const [own] = await readDueDates(transaction, { programmeId, deliverableId });
  const reminded = own === undefined ? null : deadlineOf(own.id, own.dueOn, terms.timeZone);
  const moments = reminded === null || isOver(reminded, now) ? [] : allMoments([reminded], terms);
  await writeMoments(transaction, { programmeId, subjectIds: [deliverableId], now }, moments);
  const personIds = people.map(({ personId }) => personId);
  await planInReach(transaction, { programmeId, subjectIds: [typeId, deliverableId], personIds }, now);
}

interface FollowPeople {
  readonly programmeId: string;
  /** The session that they answered for; null: what they are in the programme has changed. */
  readonly subjectId: string | null;
  readonly personIds: readonly string[];
  readonly now: Date;
}

/** To be called after people's answers for a session have changed, under its lock, or after they came or left. Nothing is waited for. */
export async function followPeople(transaction: Transaction, change: FollowPeople): Promise<void> {
  const { programmeId, subjectId, personIds, now } = change;
  if (personIds.length === 0) return;
  await lockReminders(transaction, programmeId, false);
  const reach = { programmeId, subjectIds: subjectId === null ? null : [subjectId], personIds };
  await planInReach(transaction, reach, now);
}

/**
 * Plans all of a programme's reminders anew: after a change of its rules, windows or closures and after an import, for a person
 * who was added and whose time zone may be new to it, and for the sweep. Not where the transaction has planned reminders of one
 * thing before: two such would wait for each other.
 * @param personIds only these people's messages follow; otherwise everyone's
 */
export async function planReminders(
  transaction: Transaction,
  { programmeId, personIds = null, now }: { programmeId: string; personIds?: readonly string[] | null; now: Date },
): Promise<void> {
  await lockReminders(transaction, programmeId, true);
  const terms = await readReminderTerms(transaction, programmeId);
  // Companies' own due dates, which not everybody sees by whom this is caused.
  const viewer = { kind: 'programme', programmeId } as const;
  const reminded =
    terms.rules.length === 0
      ? []
      : await asViewer(transaction, viewer, async () => await readReminded(transaction, programmeId, { terms, now }));
  const moments = allMoments(reminded, terms);
  await writeMoments(transaction, { programmeId, subjectIds: null, now }, moments);
  await planInReach(transaction, { programmeId, subjectIds: null, personIds }, now);
  if (personIds === null) {
    await transaction.programme.update({ where: { id: programmeId }, data: { remindersAt: now } });
  }
}

/** Every session and consultation that is still to come, and every due date until a while after it. */
export async function readReminded(
  transaction: Transaction,
  programmeId: string,
  { terms, now }: { readonly terms: ReminderTerms; readonly now: Date },
): Promise<readonly Reminded[]> {
  const coming = { programmeId, startsAt: { gt: now } };
  const sessions = await transaction.session.findMany({
    where: { ...coming, state: 'scheduled' },
    select: { id: true, startsAt: true, deadline: true },
  });
  const bookings = await transaction.booking.findMany({
    where: { ...coming, state: 'booked' },
    select: { id: true, startsAt: true },
  });
  const since = dayAfter(localOf(now, terms.timeZone).date, -DAYS_AFTER_DUE);
  const dueDates = await readDueDates(transaction, { programmeId, since });
  return [
    ...sessions.map((session) => ({ ...session, kind: 'session' as const })),
    ...bookings.map((booking) => ({ ...booking, kind: 'consultation' as const, deadline: null })),
    ...dueDates.flatMap(({ id, dueOn }) => deadlineOf(id, dueOn, terms.timeZone) ?? []),
  ];
}

/** The moments of these things by the programme's rules, or by others. */
export function allMoments(
  reminded: readonly Reminded[],
  terms: ReminderTerms,
  rules: readonly Rule[] = terms.rules,
): readonly Moment[] {
  const calendar = { windows: windowsOf(terms), closures: terms.closures };
  return reminded.flatMap((one) => terms.timeZones.flatMap((zone) => momentsOf(one, rules, zone, calendar)));
}
