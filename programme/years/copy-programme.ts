/** Makes a programme from another one: its sessions, deliverables, terms, texts, FAQ and knowledge, and who of its people continues. */
import { randomUUID } from 'node:crypto';
import type { Prisma, Programme, ReportSection, Transaction } from '../../prisma/client.js';
import { readOfficeCalendar } from '../calendar/business-days.js';
import { copySources } from '../knowledge/copy-sources.js';
import { readConcernContacts } from '../members/concern-contacts.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { addSessions } from '../sessions/add-sessions.js';
import { readDetails } from '../sessions/details.js';
import { type CopiedDates, type CopiedSession, type CopiedType, firstPast, planDates } from './plan-dates.js';
import { refuseYear } from './refuse-year.js';
import { type CopiedPeople, copyPeople } from './years.sql.js';

interface CopyProgramme {
  readonly fromId: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly code: string;
  /** Such as 2025-11-01. */
  readonly startsOn: string;
  /** Null: all companies continue. */
  readonly companyIds: readonly string[] | null;
  /** Advisers, speakers and members of the secretariat who continue; null: all of them. */
  readonly personIds: readonly string[] | null;
  /** Of the secretariat of both, and continues whatever else they are. */
  readonly byId: string;
  readonly now: Date;
}

export interface CopiedProgramme extends CopiedPeople, CopiedDates {
  readonly programmeId: string;
  readonly faqEntries: number;
  /** Documents that questions are answered from. */
  readonly sources: number;
  /** Codes of sessions that were called off, and are not copied. */
  readonly leftOut: readonly string[];
}

/** What is written for every year; all other parts tell of one. */
const generalSections: readonly ReportSection[] = ['purpose', 'organiser', 'members', 'cooperating'];

/**
 * The new programme is seen by its secretariat alone until it is opened, and nobody is told of it. Answers, attendance, drafts,
 * consultations with the hours offered for them, feedback and questions are not copied. May violate `programme_code_key`.
 */
export async function copyProgramme(
  transaction: Transaction,
  { fromId, nameJa, nameEn, code, startsOn, companyIds, personIds, byId, now }: CopyProgramme,
): Promise<CopiedProgramme | Refusal> {
  const first = await transaction.programme.findUnique({ where: { id: fromId } });
  if (first === null) return refuse('not_found', {});
  if ((await transaction.programme.count({ where: { code: { equals: code, mode: 'insensitive' } } })) > 0) {
    return refuseYear('programme_code_taken', { code }, { field: 'code' });
  }
  const sessions = await transaction.session.findMany({
    where: { programmeId: fromId },
    orderBy: [{ startsAt: 'asc' }, { code: 'asc' }],
  });
  const held = sessions.filter(({ state }) => state === 'scheduled');
  const types = await transaction.deliverableType.findMany({
    where: { programmeId: fromId },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
  });
  const { closures } = await readOfficeCalendar(transaction, fromId);
  const dates = planDates({ programme: first, sessions: held, types, closures }, startsOn);
  const past = firstPast(dates, now, first.timeZone);
  if (past !== null) return refuseYear('copy_in_the_past', { what: past }, { field: 'startsOn' });
  const programmeId = randomUUID();
  await writeProgramme(transaction, first, { id: programmeId, nameJa, nameEn, code, createdAt: now }, dates);
  await addSessions(transaction, { programmeId, byId, now, sessions: dates.sessions.map(newSession) });
  await writeTypes(transaction, programmeId, dates.types);
  const faqEntries = await copyFaq(transaction, { fromId, programmeId, byId, now });
  await copyTexts(transaction, { fromId, programmeId, byId, now });
  const who = { fromId, intoId: programmeId, companyIds, personIds, byId };
  const people = await copyPeople(transaction, who, now);
  // Once its maker is of its secretariat, who alone may write it.
  const sources = await copySources(transaction, { fromId, programmeId, byId, now });
  const leftOut = sessions.filter(({ state }) => state !== 'scheduled').map((one) => one.code);
  return { programmeId, ...dates, ...people, faqEntries, sources, leftOut };
}

type Named = Pick<Programme, 'id' | 'nameJa' | 'nameEn' | 'code' | 'createdAt'>;

async function writeProgramme(
  transaction: Transaction,
  { remindersAt: _planned, ...terms }: Programme,
  named: Named,
  { startsOn, endsOn, closures }: CopiedDates,
): Promise<void> {
  const concernContacts = readConcernContacts(terms.concernContacts);
  const data = {
    ...terms,
    concernContacts,
    ...named,
    startsOn: new Date(startsOn),
    endsOn: new Date(endsOn),
    openedAt: null,
  };
  await transaction.programme.create({ data });
  const { id: programmeId, createdAt } = named;
  await transaction.closure.createMany({
    data: closures.map(({ firstDay, lastDay, name }) => ({
      ...{ programmeId, firstDay: new Date(firstDay), lastDay: new Date(lastDay), nameJa: name.ja, nameEn: name.en },
    })),
  });
  const rules = await transaction.reminderRule.findMany({ where: { programmeId: terms.id } });
  await transaction.reminderRule.createMany({
    data: rules.map(({ kind, before, enabled }) => ({ programmeId, kind, before, enabled, createdAt })),
  });
}

/** Without its link, which belongs to one meeting. */
function newSession({ session, startsAt, endsAt, deadline }: CopiedSession) {
  const { code, kind, titleJa, titleEn, audience, timeZone, method, venueJa, venueEn } = session;
  const { roomCapacity, onlineCapacity } = session;
  return {
    ...{ code, kind, titleJa, titleEn, audience, timeZone, method, venueJa, venueEn, link: '' },
    ...{ roomCapacity, onlineCapacity, startsAt, endsAt, deadline, details: readDetails(session.details) },
  };
}

/** In two steps, since one may come after one that is written later. */
async function writeTypes(transaction: Transaction, programmeId: string, types: readonly CopiedType[]): Promise<void> {
  const ids = new Map(types.map(({ type }) => [type.id, randomUUID()]));
  await transaction.deliverableType.createMany({
    data: types.map(({ type, dueOn }): Prisma.DeliverableTypeCreateManyInput => {
      const { id, dependsOnId: _before, ...rest } = type;
      return { ...rest, id: ids.get(id) ?? randomUUID(), programmeId, dueOn: dueOn === null ? null : new Date(dueOn) };
    }),
  });
  for (const { type } of types) {
    const [id, dependsOnId] = [ids.get(type.id), ids.get(type.dependsOnId ?? '')];
    if (id === undefined || dependsOnId === undefined) continue;
    await transaction.deliverableType.update({ where: { id }, data: { dependsOnId } });
  }
}

interface Copying {
  readonly fromId: string;
  readonly programmeId: string;
  readonly byId: string;
  readonly now: Date;
}

/** Without the question that an entry was made of, which belongs to the first programme. */
async function copyFaq(transaction: Transaction, { fromId, programmeId, byId, now }: Copying): Promise<number> {
  const entries = await transaction.faqEntry.findMany({
    where: { programmeId: fromId, retiredAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const { count } = await transaction.faqEntry.createMany({
    data: entries.map(({ questionJa, answerJa, questionEn, answerEn }) => ({
      ...{ programmeId, questionJa, answerJa, questionEn, answerEn },
      ...{ createdById: byId, createdAt: now, changedById: byId, changedAt: now },
    })),
  });
  return count;
}

async function copyTexts(transaction: Transaction, { fromId, programmeId, byId, now }: Copying): Promise<void> {
  const texts = await transaction.reportText.findMany({
    where: { programmeId: fromId, sessionId: null, section: { in: [...generalSections] } },
  });
  await transaction.reportText.createMany({
    data: texts.map(({ section, ja, en, said }) => ({
      ...{ programmeId, section, ja, en, said, changedById: byId, changedAt: now },
    })),
  });
}
