/** What was seen at the address of a publication, as far as it holds. Data, without words. */
import type { PublicationOutcome, Transaction } from '../../../prisma/client.js';

export interface SeenPublication {
  readonly outcome: PublicationOutcome;
  readonly status: number | null;
  readonly lookedAt: Date;
}

/** Of the last publication that was reported; null where nobody has looked. Whether it still holds is said by the stage. */
export async function readSeenPublication(
  transaction: Transaction,
  deliverableId: string,
): Promise<SeenPublication | null> {
  const event = await transaction.deliverableEvent.findFirst({
    where: { deliverableId, kind: 'published' },
    orderBy: { position: 'desc' },
    include: { look: true },
  });
  return seenOf(event?.look ?? null);
}

/** Null where nobody has looked. */
export function seenOf(
  look: {
    readonly outcome: PublicationOutcome | null;
    readonly status: number | null;
    readonly lookedAt: Date | null;
  } | null,
): SeenPublication | null {
  if (look === null || look.outcome === null || look.lookedAt === null) return null;
  return { outcome: look.outcome, status: look.status, lookedAt: look.lookedAt };
}
