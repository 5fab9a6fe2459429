/** The rows of files, which both stores keep in PostgreSQL: whose a file is, what it is called, and when its time is over. */
import type { PrismaClient, Transaction } from '../../prisma/client.js';
import type { NewFile, StoredFile } from './file-store.js';

const seen = { id: true, name: true, contentType: true, size: true, sha256: true } as const;

/** How many rows of one statement are deleted, so that none holds its locks for long. */
const BATCH = 500;

/** Writes the row before its bytes have come, which refer to it; nobody sees it before the transaction commits. */
export async function beginFile(transaction: Transaction, file: NewFile): Promise<string> {
  const { now, ...about } = file;
  const { id } = await transaction.file.create({
    data: { ...about, createdAt: now, size: 0, sha256: '' },
    select: { id: true },
  });
  return id;
}

export async function completeFile(
  transaction: Transaction,
  id: string,
  measured: Pick<StoredFile, 'size' | 'sha256'>,
): Promise<StoredFile> {
  return await transaction.file.update({ where: { id }, data: measured, select: seen });
}

export async function findFile(database: PrismaClient, id: string): Promise<StoredFile | null> {
  return await database.file.findUnique({ where: { id }, select: seen });
}

/** Deletes the files whose time is over, with their bytes in the database and the record of their openings; returns how many. */
export async function removeExpired(database: PrismaClient, now: Date): Promise<number> {
  for (let removed = 0; ; ) {
    const due = await database.file.findMany({
      where: { expiresAt: { lte: now } },
      orderBy: { expiresAt: 'asc' },
      select: { id: true },
      take: BATCH,
    });
    const { count } = await database.file.deleteMany({ where: { id: { in: due.map(({ id }) => id) } } });
    removed += count;
    if (due.length < BATCH) return removed;
  }
}

/** Those of these identifiers that are no file's. */
export async function withoutRow(database: PrismaClient, ids: readonly string[]): Promise<readonly string[]> {
  const found = await database.file.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  const known = new Set(found.map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}
