/** The raw SQL of handing over: which advisers are free at an hour, and what else they hold that day. */
import { z } from 'zod';
import type { Transaction } from '../../../prisma/client.js';

const colleagueRow = z.object({
  id: z.string(),
  nameJa: z.string(),
  nameEn: z.string(),
  /** Consultations of the same day, the programme's. */
  load: z.number(),
});

export type ColleagueRow = Readonly<z.infer<typeof colleagueRow>>;

/**
 * Advisers of the programme who could hold this booking instead: without a consultation at that hour in any programme, not away
 * that day, and never taken off the company. Those with the least to do that day come first.
 */
export async function readFreeColleagues(
  transaction: Transaction,
  bookingId: string,
): Promise<readonly ColleagueRow[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT p.id, p.name_ja AS "nameJa", p.name_en AS "nameEn",
      (SELECT count(*)::int FROM booking o WHERE o.adviser_id = p.id AND o.state <> 'cancelled'
        AND (o.starts_at AT TIME ZONE g.time_zone)::date = (b.starts_at AT TIME ZONE g.time_zone)::date) AS load
    FROM booking b JOIN programme g ON g.id = b.programme_id
    JOIN membership m ON m.programme_id = b.programme_id AND m.role = 'adviser' AND m.ended_at IS NULL
    JOIN person p ON p.id = m.person_id
    WHERE b.id = ${bookingId}::uuid AND p.id <> b.adviser_id
      AND NOT EXISTS (SELECT FROM booking o WHERE o.adviser_id = p.id AND o.state <> 'cancelled'
        AND o.starts_at < b.ends_at AND o.ends_at > b.starts_at)
      AND NOT EXISTS (SELECT FROM adviser_absence a WHERE a.adviser_id = p.id
        AND a.day = (b.starts_at AT TIME ZONE g.time_zone)::date)
      AND (NOT EXISTS (SELECT FROM assignment a WHERE a.adviser_id = p.id AND a.company_id = b.company_id)
        OR EXISTS (SELECT FROM assignment a WHERE a.adviser_id = p.id AND a.company_id = b.company_id AND a.ended_at IS NULL))
    ORDER BY load, p.furigana, p.id`;
  return z.array(colleagueRow).parse(rows);
}
