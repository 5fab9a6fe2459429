/** Reads the first sheet of an Excel workbook, refusing what would be read as something else than it looks like. */
import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { ArchiveError, openArchive } from '../../documents/archive.js';
import { type Fault, fault, type InputFile } from './findings.js';
import { firstSheetPath, positionOf, scanSheet } from './scan-sheet.js';

/** What the XML inside may come to in all. Excel's own files of our largest roster stay below a half of it. */
export const LARGEST_UNPACKED_BYTES = 32 * 1024 * 1024;

const MOST_ENTRIES = 1_000;

export interface Sheet {
  /** One entry per line, blank ones included. */
  readonly lines: readonly (readonly string[])[];
  /** Lines and columns, from 0, of cells that Excel turned into dates; what was typed cannot be got back. */
  readonly dates: readonly { readonly line: number; readonly column: number }[];
  readonly faults: Fault[];
}

const WIDEST_SHEET = 200;

/** @param mostLines beyond which a sheet is refused before it is read */
export async function readXlsx(file: InputFile, mostLines: number): Promise<Sheet> {
  const files = await unpackWorkbook(file.content);
  if (typeof files === 'string') return refused(file, files);
  const workbook = files.get('xl/workbook.xml')?.toString('utf8');
  const relations = files.get('xl/_rels/workbook.xml.rels')?.toString('utf8');
  const path = workbook === undefined || relations === undefined ? null : firstSheetPath(workbook, relations);
  const xml = path === null ? undefined : files.get(path)?.toString('utf8');
  if (xml === undefined) return refused(file, 'unreadable');

  const scan = scanSheet(xml);
  if (scan.lastLine > mostLines) return nothing(fault(file.name, null, (faults) => faults.tooManyLines(mostLines)));
  if (scan.lastColumn > WIDEST_SHEET) return refused(file, 'too-large');
  const faults = [
    ...byLine(scan.computed).map(([line, cells]) => fault(file.name, line, (words) => words.formula(cells))),
    ...byLine(scan.merged).map(([line, cells]) => fault(file.name, line, (words) => words.mergedCells(cells))),
  ];
  const rows = await readRows(files);
  return rows === null ? refused(file, 'unreadable') : { ...textOf(rows), faults };
}

type WorkbookProblem = 'unreadable' | 'too-large' | 'macros';

/** The XML files of a workbook, by their path. */
async function unpackWorkbook(content: Uint8Array): Promise<ReadonlyMap<string, Buffer> | WorkbookProblem> {
  try {
    const entries = await openArchive(content, { mostEntries: MOST_ENTRIES });
    if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) return 'macros';
    const files = new Map<string, Buffer>();
    let remaining = LARGEST_UNPACKED_BYTES;
    for (const { name, read } of entries.filter((entry) => /\.(xml|rels)$/.test(entry.name))) {
      const unpacked = await read(remaining);
      remaining -= unpacked.length;
      files.set(name, unpacked);
    }
    return files;
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return error.problem === 'too-large' || error.problem === 'too-many-entries' ? 'too-large' : 'unreadable';
  }
}

/**
 * The reader unpacks what it is given by itself and without a limit: it gets a plain archive of what was read here.
 * Null for a workbook that it does not understand; it says so with errors of many classes.
 */
async function readRows(files: ReadonlyMap<string, Buffer>): Promise<readonly (readonly unknown[])[] | null> {
  try {
    return await readSheet(Buffer.from(zipSync(Object.fromEntries(files), { level: 0 })));
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function textOf(rows: readonly (readonly unknown[])[]): Pick<Sheet, 'lines' | 'dates'> {
  const dates: { line: number; column: number }[] = [];
  const lines = rows.map((row, line) =>
    row.map((cell, column) => {
      if (cell instanceof Date) dates.push({ line, column });
      return cell instanceof Date ? '?' : cell === null || cell === undefined ? '' : String(cell);
    }),
  );
  return { lines, dates };
}

function byLine(cells: readonly string[]): [number, string][] {
  const lines = new Map<number, string[]>();
  for (const cell of cells) {
    const { line } = positionOf(cell);
    lines.set(line, [...(lines.get(line) ?? []), cell]);
  }
  return [...lines].map(([line, names]) => [line, names.join(', ')]);
}

function refused(file: InputFile, problem: WorkbookProblem): Sheet {
  return nothing(
    fault(file.name, null, (faults) => {
      if (problem === 'too-large') return faults.excelTooLarge();
      return problem === 'macros' ? faults.excelMacros() : faults.excelUnreadable();
    }),
  );
}

function nothing(why: Fault): Sheet {
  return { lines: [], dates: [], faults: [why] };
}
