/** The raw SQL on registrations: the lock with the count in one wait, the write sent ahead, and the list of attendees. */
import { z } from 'zod';
import {
  executePipelined,
  Level,
  Mode,
  Prisma,
  RegistrationState,
  type Session,
  type Transaction,
} from '../../prisma/client.js';
import { isMailable } from '../members/members.sql.js';
import { sessionColumns, sessionRow } from '../sessions/sessions.sql.js';
import { type AttendeeFilter, type AttendeeGroup, attendeeGroups } from './attendee-filter.js';
import type { SeatCounts } from './seats.js';

const ownRow = z.object({
  id: z.string(),
  state: z.enum(RegistrationState),
  mode: z.enum(Mode).nullable(),
  waitingFor: z.enum(Mode).nullable(),
  queueNumber: z.number().nullable(),
});

/** What the function `seating` returns. */
const seatingRow = z
  .object({
    onsiteConfirmed: z.number(),
    onlineConfirmed: z.number(),
    onsiteWaiting: z.number(),
    onlineWaiting: z.number(),
    own: ownRow.nullable(),
  })
  .transform((row) => ({
    counts: {
      confirmed: { onsite: row.onsiteConfirmed, online: row.onlineConfirmed },
      waiting: { onsite: row.onsiteWaiting, online: row.onlineWaiting },
    },
    own: row.own,
  }));

export type OwnRow = z.infer<typeof ownRow>;

/** How full a session is, and the registration of one person. */
export interface Seats {
  readonly counts: SeatCounts;
  readonly own: OwnRow | null;
}

/** How full the session is and what this person holds, in one query. */
export async function readSeats(transaction: Transaction, sessionId: string, personId: string): Promise<Seats> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT seating(${sessionId}::uuid, ${personId}::uuid) AS seating`;
  return z.tuple([z.object({ seating: seatingRow })]).parse(rows)[0].seating;
}

const lockedRow = z.object({ ...sessionRow.shape, seating: seatingRow, takesPart: z.boolean() });

/** The same together with the session's lock, since every registration passes here. Throws where there is no such session. */
export async function lockForSeat(
  transaction: Transaction,
  sessionId: string,
  personId: string,
): Promise<{ readonly session: Session; readonly seats: Seats; readonly takesPart: boolean }> {
  const [row] = await transaction.$queryRaw<unknown[]>`
    SELECT ${sessionColumns}, seating(id, ${personId}::uuid) AS seating,
      takes_part(programme_id, ${personId}::uuid) AS "takesPart" FROM lock_session(${sessionId}::uuid)`;
  if (row === undefined) throw new Error(`there is no session ${sessionId}`);
  const { seating, takesPart, ...session } = lockedRow.parse(row);
  return { session, seats: seating, takesPart };
}

export interface SeatToWrite {
  readonly id: string;
  readonly sessionId: string;
  readonly personId: string;
  readonly companyId: string | null;
  readonly mode: Mode;
  readonly state: RegistrationState;
  readonly waitingFor: Mode | null;
  readonly byId: string;
  readonly now: Date;
}

/** Writes who holds or waits for what, without waiting for it. Who waits gets the next number of the queue. */
export async function writeSeat(transaction: Transaction, seat: SeatToWrite): Promise<void> {
  await executePipelined(
    transaction,
    Prisma.sql`
    INSERT INTO registration (id, session_id, person_id, company_id, mode, state, waiting_for, queue_number,
      registered_by_id, created_at, changed_at)
    VALUES (${seat.id}::uuid, ${seat.sessionId}::uuid, ${seat.personId}::uuid, ${seat.companyId}::uuid,
      ${seat.mode}::mode, ${seat.state}::registration_state, ${seat.waitingFor}::mode,
      CASE WHEN ${seat.waitingFor !== null}::boolean THEN nextval('registration_queue')::int END,
      ${seat.byId}::uuid, ${seat.now}::timestamptz, ${seat.now}::timestamptz)
    ON CONFLICT (session_id, person_id) DO UPDATE SET mode = excluded.mode, state = excluded.state,
      waiting_for = excluded.waiting_for, queue_number = excluded.queue_number, company_id = excluded.company_id,
      registered_by_id = excluded.registered_by_id, changed_at = excluded.changed_at,
      moved_from = NULL, moved_waiting_for = NULL, moved_queue = NULL,
      substitute_for_id = CASE WHEN registration.state IN ('confirmed', 'waiting') THEN registration.substitute_for_id END`,
  );
}

/** Puts somebody who waits before everyone who does. The number is new, as every number of the queue, and lower than all before it. */
export async function moveToFront(
  transaction: Transaction,
  { registrationId, byId, now }: { readonly registrationId: string; readonly byId: string; readonly now: Date },
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE registration SET queue_number = -nextval('registration_queue')::int, registered_by_id = ${byId}::uuid,
      changed_at = ${now}::timestamptz
    WHERE id = ${registrationId}::uuid AND waiting_for IS NOT NULL`;
}

export const answers = ['onsite', 'online', 'waiting', 'declined', 'cancelled', 'substituted', 'unanswered'] as const;

/** How somebody answered; 'substituted': cancelled by sending a substitute who still comes. */
export type Answer = (typeof answers)[number];

/** Everyone the session is meant for, and those who are registered or came besides. Who left the programme, or only ever walked in, only if they did. */
function concernedBy(sessionId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT m.person_id, m.level, m.company_id, c.code AS company_code, c.kana, p.furigana, p.name_ja, p.name_en,
      c.name_ja AS company_ja, c.name_en AS company_en, c.guest AS is_guest, r.state, r.mode, r.waiting_for,
      r.queue_number, r.substitute_for_id, r.registered_by_id, r.changed_at,
      CASE WHEN a.id IS NOT NULL THEN coalesce(a.mode::text, 'absent') END AS came,
      (EXISTS (SELECT FROM account x WHERE x.person_id = m.person_id AND x.unreachable_reason IS NULL)
        OR ${isMailable(Prisma.sql`p`)}) AS is_reachable,
      CASE r.state
        WHEN 'confirmed' THEN r.mode::text
        WHEN 'waiting' THEN 'waiting'
        WHEN 'declined' THEN 'declined'
        WHEN 'cancelled' THEN CASE WHEN EXISTS (
          SELECT FROM registration u WHERE u.session_id = s.id AND u.substitute_for_id = m.person_id
            AND u.state IN ('confirmed', 'waiting')) THEN 'substituted' ELSE 'cancelled' END
        ELSE 'unanswered' END AS answer
    FROM session s
    JOIN membership m ON m.programme_id = s.programme_id AND m.role = 'participant'
    JOIN person p ON p.id = m.person_id
    JOIN company c ON c.id = m.company_id
    LEFT JOIN registration r ON r.session_id = s.id AND r.person_id = m.person_id
    LEFT JOIN attendance a ON a.session_id = s.id AND a.person_id = m.person_id AND a.superseded_at IS NULL
    WHERE s.id = ${sessionId}::uuid AND (r.state <> 'cancelled' OR a.id IS NOT NULL OR (
      m.ended_at IS NULL AND NOT m.walked_in AND (s.audience = 'all' OR m.level IS NULL OR m.level::text = s.audience::text)))`;
}

/** Whom each group holds, over the columns of `concernedBy`. */
const groupsOf: Readonly<Record<AttendeeGroup, Prisma.Sql>> = {
  onsite: Prisma.sql`(answer = 'onsite')`,
  online: Prisma.sql`(answer = 'online')`,
  // Everyone who stands in a waitlist, also those who hold a place in the other mode: as many as the card of the session says.
  waiting: Prisma.sql`(waiting_for IS NOT NULL)`,
  declined: Prisma.sql`(answer = 'declined')`,
  cancelled: Prisma.sql`(answer = 'cancelled')`,
  substituted: Prisma.sql`(answer = 'substituted')`,
  // Of whom something is recorded, nobody waits for an answer any more.
  unanswered: Prisma.sql`(answer = 'unanswered' AND came IS NULL)`,
  came: Prisma.sql`(came IN ('onsite', 'online'))`,
  absent: Prisma.sql`(came = 'absent')`,
};

/** Null: everyone. */
function isShown(filter: AttendeeFilter | null): Prisma.Sql {
  if (filter === null) return Prisma.sql`true`;
  return filter === 'registered' ? Prisma.sql`(${groupsOf.onsite} OR ${groupsOf.online})` : groupsOf[filter];
}

const countRow = z.object({
  /** 'shown': those whom the filter shows; 'unreached': those of them to whom the app cannot write. */
  group: z.enum([...attendeeGroups, 'shown', 'unreached']),
  people: z.number(),
  /** The programme's own. */
  companies: z.number(),
  /** Of the people, those of companies outside the programme, and how many such companies these are. */
  guests: z.number(),
  guestCompanies: z.number(),
});

/** People and companies of each group, of those shown, and of those of them who cannot be reached; in one reading of the list. */
export async function countConcerned(
  transaction: Transaction,
  sessionId: string,
  filter: AttendeeFilter | null,
): Promise<readonly z.infer<typeof countRow>[]> {
  const shown = isShown(filter);
  const groups = [
    ...attendeeGroups.map((group) => [group, groupsOf[group]] as const),
    ['shown', shown] as const,
    ['unreached', Prisma.sql`(${shown} AND NOT is_reachable)`] as const,
  ];
  const counts = groups.map(
    ([name, which]) => Prisma.sql`SELECT ${name}::text AS "group", count(*) FILTER (WHERE ${which})::int AS people,
      count(DISTINCT company_id) FILTER (WHERE ${which} AND NOT is_guest)::int AS companies,
      count(*) FILTER (WHERE ${which} AND is_guest)::int AS guests,
      count(DISTINCT company_id) FILTER (WHERE ${which} AND is_guest)::int AS "guestCompanies" FROM concerned`,
  );
  const rows = await transaction.$queryRaw<unknown[]>`
    WITH concerned AS MATERIALIZED (${concernedBy(sessionId)}) ${Prisma.join(counts, ' UNION ALL ')}`;
  return z.array(countRow).parse(rows);
}

const concernedRow = z.object({
  personId: z.string(),
  nameJa: z.string(),
  nameEn: z.string(),
  companyId: z.string(),
  companyJa: z.string(),
  companyEn: z.string(),
  /** The company takes no part in the programme. */
  isGuest: z.boolean(),
  state: z.enum(RegistrationState).nullable(),
  mode: z.enum(Mode).nullable(),
  waitingFor: z.enum(Mode).nullable(),
  answer: z.enum(answers),
  came: z.enum(['onsite', 'online', 'absent']).nullable(),
  /** The app can write to them. */
  isReachable: z.boolean(),
  /** How many of the company are shown in all. */
  ofCompany: z.number(),
  /** Nobody of the company answered or came. */
  isSilent: z.boolean(),
});

interface ListedPeople {
  /** Of companies. */
  readonly from: number;
  readonly size: number;
  /** Of people of one company. */
  readonly named: number;
  readonly filter: AttendeeFilter | null;
}

/** The people of these companies, at most `named` of each; companies by their reading, people of each by theirs. */
export async function readConcerned(
  transaction: Transaction,
  sessionId: string,
  { from, size, named, filter }: ListedPeople,
): Promise<readonly z.infer<typeof concernedRow>[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT person_id AS "personId", name_ja AS "nameJa", name_en AS "nameEn", company_id AS "companyId",
      company_ja AS "companyJa", company_en AS "companyEn", is_guest AS "isGuest", state, mode, waiting_for AS "waitingFor", answer, came,
      is_reachable AS "isReachable", of_company::int AS "ofCompany", is_silent AS "isSilent"
    FROM (
      SELECT *, dense_rank() OVER (ORDER BY kana, company_id) AS company_number,
        row_number() OVER (PARTITION BY company_id ORDER BY furigana, person_id) AS number,
        count(*) OVER (PARTITION BY company_id) AS of_company
      FROM (SELECT *, bool_and(${groupsOf.unanswered}) OVER (PARTITION BY company_id) AS is_silent
        FROM (${concernedBy(sessionId)}) concerned) answered
      WHERE ${isShown(filter)}) numbered
    WHERE company_number > ${from}::int AND company_number <= ${from + size}::int AND number <= ${named}::int
    ORDER BY company_number, number`;
  return z.array(concernedRow).parse(rows);
}

const wholeRow = concernedRow
  .pick({ personId: true, nameJa: true, nameEn: true, companyJa: true, companyEn: true, isGuest: true })
  .extend(concernedRow.pick({ mode: true, waitingFor: true, answer: true, came: true, isReachable: true }).shape)
  .extend({
    furigana: z.string(),
    level: z.enum(Level).nullable(),
    companyCode: z.string(),
    kana: z.string(),
    /** The place in the waitlist: lower comes first. */
    queueNumber: z.number().nullable(),
    substituteForJa: z.string().nullable(),
    substituteForEn: z.string().nullable(),
    /** Who gave the answer that holds, and when; null together where there is none. */
    answeredByJa: z.string().nullable(),
    answeredByEn: z.string().nullable(),
    answeredAt: z.date().nullable(),
  });

/** Everyone the session concerns whom the filter shows, with all that is known of their answers, in no order of meaning. */
export async function readEveryoneConcerned(
  transaction: Transaction,
  sessionId: string,
  filter: AttendeeFilter | null,
): Promise<readonly z.infer<typeof wholeRow>[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT person_id AS "personId", concerned.name_ja AS "nameJa", concerned.name_en AS "nameEn",
      concerned.furigana, level, company_code AS "companyCode", company_ja AS "companyJa", company_en AS "companyEn", is_guest AS "isGuest", kana,
      mode, waiting_for AS "waitingFor", queue_number AS "queueNumber", answer, came, is_reachable AS "isReachable",
      instead.name_ja AS "substituteForJa", instead.name_en AS "substituteForEn",
      answerer.name_ja AS "answeredByJa", answerer.name_en AS "answeredByEn", changed_at AS "answeredAt"
    FROM (SELECT * FROM (${concernedBy(sessionId)}) everyone WHERE ${isShown(filter)}) concerned
    LEFT JOIN person instead ON instead.id = substitute_for_id
    LEFT JOIN person answerer ON answerer.id = registered_by_id`;
  return z.array(wholeRow).parse(rows);
}
