/** What the card of one company shows: data, without words. */
import type { BookingState, Level, Prisma, Transaction } from '../../../prisma/client.js';
import { readAdvisersOf } from '../../advisers/queries.js';
import { type LedgerSum, readLedger, sumLedger } from '../../consultations/entitlement/ledger.js';
import { type DeliverableEntry, deliverablesOf } from '../../deliverables/queries.js';
import { type CompanyEntry, findCompany, nameIn } from '../../members/queries.js';
import { type Bilingual, inBoth } from '../../messages/bilingual.js';
import { readLastActivity } from '../overview.sql.js';

/** More are counted; a small company has few. */
const MOST_PEOPLE = 10;
const MOST_SESSIONS = 10;
const MOST_CONSULTATIONS = 6;

export interface CompanySession {
  readonly code: string;
  readonly title: Bilingual;
  readonly startsAt: Date;
  readonly timeZone: string;
  readonly registered: number;
  readonly came: number;
}

export interface CompanyConsultation {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly adviser: Bilingual;
  readonly state: BookingState;
}

export interface CompanyCard {
  readonly company: CompanyEntry;
  readonly timeZone: string;
  readonly people: readonly { readonly name: Bilingual; readonly level: Level | null }[];
  /** How many there are, the ones above among them. */
  readonly peopleTotal: number;
  readonly advisers: readonly Bilingual[];
  /** Null: nothing was ever granted, as to a guest. */
  readonly hours: LedgerSum | null;
  readonly sessions: readonly CompanySession[];
  /** How many there are, the ones above among them; so of consultations. */
  readonly sessionsTotal: number;
  /** The latest first. */
  readonly consultations: readonly CompanyConsultation[];
  readonly consultationsTotal: number;
  readonly deliverables: readonly DeliverableEntry[];
  readonly lastAt: Date | null;
}

interface CardOf {
  readonly programmeId: string;
  readonly companyId: string;
}

/** Of what the viewer sees. Null where the programme has no such company. */
export async function readCompany(transaction: Transaction, of: CardOf): Promise<CompanyCard | null> {
  const { programmeId, companyId } = of;
  const company = await findCompany(transaction, programmeId, companyId);
  if (company === null) return null;
  const { timeZone } = await transaction.programme.findUniqueOrThrow({
    where: { id: programmeId },
    select: { timeZone: true },
  });
  const members = { programmeId, companyId, role: 'participant', endedAt: null } as const;
  const people = await transaction.membership.findMany({
    where: members,
    select: { level: true, person: { select: { nameJa: true, nameEn: true } } },
    orderBy: [{ person: { furigana: 'asc' } }, { personId: 'asc' }],
    take: MOST_PEOPLE,
  });
  const advisers = await readAdvisersOf(transaction, of);
  const entries = await readLedger(transaction, companyId);
  return {
    ...{ company, timeZone, peopleTotal: await transaction.membership.count({ where: members }) },
    people: people.map(({ level, person }) => ({ level, name: nameIn(person) })),
    advisers: advisers.map(({ adviser }) => adviser.name),
    hours: entries.length === 0 ? null : sumLedger(entries),
    sessions: await readSessions(transaction, of),
    sessionsTotal: await transaction.session.count({ where: sessionsOf(of) }),
    consultations: await readConsultations(transaction, of),
    consultationsTotal: await transaction.booking.count({ where: consultationsOf(of) }),
    deliverables: await deliverablesOf(transaction, of),
    lastAt: await readLastActivity(transaction, of),
  };
}

const attendedBy = (companyId: string) => ({ companyId, present: true, supersededAt: null }) as const;

/** Those to which somebody of the company has answered or came. */
function sessionsOf({ programmeId, companyId }: CardOf): Prisma.SessionWhereInput {
  const attendances = { some: attendedBy(companyId) };
  return { programmeId, state: 'scheduled', OR: [{ registrations: { some: { companyId } } }, { attendances }] };
}

function consultationsOf({ programmeId, companyId }: CardOf): Prisma.BookingWhereInput {
  return { programmeId, companyId, state: { not: 'cancelled' } };
}

/** The latest first. */
async function readSessions(transaction: Transaction, of: CardOf): Promise<readonly CompanySession[]> {
  const { companyId } = of;
  const rows = await transaction.session.findMany({
    where: sessionsOf(of),
    select: {
      ...{ code: true, titleJa: true, titleEn: true, startsAt: true, timeZone: true },
      registrations: { where: { companyId, state: 'confirmed' }, select: { id: true } },
      attendances: { where: attendedBy(companyId), select: { personId: true } },
    },
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    take: MOST_SESSIONS,
  });
  return rows.map(({ titleJa, titleEn, registrations, attendances, ...session }) => ({
    ...session,
    title: inBoth(titleJa, titleEn),
    registered: registrations.length,
    came: new Set(attendances.map(({ personId }) => personId)).size,
  }));
}

async function readConsultations(transaction: Transaction, of: CardOf): Promise<readonly CompanyConsultation[]> {
  const rows = await transaction.booking.findMany({
    where: consultationsOf(of),
    select: { startsAt: true, endsAt: true, state: true, adviser: { select: { nameJa: true, nameEn: true } } },
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    take: MOST_CONSULTATIONS,
  });
  return rows.map(({ adviser, ...row }) => ({ ...row, adviser: nameIn(adviser) }));
}
