/** Files that people sent and an action took: how they are kept, and how the action finds them again. */
import { createHash } from 'node:crypto';
import { contentTypes, type FileType } from '../../documents/type-by-content.js';
import { inTransaction, type PrismaClient, type Transaction } from '../../prisma/client.js';
import { oneByOne } from './file-bytes.js';
import { isFileId } from './file-id.js';
import { givenFileName } from './file-name.js';
import type { FileStore } from './file-store.js';

/** How long what was sent is kept for the person to go on with it, in milliseconds; what must stay is copied by its action. */
const RECEIVED_MILLISECONDS = 24 * 3_600_000;

/** A file as the action gets it; `FileStore.read` gives its bytes. */
export interface ReceivedFile {
  readonly id: string;
  /** Who sent it. */
  readonly senderId: string | null;
  readonly name: string;
  /** By its content. */
  readonly type: FileType;
  /** In bytes. */
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

interface Fetched {
  readonly name: string;
  readonly type: FileType;
  readonly content: Uint8Array;
}

/** Keeps it for this person alone, in a transaction of its own: the request that it belongs to begins afterwards. */
export async function keepReceivedFile(
  files: FileStore,
  personId: string,
  { name, type, content }: Fetched,
  now: Date,
): Promise<string> {
  const expiresAt = new Date(now.getTime() + RECEIVED_MILLISECONDS);
  const about = { kind: 'received', personId, contentType: contentTypes[type], now, expiresAt } as const;
  return (await files.write({ ...about, name: givenFileName(name) }, oneByOne(content))).id;
}

/** What the person has sent under this name with these bytes, kept for another day; null where there is none that still waits. */
export async function findSameReceived(
  database: PrismaClient,
  personId: string,
  { name, content, now }: { readonly name: string; readonly content: Uint8Array; readonly now: Date },
): Promise<string | null> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const same = { personId, kind: 'received', sha256, name: givenFileName(name), expiresAt: { gt: now } };
  const keep = async (transaction: Transaction) => {
    const found = await transaction.file.findFirst({ where: same, select: { id: true } });
    if (found === null) return null;
    const expiresAt = new Date(now.getTime() + RECEIVED_MILLISECONDS);
    const kept = await transaction.file.updateMany({ where: { ...same, id: found.id }, data: { expiresAt } });
    return kept.count === 1 ? found.id : null;
  };
  return await inTransaction(database, keep, { viewer: { kind: 'person', personId } });
}

/**
 * The files of an action's input, in its order. Null where one is not there any more or was not sent by this person, so that an
 * identifier that comes from elsewhere opens nothing.
 */
export async function findReceivedFiles(
  transaction: Transaction,
  personId: string,
  ids: readonly string[],
): Promise<readonly ReceivedFile[] | null> {
  const rows = await transaction.file.findMany({
    where: { id: { in: ids.filter(isFileId) }, personId, kind: 'received' },
    select: { id: true, personId: true, name: true, contentType: true, size: true, sha256: true },
  });
  const byId = new Map(
    rows.map(({ contentType, personId: senderId, ...row }) => [
      row.id,
      { ...row, senderId, type: typeOf(contentType) },
    ]),
  );
  const found = ids.flatMap((id) => byId.get(id) ?? []);
  return found.length === ids.length ? found : null;
}

function isType(key: string): key is FileType {
  return Object.hasOwn(contentTypes, key);
}

function typeOf(contentType: string): FileType {
  return (
    Object.keys(contentTypes)
      .filter(isType)
      .find((type) => contentTypes[type] === contentType) ?? 'other'
  );
}
