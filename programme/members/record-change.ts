/** Writes into the history of members who changed what, and when. */
import type { MemberChangeKind, Transaction } from '../../prisma/client.js';

interface Change {
  readonly programmeId: string;
  readonly personId: string;
  readonly kind: MemberChangeKind;
  /** The other person: who was merged into this one, or whose account it was or became. */
  readonly otherPersonId?: string | null;
  readonly accountId?: string | null;
  readonly sessionId?: string | null;
  /** Who did it; the person themself where they entered a code or objected. */
  readonly byId: string;
  readonly at: Date;
}

export async function recordChange(transaction: Transaction, change: Change): Promise<void> {
  await transaction.memberChange.create({ data: change });
}
