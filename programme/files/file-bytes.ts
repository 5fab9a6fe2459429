/** Cuts a stream of bytes into pieces of one size, and measures it on its way. */
import { createHash } from 'node:crypto';
import { FileTooLarge, LARGEST_FILE_BYTES } from './file-store.js';

/** A piece of a file: all that of it is in memory at a time. The database takes no larger one. */
export const CHUNK_BYTES = 256 * 1024;

/** The same bytes in pieces of CHUNK_BYTES, the last one shorter; none where there are no bytes. */
export async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let room = CHUNK_BYTES;
  for await (const piece of bytes) {
    for (let rest = piece; rest.byteLength > 0; ) {
      const taken = rest.subarray(0, room);
      waiting.push(taken);
      room -= taken.byteLength;
      rest = rest.subarray(taken.byteLength);
      if (room > 0) continue;
      yield joined(waiting);
      waiting = [];
      room = CHUNK_BYTES;
    }
  }
  if (waiting.length > 0) yield joined(waiting);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only, ...others] = pieces;
  return only !== undefined && others.length === 0 ? only : Buffer.concat(pieces);
}

interface Measure {
  /** The same bytes. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** What has passed so far: the whole once all of it has. */
  taken(): { readonly size: number; readonly sha256: string };
}

/** Measures bytes as they pass. @throws FileTooLarge while they pass */
export function measure(bytes: AsyncIterable<Uint8Array>): Measure {
  const hash = createHash('sha256');
  let size = 0;
  async function* passing(): AsyncIterable<Uint8Array> {
    for await (const piece of bytes) {
      size += piece.byteLength;
      if (size > LARGEST_FILE_BYTES) throw new FileTooLarge();
      hash.update(piece);
      yield piece;
    }
  }
  return { bytes: passing(), taken: () => ({ size, sha256: hash.digest('hex') }) };
}

/** Bytes that are in memory already, for what takes a stream. */
export async function* oneByOne(...pieces: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* pieces;
}
