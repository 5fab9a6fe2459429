/** The sessions that concern a person, as screens and lists read them: data, without words. */
import type { Attendance, Prisma, Registration, Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { type Page, type PageOf, page } from '../requests/page.js';

/** A session with how the person answered, and whether and how they came. */
export interface OwnSession {
  readonly session: Session;
  readonly own: Registration | null;
  /** The record that holds. */
  readonly recorded: Attendance | null;
}

export interface Concerning {
  readonly member: ActingMember;
  readonly time: 'coming' | 'past';
  readonly now: Date;
}

/** Of the member's programme those that are meant for the member or that they registered for, the nearest in time first. */
export async function sessionsConcerning(
  transaction: Transaction,
  concerning: Concerning,
  { from, size }: PageOf,
): Promise<readonly OwnSession[]> {
  const rows = await transaction.session.findMany({
    where: condition(concerning),
    orderBy: { startsAt: concerning.time === 'coming' ? 'asc' : 'desc' },
    skip: from,
    take: size,
    include: ownOf(concerning.member),
  });
  return rows.map(ownSession);
}

/** The same as one page of all of them. */
export async function pageOfSessions(
  transaction: Transaction,
  concerning: Concerning,
  pageOf: PageOf,
): Promise<Page<OwnSession>> {
  const items = await sessionsConcerning(transaction, concerning, pageOf);
  const total = await transaction.session.count({ where: condition(concerning) });
  return page(items, total, pageOf);
}

/** What people name a session by. */
export type NamedSession = Pick<Session, 'code' | 'kind' | 'titleJa' | 'titleEn' | 'startsAt' | 'endsAt' | 'timeZone'>;

/** As many as are looked through for the ones that somebody speaks of, the latest first. */
const MOST_NAMED = 200;

/** All that concern the member, whenever they are. */
export async function readNamedSessions(
  database: Pick<Transaction, 'session'>,
  member: Pick<ActingMember, 'personId' | 'programmeId' | 'role' | 'level'>,
): Promise<readonly NamedSession[]> {
  return await database.session.findMany({
    where: concerns(member),
    orderBy: { startsAt: 'desc' },
    take: MOST_NAMED,
    select: { code: true, kind: true, titleJa: true, titleEn: true, startsAt: true, endsAt: true, timeZone: true },
  });
}

/** Throws where there is no such session. */
export async function readOwnSession(
  transaction: Transaction,
  sessionId: string,
  member: Pick<ActingMember, 'personId'>,
): Promise<OwnSession> {
  return ownSession(await transaction.session.findUniqueOrThrow({ where: { id: sessionId }, include: ownOf(member) }));
}

function ownOf({ personId }: Pick<ActingMember, 'personId'>) {
  return { registrations: { where: { personId } }, attendances: { where: { personId, supersededAt: null } } };
}

function ownSession({
  registrations,
  attendances,
  ...session
}: Session & { readonly registrations: Registration[]; readonly attendances: Attendance[] }): OwnSession {
  return { session, own: registrations[0] ?? null, recorded: attendances[0] ?? null };
}

function condition({ member, time, now }: Concerning): Prisma.SessionWhereInput {
  return { ...concerns(member), endsAt: time === 'coming' ? { gt: now } : { lte: now } };
}

function concerns(member: Pick<ActingMember, 'personId' | 'programmeId' | 'role' | 'level'>): Prisma.SessionWhereInput {
  const level = member.role === 'participant' ? member.level : null;
  return {
    programmeId: member.programmeId,
    ...(level && {
      OR: [{ audience: { in: ['all', level] } }, { registrations: { some: { personId: member.personId } } }],
    }),
  };
}
