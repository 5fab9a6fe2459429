/** Tells what a file is by its bytes: a name says what somebody calls it, and a platform repeats that. */
import { type ArchiveEntry, ArchiveError, openArchive } from './archive.js';

/** Each type with the content type that is stored with it. */
export const contentTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  /** An Office document that brings a program of its own. */
  macros: 'application/vnd.ms-office',
  zip: 'application/zip',
  /** Office's format before 2007, and what Office encrypts. */
  ole: 'application/x-ole-storage',
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  /** Sound or moving pictures. */
  recording: 'application/ogg',
  json: 'application/json',
  csv: 'text/csv',
  text: 'text/plain',
  other: 'application/octet-stream',
} as const;

export type FileType = keyof typeof contentTypes;

/** So many bytes at the beginning tell as much as a beginning can. */
export const TELLING_BYTES = 4096;

/** Enough for any Office document; what has more is a ZIP archive to us. */
const MOST_ENTRIES = 10_000;

const inZip: readonly FileType[] = ['xlsx', 'docx', 'pptx', 'macros', 'zip'];
const inText: readonly FileType[] = ['json', 'csv', 'text', 'other'];

/** Signatures by their place, in hexadecimal. Sources: each format's specification, gathered in Wikipedia's "List of file signatures". */
const signatures: readonly (readonly [at: number, bytes: string, types: readonly FileType[]])[] = [
  [0, '504b0304', inZip],
  [0, '504b0506', inZip],
  [0, 'd0cf11e0a1b11ae1', ['ole']],
  [0, '89504e470d0a1a0a', ['png']],
  [0, 'ffd8ff', ['jpeg']],
  [0, '47494638', ['gif']],
  [8, '57454250', ['webp']],
  ...['68656963', '68656978', '6d696631', '6d736631', '68657663', '61766966'].map(
    (brand): [number, string, readonly FileType[]] => [4, `66747970${brand}`, ['heic']],
  ),
  [4, '66747970', ['recording']],
  [8, '57415645', ['recording']],
  [0, '4f676753', ['recording']],
  [0, '1a45dfa3', ['recording']],
  [0, '494433', ['recording']],
  [0, 'fffb', ['recording']],
  [0, 'fff1', ['recording']],
  [0, '2321414d52', ['recording']],
];

/** What a file may be that begins like this, of which at least TELLING_BYTES are given or all. */
export function typesByBeginning(beginning: Uint8Array): readonly FileType[] {
  const head = Buffer.from(beginning.buffer, beginning.byteOffset, Math.min(beginning.byteLength, TELLING_BYTES));
  const found = signatures.find(([at, bytes]) => head.toString('hex', at, at + bytes.length / 2) === bytes);
  if (found !== undefined) return found[2];
  // Readers find it within the first kilobyte, and some writers put something in front.
  if (head.subarray(0, 1024).includes('%PDF-')) return ['pdf'];
  return isText(head) ? inText : ['other'];
}

/** What the file is. Never throws: a broken archive is an archive. */
export async function typeByContent(content: Uint8Array): Promise<FileType> {
  const types = typesByBeginning(content);
  if (types === inZip) return await typeOfArchive(content);
  return types === inText ? typeOfText(content) : (types[0] ?? 'other');
}

async function typeOfArchive(content: Uint8Array): Promise<FileType> {
  let entries: readonly ArchiveEntry[];
  try {
    entries = await openArchive(content, { mostEntries: MOST_ENTRIES });
  } catch (error) {
    if (error instanceof ArchiveError) return 'zip';
    throw error;
  }
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has('[Content_Types].xml')) return 'zip';
  const folderOf = { xlsx: 'xl/', docx: 'word/', pptx: 'ppt/' } as const;
  const all = [...names];
  if (all.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name))) return 'macros';
  const is = (type: keyof typeof folderOf) => all.some((name) => name.startsWith(folderOf[type]));
  return is('xlsx') ? 'xlsx' : is('docx') ? 'docx' : is('pptx') ? 'pptx' : 'zip';
}

function typeOfText(content: Uint8Array): FileType {
  if (!isText(content)) return 'other';
  // Of each character only its place in ASCII matters here, whatever the encoding; UTF-16 has a zero beside it.
  const start = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    .toString('latin1', 0, 64 * 1024)
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (/^[{[]/.test(start)) return 'json';
  const lines = start.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const separates = (separator: string) => lines.slice(0, 2).every((line) => line.includes(separator));
  return lines.length > 0 && [',', '\t', ';'].some(separates) ? 'csv' : 'text';
}

/** No byte that no text has, in UTF-8, Shift_JIS or another encoding of bytes; UTF-16 says so at its beginning. */
function isText(content: Uint8Array): boolean {
  const [first, second] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return content.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b);
}
