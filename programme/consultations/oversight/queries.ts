/** What the secretariat's overview counts: companies, hours and records, without words. */
import type { Prisma, Transaction } from '../../../prisma/client.js';
import { type Entry, nameIn } from '../../members/queries.js';
import { type Page, type PageOf, page } from '../../requests/page.js';
import { type LedgerSum, sumLedger } from '../entitlement/ledger.js';

export interface CompanyLeft extends Entry {
  /** Hours that it may still book. */
  readonly left: number;
}

/** The companies that have never had a consultation and have none booked, by their readings. */
export async function readUnbooked(
  transaction: Transaction,
  programmeId: string,
  pageOf: PageOf,
): Promise<Page<CompanyLeft>> {
  const where = { programmeId, guest: false, bookings: { none: { state: { not: 'cancelled' } } } } as const;
  const rows = await transaction.company.findMany({
    where,
    include: { entitlement: true },
    orderBy: [{ kana: 'asc' }, { id: 'asc' }],
    skip: pageOf.from,
    take: pageOf.size,
  });
  const items = rows.map((row) => ({ id: row.id, name: nameIn(row), left: row.entitlement?.available ?? 0 }));
  return page(items, await transaction.company.count({ where }), pageOf);
}

/** How many companies still have hours to book, and how many hours these are. */
export async function readNeeded(transaction: Transaction, programmeId: string) {
  const where = { programmeId, available: { gt: 0 }, company: { guest: false } } as const;
  const { _count: companies, _sum } = await transaction.entitlement.aggregate({
    where,
    _count: true,
    _sum: { available: true },
  });
  return { companies, needed: _sum.available ?? 0 };
}

export interface CompanyHours extends Entry {
  readonly sum: LedgerSum;
}

/** What every company was granted and what became of it, by their readings. */
export async function readCompanyHours(
  transaction: Transaction,
  programmeId: string,
  pageOf: PageOf,
): Promise<Page<CompanyHours>> {
  const where = { programmeId, guest: false } as const;
  const rows = await transaction.company.findMany({
    where,
    include: { entitlement: { include: { entries: { orderBy: { number: 'asc' } } } } },
    orderBy: [{ kana: 'asc' }, { id: 'asc' }],
    skip: pageOf.from,
    take: pageOf.size,
  });
  const items = rows.map(({ entitlement, ...row }) => ({
    ...{ id: row.id, name: nameIn(row), sum: sumLedger(entitlement?.entries ?? []) },
  }));
  return page(items, await transaction.company.count({ where }), pageOf);
}

/** Whether anything was ever offered or booked: a programme may do without consultations. */
export async function hasConsultations(transaction: Transaction, programmeId: string): Promise<boolean> {
  const offered = await transaction.consultationSlot.findFirst({ where: { programmeId }, select: { id: true } });
  return offered !== null || (await transaction.booking.findFirst({ where: { programmeId } })) !== null;
}

/** Consultations that are over and of which nobody has written whether they were held. */
export function missingRecords(programmeId: string, now: Date): Prisma.BookingWhereInput {
  return { programmeId, state: 'booked', endsAt: { lte: now } };
}

export interface AdviserHours extends Entry {
  readonly held: number;
  readonly booked: number;
}

/** Everyone who advises in the programme now, by their readings. */
export async function readAdviserHours(
  transaction: Transaction,
  programmeId: string,
  pageOf: PageOf,
): Promise<Page<AdviserHours>> {
  const where = { programmeId, role: 'adviser', endedAt: null } as const;
  const members = await transaction.membership.findMany({
    where,
    include: { person: true },
    orderBy: [{ person: { furigana: 'asc' } }, { personId: 'asc' }],
    skip: pageOf.from,
    take: pageOf.size,
  });
  const groups = await transaction.booking.groupBy({
    by: ['adviserId', 'state'],
    where: { programmeId },
    _count: { id: true },
  });
  const count = (adviserId: string, state: string) =>
    groups.find((group) => group.adviserId === adviserId && group.state === state)?._count.id ?? 0;
  const items = members.map(({ personId, person }) => ({
    ...{ id: personId, name: nameIn(person) },
    ...{ held: count(personId, 'held'), booked: count(personId, 'booked') },
  }));
  return page(items, await transaction.membership.count({ where }), pageOf);
}

/** Coming bookings whose adviser may no longer see the company, or has left the programme. */
export async function bookingsApart(
  transaction: Transaction,
  programmeId: string,
  now: Date,
): Promise<Prisma.BookingWhereInput> {
  const coming = { programmeId, state: 'booked', endsAt: { gt: now } } as const;
  const rows = await transaction.booking.findMany({
    where: coming,
    select: {
      ...{ id: true, adviserId: true },
      adviser: {
        select: { memberships: { where: { programmeId, role: 'adviser', endedAt: null }, select: { id: true } } },
      },
      company: { select: { assignments: { select: { adviserId: true, endedAt: true } } } },
    },
  });
  const apart = rows.filter(({ adviserId, adviser, company }) => {
    const own = company.assignments.filter((one) => one.adviserId === adviserId);
    const isTakenOff = own.length > 0 && own.every(({ endedAt }) => endedAt !== null);
    return isTakenOff || adviser.memberships.length === 0;
  });
  return { id: { in: apart.map(({ id }) => id) } };
}
