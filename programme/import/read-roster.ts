/** Reads a roster: every line by itself first, then the lines against each other. */
import { checkPeople } from './check-people.js';
import { type Fault, type Findings, fault, type InputFile } from './findings.js';
import { type Column, columns } from './headings.js';
import { mergeCompanies, type NamedCompany } from './merge-companies.js';
import { readTable, type TableLine } from './read-table.js';
import { resolveAdvisers } from './resolve-advisers.js';
import type { Roster, RosterPerson } from './roster.js';
import { type LineReader, lineReader } from './roster-cells.js';

export type RosterReading =
  | { readonly ok: true; readonly roster: Roster; readonly warnings: readonly Fault[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * The people of a roster in .csv (UTF-8 or Shift_JIS) or .xlsx, attendance plan included, or every fault of it in the
 * order of its lines. Whether sessions and companies fit the programme is not looked at here: see `checkTogether`.
 */
export async function readRoster(file: InputFile): Promise<RosterReading> {
  const { roster, faults, warnings } = await understandRoster(file);
  return faults.length === 0 ? { ok: true, roster, warnings } : { ok: false, faults };
}

interface UnderstoodRoster {
  readonly roster: Roster;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** The same, with whatever could be understood beside the faults, so that it can be checked further. */
export async function understandRoster(file: InputFile): Promise<UnderstoodRoster> {
  const table = await readTable(file);
  const findings = { faults: [...table.faults], warnings: [...table.warnings] };
  const people: RosterPerson[] = [];
  const named: NamedCompany[] = [];
  for (const line of table.lines) {
    const { person, company } = understandLine({ file: file.name, lossy: table.lossy }, line, findings);
    if (person !== null) people.push(person);
    if (company !== null) named.push(company);
  }
  const companies = mergeCompanies(file.name, named, findings);
  const settled = checkPeople(file.name, people, findings);
  const advised = resolveAdvisers(file.name, table.lines, { companies, named, people: settled }, findings);
  const { planned, headingLine, sheet, saysAdvisers } = table;
  return {
    roster: { people: settled, companies: advised, planned, headingLine, sheet, saysAdvisers },
    faults: inLineOrder(findings.faults),
    warnings: inLineOrder(findings.warnings),
  };
}

function understandLine(
  from: { readonly file: string; readonly lossy: boolean },
  table: TableLine,
  findings: Findings,
): { person: RosterPerson | null; company: NamedCompany | null } {
  const { line, cells } = table;
  const { file } = from;
  const { faults, warnings } = findings;
  const read = lineReader(from, table, findings);
  if (namesOnlyCompany(cells)) {
    const company = companyOf(read, line, cells);
    const named = cells.companyNameJa || cells.companyCode;
    warnings.push(fault(file, line, (_faults, { warnings: words }) => words.onlyCompany(named)));
    return { person: null, company };
  }
  const nameJa = read.name('nameJa');
  const nameEn = read.name('nameEn');
  const furigana = read.kana('furigana');
  const email = read.email();
  const personCode = cells.personCode === '' ? null : read.code('personCode');
  const role = read.role();
  const level = read.level();
  const language = read.language();
  const timeZone = read.timeZone();
  const jobTitleJa = cells.jobTitleJa === '' ? '' : (read.name('jobTitleJa') ?? '');
  const jobTitleEn = cells.jobTitleEn === '' ? '' : (read.name('jobTitleEn') ?? '');
  const attendance = read.attendance();
  const isParticipant = role === 'participant';
  const saysCompany = [cells.companyCode, cells.companyNameJa, cells.companyNameEn, cells.companyKana].some(Boolean);
  if (isParticipant && cells.level === '') faults.push(fault(file, line, (texts) => texts.levelMissing()));
  if (role !== null && !isParticipant) {
    if (cells.level !== '') faults.push(fault(file, line, (texts) => texts.levelNotForRole()));
    if (saysCompany || cells.slack !== '' || cells.teams !== '' || cells.advisers !== '') {
      faults.push(fault(file, line, (texts) => texts.companyNotForRole()));
    }
  }
  const company = isParticipant ? companyOf(read, line, cells) : null;
  const companyCode = company?.code ?? null;
  const person =
    nameJa !== null && nameEn !== null && furigana !== null && email !== null && role !== null
      ? {
          ...{ line, email, personCode, nameJa, nameEn, furigana, role, level, companyCode, language, timeZone },
          ...{ jobTitleJa, jobTitleEn, attendance },
        }
      : null;
  return { person, company };
}

/** Null where its code is missing or cannot be read. */
function companyOf(read: LineReader, line: number, cells: TableLine['cells']): NamedCompany | null {
  const code = read.code('companyCode');
  if (code === null) return null;
  return {
    ...{ line, code },
    nameJa: cells.companyNameJa === '' ? '' : read.name('companyNameJa'),
    nameEn: cells.companyNameEn === '' ? '' : read.name('companyNameEn'),
    kana: cells.companyKana === '' ? '' : read.kana('companyKana'),
    slack: read.workspaces('slack'),
    teams: read.workspaces('teams'),
    advisers: read.advisers(),
  };
}

const namesCompany = ['companyCode', 'companyNameJa', 'companyNameEn', 'companyKana'] as const;
const ofCompanies: ReadonlySet<Column> = new Set([...namesCompany, 'slack', 'teams', 'advisers']);

/** The company is named in full and nothing of a person is said: nobody of it is on the roster yet, or any more. */
function namesOnlyCompany(cells: TableLine['cells']): boolean {
  const saysPerson = columns.some((column) => !ofCompanies.has(column) && cells[column] !== '');
  return !saysPerson && namesCompany.every((column) => cells[column] !== '');
}

/** What is about the whole file first. */
function inLineOrder(faults: readonly Fault[]): readonly Fault[] {
  const place = ({ line }: Fault) => (typeof line === 'number' ? line : 0);
  return [...faults].sort((one, other) => place(one) - place(other));
}
