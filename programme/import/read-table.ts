/** Turns a roster's file, whatever its kind, into lines of text under their headings. */

import { canonicalText, identifierText } from '../messages/canonical.js';
import { type Fault, fault, type InputFile, vocabulary, wordsOf } from './findings.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import type { ImportTexts } from './texts-ja.js';

export const LARGEST_FILE_MEGABYTES = 5;

/** Headings included. A programme has hundreds of people; this is where a wrong file shows. */
export const MOST_LINES = 20_000;

export type Column = keyof ImportTexts['columns'];

/** In the order of the templates. */
export const columns: readonly Column[] = [
  'companyCode',
  'companyNameJa',
  'companyNameEn',
  'companyKana',
  'nameJa',
  'nameEn',
  'furigana',
  'email',
  'role',
  'level',
  'language',
  'timeZone',
  'slack',
  'teams',
];

const optionalColumns: ReadonlySet<Column> = new Set(['language', 'timeZone', 'slack', 'teams']);

export interface TableLine {
  /** As Excel numbers it. */
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
  /** What the attendance plan says, by session code; blank cells are left out. */
  readonly attendance: ReadonlyMap<string, string>;
}

export interface Table {
  readonly headingLine: number;
  readonly lines: readonly TableLine[];
  /** Session codes of the attendance plan's columns. */
  readonly planned: readonly string[];
  readonly faults: Fault[];
}

/** Blank lines are left out but counted. A table with faults of its headings has no lines: they would all be wrong. */
export async function readTable(file: InputFile): Promise<Table> {
  const tooBad = refuseFile(file);
  if (tooBad !== null) return { headingLine: 1, lines: [], planned: [], faults: [tooBad] };
  const { lines, dates, faults } = startsWith(file.content, [0x50, 0x4b])
    ? await readXlsx(file, MOST_LINES)
    : { dates: [], ...readCsv(file) };
  const first = lines.findIndex((cells) => !isBlank(cells));
  const headings = lines[first];
  if (headings === undefined) {
    const why = faults.length > 0 ? faults : [fault(file.name, null, (texts) => texts.fileEmpty())];
    return { headingLine: 1, lines: [], planned: [], faults: why };
  }
  if (lines.length > MOST_LINES) {
    faults.push(fault(file.name, null, (texts) => texts.tooManyLines(MOST_LINES)));
    return { headingLine: first + 1, lines: [], planned: [], faults };
  }
  const layout = readHeadings(file.name, first + 1, headings);
  faults.push(...layout.faults);
  if (layout.faults.length > 0) return { headingLine: first + 1, lines: [], planned: [], faults };

  for (const { line, column } of dates) {
    faults.push(fault(file.name, line + 1, (texts) => texts.dateCell(headings[column]?.trim() ?? '')));
  }
  const read = lines
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ line, cells }) => line > first + 1 && !isBlank(cells));
  if (read.length === 0) faults.push(fault(file.name, null, (texts) => texts.noLines()));
  for (const { line, cells } of read) {
    if (cells.some((cell, at) => cell.trim() !== '' && !layout.occupied.has(at))) {
      faults.push(fault(file.name, line, (texts) => texts.cellsWithoutHeading()));
    }
    // A formula in a CSV file is one that Excel would run on opening it, or a trick to keep leading zeros.
    const computed = cells.flatMap((cell, at) => (cell.startsWith('=') ? [headings[at]?.trim() ?? '?'] : []));
    if (computed.length > 0) faults.push(fault(file.name, line, (texts) => texts.formula(computed.join(', '))));
  }
  return {
    headingLine: first + 1,
    lines: read.map(({ line, cells }) => arrange(line, cells, layout)),
    planned: [...layout.planned.keys()],
    faults,
  };
}

/** What is wrong with the file as a whole, by its content: its name proves nothing. */
export function refuseFile({ name, content }: InputFile): Fault | null {
  if (content.length > LARGEST_FILE_MEGABYTES * 1024 * 1024) {
    return fault(name, null, (texts) => texts.fileTooLarge(LARGEST_FILE_MEGABYTES));
  }
  if (content.length === 0) return fault(name, null, (texts) => texts.fileEmpty());
  // Excel's files before 2007, and encrypted ones of today, are compound files:
  // https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-cfb/
  if (startsWith(content, [0xd0, 0xcf, 0x11, 0xe0])) return fault(name, null, (texts) => texts.oldExcel());
  return null;
}

interface Layout {
  readonly at: ReadonlyMap<Column, number>;
  readonly planned: ReadonlyMap<string, number>;
  readonly occupied: ReadonlySet<number>;
  readonly faults: readonly Fault[];
}

const columnByHeading = vocabulary<Column>((texts) => texts.columns, columns);

function readHeadings(file: string, line: number, headings: readonly string[]): Layout {
  const at = new Map<Column, number>();
  const planned = new Map<string, number>();
  const occupied = new Set<number>();
  const faults: Fault[] = [];
  headings.forEach((heading, index) => {
    if (heading.trim() === '') return;
    occupied.add(index);
    const session = sessionOf(heading);
    const column = columnByHeading.get(canonicalText(heading));
    if (session === null && column === undefined) {
      faults.push(fault(file, line, (texts) => texts.columnUnknown(heading.trim())));
    } else if ((session !== null && planned.has(session)) || (column !== undefined && at.has(column))) {
      faults.push(fault(file, line, (texts) => texts.columnTwice(heading.trim())));
    } else if (session !== null) planned.set(session, index);
    else if (column !== undefined) at.set(column, index);
  });
  for (const column of columns) {
    if (at.has(column) || optionalColumns.has(column)) continue;
    faults.push(fault(file, line, (texts, { columns: names }) => texts.columnMissing(names[column][0] ?? column)));
  }
  return { at, planned, occupied, faults };
}

const attendanceWords = new Set(wordsOf((texts) => texts.attendance).map(canonicalText));

/** `attendance:MSM-1` and `出欠:MSM-1` → MSM-1 */
function sessionOf(heading: string): string | null {
  const [, before = '', code = ''] = /^([^:]*):(.*)$/.exec(identifierText(heading)) ?? [];
  return attendanceWords.has(canonicalText(before)) && code.trim() !== '' ? code.trim() : null;
}

function arrange(line: number, cells: readonly string[], { at, planned }: Layout): TableLine {
  const cell = (column: Column) => cells[at.get(column) ?? -1]?.trim() ?? '';
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
    },
    attendance: new Map(
      [...planned].flatMap(([code, index]) => {
        const value = cells[index]?.trim() ?? '';
        return value === '' ? [] : [[code, value] as const];
      }),
    ),
  };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function startsWith(content: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => content[index] === byte);
}
