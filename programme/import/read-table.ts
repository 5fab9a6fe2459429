/** Turns a roster's file, whatever its kind, into lines of text under their headings. */
import { composed, withoutInvisible } from '../messages/canonical.js';
import { type CellProblem, readXlsx } from './choose-sheet.js';
import { type Fault, fault, groupBy, type InputFile } from './findings.js';
import { unguardedCell } from './guard-cells.js';
import { type Column, columns, type FileLine, findHeadings, type Layout, readHeadings } from './headings.js';
import { readCsv } from './read-csv.js';
import { isArchive, refuseFile } from './refuse-file.js';

/** Headings included. A programme has hundreds of people; this is where a wrong file shows. */
export const MOST_LINES = 20_000;

export interface TableLine {
  /** As Excel numbers it. */
  readonly line: number;
  /** Without what nobody sees, and with letters in one piece. */
  readonly cells: Readonly<Record<Column, string>>;
  /** Columns of which a cell lost signs that nobody sees. */
  readonly cleaned: ReadonlySet<Column>;
  /** What the attendance plan says, by session code; blank cells are left out. */
  readonly attendance: ReadonlyMap<string, string>;
}

export interface Table {
  /** Of a workbook the sheet that was read. */
  readonly sheet: string | null;
  readonly headingLine: number;
  readonly lines: readonly TableLine[];
  /** Session codes of the attendance plan's columns. */
  readonly planned: readonly string[];
  /** It has a column of advisers. */
  readonly saysAdvisers: boolean;
  /** Whether letters that Japanese Windows' older encoding lacks may have been lost. */
  readonly lossy: boolean;
  readonly faults: Fault[];
  readonly warnings: Fault[];
}

/** What a file of either kind gives. */
interface Source {
  readonly sheet: string | null;
  readonly lines: readonly FileLine[];
  readonly problems: readonly CellProblem[];
  readonly lossy: boolean;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** Blank lines are left out but counted. A table with faults of its headings has no lines: they would all be wrong. */
export async function readTable(file: InputFile): Promise<Table> {
  const tooBad = refuseFile(file);
  if (tooBad !== null) return without(null, 1, [tooBad]);
  const source = await readSource(file);
  const { lines, sheet, lossy } = source;
  if (lines.length === 0) {
    return without(sheet, 1, source.faults.length > 0 ? source.faults : [whole(file, 'fileEmpty')]);
  }
  if ((lines.at(-1)?.line ?? 0) > MOST_LINES) {
    return without(sheet, 1, [fault(file.name, null, (texts) => texts.tooManyLines(MOST_LINES))]);
  }
  const headings = findHeadings(lines);
  if (headings === undefined) return without(sheet, 1, [whole(file, 'noHeadings')]);
  const layout = readHeadings(file.name, headings);
  if (layout.faults.length > 0) return without(sheet, headings.line, [...source.faults, ...layout.faults]);
  const read = lines.filter(({ line }) => line > headings.line);
  return {
    sheet,
    headingLine: headings.line,
    lines: read.map((line) => arrange(line, layout)),
    planned: [...layout.planned.keys()],
    saysAdvisers: layout.at.has('advisers'),
    lossy,
    faults: [
      ...source.faults,
      ...(read.length === 0 ? [whole(file, 'noLines')] : []),
      ...problemFaults(file, source.problems, headings, layout),
      ...read.flatMap((line) => strayFaults(file, line, headings, layout)),
    ],
    warnings: [...source.warnings],
  };
}

async function readSource(file: InputFile): Promise<Source> {
  if (!isArchive(file.content)) return { ...readCsv(file), sheet: null, problems: [], warnings: [] };
  const { name, ...rest } = await readXlsx(file, MOST_LINES);
  return { ...rest, sheet: name, lossy: false };
}

function without(sheet: string | null, headingLine: number, faults: readonly Fault[]): Table {
  return {
    sheet,
    headingLine,
    lines: [],
    planned: [],
    saysAdvisers: false,
    lossy: false,
    faults: [...faults],
    warnings: [],
  };
}

function whole(file: InputFile, say: 'fileEmpty' | 'noHeadings' | 'noLines'): Fault {
  return fault(file.name, null, (texts) => texts[say]());
}

/** Cells that cannot be read as they look, unless they stand in a column that nobody wants. */
function problemFaults(
  file: InputFile,
  problems: readonly CellProblem[],
  { cells: headings }: FileLine,
  { ignored }: Layout,
): readonly Fault[] {
  const wanted = problems.filter(({ column }) => !ignored.has(column - 1));
  const computed = groupBy(
    wanted.filter(({ kind }) => kind === 'computed'),
    ({ line }) => line,
  );
  const headingOf = ({ column, cell }: CellProblem) => headings[column - 1]?.trim() || cell;
  return [
    ...[...computed].map(([line, those]) => {
      const cells = those.map(({ cell }) => cell).join(', ');
      return fault(file.name, line, (texts) => texts.formula(cells));
    }),
    ...wanted.flatMap((one) => {
      if (one.kind === 'date') return fault(file.name, one.line, (texts) => texts.dateCell(headingOf(one)));
      if (one.kind === 'formatted') {
        return fault(file.name, one.line, (texts) => texts.formattedCell(headingOf(one), one.cell));
      }
      return [];
    }),
  ];
}

function strayFaults(
  file: InputFile,
  { line, cells }: FileLine,
  { cells: headings }: FileLine,
  { occupied, ignored }: Layout,
): readonly Fault[] {
  const faults: Fault[] = [];
  if (cells.some((cell, at) => cell.trim() !== '' && !occupied.has(at))) {
    faults.push(fault(file.name, line, (texts) => texts.cellsWithoutHeading()));
  }
  // A formula in a CSV file is one that Excel would run on opening it, or a trick to keep leading zeros.
  const computed = cells.flatMap((cell, at) =>
    cell.startsWith('=') && !ignored.has(at) ? [headings[at]?.trim() ?? '?'] : [],
  );
  if (computed.length > 0) faults.push(fault(file.name, line, (texts) => texts.formula(computed.join(', '))));
  return faults;
}

function arrange({ line, cells }: FileLine, { at, planned }: Layout): TableLine {
  const raw = (index: number | undefined) => cells[index ?? -1]?.trim() ?? '';
  const clean = (text: string) => composed(withoutInvisible(text)).trim();
  const cell = (column: Column) => clean(unguardedCell(raw(at.get(column))));
  const cleaned = columns.filter((column) => withoutInvisible(raw(at.get(column))) !== raw(at.get(column)));
  return {
    line,
    cells: {
      companyCode: cell('companyCode'),
      companyNameJa: cell('companyNameJa'),
      companyNameEn: cell('companyNameEn'),
      companyKana: cell('companyKana'),
      nameJa: cell('nameJa'),
      nameEn: cell('nameEn'),
      furigana: cell('furigana'),
      email: cell('email'),
      role: cell('role'),
      level: cell('level'),
      language: cell('language'),
      timeZone: cell('timeZone'),
      slack: cell('slack'),
      teams: cell('teams'),
      personCode: cell('personCode'),
      advisers: cell('advisers'),
      jobTitleJa: cell('jobTitleJa'),
      jobTitleEn: cell('jobTitleEn'),
    },
    cleaned: new Set(cleaned),
    attendance: new Map(
      [...planned].flatMap(([code, index]) => {
        const value = clean(raw(index));
        return value === '' ? [] : [[code, value] as const];
      }),
    ),
  };
}
