/** Throws a draft away, with the file that it alone names. */
import type { Transaction } from '../../prisma/client.js';

/** The caller has locked it. Its file goes with the next sweep over files. */
export async function discardDraft(transaction: Transaction, id: string, now: Date): Promise<void> {
  const versions = await transaction.announcementVersion.findMany({ where: { announcementId: id } });
  await transaction.announcement.delete({ where: { id } });
  await forgetFiles(
    transaction,
    versions.map(({ fileId }) => fileId),
    now,
  );
}

/** Of these, the ones that no version of any announcement names. */
async function forgetFiles(transaction: Transaction, files: readonly (string | null)[], now: Date): Promise<void> {
  const ids = files.filter((id) => id !== null);
  if (ids.length === 0) return;
  const named = await transaction.announcementVersion.findMany({
    where: { fileId: { in: ids } },
    select: { fileId: true },
  });
  const kept = new Set(named.map(({ fileId }) => fileId));
  await transaction.file.updateMany({
    where: { id: { in: ids.filter((id) => !kept.has(id)) }, kind: 'announcement' },
    data: { expiresAt: now },
  });
}
