/** Finds the line of headings in a roster, and what stands in which of its columns. */
import { canonicalText, identifierText, withoutInvisible } from '../messages/canonical.js';
import { type Fault, fault, vocabulary, wordsOf } from './findings.js';
import type { ImportTexts } from './texts-ja.js';

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
  'personCode',
  'advisers',
  'jobTitleJa',
  'jobTitleEn',
];

const optionalColumns: ReadonlySet<Column> = new Set([
  'language',
  'timeZone',
  'slack',
  'teams',
  'personCode',
  'advisers',
  'jobTitleJa',
  'jobTitleEn',
]);

/** A line as it stands in the file; those that are blank are left out. */
export interface FileLine {
  /** As Excel numbers it. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Layout {
  readonly at: ReadonlyMap<Column, number>;
  /** Columns of the attendance plan, by session code. */
  readonly planned: ReadonlyMap<string, number>;
  /** Columns that are marked as not to be imported. */
  readonly ignored: ReadonlySet<number>;
  readonly occupied: ReadonlySet<number>;
  readonly faults: readonly Fault[];
}

/** A title and remarks may stand above the headings, but not many. */
export const HEADINGS_WITHIN_LINES = 10;

/** A sheet with a list of roles has one of our headings, a roster all that are required: these are enough to tell. */
const FEWEST_HEADINGS = 4;

const columnByHeading = vocabulary<Column>((texts) => texts.columns, columns);

/** The first of these lines that holds headings of a roster; undefined where none does. */
export function findHeadings(lines: Iterable<FileLine>): FileLine | undefined {
  for (const line of [...lines].slice(0, HEADINGS_WITHIN_LINES)) {
    const known = new Set(line.cells.flatMap((cell) => columnOf(cell) ?? []));
    if (known.size >= FEWEST_HEADINGS) return line;
  }
  return undefined;
}

/** Every heading of a line, understood; one fault for each that is unknown, doubled or missing. */
export function readHeadings(file: string, { line, cells }: FileLine): Layout {
  const at = new Map<Column, number>();
  const planned = new Map<string, number>();
  const ignored = new Set<number>();
  const occupied = new Set<number>();
  const faults: Fault[] = [];
  cells.forEach((heading, index) => {
    if (heading.trim() === '') return;
    occupied.add(index);
    const session = codeAfter(attendanceWords, heading);
    const column = columnOf(heading);
    if (codeAfter(ignoreWords, heading) !== null) ignored.add(index);
    else if (session === null && column === undefined) {
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
  return { at, planned, ignored, occupied, faults };
}

function columnOf(heading: string): Column | undefined {
  return columnByHeading.get(canonicalText(withoutInvisible(heading)));
}

const attendanceWords = new Set(wordsOf((texts) => texts.attendance).map(canonicalText));
const ignoreWords = new Set(wordsOf((texts) => texts.ignored).map(canonicalText));

/** `attendance:MSM-1` and `出欠:MSM-1` → MSM-1 */
function codeAfter(words: ReadonlySet<string>, heading: string): string | null {
  const [, before = '', code = ''] = /^([^:]*):(.*)$/s.exec(identifierText(heading)) ?? [];
  return words.has(canonicalText(before)) && code.trim() !== '' ? code.trim() : null;
}
