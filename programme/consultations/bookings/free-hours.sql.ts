/** The raw SQL that lists free hours: each rule of `readSlotStanding` once for all hours, since asking it of each took most of a second for 200 advisers. */
import { z } from 'zod';
import { Method, type Mode, Prisma, type Transaction } from '../../../prisma/client.js';
import type { SlotReader } from './bookings.sql.js';

/** Which of the free hours. */
export interface SlotFilter {
  /** Hours that begin from then on, before then. */
  readonly from: Date;
  readonly until?: Date;
  readonly adviserId?: string;
  readonly mode?: Mode;
  /** In minutes after midnight of the programme's zone: those that begin within. */
  readonly between?: { readonly from: number; readonly to: number };
  /** Only hours of the advisers who look after the company, where it has any. */
  readonly assignedFirst?: boolean;
}

const freeRow = z.object({
  id: z.string(),
  adviserId: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  method: z.enum(Method),
  place: z.string(),
  total: z.number(),
});

export type FreeSlotRow = Readonly<z.infer<typeof freeRow>>;

/** The hours that the reader could book now, the soonest first, a page at a time; `total` of all pages. */
export async function readFreeSlotRows(
  transaction: Transaction,
  reader: SlotReader,
  filter: SlotFilter,
  { from, size }: { readonly from: number; readonly size: number },
): Promise<readonly FreeSlotRow[]> {
  const { programmeId, personId, companyId, now } = reader;
  const rows = await transaction.$queryRaw<unknown[]>`
    WITH offering AS MATERIALIZED (${offering(reader, filter)}),
    living AS MATERIALIZED (
      SELECT b.adviser_id, b.starts_at, b.ends_at FROM booking b
      WHERE b.adviser_id IN (SELECT id FROM offering) AND b.state <> 'cancelled'
        AND b.id IS DISTINCT FROM ${reader.movingId ?? null}::uuid
        AND b.starts_at > ${filter.from}::timestamptz - ${AROUND}
        ${filter.until === undefined ? Prisma.empty : Prisma.sql`AND b.starts_at < ${filter.until}::timestamptz + ${AROUND}`}),
    busy AS MATERIALIZED (
      SELECT adviser_id, range_agg(tstzrange(starts_at, ends_at)) AS at FROM living GROUP BY adviser_id),
    held AS MATERIALIZED (
      SELECT adviser_id, (starts_at AT TIME ZONE p.time_zone)::date AS day, count(*) AS bookings
      FROM living, programme p WHERE p.id = ${programmeId}::uuid GROUP BY 1, 2)
    SELECT s.id, s.adviser_id AS "adviserId", s.starts_at AS "startsAt", s.ends_at AS "endsAt", o.method, o.place,
      (count(*) OVER ())::int AS total
    FROM consultation_slot s JOIN consultation_offer o ON o.id = s.offer_id JOIN programme p ON p.id = s.programme_id
    LEFT JOIN busy ON busy.adviser_id = s.adviser_id
    LEFT JOIN held ON held.adviser_id = s.adviser_id
      AND held.day = CASE WHEN o.per_day IS NOT NULL THEN (s.starts_at AT TIME ZONE p.time_zone)::date END
    WHERE s.programme_id = ${programmeId}::uuid AND s.state = 'open' AND s.adviser_id IN (SELECT id FROM offering)
      AND NOT coalesce(s.held_until > ${now}::timestamptz AND s.held_by_id <> ${personId}::uuid, false)
      AND NOT coalesce(busy.at && tstzrange(s.starts_at - make_interval(mins => o.pause_before),
        s.ends_at + make_interval(mins => o.pause_after)), false)
      AND (o.per_day IS NULL OR held.bookings IS NULL OR o.per_day > held.bookings)
      AND ${Prisma.join(wanted(filter), ' AND ')}
      ${companyId === null ? Prisma.empty : Prisma.sql`AND ${freeFor(reader, filter)}`}
      ${reader.movingId === undefined ? Prisma.empty : Prisma.sql`AND s.id IS DISTINCT FROM (SELECT slot_id FROM booking WHERE id = ${reader.movingId}::uuid)`}
    ORDER BY s.starts_at, s.id OFFSET ${from}::int LIMIT ${size}::int`;
  return z.array(freeRow).parse(rows);
}

/** A consultation is at most a day long (a constraint says so), and so is a pause (its form says so). */
const AROUND = Prisma.sql`interval '72 hours'`;

/** Advisers of the programme who were not taken off the company; where asked for, only those who look after it, if any do. */
function offering({ programmeId, companyId }: SlotReader, { assignedFirst, adviserId }: SlotFilter): Prisma.Sql {
  const assigned = (own: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM assignment a
    WHERE a.company_id = ${companyId}::uuid AND ${own})`;
  const looksAfter = assigned(Prisma.sql`a.adviser_id = m.person_id AND a.ended_at IS NULL`);
  return Prisma.sql`SELECT m.person_id AS id FROM membership m
    WHERE m.programme_id = ${programmeId}::uuid AND m.role = 'adviser' AND m.ended_at IS NULL
      AND (NOT ${assigned(Prisma.sql`a.adviser_id = m.person_id`)} OR ${looksAfter})
      ${assignedFirst === true ? Prisma.sql`AND (${looksAfter} OR NOT ${assigned(Prisma.sql`a.ended_at IS NULL`)})` : Prisma.empty}
      ${adviserId === undefined ? Prisma.empty : Prisma.sql`AND m.person_id = ${adviserId}::uuid`}`;
}

function wanted({ from, until, mode, between }: SlotFilter): Prisma.Sql[] {
  const minutes = Prisma.sql`extract(hour FROM s.starts_at AT TIME ZONE p.time_zone) * 60
    + extract(minute FROM s.starts_at AT TIME ZONE p.time_zone)`;
  return [
    Prisma.sql`s.starts_at >= ${from}::timestamptz`,
    until && Prisma.sql`s.starts_at < ${until}::timestamptz`,
    mode && Prisma.sql`o.method::text IN ('mixed', ${mode === 'onsite' ? 'in_person' : 'online'})`,
    between && Prisma.sql`${minutes} >= ${between.from}::int AND ${minutes} < ${between.to}::int`,
  ].filter((condition) => condition instanceof Prisma.Sql);
}

/** The company is nowhere else then, and it is no other company's turn. */
function freeFor({ companyId, movingId, now }: SlotReader, { from }: SlotFilter): Prisma.Sql {
  return Prisma.sql`NOT coalesce(tstzrange(s.starts_at, s.ends_at) && (
      SELECT range_agg(tstzrange(b.starts_at, b.ends_at)) FROM booking b WHERE b.company_id = ${companyId}::uuid
        AND b.state <> 'cancelled' AND b.id IS DISTINCT FROM ${movingId ?? null}::uuid
        AND b.ends_at > ${from}::timestamptz), false)
    AND s.id NOT IN (SELECT t.slot_id FROM watch_turn t JOIN watch w ON w.id = t.watch_id
      WHERE t.starts_at <= ${now}::timestamptz AND t.ends_at > ${now}::timestamptz AND w.ended_at IS NULL
        AND w.company_id <> ${companyId}::uuid)`;
}
