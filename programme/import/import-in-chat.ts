/** Imports files that the secretariat sent to the bot into its programme: first as a dry run, then in earnest. */
import { extendTransaction, type Transaction } from '../../prisma/client.js';
import type { FileStore } from '../files/file-store.js';
import { findReceivedFiles } from '../files/received-file.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { takenBack } from '../requests/taking-back.sql.js';
import { bringUpToDate, type ImportResult } from './bring-up-to-date.js';
import type { InputFile } from './findings.js';
import type { Answers } from './match-people.js';
import { readFiles } from './read-files.js';
import { refuseImport } from './refuse-import.js';

/** What is confirmed is tried first, to see whether it is still what was shown: 5,000 people take 8 s on a busy machine, and some are slower. */
const LONGEST_TRANSACTION_MILLISECONDS = 120_000;

export interface ChatImport {
  readonly programmeId: string;
  readonly personId: string;
  /** Of the files that the person sent. */
  readonly files: readonly string[];
  readonly answers: Answers;
  readonly restIsSame: boolean;
  readonly now: Date;
  readonly dryRun: boolean;
}

/** Leaves nothing written where it is a dry run; what is not `ok` the caller undoes. */
export async function importInChat(
  transaction: Transaction,
  store: Pick<FileStore, 'read'>,
  { programmeId, personId, files, answers, restIsSame, now, dryRun }: ChatImport,
): Promise<ImportResult | Refusal> {
  extendTransaction(transaction, LONGEST_TRANSACTION_MILLISECONDS);
  const given = await readGiven(transaction, store, personId, files);
  if (isRefusal(given)) return given;
  const reading = await readFiles(given, now);
  if (!reading.ok) return { ...reading, questions: [] };
  const into = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
  const work = () => bringUpToDate(transaction, reading.read, { now, answers, restIsSame, dryRun, into });
  return dryRun ? await takenBack(transaction, work) : await work();
}

/** One file of the programme, one roster, or both. */
async function readGiven(
  transaction: Transaction,
  store: Pick<FileStore, 'read'>,
  personId: string,
  ids: readonly string[],
) {
  if (ids.length === 0) return refuseImport('no_files', {});
  const found = await findReceivedFiles(transaction, personId, ids);
  if (found === null) return refuse('file_not_found', {});
  const [programmes, rosters] = [
    found.filter(({ type }) => type === 'json'),
    found.filter(({ type }) => type !== 'json'),
  ];
  if (programmes.length > 1 || rosters.length > 1) return refuseImport('too_many_files', {});
  const read = async (file: { readonly id: string; readonly name: string } | undefined): Promise<InputFile | null> => {
    if (file === undefined) return null;
    const pieces: Uint8Array[] = [];
    for await (const piece of store.read(file.id)) pieces.push(piece);
    return { name: file.name, content: Buffer.concat(pieces) };
  };
  return { programmeFile: await read(programmes[0]), rosterFile: await read(rosters[0]) };
}
