/** The raw SQL of ratings: writes one in the place of an earlier one of the same answer, and makes one person of two. */
import { executePipelined, Prisma, type Transaction } from '../../../prisma/client.js';

export interface Rating {
  readonly programmeId: string;
  readonly personId: string;
  /** What was looked up. */
  readonly words: string;
  readonly helpful: boolean;
  /** Empty where it helped. */
  readonly missing: string;
  readonly now: Date;
}

/** What was settled waits again, as it has been said anew. */
export async function rateAnswer(transaction: Transaction, rating: Rating): Promise<void> {
  const { programmeId, personId, words, helpful, missing, now } = rating;
  await transaction.$executeRaw`
    INSERT INTO answer_rating (programme_id, person_id, words, helpful, missing, answered_at)
    VALUES (${programmeId}::uuid, ${personId}::uuid, ${words}, ${helpful}, ${missing}, ${now}::timestamptz)
    ON CONFLICT (programme_id, person_id, words) DO UPDATE SET helpful = excluded.helpful, missing = excluded.missing,
      answered_at = excluded.answered_at, settled_at = NULL, settled_by = NULL`;
}

/** Makes one person of two: of an answer that both rated, the later rating stays. */
export async function mergeRatings(
  transaction: Transaction,
  { fromId, intoId }: { readonly fromId: string; readonly intoId: string },
): Promise<void> {
  const both = Prisma.sql`ARRAY[${fromId}, ${intoId}]::uuid[]`;
  const statements = [
    Prisma.sql`DELETE FROM answer_rating r USING answer_rating o
      WHERE r.person_id = ANY (${both}) AND o.person_id = ANY (${both}) AND r.person_id <> o.person_id
        AND r.programme_id = o.programme_id AND r.words = o.words
        AND (r.answered_at < o.answered_at OR (r.answered_at = o.answered_at AND r.person_id = ${fromId}::uuid))`,
    Prisma.sql`UPDATE answer_rating SET person_id = ${intoId}::uuid WHERE person_id = ${fromId}::uuid`,
    Prisma.sql`UPDATE answer_rating SET settled_by = ${intoId}::uuid WHERE settled_by = ${fromId}::uuid`,
  ];
  for (const statement of statements) await executePipelined(transaction, statement);
}
