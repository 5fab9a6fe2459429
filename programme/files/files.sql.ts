/** The raw SQL on files: their bytes, which go to the server as they are. */
import type { Transaction } from '../../prisma/client.js';

/** Adds a piece of a file's bytes; positions count from 0. */
export async function writeChunk(
  transaction: Transaction,
  fileId: string,
  position: number,
  bytes: Uint8Array,
): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO file_chunk (file_id, position, bytes) VALUES (${fileId}::uuid, ${position}::int, ${bytes}::bytea)`;
}
