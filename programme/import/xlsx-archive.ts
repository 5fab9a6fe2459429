/** Unpacks an .xlsx file within bounds and packs what is needed of it anew, so that the reader behind it never meets a hostile archive. */
import { crc32, inflateRawSync } from 'node:zlib';

/** What the XML inside may come to in all. Excel's own files of our largest roster stay below a half of it. */
export const LARGEST_UNPACKED_BYTES = 32 * 1024 * 1024;

const MOST_ENTRIES = 1_000;

/** Layouts of https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16. */
const LOCAL_HEADER = { signature: 0x04034b50, size: 30 };
const CENTRAL_HEADER = { signature: 0x02014b50, size: 46 };
const END_OF_DIRECTORY = { signature: 0x06054b50, size: 22, longestComment: 0xffff };
const ENCRYPTED = 0x1;
const STORED = 0;
const DEFLATED = 8;

export type ArchiveProblem = 'unreadable' | 'too-large' | 'macros';

export type Unpacked =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Buffer> }
  | { readonly ok: false; readonly problem: ArchiveProblem };

/**
 * The XML files of a workbook. Sizes that the archive claims are not believed: unpacking stops at the bound. Goes by the
 * central directory alone; what an archive hides between its entries is lost, and so is everything that is not XML.
 */
export function unpackWorkbook(content: Uint8Array): Unpacked {
  const archive = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  try {
    return unpackEntries(archive);
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      return { ok: false, problem: 'too-large' };
    }
    // Whatever else is wrong with an archive shows as an offset outside the file or as a failure of zlib.
    if (error instanceof Error && 'code' in error) return { ok: false, problem: 'unreadable' };
    throw error;
  }
}

function unpackEntries(archive: Buffer): Unpacked {
  const end = findEnd(archive);
  if (end === null) return { ok: false, problem: 'unreadable' };
  const count = archive.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) return { ok: false, problem: 'too-large' };
  const files = new Map<string, Buffer>();
  let position = archive.readUInt32LE(end + 16);
  let remaining = LARGEST_UNPACKED_BYTES;
  for (let entry = 0; entry < count; entry += 1) {
    if (archive.readUInt32LE(position) !== CENTRAL_HEADER.signature) return { ok: false, problem: 'unreadable' };
    const nameLength = archive.readUInt16LE(position + 28);
    const name = archive.toString('utf8', position + CENTRAL_HEADER.size, position + CENTRAL_HEADER.size + nameLength);
    if (/vbaProject\.bin$/i.test(name)) return { ok: false, problem: 'macros' };
    if (/\.(xml|rels)$/.test(name)) {
      if (files.has(name)) return { ok: false, problem: 'unreadable' };
      const data = readEntry(archive, position, remaining);
      if (data === null) return { ok: false, problem: 'unreadable' };
      remaining -= data.length;
      if (remaining <= 0) return { ok: false, problem: 'too-large' };
      files.set(name, data);
    }
    position += CENTRAL_HEADER.size + nameLength;
    position += archive.readUInt16LE(position - nameLength - CENTRAL_HEADER.size + 30);
    position += archive.readUInt16LE(position - nameLength - CENTRAL_HEADER.size + 32);
  }
  return { ok: true, files };
}

function findEnd(archive: Buffer): number | null {
  const first = Math.max(0, archive.length - END_OF_DIRECTORY.size - END_OF_DIRECTORY.longestComment);
  for (let position = archive.length - END_OF_DIRECTORY.size; position >= first; position -= 1) {
    if (archive.readUInt32LE(position) === END_OF_DIRECTORY.signature) return position;
  }
  return null;
}

/** Null for what no spreadsheet program writes: encryption, other compressions, data outside the file. */
function readEntry(archive: Buffer, header: number, most: number): Buffer | null {
  const flags = archive.readUInt16LE(header + 8);
  const method = archive.readUInt16LE(header + 10);
  const packedSize = archive.readUInt32LE(header + 20);
  const local = archive.readUInt32LE(header + 42);
  if ((flags & ENCRYPTED) !== 0 || archive.readUInt32LE(local) !== LOCAL_HEADER.signature) return null;
  const start = local + LOCAL_HEADER.size + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  if (start + packedSize > archive.length) return null;
  const packed = archive.subarray(start, start + packedSize);
  if (method === STORED) return packed;
  return method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }) : null;
}

/** A plain archive of the files, nothing compressed, every size in its place. */
export function packStored(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of files) {
    const path = Buffer.from(name, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(path.length, 22);
    parts.push(uint32(LOCAL_HEADER.signature), facts, path, data);
    directory.push(
      uint32(CENTRAL_HEADER.signature),
      Buffer.from([20, 0]),
      facts,
      Buffer.alloc(10),
      uint32(offset),
      path,
    );
    offset += LOCAL_HEADER.size + path.length + data.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(END_OF_DIRECTORY.size);
  end.writeUInt32LE(END_OF_DIRECTORY.signature, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
