/** Reads entries of a ZIP archive within limits, whatever the archive says about itself. */
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

export type ArchiveProblem = 'not-a-zip' | 'broken' | 'encrypted' | 'too-many-entries' | 'too-large';

/** Why an archive, or an entry of it, was not read; `cause` says what exactly is wrong with one that is broken. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
  readonly problem: ArchiveProblem;

  constructor(problem: ArchiveProblem, options?: ErrorOptions) {
    super(`The archive was not read: ${problem}.`, options);
    this.problem = problem;
  }
}

export interface ArchiveEntry {
  /** The path inside the archive, with `/` between folders. */
  readonly name: string;
  /** Bytes when unpacked, as the archive declares them; an entry that turns out longer or shorter is broken. */
  readonly size: number;
  /**
   * The unpacked content, whole in memory.
   * @throws {ArchiveError} before anything is unpacked where the declared size is over the limit
   */
  read(mostBytes: number): Promise<Buffer>;
  /**
   * The unpacked content piece by piece, for what is too much to hold whole.
   * @throws {ArchiveError} at the first byte too many, and at the end where the content is not what the archive declares
   */
  stream(mostBytes: number): AsyncGenerator<Buffer, void>;
}

/**
 * Lists the entries of an archive, ZIP64 included, without unpacking any. Goes by the central directory alone: what an
 * archive hides between its entries does not exist.
 * @throws {ArchiveError}
 */
export async function openArchive(
  content: Uint8Array,
  { mostEntries }: { readonly mostEntries: number },
): Promise<readonly ArchiveEntry[]> {
  const archive = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const looksLikeZip = archive.subarray(0, 2).toString('latin1') === 'PK';
  // While an entry is unpacked its bytes are counted, and one byte more than it declares ends the reading.
  const opening = fromBufferPromise(archive, { validateEntrySizes: true });
  const zip = await failingAs(looksLikeZip ? 'broken' : 'not-a-zip', opening);
  if (zip.entryCount > mostEntries) throw new ArchiveError('too-many-entries');
  const entries = await failingAs('broken', listEntries(zip));
  // Of two entries with one name, each reader takes another.
  if (new Set(entries.map(({ fileName }) => fileName)).size < entries.length) throw new ArchiveError('broken');
  return entries.map((entry) => ({
    name: entry.fileName,
    size: entry.uncompressedSize,
    read: async (mostBytes) => await readEntry(zip, entry, mostBytes),
    stream: (mostBytes) => streamEntry(zip, entry, mostBytes),
  }));
}

async function listEntries(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

function refuseBeforeUnpacking(entry: Entry, mostBytes: number): void {
  if (entry.isEncrypted()) throw new ArchiveError('encrypted');
  if (entry.uncompressedSize > mostBytes) throw new ArchiveError('too-large');
}

async function* streamEntry(zip: ZipFile, entry: Entry, mostBytes: number): AsyncGenerator<Buffer, void> {
  refuseBeforeUnpacking(entry, mostBytes);
  const pieces = await failingAs('broken', zip.openReadStreamPromise(entry));
  let checksum = 0;
  try {
    for await (const piece of pieces) {
      if (!Buffer.isBuffer(piece)) throw new TypeError('An archive unpacks to bytes.');
      checksum = crc32(piece, checksum);
      yield piece;
    }
  } catch (cause) {
    throw new ArchiveError('broken', { cause });
  }
  if (checksum !== entry.crc32) throw new ArchiveError('broken');
}

async function readEntry(zip: ZipFile, entry: Entry, mostBytes: number): Promise<Buffer> {
  refuseBeforeUnpacking(entry, mostBytes);
  const unpacked = await failingAs('broken', zip.openReadStreamPromise(entry).then(buffer));
  if (crc32(unpacked) !== entry.crc32) throw new ArchiveError('broken');
  return unpacked;
}

/** The library says what is wrong in errors of no class of their own. */
async function failingAs<T>(problem: ArchiveProblem, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new ArchiveError(problem, { cause });
  }
}
