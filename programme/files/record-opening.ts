/** Records that a file was fetched by its link. */
import type { Services } from '../requests/services.js';

/** A person's browser, or anything else: an office program, a script. */
export type OpeningAgent = 'browser' | 'other';

export async function recordOpening({ database, clock }: Services, fileId: string, agent: OpeningAgent): Promise<void> {
  await database.fileOpening.create({ data: { fileId, at: clock.now(), agent } });
}
