/** What people sent becomes a company's own: it is kept beyond its day, and no longer the sender's alone. */
import type { Transaction } from '../../prisma/client.js';
import type { ReceivedFile } from './received-file.js';

interface Owner {
  readonly programmeId: string;
  readonly companyId: string;
  /** What it was sent for: a consultation unless told. */
  readonly kind?: 'consultation' | 'review';
}

/** For what an action has found of its sender's. */
export async function keepForCompany(
  transaction: Transaction,
  files: readonly Pick<ReceivedFile, 'id'>[],
  { programmeId, companyId, kind = 'consultation' }: Owner,
): Promise<void> {
  if (files.length === 0) return;
  await transaction.file.updateMany({
    where: { id: { in: files.map(({ id }) => id) }, kind: 'received' },
    data: { kind, programmeId, companyId, personId: null, expiresAt: null },
  });
}

/** What a person sent and nothing has taken yet, the latest first. */
export async function readReceivedFiles(
  transaction: Transaction,
  personId: string,
  { now, most }: { readonly now: Date; readonly most: number },
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return await transaction.file.findMany({
    where: { personId, kind: 'received', expiresAt: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true, name: true },
    take: most,
  });
}
