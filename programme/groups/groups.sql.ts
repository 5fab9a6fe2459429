/** The raw SQL by which one person's places in groups become another's, where two rows were one person. */
import { executePipelined, Prisma, type Transaction } from '../../prisma/client.js';

/** Of two places in the groups of one session theirs who stays is kept. */
export async function mergeGroupPlaces(
  transaction: Transaction,
  { fromId, intoId }: { readonly fromId: string; readonly intoId: string },
): Promise<void> {
  const from = Prisma.sql`${fromId}::uuid`;
  const into = Prisma.sql`${intoId}::uuid`;
  const statements = [
    Prisma.sql`DELETE FROM group_place p WHERE person_id = ${from} AND EXISTS (
      SELECT FROM group_place o WHERE o.plan_id = p.plan_id AND o.person_id = ${into})`,
    Prisma.sql`UPDATE group_place SET person_id = ${into} WHERE person_id = ${from}`,
    Prisma.sql`UPDATE group_plan SET changed_by_id = ${into} WHERE changed_by_id = ${from}`,
  ];
  for (const statement of statements) await executePipelined(transaction, statement);
}
