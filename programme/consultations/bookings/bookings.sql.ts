/** The raw SQL on bookings: the adviser's lock, what stands against an hour in one query, and the writes sent ahead. */
import { z } from 'zod';
import { executePipelined, Method, type Mode, Prisma, SlotState, type Transaction } from '../../../prisma/client.js';

/** The longest consultation there is (a constraint says so), so that an index finds those that overlap. */
const LONGEST = Prisma.sql`interval '1 day'`;

/**
 * Makes every change of these advisers' hours wait for one another until the transaction ends, in an order that cannot deadlock.
 * The limit per day and the pauses rest on it; overlaps are refused by the database even without.
 */
export async function lockAdvisers(transaction: Transaction, adviserIds: readonly string[]): Promise<void> {
  const ids = [...new Set(adviserIds)].toSorted();
  for (const id of ids) {
    await executePipelined(
      transaction,
      Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`adviser:${id}`}::text, 0))`,
    );
  }
}

/** The same for the advisers of these slots. */
export async function lockAdvisersOf(transaction: Transaction, slotIds: readonly string[]): Promise<void> {
  await executePipelined(
    transaction,
    Prisma.sql`
    SELECT pg_advisory_xact_lock(hashtextextended('adviser:' || adviser_id::text, 0))
    FROM (SELECT DISTINCT adviser_id FROM consultation_slot WHERE id = ANY (${[...slotIds]}::uuid[]) ORDER BY adviser_id) AS found`,
  );
}

const freeRow = z.object({ free: z.boolean() });

/**
 * The same for the adviser of one slot, unless it is booked: then nothing is locked, so that of many who want it nobody waits for
 * the refusal of the one before. Whether it is free.
 */
export async function lockFreeSlot(transaction: Transaction, slotId: string): Promise<boolean> {
  const rows = await transaction.$queryRaw<unknown[]>`SELECT lock_free_slot(${slotId}::uuid) AS free`;
  return z.tuple([freeRow]).parse(rows)[0].free;
}

/** For whom an hour is looked at. */
export interface SlotReader {
  readonly programmeId: string;
  /** Null: for the staff, who are kept off by nobody's priority. */
  readonly companyId: string | null;
  /** Whose own hold does not count. */
  readonly personId: string;
  /** A booking that is to be moved there, and is not in its own way. */
  readonly movingId?: string;
  readonly now: Date;
}

/** Whether another living booking of the adviser, with the pauses of this offer, is in the way. Over `s` and `o`. */
function adviserBusy({ movingId }: SlotReader): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM booking b WHERE b.adviser_id = s.adviser_id AND b.state <> 'cancelled'
    AND b.id IS DISTINCT FROM ${movingId ?? null}::uuid
    AND b.starts_at > s.starts_at - ${LONGEST} * 2 AND b.starts_at < s.ends_at + make_interval(mins => o.pause_after)
    AND b.ends_at > s.starts_at - make_interval(mins => o.pause_before))`;
}

function companyBusy({ companyId, movingId }: SlotReader): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM booking b WHERE b.company_id = ${companyId}::uuid AND b.state <> 'cancelled'
    AND b.id IS DISTINCT FROM ${movingId ?? null}::uuid
    AND b.starts_at > s.starts_at - ${LONGEST} AND b.starts_at < s.ends_at AND b.ends_at > s.starts_at)`;
}

/** The days are the programme's. */
function dayFull({ movingId }: SlotReader): Prisma.Sql {
  return Prisma.sql`(o.per_day IS NOT NULL AND o.per_day <= (
    SELECT count(*) FROM booking b JOIN programme p ON p.id = s.programme_id
    WHERE b.adviser_id = s.adviser_id AND b.state <> 'cancelled' AND b.id IS DISTINCT FROM ${movingId ?? null}::uuid
      AND b.starts_at > s.starts_at - interval '1 day' AND b.starts_at < s.starts_at + interval '1 day'
      AND (b.starts_at AT TIME ZONE p.time_zone)::date = (s.starts_at AT TIME ZONE p.time_zone)::date))`;
}

function heldByAnother({ personId, now }: SlotReader): Prisma.Sql {
  return Prisma.sql`coalesce(s.held_until > ${now}::timestamptz AND s.held_by_id <> ${personId}::uuid, false)`;
}

/** Until when other companies have their turns to book a freed hour; null where it is nobody's, or this company's own. */
function turnOfOthers({ companyId, now }: SlotReader): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(min(t.starts_at) FILTER (WHERE w.company_id = ${companyId}::uuid), max(t.ends_at))
    FROM watch_turn t JOIN watch w ON w.id = t.watch_id
    WHERE t.slot_id = s.id AND t.ends_at > ${now}::timestamptz AND w.ended_at IS NULL
    HAVING bool_or(t.starts_at <= ${now}::timestamptz AND w.company_id <> ${companyId}::uuid))`;
}

/** Whether the adviser was taken off this company, so that neither sees anything of the other, or has left the programme. */
function apart({ companyId }: SlotReader): Prisma.Sql {
  return Prisma.sql`(NOT EXISTS (SELECT FROM membership m WHERE m.person_id = s.adviser_id AND m.programme_id = s.programme_id
      AND m.role = 'adviser' AND m.ended_at IS NULL)
    OR (EXISTS (SELECT FROM assignment a WHERE a.adviser_id = s.adviser_id AND a.company_id = ${companyId}::uuid)
      AND NOT EXISTS (SELECT FROM assignment a WHERE a.adviser_id = s.adviser_id AND a.company_id = ${companyId}::uuid
        AND a.ended_at IS NULL)))`;
}

const standingRow = z.object({
  id: z.string(),
  programmeId: z.string(),
  adviserId: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  state: z.enum(SlotState),
  method: z.enum(Method),
  place: z.string(),
  link: z.string(),
  adviserBusy: z.boolean(),
  companyBusy: z.boolean(),
  dayFull: z.boolean(),
  held: z.boolean(),
  turnUntil: z.date().nullable(),
  apart: z.boolean(),
  /** The programme's rules; `contactIn` joins the two contacts. */
  guardHours: z.number(),
  contact: z.string(),
  contactEn: z.string(),
  timeZone: z.string(),
  /** What the company may still book; null where no company books. */
  available: z.number().nullable(),
  /** Those of the people asked about who belong to the company now. */
  colleagueIds: z.array(z.string()),
});

/** An hour with everything that could stand against booking it. */
export type SlotStanding = Readonly<z.infer<typeof standingRow>>;

/** Null where there is no such hour. `attendeeIds`: who is to come. */
export async function readSlotStanding(
  transaction: Transaction,
  slotId: string,
  reader: SlotReader & { readonly attendeeIds?: readonly string[] },
): Promise<SlotStanding | null> {
  const { companyId, attendeeIds = [] } = reader;
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT s.id, s.programme_id AS "programmeId", s.adviser_id AS "adviserId", s.starts_at AS "startsAt", s.ends_at AS "endsAt",
      s.state, o.method, o.place, o.link, ${adviserBusy(reader)} AS "adviserBusy", ${companyBusy(reader)} AS "companyBusy",
      ${dayFull(reader)} AS "dayFull", ${heldByAnother(reader)} AS held, ${turnOfOthers(reader)} AS "turnUntil",
      ${apart(reader)} AS apart, g.booking_guard_hours AS "guardHours", g.contact,
      g.contact_en AS "contactEn", g.time_zone AS "timeZone", e.available,
      ARRAY(SELECT m.person_id::text FROM membership m WHERE m.company_id = ${companyId}::uuid AND m.role = 'participant'
        AND m.ended_at IS NULL AND m.person_id = ANY (${[...attendeeIds]}::uuid[])) AS "colleagueIds"
    FROM consultation_slot s JOIN consultation_offer o ON o.id = s.offer_id JOIN programme g ON g.id = s.programme_id
    LEFT JOIN entitlement e ON e.company_id = ${companyId}::uuid
    WHERE s.id = ${slotId}::uuid AND s.programme_id = ${reader.programmeId}::uuid`;
  return rows.length === 0 ? null : z.tuple([standingRow]).parse(rows)[0];
}

interface Hold {
  readonly slotId: string;
  readonly personId: string;
  readonly companyId: string | null;
  readonly until: Date;
}

/** Keeps the hour for this person until then; the person's other holds end. The caller has the adviser's lock and has looked. */
export async function writeHold(transaction: Transaction, { slotId, personId, companyId, until }: Hold): Promise<void> {
  await executePipelined(
    transaction,
    Prisma.sql`
    UPDATE consultation_slot SET
      held_by_id = CASE WHEN id = ${slotId}::uuid THEN ${personId}::uuid END,
      held_company_id = CASE WHEN id = ${slotId}::uuid THEN ${companyId}::uuid END,
      held_until = CASE WHEN id = ${slotId}::uuid THEN ${until}::timestamptz END
    WHERE id = ${slotId}::uuid OR held_by_id = ${personId}::uuid`,
  );
}

/** Ends what this person holds. */
export async function endHolds(transaction: Transaction, personId: string): Promise<void> {
  await executePipelined(
    transaction,
    Prisma.sql`UPDATE consultation_slot SET held_by_id = NULL, held_company_id = NULL, held_until = NULL
      WHERE held_by_id = ${personId}::uuid`,
  );
}

/** Ends what this person holds of this one hour; another that was chosen since stays. */
export async function endHold(transaction: Transaction, personId: string, slotId: string): Promise<void> {
  await executePipelined(
    transaction,
    Prisma.sql`UPDATE consultation_slot SET held_by_id = NULL, held_company_id = NULL, held_until = NULL
      WHERE id = ${slotId}::uuid AND held_by_id = ${personId}::uuid`,
  );
}

export interface BookingToWrite {
  readonly id: string;
  readonly programmeId: string;
  readonly companyId: string;
  readonly adviserId: string;
  readonly slotId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly mode: Mode;
  readonly place: string;
  readonly link: string;
  readonly topics: string;
  readonly questions: string;
  readonly attendeeIds: readonly string[];
  readonly fileIds: readonly string[];
  readonly reason: string;
  readonly byId: string;
  readonly now: Date;
}

/** Writes a booking with its attendees, files, first change and ledger entry in one statement, without waiting for it. */
export async function writeBooking(transaction: Transaction, booking: BookingToWrite): Promise<void> {
  const { id, companyId, adviserId, startsAt, byId, now } = booking;
  await executePipelined(
    transaction,
    Prisma.sql`
    WITH booked AS (
      INSERT INTO booking (id, programme_id, company_id, adviser_id, slot_id, starts_at, ends_at, mode, place, link, topics,
        questions, booked_by_id, created_at)
      VALUES (${id}::uuid, ${booking.programmeId}::uuid, ${companyId}::uuid, ${adviserId}::uuid, ${booking.slotId}::uuid,
        ${startsAt}::timestamptz, ${booking.endsAt}::timestamptz, ${booking.mode}::mode, ${booking.place}, ${booking.link},
        ${booking.topics}, ${booking.questions}, ${byId}::uuid, ${now}::timestamptz)
      RETURNING id),
    attending AS (
      INSERT INTO booking_attendee (booking_id, person_id)
      SELECT booked.id, person_id FROM booked, unnest(${[...booking.attendeeIds]}::uuid[]) AS person_id),
    sent AS (
      INSERT INTO booking_file (booking_id, file_id)
      SELECT booked.id, file_id FROM booked, unnest(${[...booking.fileIds]}::uuid[]) AS file_id),
    changed AS (
      INSERT INTO booking_change (booking_id, version, kind, starts_at, adviser_id, reason, by_id, at)
      SELECT id, 1, 'booked', ${startsAt}::timestamptz, ${adviserId}::uuid, ${booking.reason}, ${byId}::uuid, ${now}::timestamptz
      FROM booked)
    INSERT INTO entitlement_entry (company_id, kind, hours, booking_id, by_id, at)
    SELECT ${companyId}::uuid, 'reserved', -1, id, ${byId}::uuid, ${now}::timestamptz FROM booked`,
  );
}
