/** Imports a programme and its roster from files, for the operator. */
import { inTransaction, type Transaction } from '../../prisma/client.js';
import type { BaseServices } from '../requests/services.js';
import { bringUpToDate, type ImportResult } from './bring-up-to-date.js';
import type { InputFile } from './findings.js';
import type { Answers } from './match-people.js';
import { readFiles } from './read-files.js';

/** A roster of twenty thousand lines is still written within seconds; the rest is for a busy server. */
const LONGEST_TRANSACTION_MILLISECONDS = 120_000;

interface ImportFiles {
  readonly programmeFile: InputFile;
  readonly rosterFile: InputFile;
  /** To the questions of an earlier dry run. */
  readonly answers?: Answers;
  /** Reports what would change, or what stands against it, and leaves nothing written. */
  readonly dryRun: boolean;
}

/**
 * Reads both files, and where they are without fault brings the database to what they say in one transaction. Importing the
 * same files again changes and reports nothing. `wordFault` and `wordChange` put the result into words.
 */
export async function importProgramme(services: BaseServices, files: ImportFiles): Promise<ImportResult> {
  const { answers = new Map(), dryRun } = files;
  const now = services.clock.now();
  const reading = await readFiles(files, now);
  if (!reading.ok) return { ...reading, questions: [] };
  const { read } = reading;
  const scope = { now, answers, restIsSame: false, dryRun, into: null };
  const result = await carryOut(services, (transaction) => bringUpToDate(transaction, read, scope), dryRun);
  const outcome = result.ok ? { changes: result.changes.length } : { faults: result.faults.length };
  services.log.info({ programme: read.programme?.code, dryRun, ...outcome }, 'An import was carried out.');
  return result;
}

/** A dry run does everything and takes it back, so that it meets whatever the real run would meet. */
async function carryOut(
  services: BaseServices,
  work: (transaction: Transaction) => Promise<ImportResult>,
  dryRun: boolean,
): Promise<ImportResult> {
  const takingBack = new Error('Taken back on purpose.');
  let result: ImportResult | undefined;
  try {
    return await inTransaction(
      services.database,
      async (transaction) => {
        result = await work(transaction);
        if (dryRun || !result.ok) throw takingBack;
        return result;
      },
      { timeout: LONGEST_TRANSACTION_MILLISECONDS },
    );
  } catch (error) {
    if (error === takingBack && result !== undefined) return result;
    throw error;
  }
}
