/** The rows of files, which both stores keep in PostgreSQL: whose a file is, what it is called, and when its time is over. */
import { inTransaction, type PrismaClient, type Transaction, type Viewer } from '../../prisma/client.js';
import type { NewFile, StoredFile } from './file-store.js';

const seen = { id: true, name: true, contentType: true, size: true, sha256: true } as const;

/** How many rows of one statement are deleted, so that none holds its locks for long. */
const BATCH = 500;

/** For whom a file is written in a transaction of its own: for the person whose it is, if it is anybody's. */
export function writerOf({ personId }: Pick<NewFile, 'personId'>): Viewer | null {
  return personId === undefined ? null : { kind: 'person', personId };
}

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

/** For whoever was given its identifier or a link to it: that is the permission, for this one file. */
export async function findFile(database: PrismaClient, id: string): Promise<StoredFile | null> {
  return await inTransaction(database, (transaction) => transaction.file.findUnique({ where: { id }, select: seen }), {
    viewer: { kind: 'link', fileId: id },
  });
}

/** A piece of its bytes, in the same way; null where it is not there any more. */
export async function readChunk(database: PrismaClient, fileId: string, position: number): Promise<Uint8Array | null> {
  const where = { fileId_position: { fileId, position } };
  const chunk = await inTransaction(database, (transaction) => transaction.fileChunk.findUnique({ where }), {
    viewer: { kind: 'link', fileId },
  });
  return chunk?.bytes ?? null;
}

/** Deletes the files whose time is over, with their bytes in the database and the record of their openings; returns how many. */
export async function removeExpired(database: PrismaClient, now: Date): Promise<number> {
  for (let removed = 0; ; ) {
    const { due, count } = await keepHouse(database, async (transaction) => {
      const rows = await transaction.file.findMany({
        where: { expiresAt: { lte: now } },
        orderBy: { expiresAt: 'asc' },
        select: { id: true },
        take: BATCH,
      });
      const deleted = await transaction.file.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
      return { due: rows.length, count: deleted.count };
    });
    removed += count;
    if (due < BATCH) return removed;
  }
}

/** The only viewer to whom every file's row is there: to any other the bytes of a file that it may not see would belong to no row. */
async function keepHouse<T>(database: PrismaClient, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return await inTransaction(database, work, { viewer: { kind: 'housekeeping' } });
}

/** Those of these identifiers that are no file's. */
export async function withoutRow(database: PrismaClient, ids: readonly string[]): Promise<readonly string[]> {
  const where = { id: { in: [...ids] } };
  const found = await keepHouse(database, (transaction) => transaction.file.findMany({ where, select: { id: true } }));
  const known = new Set(found.map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}
