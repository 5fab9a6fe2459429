/** Keeps the bytes of files in a folder that all processes share, beside their rows in PostgreSQL. */
import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { inTransaction, type PrismaClient, type Transaction } from '../../prisma/client.js';
import { CHUNK_BYTES, inChunks, measure } from './file-bytes.js';
import { isFileId } from './file-id.js';
import { beginFile, completeFile, findFile, removeExpired, withoutRow, writerOf } from './file-rows.js';
import { FileGone, type FileStore, type NewFile, type StoredFile } from './file-store.js';

/** Bytes younger than this may belong to a transaction that has not committed yet. */
const SETTLED_MILLISECONDS = 3_600_000;

/** How many names are looked up at once. */
const BATCH = 500;

/** How the name of a file ends that is still coming in. */
const UNFINISHED = '.part';

export function folderFiles(database: PrismaClient, folder: string): FileStore {
  const pathOf = (id: string) => join(folder, id);
  return {
    write: async (file, bytes, transaction) =>
      transaction === undefined
        ? await inTransaction(database, async (own) => await write(own, folder, file, bytes), {
            viewer: writerOf(file),
          })
        : await write(transaction, folder, file, bytes),
    find: async (id) => await findFile(database, id),
    read: (id) => read(database, id, pathOf(id)),
    removeStale: async (now) => (await removeExpired(database, now)) + (await removeOrphans(database, folder, now)),
  };
}

async function write(
  transaction: Transaction,
  folder: string,
  file: NewFile,
  bytes: AsyncIterable<Uint8Array>,
): Promise<StoredFile> {
  await mkdir(folder, { recursive: true });
  const id = await beginFile(transaction, file);
  const path = join(folder, id);
  const measured = measure(bytes);
  try {
    const target = await open(path + UNFINISHED, 'wx');
    try {
      for await (const chunk of inChunks(measured.bytes)) await target.writeFile(chunk);
      // The row must not survive a power cut that its bytes did not.
      await target.sync();
    } finally {
      await target.close();
    }
    // By the programme's clock, which `removeOrphans` goes by.
    await utimes(path + UNFINISHED, file.now, file.now);
    await rename(path + UNFINISHED, path);
    return await completeFile(transaction, id, measured.taken());
  } catch (error) {
    await Promise.all([rm(path, { force: true }), rm(path + UNFINISHED, { force: true })]);
    throw error;
  }
}

async function* read(database: PrismaClient, id: string, path: string): AsyncIterable<Uint8Array> {
  const file = await findFile(database, id);
  if (file === null) throw new FileGone(id);
  let left = file.size;
  try {
    for await (const piece of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      left -= piece.byteLength;
      yield piece;
    }
  } catch (error) {
    if (isMissing(error)) throw new FileGone(id);
    throw error;
  }
  if (left !== 0) throw new FileGone(id);
}

/** Removes what belongs to no row: of a transaction that was rolled back, of a process that died, of a row that is deleted. */
async function removeOrphans(database: PrismaClient, folder: string, now: Date): Promise<number> {
  let removed = 0;
  for await (const names of batches(folder)) {
    const idOf = (name: string) => name.slice(0, -UNFINISHED.length);
    // Only what we have made ourselves: whatever else lies in the folder stays.
    const unfinished = names.filter((name) => name.endsWith(UNFINISHED) && isFileId(idOf(name)));
    const orphans = await withoutRow(database, names.filter(isFileId));
    for (const name of [...unfinished, ...orphans]) {
      const path = join(folder, name);
      const found = await stat(path).catch(() => null);
      if (found === null || found.mtime.getTime() + SETTLED_MILLISECONDS > now.getTime()) continue;
      await rm(path, { force: true });
      removed += 1;
    }
  }
  return removed;
}

async function* batches(folder: string): AsyncIterable<readonly string[]> {
  let batch: string[] = [];
  try {
    for await (const { name } of await opendir(folder)) {
      batch.push(name);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    // Nothing has been stored yet.
    if (!isMissing(error)) throw error;
  }
  if (batch.length > 0) yield batch;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
