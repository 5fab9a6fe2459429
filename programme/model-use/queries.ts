/** What programmes let go to the operator's language model. */
import type { ModelUse, PrismaClient, Transaction } from '../../prisma/client.js';

/** From what lets least to what lets most. */
export const modelUses = ['off', 'without_names', 'with_names'] as const satisfies readonly ModelUse[];

/**
 * What all of these programmes let go: a sentence may be about any of a person's programmes, so that the one that lets least decides.
 * 'off' where there is none.
 */
export async function readModelUse(
  database: PrismaClient | Transaction,
  programmeIds: readonly string[],
): Promise<ModelUse> {
  const programmes = await database.programme.findMany({
    where: { id: { in: [...programmeIds] } },
    select: { modelUse: true },
  });
  const uses = new Set(programmes.map(({ modelUse }) => modelUse));
  return modelUses.find((use) => uses.has(use)) ?? 'off';
}
