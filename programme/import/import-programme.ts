/** Imports a programme and its roster from files: all or nothing, and only what changed. */

import { inTransaction, type Transaction } from '../../prisma/client.js';
import type { BaseServices } from '../requests/services.js';
import { checkTogether } from './check-together.js';
import type { Change, Fault, InputFile } from './findings.js';
import { lockImport } from './import.sql.js';
import { planBindings, planCompanies } from './plan-companies.js';
import { planPeople } from './plan-people.js';
import { planProgramme } from './plan-programme.js';
import { planSessions } from './plan-sessions.js';
import { type ImportedProgramme, readProgramme } from './read-programme.js';
import { understandRoster } from './read-roster.js';
import type { Roster } from './roster.js';

/** A roster of twenty thousand lines is still written within seconds; the rest is for a busy server. */
const LONGEST_TRANSACTION_MILLISECONDS = 120_000;

export interface ImportFiles {
  /** JSON, as docs/import.md describes it. */
  readonly programmeFile: InputFile;
  /** CSV in UTF-8 or Shift_JIS, or .xlsx. */
  readonly rosterFile: InputFile;
  /** Reports what would change, or what stands against it, and leaves nothing written. */
  readonly dryRun: boolean;
}

export type ImportResult =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads both files, and where they are without fault brings the database to what they say in one transaction. Importing the
 * same files again changes and reports nothing. `wordFault` and `wordChange` put the result into words.
 */
export async function importProgramme(services: BaseServices, files: ImportFiles): Promise<ImportResult> {
  const { programmeFile, rosterFile, dryRun } = files;
  const reading = readProgramme(programmeFile);
  const { roster, faults: rosterFaults } = await understandRoster(rosterFile);
  const faults = [...(reading.ok ? [] : reading.faults), ...rosterFaults];
  if (reading.ok) {
    const names = { programme: programmeFile.name, roster: rosterFile.name };
    // Where lines could not be read, their companies are missing only because of that.
    const together = checkTogether(names, reading.programme, roster);
    faults.push(...together.filter(({ file }) => rosterFaults.length === 0 || file === rosterFile.name));
  }
  if (!reading.ok || faults.length > 0) return { ok: false, faults };

  const { programme } = reading;
  const now = services.clock.now();
  const result = await carryOut(
    services,
    (transaction) => bringUpToDate(transaction, programme, roster, { now, file: programmeFile.name }),
    dryRun,
  );
  const outcome = result.ok ? { changes: result.changes.length } : { faults: result.faults.length };
  services.log.info({ programme: programme.code, dryRun, ...outcome }, 'An import was carried out.');
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

async function bringUpToDate(
  transaction: Transaction,
  programme: ImportedProgramme,
  roster: Roster,
  { now, file }: { readonly now: Date; readonly file: string },
): Promise<ImportResult> {
  await lockImport(transaction);
  const planned = await planProgramme(transaction, programme);
  const { programmeId } = planned;
  const companies = await planCompanies(transaction, programmeId, roster.companies);
  const scope = { programmeId, timeZone: programme.timeZone, companies, now };
  const plans = [
    planned,
    companies,
    await planBindings(transaction, programmeId, roster.companies, programme.bindings, companies),
    await planPeople(transaction, roster.people, scope),
  ];
  for (const { apply } of plans) await apply(transaction);
  // Sessions come last, since people who register meanwhile wait for their locks.
  const sessions = await planSessions(transaction, programmeId, programme.sessions, { now, file });
  const faults = await sessions.apply(transaction);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, changes: [...plans, sessions].flatMap(({ changes }) => changes) };
}
