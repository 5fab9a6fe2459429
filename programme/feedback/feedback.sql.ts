/** The raw SQL of feedback: the lock under which answers and quotes change, and the answers of two people who were one. */
import { executePipelined, Prisma, type Transaction } from '../../prisma/client.js';

/** Answers, what is quoted of them and the report's freeze change one after another, so that no quote outlives its permission. */
export async function lockFeedback(transaction: Transaction, programmeId: string): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`feedback:${programmeId}`}::text, 0))`;
}

interface Merge {
  readonly fromId: string;
  readonly intoId: string;
  /** Of both, in the order of their identifiers. */
  readonly programmeIds: readonly string[];
}

/**
 * Of two answers on one session the later one stays; what was quoted of the other one goes with it. Under the lock of each
 * programme, so that no answer of the duplicate comes after it and is nobody's.
 */
export async function mergeFeedback(transaction: Transaction, { fromId, intoId, programmeIds }: Merge): Promise<void> {
  for (const programmeId of programmeIds) await lockFeedback(transaction, programmeId);
  const from = Prisma.sql`${fromId}::uuid`;
  const into = Prisma.sql`${intoId}::uuid`;
  const statements = [
    Prisma.sql`DELETE FROM feedback f WHERE person_id IN (${from}, ${into}) AND EXISTS (
      SELECT FROM feedback o WHERE o.session_id = f.session_id AND o.person_id IN (${from}, ${into})
        AND (o.changed_at, o.person_id) > (f.changed_at, f.person_id))`,
    Prisma.sql`UPDATE feedback SET person_id = ${into} WHERE person_id = ${from}`,
    Prisma.sql`UPDATE feedback_quote SET chosen_by_id = ${into} WHERE chosen_by_id = ${from}`,
  ];
  for (const statement of statements) await executePipelined(transaction, statement);
}
