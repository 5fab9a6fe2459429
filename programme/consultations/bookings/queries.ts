/** What screens, notices and use cases read about bookings: data, without words. */
import type { BookingState, Mode, Prisma, Programme, Transaction } from '../../../prisma/client.js';
import { contactIn, type Entry, nameIn } from '../../members/queries.js';
import type { BookingTerms } from './rules.js';

const withAll = {
  company: { include: { memberships: { where: { role: 'participant' }, select: { personId: true, endedAt: true } } } },
  adviser: true,
  attendees: { include: { person: true }, orderBy: [{ person: { furigana: 'asc' } }, { personId: 'asc' }] },
  files: { include: { file: true } },
  programme: { select: { timeZone: true, contact: true, contactEn: true, guardHours: true, openRecords: true } },
} as const satisfies Prisma.BookingInclude;

type BookingRow = Prisma.BookingGetPayload<{ include: typeof withAll }>;

/** A booking with the names that belong to it. Topics, questions and files are for those who may read them. */
export interface BookingEntry {
  readonly id: string;
  readonly programmeId: string;
  readonly slotId: string | null;
  readonly company: Entry;
  readonly adviser: Entry;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** The programme's. */
  readonly timeZone: string;
  readonly mode: Mode;
  readonly place: string;
  readonly link: string;
  readonly state: BookingState;
  readonly version: number;
  readonly topics: string;
  readonly questions: string;
  /** Without those who had left the company before it began. */
  readonly attendees: readonly Entry[];
  /** Who of the company is told of changes: who will attend or, where all of them have left, everyone who is there. */
  readonly hearerIds: readonly string[];
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly terms: BookingTerms;
  /** Whether the programme lets the secretariat read what was said. */
  readonly openRecords: boolean;
}

function entryOf({ company, adviser, attendees, files, programme, ...booking }: BookingRow): BookingEntry {
  const { id, programmeId, slotId, startsAt, endsAt, mode, place, link, state, version, topics, questions } = booking;
  const attending = attendees.filter(({ personId }) =>
    company.memberships.some((one) => one.personId === personId && (one.endedAt === null || one.endedAt > startsAt)),
  );
  const present = company.memberships.filter(({ endedAt }) => endedAt === null);
  return {
    ...{ id, programmeId, slotId, startsAt, endsAt, mode, place, link, state, version, topics, questions },
    company: { id: company.id, name: nameIn(company) },
    adviser: { id: adviser.id, name: nameIn(adviser) },
    timeZone: programme.timeZone,
    attendees: attending.map(({ person }) => ({ id: person.id, name: nameIn(person) })),
    hearerIds: (attending.length > 0 ? attending : present).map(({ personId }) => personId),
    files: files.map(({ file }) => ({ id: file.id, name: file.name })),
    terms: termsOf(programme),
    openRecords: programme.openRecords,
  };
}

/** Null where there is no such booking. */
export async function readBooking(transaction: Transaction, id: string): Promise<BookingEntry | null> {
  const found = await transaction.booking.findUnique({ where: { id }, include: withAll });
  return found && entryOf(found);
}

/** Bookings by what the caller knows of them, the soonest first. */
export async function readBookings(
  transaction: Transaction,
  where: Prisma.BookingWhereInput,
  { from, size }: { readonly from: number; readonly size: number },
): Promise<readonly BookingEntry[]> {
  const rows = await transaction.booking.findMany({
    where,
    include: withAll,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    skip: from,
    take: size,
  });
  return rows.map(entryOf);
}

/** The programme's rules on consultations. */
export async function readTerms(transaction: Transaction, programmeId: string): Promise<BookingTerms> {
  return termsOf(
    await transaction.programme.findUniqueOrThrow({
      where: { id: programmeId },
      select: { guardHours: true, contact: true, contactEn: true, timeZone: true },
    }),
  );
}

type TermsRow = Pick<Programme, 'guardHours' | 'contact' | 'contactEn' | 'timeZone'>;

function termsOf({ guardHours, timeZone, ...row }: TermsRow): BookingTerms {
  return { guardHours, timeZone, contact: contactIn(row) };
}

/** The bookings that an adviser holds and may see: not those of a company that they were taken off. */
export function heldBy(programmeId: string, adviserId: string): Prisma.BookingWhereInput {
  return {
    programmeId,
    adviserId,
    company: {
      OR: [{ assignments: { none: { adviserId } } }, { assignments: { some: { adviserId, endedAt: null } } }],
    },
  };
}

/**
 * Whether somebody may still be told of a booking: a member of the programme whom nobody has taken off the company. Notices are
 * composed later than they are planned.
 */
export async function mayHearOf(
  transaction: Transaction,
  { programmeId, company }: Pick<BookingEntry, 'programmeId' | 'company'>,
  personId: string,
): Promise<boolean> {
  const member = await transaction.membership.findFirst({ where: { programmeId, personId, endedAt: null } });
  if (member === null) return false;
  const assignments = await transaction.assignment.findMany({ where: { companyId: company.id, adviserId: personId } });
  return assignments.length === 0 || assignments.some(({ endedAt }) => endedAt === null);
}

/** Whether its adviser holds it in name only: taken off the company, or no adviser of the programme any more. */
export async function isLeftBehind(
  transaction: Transaction,
  { programmeId, company, adviser }: Pick<BookingEntry, 'programmeId' | 'company' | 'adviser'>,
): Promise<boolean> {
  const advising = { programmeId, personId: adviser.id, role: 'adviser' as const, endedAt: null };
  if ((await transaction.membership.count({ where: advising })) === 0) return true;
  return !(await mayHearOf(transaction, { programmeId, company }, adviser.id));
}
