/** Changes what a programme lets go to the operator's language model. */
import type { ModelUse, Transaction } from '../../prisma/client.js';

interface SetModelUse {
  readonly programmeId: string;
  readonly use: ModelUse;
}

/** From the next sentence on; what has been sent is not taken back by it. */
export async function setModelUse(transaction: Transaction, { programmeId, use }: SetModelUse): Promise<void> {
  await transaction.programme.update({ where: { id: programmeId }, data: { modelUse: use } });
}
