/** Imports a programme and its roster from files: all or nothing, and only what changed. */
import type { Transaction } from '../../prisma/client.js';
import type { House } from '../house.js';
import { checkTogether } from './import/check-together.js';
import type { Change, Fault, InputFile } from './import/findings.js';
import { planBindings, planCompanies } from './import/plan-companies.js';
import { planPeople } from './import/plan-people.js';
import { planProgramme } from './import/plan-programme.js';
import { planSessions } from './import/plan-sessions.js';
import { type ImportedProgramme, readProgramme } from './import/read-programme.js';
import { understandRoster } from './import/read-roster.js';
import type { Roster } from './import/roster.js';

/** A roster of twenty thousand lines is still written within seconds; the rest is for a busy server. */
const LONGEST_TRANSACTION_MILLISECONDS = 120_000;

export interface ImportFiles {
  /** JSON, as docs/import.md describes it. */
  readonly programmeFile: InputFile;
  /** CSV in UTF-8 or Shift_JIS, or .xlsx. */
  readonly rosterFile: InputFile;
  /** Reports what would change and writes nothing. */
  readonly dryRun: boolean;
}

export type ImportResult =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads both files, and where they are without fault brings the database to what they say in one transaction. Importing the
 * same files again changes and reports nothing. `wordFault` and `wordChange` put the result into words.
 */
export async function importProgramme(house: House, files: ImportFiles): Promise<ImportResult> {
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
  const changes = await house.database.$transaction(
    (transaction) => bringUpToDate(transaction, programme, roster, { now: house.clock.now(), dryRun }),
    { timeout: LONGEST_TRANSACTION_MILLISECONDS },
  );
  house.log.info({ programme: programme.code, changes: changes.length, dryRun }, 'A programme was imported.');
  return { ok: true, changes };
}

async function bringUpToDate(
  transaction: Transaction,
  programme: ImportedProgramme,
  roster: Roster,
  { now, dryRun }: { readonly now: Date; readonly dryRun: boolean },
): Promise<readonly Change[]> {
  // Two imports at once would each add what the other is adding.
  if (!dryRun) await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('import-programme'))`;
  const planned = await planProgramme(transaction, programme);
  const { programmeId } = planned;
  const companies = await planCompanies(transaction, programmeId, roster.companies);
  const scope = { programmeId, timeZone: programme.timeZone, companies, now };
  const plans = [
    planned,
    companies,
    await planBindings(transaction, programmeId, roster.companies, programme.bindings, companies),
    await planPeople(transaction, roster.people, scope),
    await planSessions(transaction, programmeId, programme.sessions, { now, lock: !dryRun }),
  ];
  if (!dryRun) for (const { apply } of plans) await apply(transaction);
  return plans.flatMap(({ changes }) => changes);
}
