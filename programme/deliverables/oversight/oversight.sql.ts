/** The raw SQL of the secretariat's overview: how many companies are at which stage, and one page of companies, in one statement. */
import { z } from 'zod';
import { DeliverableStage, Prisma, PublicationOutcome, type Transaction } from '../../../prisma/client.js';
import type { PageOf } from '../../requests/page.js';

/** After so many days without an event a deliverable is stuck. */
export const STUCK_DAYS = 14;

/** The instant before which the last event of what is stuck lies. */
export function stuckSince(now: Date): Date {
  return new Date(now.getTime() - STUCK_DAYS * 86_400_000);
}

/** What is done needs nobody's attention. */
const DONE = Prisma.sql`('approved', 'published')`;

const count = z.object({
  titleJa: z.string(),
  titleEn: z.string(),
  stage: z.enum(DeliverableStage),
  companies: z.int(),
});

const standing = z.object({
  /** Null while nothing has happened. */
  deliverableId: z.string().nullable(),
  typeId: z.string(),
  companyId: z.string(),
  companyJa: z.string(),
  companyEn: z.string(),
  titleJa: z.string(),
  titleEn: z.string(),
  stage: z.enum(DeliverableStage),
  stageAt: z.coerce.date().nullable(),
  /** 2025-03-31: the company's own or else the type's. */
  dueOn: z.string().nullable(),
  isExtended: z.boolean(),
  /** When something last happened. */
  lastAt: z.coerce.date().nullable(),
  isOverdue: z.boolean(),
  /** What was seen where it is published; null where nobody has looked. */
  seen: z
    .object({ outcome: z.enum(PublicationOutcome), status: z.int().nullable(), lookedAt: z.coerce.date() })
    .nullable(),
});

export type CompanyStanding = Readonly<z.infer<typeof standing>>;

const overviewRow = z.object({
  counts: z.array(count),
  /** How many there are on all pages, and how many of all are stuck. */
  total: z.int(),
  stuck: z.int(),
  items: z.array(standing),
});

export type DeliverableOverview = Readonly<z.infer<typeof overviewRow>>;

interface StuckAt {
  readonly programmeId: string;
  /** In the programme's zone, as 2025-03-10. */
  readonly today: string;
  /** Since this instant nothing has happened to what is stuck. */
  readonly quietSince: Date;
}

interface OverviewOf extends StuckAt, PageOf {
  /** Those alone that are overdue or to which nothing has happened; without it all. */
  readonly onlyStuck: boolean;
}

/**
 * What `readDeliverableOverview` takes for stuck, each once (`type_id`, `company_id`, `stage_at`, `due_on`), for those who count it
 * among other things: by sets, without looking up the last event of every deliverable.
 */
export function stuckDeliverables({ programmeId, today, quietSince }: StuckAt): Prisma.Sql {
  const programme = Prisma.sql`${programmeId}::uuid`;
  const stirred = Prisma.sql`SELECT deliverable_id FROM deliverable_event WHERE programme_id = ${programme}`;
  return Prisma.sql`SELECT t.id AS type_id, c.id AS company_id, v.stage_at, coalesce(v.due_on, t.due_on) AS due_on
    FROM deliverable_type t
    JOIN company c ON c.programme_id = t.programme_id AND NOT c.guest
    LEFT JOIN deliverable v ON v.type_id = t.id AND v.company_id = c.id
    WHERE t.programme_id = ${programme} AND coalesce(v.stage, 'not_started') NOT IN ${DONE}
      AND (coalesce(v.due_on, t.due_on) < ${today}::date
        OR (v.id IN (${stirred}) AND v.id NOT IN (${stirred} AND at >= ${quietSince}::timestamptz)))`;
}

/** Every company of the programme with everything that it is to hand in: what is due first comes first. */
export async function readDeliverableOverview(
  transaction: Transaction,
  { programmeId, today, quietSince, onlyStuck, from, size }: OverviewOf,
): Promise<DeliverableOverview> {
  const rows = await transaction.$queryRaw<unknown[]>`
    WITH standing AS MATERIALIZED (
      SELECT v.id, t.id AS type_id, t.position, t.title_ja, t.title_en, c.id AS company_id, c.name_ja, c.name_en, c.kana,
        coalesce(v.stage, 'not_started') AS stage, v.stage_at, coalesce(v.due_on, t.due_on) AS due_on,
        v.due_on IS NOT NULL AS extended, e.last_at, p.seen,
        coalesce(v.stage, 'not_started') NOT IN ${DONE} AND coalesce(v.due_on, t.due_on) < ${today}::date AS overdue
      FROM deliverable_type t
      JOIN company c ON c.programme_id = t.programme_id AND NOT c.guest
      LEFT JOIN deliverable v ON v.type_id = t.id AND v.company_id = c.id
      LEFT JOIN LATERAL (
        SELECT at AS last_at FROM deliverable_event WHERE deliverable_id = v.id ORDER BY position DESC LIMIT 1) e ON true
      LEFT JOIN LATERAL (
        SELECT CASE WHEN l.outcome IS NOT NULL
          THEN json_build_object('outcome', l.outcome, 'status', l.status, 'lookedAt', l.looked_at) END AS seen
        FROM deliverable_event f LEFT JOIN publication_look l ON l.event_id = f.id
        WHERE f.deliverable_id = v.id AND f.kind = 'published' ORDER BY f.position DESC LIMIT 1) p ON v.stage = 'published'
      WHERE t.programme_id = ${programmeId}::uuid
    ), marked AS MATERIALIZED (
      SELECT s.*, coalesce(overdue, false)
        OR (stage NOT IN ${DONE} AND coalesce(last_at < ${quietSince}::timestamptz, false)) AS stuck
      FROM standing s
    ), wanted AS (
      SELECT * FROM marked WHERE stuck OR NOT ${onlyStuck}
    ), shown AS (
      SELECT * FROM wanted ORDER BY due_on NULLS LAST, kana, company_id, position LIMIT ${size} OFFSET ${from}
    )
    SELECT
      coalesce((SELECT json_agg(json_build_object('titleJa', title_ja, 'titleEn', title_en, 'stage', stage,
        'companies', companies) ORDER BY position, stage)
        FROM (SELECT position, title_ja, title_en, stage, count(*)::int AS companies FROM standing
          GROUP BY position, type_id, title_ja, title_en, stage) n), '[]') AS counts,
      (SELECT count(*)::int FROM wanted) AS total,
      (SELECT count(*)::int FROM marked WHERE stuck) AS stuck,
      coalesce((SELECT json_agg(json_build_object('deliverableId', id, 'typeId', type_id, 'companyId', company_id,
        'companyJa', name_ja, 'companyEn', name_en, 'titleJa', title_ja, 'titleEn', title_en, 'stage', stage,
        'stageAt', stage_at, 'dueOn', due_on, 'isExtended', extended, 'lastAt', last_at,
        'seen', seen, 'isOverdue', coalesce(overdue, false)) ORDER BY due_on NULLS LAST, kana, company_id, position)
        FROM shown), '[]') AS items`;
  return z.tuple([overviewRow]).parse(rows)[0];
}
