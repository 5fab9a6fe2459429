/** What screens and use cases read about who came to a session: data, without words. */
import type {
  AttendanceEnd,
  AttendanceSource,
  Prisma,
  Registration,
  Session,
  Transaction,
} from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { nameIn } from '../members/queries.js';
import type { Bilingual } from '../messages/bilingual.js';
import type { Mode } from '../requests/context.js';
import { type Page, type PageOf, page } from '../requests/page.js';
import { cameAs } from './attendance.js';

/** One record of whether and how somebody came. */
export interface HistoryRecord {
  readonly came: Mode | 'absent';
  readonly source: AttendanceSource;
  readonly by: Bilingual;
  readonly at: Date;
  /** Why it holds no longer; null while it does. */
  readonly ended: AttendanceEnd | null;
}

export interface PersonHistory {
  readonly personId: string;
  readonly name: Bilingual;
  /** The earliest first; of very many corrections the last ones. */
  readonly records: readonly HistoryRecord[];
}

/** Far more corrections than anybody makes of one record. */
const MOST_RECORDS = 50;

/** The people of whom something is recorded, in the order of their readings, each with their records. */
export async function attendanceHistory(
  transaction: Transaction,
  sessionId: string,
  pageOf: PageOf,
): Promise<Page<PersonHistory>> {
  const where = { attendances: { some: { sessionId } } };
  const people = await transaction.person.findMany({
    where,
    include: {
      attendances: {
        where: { sessionId },
        orderBy: { number: 'desc' },
        take: MOST_RECORDS,
        include: { recordedBy: true },
      },
    },
    orderBy: [{ furigana: 'asc' }, { id: 'asc' }],
    skip: pageOf.from,
    take: pageOf.size,
  });
  const total = await transaction.person.count({ where });
  const items = people.map(({ id, attendances, ...person }) => ({
    personId: id,
    name: nameIn(person),
    records: attendances.toReversed().map((record) => ({
      came: cameAs(record),
      source: record.source,
      by: nameIn(record.recordedBy),
      at: record.recordedAt,
      ended: record.ended,
    })),
  }));
  return page(items, total, pageOf);
}

/** Somebody who may be recorded as having come. */
interface ExpectedAttendee {
  readonly personId: string;
  readonly name: Bilingual;
  readonly company: Bilingual | null;
  /** What is recorded of them; null: nothing yet. */
  readonly came: Mode | 'absent' | null;
  /** How they are registered: the mode of their place, or only on a waitlist; null: not at all. */
  readonly registered: Mode | 'waiting' | null;
}

/** The people who are registered, wait or are recorded, company by company; those of whom nothing is recorded yet come first. Where the session was called off, only who is recorded. */
export async function expectedAttendees(
  transaction: Transaction,
  { id: sessionId, programmeId, state }: Pick<Session, 'id' | 'programmeId' | 'state'>,
  most: number,
): Promise<readonly ExpectedAttendee[]> {
  const active = { sessionId, state: { in: ['confirmed' as const, 'waiting' as const] } };
  const registered = { registrations: { some: active } };
  const current = { sessionId, supersededAt: null };
  const read = async (person: Prisma.PersonWhereInput, take: number) => {
    const members = await transaction.membership.findMany({
      where: { programmeId, role: 'participant', person },
      include: {
        company: true,
        person: { include: { attendances: { where: current }, registrations: { where: active } } },
      },
      orderBy: [{ company: { kana: 'asc' } }, { person: { furigana: 'asc' } }, { personId: 'asc' }],
      take,
    });
    return members.map(({ personId, person: { attendances, registrations, ...names }, company }) => ({
      personId,
      name: nameIn(names),
      company: company && nameIn(company),
      came: attendances[0] === undefined ? null : cameAs(attendances[0]),
      registered: registeredAs(registrations[0]),
    }));
  };
  if (state === 'called_off') return await read({ attendances: { some: current } }, most);
  const open = await read({ ...registered, attendances: { none: current } }, most);
  if (open.length === most) return open;
  return [...open, ...(await read({ attendances: { some: current } }, most - open.length))];
}

function registeredAs(registration: Pick<Registration, 'state' | 'mode'> | undefined): Mode | 'waiting' | null {
  if (registration === undefined) return null;
  return registration.state === 'waiting' ? 'waiting' : registration.mode;
}

/** Somebody who holds a place, with what is recorded of them. */
interface HeldPlace {
  readonly personId: string;
  readonly mode: Mode;
  /** The record that holds, and its number; null: nothing is recorded yet. */
  readonly record: { readonly came: Mode | 'absent'; readonly number: number } | null;
}

/** Everyone who holds a place, of a session that takes place, but the people left out. Who only waits holds none. */
export async function heldPlaces(
  transaction: Transaction,
  { id: sessionId, state }: Pick<Session, 'id' | 'state'>,
  except: readonly string[],
): Promise<readonly HeldPlace[]> {
  if (state === 'called_off') return [];
  const rows = await transaction.registration.findMany({
    where: { sessionId, state: 'confirmed', personId: { notIn: [...except] } },
    select: {
      personId: true,
      mode: true,
      person: { select: { attendances: { where: { sessionId, supersededAt: null } } } },
    },
    orderBy: { personId: 'asc' },
  });
  return rows.flatMap(({ personId, mode, person: { attendances } }) => {
    const [row] = attendances;
    const record = row === undefined ? null : { came: cameAs(row), number: row.number };
    return mode === null ? [] : [{ personId, mode, record }];
  });
}

/** How many of these would be recorded in each mode: those of whom nothing is recorded yet. */
export function openPlaces(places: readonly HeldPlace[]): Readonly<Record<Mode, number>> {
  const open = places.filter(({ record }) => record === null);
  const count = (wanted: Mode) => open.filter(({ mode }) => mode === wanted).length;
  return { onsite: count('onsite'), online: count('online') };
}

/** The number of the last record of a session; 0 where nothing was recorded. */
export async function lastRecord(transaction: Transaction, sessionId: string): Promise<number> {
  const { _max } = await transaction.attendance.aggregate({ where: { sessionId }, _max: { number: true } });
  return _max.number ?? 0;
}

/** Throws where there is no such session. */
export async function readCheckInCode(
  transaction: Transaction,
  sessionId: string,
): Promise<Pick<Session, 'code' | 'titleJa' | 'titleEn' | 'state' | 'method' | 'checkInCode'>> {
  return await transaction.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { code: true, titleJa: true, titleEn: true, state: true, method: true, checkInCode: true },
  });
}

/** The sessions that are not over in which somebody is registered online. */
export function joinableBy({ personId }: Pick<ActingMember, 'personId'>, now: Date): Prisma.SessionWhereInput {
  return {
    state: 'scheduled',
    endsAt: { gte: now },
    registrations: { some: { personId, state: 'confirmed', mode: 'online' } },
  };
}

/** The first of those in the member's programme to start: the ones that are on are among the first. */
export async function firstJoinable(
  transaction: Transaction,
  member: Pick<ActingMember, 'personId' | 'programmeId'>,
  { most, now }: { readonly most: number; readonly now: Date },
): Promise<readonly Session[]> {
  return await transaction.session.findMany({
    where: { programmeId: member.programmeId, ...joinableBy(member, now) },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: most,
  });
}
