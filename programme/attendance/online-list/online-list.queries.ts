/** What is read for a meeting's list: the people whom it may name, and the sessions that it may be of. */
import type { Prisma, Session, Transaction } from '../../../prisma/client.js';
import { nameIn } from '../../members/queries.js';
import { cameAs } from '../attendance.js';
import { type KnownAttendee, type KnownPeople, knownPeople } from './known-people.js';
import type { ListedParticipant } from './plan-online-list.js';

const personFields = {
  id: true,
  nameJa: true,
  nameEn: true,
  furigana: true,
  email: true,
  mergedFrom: { select: { email: true } },
} as const satisfies Prisma.PersonSelect;

type PersonRow = Prisma.PersonGetPayload<{ select: typeof personFields }>;

interface ReadPeople {
  readonly participants: readonly ListedParticipant[];
  readonly known: KnownPeople;
}

/** Those who have left the programme only where they are registered for the session, or recorded. */
export async function readListPeople(
  transaction: Transaction,
  { id: sessionId, programmeId }: Pick<Session, 'id' | 'programmeId'>,
): Promise<ReadPeople> {
  const active = { sessionId, state: { in: ['confirmed' as const, 'waiting' as const] } };
  const current = { sessionId, supersededAt: null };
  const concerned = { OR: [{ registrations: { some: active } }, { attendances: { some: current } }] };
  const members = await transaction.membership.findMany({
    where: { programmeId, role: 'participant', OR: [{ endedAt: null }, { person: concerned }] },
    orderBy: [{ company: { kana: 'asc' } }, { person: { furigana: 'asc' } }, { personId: 'asc' }],
    select: {
      companyId: true,
      company: { select: { nameJa: true, nameEn: true } },
      person: {
        select: {
          ...personFields,
          registrations: { where: active, select: { state: true, mode: true } },
          attendances: { where: current, select: { mode: true, number: true } },
        },
      },
    },
  });
  const participants = members.map(({ companyId, company, person }): ListedParticipant => {
    const [registration, record] = [person.registrations[0], person.attendances[0]];
    return {
      ...known(person, companyId, true),
      isExpected: registration !== undefined || record !== undefined,
      name: nameIn(person),
      company: company && nameIn(company),
      stands: record === undefined ? null : { came: cameAs(record), number: record.number },
      isRegisteredOnline: registration?.state === 'confirmed' && registration.mode === 'online',
    };
  });
  const ids = new Set(participants.map(({ personId }) => personId));
  const staff = await transaction.membership.findMany({
    where: { programmeId, role: { not: 'participant' }, endedAt: null },
    select: { person: { select: personFields } },
  });
  const others = staff.filter(({ person }) => !ids.has(person.id)).map(({ person }) => known(person, null, false));
  const companies = await transaction.company.findMany({
    where: { programmeId },
    select: { id: true, nameJa: true, nameEn: true, kana: true },
  });
  return { participants, known: knownPeople([...participants, ...others], companies) };
}

function known(person: PersonRow, companyId: string | null, isParticipant: boolean): KnownAttendee {
  const { id: personId, nameJa, nameEn, furigana, email, mergedFrom } = person;
  const emails = [email, ...mergedFrom.map((row) => row.email)].flatMap((one) => (one === null ? [] : [one]));
  return { personId, companyId, nameJa, nameEn, furigana, emails, isParticipant, isExpected: false };
}

/** A meeting that ran on into the next session is not a list of that one. */
const LEAST_SHARE = 0.25;

/** The sessions, not only in a room, during which the meeting took place, unless only a fraction of one: then those at all. */
export async function sessionsWithin(
  transaction: Transaction,
  programmeId: string,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<readonly Session[]> {
  const sessions = await transaction.session.findMany({
    where: {
      programmeId,
      state: 'scheduled',
      method: { not: 'in_person' },
      startsAt: { lte: to },
      endsAt: { gte: from },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 50,
  });
  const share = ({ startsAt, endsAt }: Session) =>
    (Math.min(to.getTime(), endsAt.getTime()) - Math.max(from.getTime(), startsAt.getTime())) /
    Math.max(1, endsAt.getTime() - startsAt.getTime());
  const clearly = sessions.filter((session) => share(session) >= LEAST_SHARE);
  return clearly.length > 0 ? clearly : sessions;
}
