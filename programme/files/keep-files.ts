/** What people sent becomes a company's own: it is kept beyond its day, and no longer the sender's alone. */
import type { Transaction } from '../../prisma/client.js';
import type { ReceivedFile } from './received-file.js';

interface Owner {
  readonly programmeId: string;
  readonly companyId: string;
  /** What it was sent for: a consultation unless told. */
  readonly kind?: 'consultation' | 'review';
}

/** For what an action has found of its sender's. What was read of a file goes: it is read for drafts, and this is none. */
export async function keepForCompany(
  transaction: Transaction,
  files: readonly Pick<ReceivedFile, 'id'>[],
  { programmeId, companyId, kind = 'consultation' }: Owner,
): Promise<void> {
  if (files.length === 0) return;
  const ids = files.map(({ id }) => id);
  await forgetReadings(transaction, ids);
  await transaction.file.updateMany({
    where: { id: { in: ids }, kind: 'received' },
    data: { kind, programmeId, companyId, personId: null, expiresAt: null },
  });
}

/** Before a file changes its kind: afterwards nobody sees what was read of it, nor can take it away. */
export async function forgetReadings(transaction: Transaction, fileIds: readonly string[]): Promise<void> {
  await transaction.receivedDocument.deleteMany({ where: { fileId: { in: [...fileIds] } } });
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
