/** The raw SQL of reviews: an adviser's queue, with its sums and one page of it, in one statement. */
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.js';
import type { PageOf } from '../requests/page.js';

const queued = z.object({
  draftId: z.string(),
  number: z.int(),
  companyId: z.string(),
  companyJa: z.string(),
  companyEn: z.string(),
  titleJa: z.string(),
  titleEn: z.string(),
  submittedAt: z.coerce.date(),
  /** Null: nobody has opened it. */
  openedAt: z.coerce.date().nullable(),
  /** 2025-03-07 */
  reviewDueOn: z.string().nullable(),
});

export type QueuedDraft = Readonly<z.infer<typeof queued>>;

const queueRow = z.object({
  total: z.int(),
  /** Those that nobody has opened, and when the oldest of them came. */
  unseen: z.int(),
  oldestAt: z.date().nullable(),
  items: z.array(queued),
});

export type ReviewQueue = Readonly<z.infer<typeof queueRow>>;

/**
 * The newest living version of each deliverable of the companies that the adviser looks after now, as long as its round has not
 * ended: what is due first comes first.
 */
export async function readReviewQueue(
  transaction: Transaction,
  { programmeId, adviserId, from, size }: PageOf & { readonly programmeId: string; readonly adviserId: string },
): Promise<ReviewQueue> {
  const rows = await transaction.$queryRaw<unknown[]>`
    WITH waiting AS MATERIALIZED (
      SELECT d.id, d.number, d.submitted_at, d.opened_at, d.review_due_on, v.company_id, v.type_id
      FROM assignment a
      JOIN deliverable v ON v.company_id = a.company_id AND v.programme_id = a.programme_id
      JOIN LATERAL (
        SELECT id, number, submitted_at, opened_at, review_due_on FROM draft
        WHERE deliverable_id = v.id AND replaced_at IS NULL AND withdrawn_at IS NULL AND erased_at IS NULL
        ORDER BY number DESC LIMIT 1) d ON true
      LEFT JOIN review r ON r.draft_id = d.id
      WHERE a.adviser_id = ${adviserId}::uuid AND a.programme_id = ${programmeId}::uuid AND a.ended_at IS NULL
        AND r.ended_at IS NULL
    ), shown AS (
      SELECT * FROM waiting ORDER BY review_due_on NULLS LAST, submitted_at, id LIMIT ${size} OFFSET ${from}
    )
    SELECT count(*)::int AS total, count(*) FILTER (WHERE opened_at IS NULL)::int AS unseen,
      min(submitted_at) FILTER (WHERE opened_at IS NULL) AS "oldestAt",
      coalesce((SELECT json_agg(json_build_object(
        'draftId', s.id, 'number', s.number, 'companyId', c.id, 'companyJa', c.name_ja, 'companyEn', c.name_en,
        'titleJa', t.title_ja, 'titleEn', t.title_en, 'submittedAt', s.submitted_at, 'openedAt', s.opened_at,
        'reviewDueOn', s.review_due_on) ORDER BY s.review_due_on NULLS LAST, s.submitted_at, s.id)
        FROM shown s JOIN company c ON c.id = s.company_id JOIN deliverable_type t ON t.id = s.type_id), '[]') AS items
    FROM waiting`;
  return z.tuple([queueRow]).parse(rows)[0];
}
