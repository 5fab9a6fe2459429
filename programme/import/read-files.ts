/** Reads the files of an import, one of them or both, and compares them with each other. */
import { checkPlans, checkTogether, type FileNames } from './check-together.js';
import { type Fault, type InputFile, withLines } from './findings.js';
import { type ImportedProgramme, readProgramme } from './read-programme.js';
import { understandRoster } from './read-roster.js';
import type { Roster } from './roster.js';
import { warnOfDates } from './warn-of-dates.js';

export interface GivenFiles {
  /** JSON, as docs/import.md describes it. Null where the programme stays as it is. */
  readonly programmeFile: InputFile | null;
  /** CSV in UTF-8 or Shift_JIS, or .xlsx. Null where the people stay as they are. */
  readonly rosterFile: InputFile | null;
}

export interface ReadFiles {
  readonly names: FileNames;
  readonly programme: ImportedProgramme | null;
  readonly roster: Roster | null;
  readonly warnings: readonly Fault[];
  /** Adds the lines of the programme's file to faults that only show against the database. */
  withLines(faults: readonly Fault[]): readonly Fault[];
}

export type FilesReading =
  | { readonly ok: true; readonly read: ReadFiles }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** What the files say, or every fault of them. */
export async function readFiles({ programmeFile, rosterFile }: GivenFiles, now: Date): Promise<FilesReading> {
  const reading = programmeFile === null ? null : readProgramme(programmeFile);
  const understood = rosterFile === null ? null : await understandRoster(rosterFile);
  const names = { programme: programmeFile?.name ?? '', roster: rosterFile?.name ?? '' };
  const rosterFaults = understood?.faults ?? [];
  const faults = [...(reading?.ok === false ? reading.faults : []), ...rosterFaults];
  const programme = reading?.ok === true ? reading.programme : null;
  const lineOf = reading?.ok === true ? reading.lineOf : () => 1;
  const addLines = (found: readonly Fault[]) => withLines(found, names.programme, lineOf);
  if (programme !== null && understood !== null) {
    // Where lines could not be read, their companies are missing only because of that.
    const together = checkTogether(names, programme, understood.roster);
    faults.push(...addLines(together.filter(({ file }) => rosterFaults.length === 0 || file === names.roster)));
  }
  if (faults.length > 0) return { ok: false, faults };
  const ofDates = programme === null ? [] : addLines(warnOfDates(names.programme, programme, now));
  const ofPlan =
    programme === null || understood === null ? [] : addLines(checkPlans(names, programme, understood.roster));
  const warnings = [...(understood?.warnings ?? []), ...ofDates, ...ofPlan];
  return { ok: true, read: { names, programme, roster: understood?.roster ?? null, warnings, withLines: addLines } };
}
