/** Which deliverable the stages of an audience are about, where only one can be meant. */
import type { Transaction } from '../../prisma/client.js';
import type { Audience } from './audience.js';

/** Null where no stage counts; `missing` where it has to be said which one. */
export async function deliverableFor(
  transaction: Transaction,
  programmeId: string,
  { deliverableType, stages }: Pick<Audience, 'deliverableType' | 'stages'>,
): Promise<string | 'missing' | null> {
  if (stages.length === 0) return null;
  const types = await transaction.deliverableType.findMany({
    where: { programmeId, ...(deliverableType !== null && { id: deliverableType }) },
    select: { id: true },
    take: 2,
  });
  const [only, other] = types;
  return only !== undefined && other === undefined ? only.id : 'missing';
}
