/** The raw SQL behind the two charts of the overview: who came to each session, and how many companies had come how far by which day. */
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.js';
import type { OverviewScope } from './overview-scope.js';

const attendedRow = z.object({ code: z.string(), onsite: z.int(), online: z.int() });

/**
 * The last sessions that have begun, the earliest first. A person has one record of a session that holds (a constraint says so), so
 * that records are people, as the report counts them.
 */
export async function countAttended(
  transaction: Transaction,
  { programmeId, now }: OverviewScope,
  most: number,
): Promise<readonly Readonly<z.infer<typeof attendedRow>>[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT s.code, (count(a.id) FILTER (WHERE a.mode = 'onsite'))::int AS onsite,
      (count(a.id) FILTER (WHERE a.mode = 'online'))::int AS online
    FROM (SELECT id, code, starts_at FROM session
      WHERE programme_id = ${programmeId}::uuid AND state = 'scheduled' AND starts_at <= ${now}::timestamptz
      ORDER BY starts_at DESC, id LIMIT ${most}) s
    LEFT JOIN attendance a ON a.session_id = s.id AND a.present AND a.superseded_at IS NULL
    GROUP BY s.id, s.code, s.starts_at ORDER BY s.starts_at, s.id`;
  return z.array(attendedRow).parse(rows);
}

/** Stages that a company reaches once, as events; what comes back later is counted from its first day. */
export const reachedStages = ['submitted', 'confirmed', 'approved', 'published'] as const;

const reachedRow = z.object({
  titleJa: z.string(),
  titleEn: z.string(),
  stage: z.enum(reachedStages),
  /** 2025-03-20, on the programme's calendar. */
  day: z.string(),
  /** By the end of that day. */
  companies: z.int(),
});

/** Of the deliverable to which something happened last; only days on which a company came further. Of what the viewer sees. */
export async function countReached(
  transaction: Transaction,
  { programmeId, timeZone }: OverviewScope,
): Promise<readonly Readonly<z.infer<typeof reachedRow>>[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    WITH newest AS (
      SELECT d.type_id FROM deliverable_event e JOIN deliverable d ON d.id = e.deliverable_id
      WHERE e.programme_id = ${programmeId}::uuid ORDER BY e.at DESC, d.type_id LIMIT 1),
    reached AS (
      SELECT e.kind, min((e.at AT TIME ZONE ${timeZone})::date) AS day
      FROM deliverable_event e JOIN deliverable d ON d.id = e.deliverable_id JOIN newest n ON n.type_id = d.type_id
      JOIN company c ON c.id = d.company_id AND NOT c.guest
      WHERE e.programme_id = ${programmeId}::uuid AND e.kind IN ('submitted', 'confirmed', 'approved', 'published')
      GROUP BY d.id, e.kind)
    SELECT t.title_ja AS "titleJa", t.title_en AS "titleEn", r.kind::text AS stage, r.day::text AS day,
      (sum(count(*)) OVER (PARTITION BY r.kind ORDER BY r.day))::int AS companies
    FROM reached r CROSS JOIN newest n JOIN deliverable_type t ON t.id = n.type_id
    GROUP BY t.id, r.kind, r.day ORDER BY r.day, r.kind`;
  return z.array(reachedRow).parse(rows);
}
