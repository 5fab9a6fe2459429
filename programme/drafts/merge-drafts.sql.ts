/** The raw SQL by which one person's part in drafts and reviews becomes another's, where two rows were one person. */
import { executePipelined, Prisma, type Transaction } from '../../prisma/client.js';

interface Merge {
  readonly fromId: string;
  readonly intoId: string;
}

/** What they sent, opened, declared, marked, reviewed, wrote, answered, asked for and decided. Of what both have looked at, the later look stays. */
export async function mergeDrafts(transaction: Transaction, { fromId, intoId }: Merge): Promise<void> {
  const from = Prisma.sql`${fromId}::uuid`;
  const into = Prisma.sql`${intoId}::uuid`;
  const statements = [
    Prisma.sql`UPDATE deliverable_event SET person_id = ${into} WHERE person_id = ${from}`,
    Prisma.sql`UPDATE due_extension SET asked_by_id = ${into} WHERE asked_by_id = ${from}`,
    Prisma.sql`UPDATE due_extension SET decided_by_id = ${into} WHERE decided_by_id = ${from}`,
    Prisma.sql`UPDATE draft SET submitted_by_id = ${into} WHERE submitted_by_id = ${from}`,
    Prisma.sql`UPDATE draft SET opened_by_id = ${into} WHERE opened_by_id = ${from}`,
    Prisma.sql`UPDATE draft_declaration SET person_id = ${into} WHERE person_id = ${from}`,
    Prisma.sql`UPDATE check_mark SET person_id = ${into} WHERE person_id = ${from}`,
    Prisma.sql`DELETE FROM draft_look l WHERE person_id IN (${from}, ${into}) AND EXISTS (
      SELECT FROM draft_look o WHERE o.deliverable_id = l.deliverable_id AND o.person_id IN (${from}, ${into})
        AND (o.at, o.person_id) > (l.at, l.person_id))`,
    Prisma.sql`UPDATE draft_look SET person_id = ${into} WHERE person_id = ${from}`,
    Prisma.sql`UPDATE review SET reviewer_id = ${into} WHERE reviewer_id = ${from}`,
    Prisma.sql`UPDATE review_comment SET author_id = ${into} WHERE author_id = ${from}`,
    Prisma.sql`UPDATE comment_answer SET person_id = ${into} WHERE person_id = ${from}`,
  ];
  for (const statement of statements) await executePipelined(transaction, statement);
}
