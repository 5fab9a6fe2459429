/** Records that a file was fetched by its link. */
import { inTransaction } from '../../prisma/client.js';
import type { Services } from '../requests/services.js';

/** A person's browser, or anything else: an office program, a script. */
export type OpeningAgent = 'browser' | 'other';

export async function recordOpening({ database, clock }: Services, fileId: string, agent: OpeningAgent): Promise<void> {
  const data = { fileId, at: clock.now(), agent };
  await inTransaction(database, (transaction) => transaction.fileOpening.create({ data }), {
    viewer: { kind: 'link', fileId },
  });
}
