/** Reads a file that is small enough to be held whole. */
import { FileGone, type FileStore } from './file-store.js';

/** Null where its time has ended meanwhile, or somebody has taken it away. */
export async function readWhole(files: Pick<FileStore, 'read'>, id: string): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of files.read(id)) pieces.push(piece);
  } catch (error) {
    if (error instanceof FileGone) return null;
    throw error;
  }
  return Buffer.concat(pieces);
}
