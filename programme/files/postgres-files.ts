/** Keeps files in PostgreSQL as rows of bytes, so that transactions, cascades and row security reach them. Not as large objects, which know no row security. */
import { inTransaction, type PrismaClient, type Transaction } from '../../prisma/client.js';
import { inChunks, measure } from './file-bytes.js';
import { beginFile, completeFile, findFile, readChunk, removeExpired, writerOf } from './file-rows.js';
import { FileGone, type FileStore, type NewFile, type StoredFile } from './file-store.js';
import { writeChunk } from './files.sql.js';

export function postgresFiles(database: PrismaClient): FileStore {
  return {
    write: async (file, bytes, transaction) =>
      transaction === undefined
        ? await inTransaction(database, async (own) => await write(own, file, bytes), { viewer: writerOf(file) })
        : await write(transaction, file, bytes),
    find: async (id) => await findFile(database, id),
    read: (id) => read(database, id),
    removeStale: async (now) => await removeExpired(database, now),
  };
}

async function write(transaction: Transaction, file: NewFile, bytes: AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const id = await beginFile(transaction, file);
  const measured = measure(bytes);
  let position = 0;
  for await (const chunk of inChunks(measured.bytes)) {
    await writeChunk(transaction, id, position, chunk);
    position += 1;
  }
  return await completeFile(transaction, id, measured.taken());
}

/** Each piece is a query of its own, so that a slow reader holds no transaction open. */
async function* read(database: PrismaClient, id: string): AsyncIterable<Uint8Array> {
  const file = await findFile(database, id);
  if (file === null) throw new FileGone(id);
  let left = file.size;
  for (let position = 0; left > 0; position += 1) {
    const chunk = await readChunk(database, id, position);
    if (chunk === null) throw new FileGone(id);
    left -= chunk.byteLength;
    yield chunk;
  }
}
