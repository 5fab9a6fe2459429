/** Who looks after which company, and how a company's people answered: data, without words. */
import type { Prisma, Registration, Session, Transaction } from '../../prisma/client.js';
import { type Entry, nameIn } from '../members/queries.js';
import type { Bilingual } from '../messages/bilingual.js';
import { type Page, type PageOf, page } from '../requests/page.js';

/** An adviser looks after a company, or did. */
export interface AssignmentEntry {
  readonly id: string;
  readonly programmeId: string;
  readonly adviser: Entry;
  readonly company: Entry;
  readonly since: Date;
  readonly isCurrent: boolean;
}

/** Those that hold: not ended, and of advisers who still are. */
function current(programmeId: string): Prisma.AssignmentWhereInput {
  const isAdviser = { some: { programmeId, role: 'adviser', endedAt: null } } as const;
  return { programmeId, endedAt: null, adviser: { memberships: isAdviser } };
}

const withNames = { adviser: true, company: true } as const;
type Row = Prisma.AssignmentGetPayload<{ include: typeof withNames }>;

function entryOf({ id, programmeId, adviser, company, since, endedAt }: Row): AssignmentEntry {
  return {
    ...{ id, programmeId, since, isCurrent: endedAt === null },
    adviser: { id: adviser.id, name: nameIn(adviser) },
    company: { id: company.id, name: nameIn(company) },
  };
}

/** Null where there is no such assignment. */
export async function readAssignment(transaction: Transaction, id: string): Promise<AssignmentEntry | null> {
  const found = await transaction.assignment.findUnique({ where: { id }, include: withNames });
  return found && entryOf(found);
}

/** The adviser and the company by their names; null for one that the programme does not have. */
export async function readPair(
  transaction: Transaction,
  programmeId: string,
  { adviserId, companyId }: { readonly adviserId: string; readonly companyId: string },
): Promise<{ readonly adviser: Bilingual | null; readonly company: Bilingual | null }> {
  const member = await transaction.membership.findFirst({
    where: { programmeId, personId: adviserId, role: 'adviser', endedAt: null },
    include: { person: true },
  });
  const company = await transaction.company.findFirst({ where: { id: companyId, programmeId, guest: false } });
  return { adviser: member && nameIn(member.person), company: company && nameIn(company) };
}

/** Who looks after a company, in the order of their readings. */
export async function readAdvisersOf(
  transaction: Transaction,
  { programmeId, companyId }: { readonly programmeId: string; readonly companyId: string },
): Promise<readonly AssignmentEntry[]> {
  const rows = await transaction.assignment.findMany({
    where: { ...current(programmeId), companyId },
    include: withNames,
    orderBy: [{ adviser: { furigana: 'asc' } }, { id: 'asc' }],
  });
  return rows.map(entryOf);
}

/** Assignments that hold, by the company's reading; at most so many. */
export async function findAssignments(
  transaction: Transaction,
  programmeId: string,
  where: Prisma.AssignmentWhereInput,
  most: number,
): Promise<readonly AssignmentEntry[]> {
  const rows = await transaction.assignment.findMany({
    where: { AND: [current(programmeId), where] },
    include: withNames,
    orderBy: [{ company: { kana: 'asc' } }, { adviser: { furigana: 'asc' } }, { id: 'asc' }],
    take: most,
  });
  return rows.map(entryOf);
}

/** Coming consultations that an adviser holds: of one company, or of all in the programme. */
export async function countHeldBookings(
  transaction: Transaction,
  about: { readonly programmeId: string; readonly adviserId: string; readonly companyId?: string },
  now: Date,
): Promise<number> {
  return await transaction.booking.count({ where: { ...about, state: 'booked', startsAt: { gt: now } } });
}

/** The participants of a company, whom its assignments concern. */
export async function readPeopleOf(
  transaction: Transaction,
  { programmeId, companyId }: { readonly programmeId: string; readonly companyId: string },
): Promise<readonly string[]> {
  const members = await transaction.membership.findMany({
    where: participantsOf(programmeId, companyId),
    select: { personId: true },
  });
  return members.map(({ personId }) => personId);
}

function participantsOf(programmeId: string, companyId: string) {
  return { programmeId, companyId, role: 'participant', endedAt: null } as const;
}

export interface AdvisedCompany extends Entry {
  /** How many take part. */
  readonly people: number;
}

interface Adviser {
  readonly programmeId: string;
  readonly adviserId: string;
}

/** The companies that an adviser looks after now. */
export async function readCompaniesOf(
  transaction: Transaction,
  { programmeId, adviserId }: Adviser,
  pageOf: PageOf,
): Promise<Page<AdvisedCompany>> {
  const where = { ...current(programmeId), adviserId };
  const people = { memberships: { where: { role: 'participant', endedAt: null } } } as const;
  const rows = await transaction.assignment.findMany({
    where,
    include: { company: { include: { _count: { select: people } } } },
    orderBy: [{ company: { kana: 'asc' } }, { id: 'asc' }],
    skip: pageOf.from,
    take: pageOf.size,
  });
  const items = rows.map(({ company }) => ({
    id: company.id,
    name: nameIn(company),
    people: company._count.memberships,
  }));
  return page(items, await countCompaniesOf(transaction, { programmeId, adviserId }), pageOf);
}

export async function countCompaniesOf(transaction: Transaction, { programmeId, adviserId }: Adviser): Promise<number> {
  return await transaction.assignment.count({ where: { ...current(programmeId), adviserId } });
}

export interface CompanyWithAdvisers extends Entry {
  readonly advisers: readonly { readonly assignmentId: string; readonly name: Bilingual }[];
}

export interface CompaniesWithAdvisers {
  readonly companies: Page<CompanyWithAdvisers>;
  /** Of all of the programme. */
  readonly withoutAdviser: number;
}

/** The programme's companies, each with those who look after it; only some of them, or only those that nobody looks after. */
export async function readCompaniesWithAdvisers(
  transaction: Transaction,
  programmeId: string,
  { ids, unadvised }: { readonly ids: readonly string[] | null; readonly unadvised: boolean },
  pageOf: PageOf,
): Promise<CompaniesWithAdvisers> {
  const own = { programmeId, guest: false };
  const nobody = { ...own, assignments: { none: current(programmeId) } };
  const where = { ...(unadvised ? nobody : own), ...(ids && { id: { in: [...ids] } }) };
  const rows = await transaction.company.findMany({
    where,
    orderBy: [{ kana: 'asc' }, { id: 'asc' }],
    skip: pageOf.from,
    take: pageOf.size,
    include: {
      assignments: {
        where: current(programmeId),
        include: { adviser: true },
        orderBy: [{ adviser: { furigana: 'asc' } }, { id: 'asc' }],
      },
    },
  });
  const items = rows.map(({ assignments, ...company }) => ({
    id: company.id,
    name: nameIn(company),
    advisers: assignments.map(({ id, adviser }) => ({ assignmentId: id, name: nameIn(adviser) })),
  }));
  const total = await transaction.company.count({ where });
  return {
    companies: page(items, total, pageOf),
    withoutAdviser: await transaction.company.count({ where: nobody }),
  };
}

/** A participant's answers to the coming sessions that are meant for them, the next one first; null: not answered. */
export interface PersonAnswers {
  readonly name: Bilingual;
  readonly answers: readonly { readonly session: Session; readonly own: Registration | null }[];
}

export interface AnswersScope {
  readonly programmeId: string;
  readonly companyId: string;
  readonly now: Date;
  /** As many coming sessions are looked at. */
  readonly sessions: number;
}

export async function readAnswers(
  transaction: Transaction,
  { programmeId, companyId, now, sessions: most }: AnswersScope,
  pageOf: PageOf,
): Promise<Page<PersonAnswers>> {
  const where = participantsOf(programmeId, companyId);
  const members = await transaction.membership.findMany({
    where,
    include: { person: true },
    orderBy: [{ person: { furigana: 'asc' } }, { personId: 'asc' }],
    skip: pageOf.from,
    take: pageOf.size,
  });
  const sessions = await transaction.session.findMany({
    where: { programmeId, state: 'scheduled', endsAt: { gt: now } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: most,
    include: { registrations: { where: { personId: { in: members.map(({ personId }) => personId) } } } },
  });
  const items = members.map(({ personId, person, level }) => ({
    name: nameIn(person),
    answers: sessions.flatMap(({ registrations, ...session }) => {
      const own = registrations.find((registration) => registration.personId === personId) ?? null;
      const isMeant = session.audience === 'all' || session.audience === level;
      return own !== null || isMeant ? [{ session, own }] : [];
    }),
  }));
  return page(items, await transaction.membership.count({ where }), pageOf);
}
