/** The raw SQL by which one person's announcements and answers become another's, where two rows were one person. */
import { executePipelined, Prisma, type Transaction } from '../../prisma/client.js';

interface Merge {
  readonly fromId: string;
  readonly intoId: string;
}

/** Of two answers to one announcement the later one stays, and of two messages of one that are still to be sent, one. */
export async function mergeAnnouncementAnswers(
  transaction: Transaction,
  { fromId, intoId, now }: Merge & { readonly now: Date },
): Promise<void> {
  const from = Prisma.sql`${fromId}::uuid`;
  const into = Prisma.sql`${intoId}::uuid`;
  const statements = [
    Prisma.sql`DELETE FROM announcement_answer a WHERE person_id IN (${from}, ${into}) AND EXISTS (
      SELECT FROM announcement_answer o WHERE o.announcement_id = a.announcement_id AND o.person_id IN (${from}, ${into})
        AND (o.answered_at, o.person_id) > (a.answered_at, a.person_id))`,
    Prisma.sql`UPDATE announcement_answer SET person_id = ${into} WHERE person_id = ${from}`,
    Prisma.sql`UPDATE announcement_person o SET previewed = o.previewed OR a.previewed, included = coalesce(o.included OR a.included, o.included, a.included)
      FROM announcement_person a WHERE a.announcement_id = o.announcement_id AND a.person_id = ${from} AND o.person_id = ${into}`,
    Prisma.sql`DELETE FROM announcement_person a WHERE person_id = ${from} AND EXISTS (
      SELECT FROM announcement_person o WHERE o.announcement_id = a.announcement_id AND o.person_id = ${into})`,
    Prisma.sql`UPDATE announcement_person SET person_id = ${into} WHERE person_id = ${from}`,
    Prisma.sql`UPDATE notification n SET state = 'suppressed', reason = 'told to the same person', settled_at = ${now}::timestamptz
      WHERE person_id = ${from} AND state IN ('pending', 'stopped') AND bulk_id IS NOT NULL AND EXISTS (
        SELECT FROM notification o WHERE o.person_id = ${into} AND o.bulk_id = n.bulk_id AND o.kind = n.kind)`,
    Prisma.sql`UPDATE notification SET person_id = ${into} WHERE person_id = ${from} AND state = 'stopped'`,
    Prisma.sql`UPDATE announcement SET created_by_id = ${into} WHERE created_by_id = ${from}`,
  ];
  for (const statement of statements) await executePipelined(transaction, statement);
}
