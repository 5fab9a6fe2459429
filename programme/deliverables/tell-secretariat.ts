/** Who of a programme's secretariat is told about deliverables: everyone who belongs to it now. */
import type { Transaction } from '../../prisma/client.js';

/** The identifiers of the people; `but` is left out. */
export async function secretariatOf(
  transaction: Transaction,
  programmeId: string,
  { but = null }: { readonly but?: string | null } = {},
): Promise<readonly string[]> {
  const members = await transaction.membership.findMany({
    where: { programmeId, role: 'secretariat', endedAt: null },
    select: { personId: true },
    distinct: ['personId'],
  });
  return members.map(({ personId }) => personId).filter((id) => id !== but);
}
