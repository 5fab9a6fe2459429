/** Imports a programme and its roster from files: all or nothing, and only what changed. */

import { inTransaction, type Transaction } from '../../prisma/client.js';
import type { BaseServices } from '../requests/services.js';
import { checkTogether, type FileNames } from './check-together.js';
import { type Change, type Fault, type InputFile, withLines } from './findings.js';
import { lockImport } from './import.sql.js';
import type { Answers, Question } from './match-people.js';
import { planBindings, planCompanies } from './plan-companies.js';
import { planPeople } from './plan-people.js';
import { planProgramme } from './plan-programme.js';
import { planSessions } from './plan-sessions.js';
import { type ImportedProgramme, readProgramme } from './read-programme.js';
import { understandRoster } from './read-roster.js';
import type { Roster } from './roster.js';
import { warnOfDates } from './warn-of-dates.js';

/** A roster of twenty thousand lines is still written within seconds; the rest is for a busy server. */
const LONGEST_TRANSACTION_MILLISECONDS = 120_000;

export interface ImportFiles {
  /** JSON, as docs/import.md describes it. */
  readonly programmeFile: InputFile;
  /** CSV in UTF-8 or Shift_JIS, or .xlsx. */
  readonly rosterFile: InputFile;
  /** To the questions of an earlier dry run. */
  readonly answers?: Answers;
  /** Reports what would change, or what stands against it, and leaves nothing written. */
  readonly dryRun: boolean;
}

export type ImportResult =
  | ({ readonly ok: true } & Imported)
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly questions: readonly Question[] };

interface Imported {
  readonly changes: readonly Change[];
  /** What is imported all the same, but should be looked at. */
  readonly warnings: readonly Fault[];
  /** Of a workbook the sheet that was read. */
  readonly sheet: string | null;
  /** Of a dry run: what has to be answered before anything is written. What hangs on an answer is not in `changes`. */
  readonly questions: readonly Question[];
}

/**
 * Reads both files, and where they are without fault brings the database to what they say in one transaction. Importing the
 * same files again changes and reports nothing. `wordFault` and `wordChange` put the result into words.
 */
export async function importProgramme(services: BaseServices, files: ImportFiles): Promise<ImportResult> {
  const { programmeFile, rosterFile, dryRun } = files;
  const reading = readProgramme(programmeFile);
  const { roster, faults: rosterFaults, warnings } = await understandRoster(rosterFile);
  const faults = [...(reading.ok ? [] : reading.faults), ...rosterFaults];
  const names = { programme: programmeFile.name, roster: rosterFile.name };
  if (reading.ok) {
    // Where lines could not be read, their companies are missing only because of that.
    const together = checkTogether(names, reading.programme, roster);
    const meant = together.filter(({ file }) => rosterFaults.length === 0 || file === rosterFile.name);
    faults.push(...withLines(meant, programmeFile.name, reading.lineOf));
  }
  if (!reading.ok || faults.length > 0) return { ok: false, faults, questions: [] };

  const { programme, lineOf } = reading;
  const now = services.clock.now();
  const scope = { now, names, answers: files.answers ?? new Map(), dryRun };
  const result = await carryOut(
    services,
    (transaction) => bringUpToDate(transaction, programme, roster, scope),
    dryRun,
  );
  const outcome = result.ok ? { changes: result.changes.length } : { faults: result.faults.length };
  services.log.info({ programme: programme.code, dryRun, ...outcome }, 'An import was carried out.');
  if (!result.ok) return { ...result, faults: withLines(result.faults, programmeFile.name, lineOf) };
  const ofDates = withLines(warnOfDates(programmeFile.name, programme, now), programmeFile.name, lineOf);
  return { ...result, warnings: [...warnings, ...ofDates], sheet: roster.sheet };
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
  { now, names, answers, dryRun }: Scope,
): Promise<ImportResult> {
  await lockImport(transaction);
  const planned = await planProgramme(transaction, programme);
  const { programmeId } = planned;
  const companies = await planCompanies(transaction, programmeId, roster.companies);
  const { timeZone } = programme;
  const people = await planPeople(transaction, roster.people, {
    programmeId,
    timeZone,
    companies,
    now,
    file: names.roster,
    answers,
  });
  const { questions } = people;
  if (people.faults.length > 0 || (questions.length > 0 && !dryRun)) {
    return { ok: false, faults: people.faults, questions };
  }
  const bindings = await planBindings(transaction, programmeId, roster.companies, programme.bindings, companies);
  const plans = [planned, companies, bindings, people];
  for (const { apply } of plans) await apply(transaction);
  // Sessions come last, since people who register meanwhile wait for their locks.
  const sessions = await planSessions(transaction, programmeId, programme.sessions, { now, file: names.programme });
  const faults = await sessions.apply(transaction);
  if (faults.length > 0) return { ok: false, faults, questions };
  const changes = [...plans, sessions].flatMap((plan) => plan.changes);
  return { ok: true, changes, questions, warnings: [], sheet: null };
}

interface Scope {
  readonly now: Date;
  readonly names: FileNames;
  readonly answers: Answers;
  readonly dryRun: boolean;
}
