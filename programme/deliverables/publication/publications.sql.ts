/** The raw SQL of looking at publications: which are to be looked at, and one of them for one process. */
import { z } from 'zod';
import type { Transaction } from '../../../prisma/client.js';

interface Listing {
  readonly programmeId: string;
  /** What was reported before is not looked at any more. */
  readonly since: Date;
  readonly now: Date;
}

/** Lists what was reported and still holds; each report once, whatever becomes of it. */
export async function listPublications(transaction: Transaction, { programmeId, since, now }: Listing): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO publication_look (event_id, deliverable_id, programme_id, company_id, next_at)
    SELECT e.id, e.deliverable_id, e.programme_id, e.company_id, ${now}::timestamptz
    FROM deliverable d JOIN LATERAL (
      SELECT id, deliverable_id, programme_id, company_id, at, url FROM deliverable_event
      WHERE deliverable_id = d.id AND kind = 'published' ORDER BY position DESC LIMIT 1) e ON true
    WHERE d.programme_id = ${programmeId}::uuid AND d.stage = 'published' AND e.url <> '' AND e.at > ${since}::timestamptz
    ON CONFLICT (event_id) DO NOTHING`;
}

const claimed = z.object({
  eventId: z.uuid(),
  url: z.string(),
  titleJa: z.string(),
  titleEn: z.string(),
  /** This look counted. */
  attempts: z.int(),
});

export type ClaimedLook = Readonly<z.infer<typeof claimed>>;

interface Claiming {
  readonly programmeId: string;
  readonly now: Date;
  /** When another process takes it, should this one end before it has recorded what it saw. */
  readonly until: Date;
  readonly mostAttempts: number;
}

/** The one that waits longest, for this process alone; null where nothing waits. */
export async function claimPublication(
  transaction: Transaction,
  { programmeId, now, until, mostAttempts }: Claiming,
): Promise<ClaimedLook | null> {
  const rows = await transaction.$queryRaw<unknown[]>`
    UPDATE publication_look l SET attempts = l.attempts + 1, next_at = ${until}::timestamptz
    FROM deliverable_event e JOIN deliverable d ON d.id = e.deliverable_id JOIN deliverable_type t ON t.id = d.type_id
    WHERE e.id = l.event_id AND l.event_id = (
      SELECT w.event_id FROM publication_look w
      WHERE w.programme_id = ${programmeId}::uuid AND w.next_at <= ${now}::timestamptz AND w.attempts < ${mostAttempts}
      ORDER BY w.next_at, w.event_id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING l.event_id AS "eventId", e.url, t.title_ja AS "titleJa", t.title_en AS "titleEn", l.attempts`;
  return z.array(claimed).max(1).parse(rows)[0] ?? null;
}
