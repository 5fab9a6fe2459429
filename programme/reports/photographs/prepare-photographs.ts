/** Makes the photographs that somebody sent ready for the report's documents. */
import { LRUCache } from 'lru-cache';
import type { PreparedPicture } from '../../../documents/pictures/prepare-picture.js';
import { readPhotograph } from '../../../documents/read-photograph.js';
import { computedApart, type Transaction } from '../../../prisma/client.js';
import type { FileStore } from '../../files/file-store.js';
import { readWhole } from '../../files/read-whole.js';
import { findReceivedFiles, type ReceivedFile } from '../../files/received-file.js';
import type { Context } from '../../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { refusePhotograph } from './refuse-photograph.js';
import { photographFaults } from './texts.js';

export interface SentPhotograph {
  readonly file: ReceivedFile;
  readonly picture: PreparedPicture;
}

/** What is shown and what is then done are the same pictures, within minutes. By the file's identifier, a quarter of a megabyte each. */
const preparedBefore = new LRUCache<string, PreparedPicture>({ max: 20, ttl: 15 * 60_000 });

interface Sent {
  readonly files: FileStore;
  readonly file: ReceivedFile;
}

/** No transaction is open while a picture is made ready, which takes seconds: the one that asked looks anew whose the files are. */
const prepareApart = computedApart(async (sent: readonly Sent[]): Promise<readonly (PreparedPicture | Refusal)[]> => {
  const prepared: (PreparedPicture | Refusal)[] = [];
  for (const one of sent) {
    const picture = await prepare(one);
    if (!isRefusal(picture)) preparedBefore.set(one.file.id, picture);
    prepared.push(picture);
  }
  return prepared;
});

async function prepare({ files, file: { id, name, type } }: Sent): Promise<PreparedPicture | Refusal> {
  if (type !== 'png' && type !== 'jpeg')
    return refusePhotograph('photograph_unread', { file: name, problem: 'wrong_type' }, { field: 'files' });
  const content = await readWhole(files, id);
  if (content === null) return refuse('file_not_found', {}, { field: 'files' });
  const read = await readPhotograph(content);
  if (read.ok) return read.picture;
  const problem = photographFaults.find((one) => one === read.fault.kind) ?? 'damaged';
  return refusePhotograph('photograph_unread', { file: name, problem }, { field: 'files' });
}

/** In the order in which they were sent. */
export async function sentPhotographs(
  { transaction, person, files }: Context,
  ids: readonly string[],
): Promise<readonly SentPhotograph[] | Refusal> {
  const found = await findReceivedFiles(transaction, person.id, ids);
  if (found === null) return refuse('file_not_found', {}, { field: 'files' });
  const pictures = prepared(transaction, files, found);
  const refused = pictures.find((picture) => isRefusal(picture));
  if (refused !== undefined && isRefusal(refused)) return refused;
  return found.flatMap((file, at) => {
    const picture = pictures[at];
    return picture === undefined || isRefusal(picture) ? [] : [{ file, picture }];
  });
}

function prepared(
  transaction: Transaction,
  files: FileStore,
  found: readonly ReceivedFile[],
): readonly (PreparedPicture | Refusal)[] {
  const before = found.flatMap(({ id }) => preparedBefore.get(id) ?? []);
  if (before.length === found.length) return before;
  const key = found.map(({ id }) => id).join(' ');
  return prepareApart(
    transaction,
    key,
    found.map((file) => ({ files, file })),
  );
}
