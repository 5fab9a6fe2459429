/** Chooses the sheet of a workbook that holds the roster, and reads it. */
import { columnName, type SheetContent } from '../../documents/read-sheet.js';
import { openWorkbook, type ReadSheet, WorkbookError } from '../../documents/read-xlsx.js';
import { type Fault, fault, type InputFile } from './findings.js';
import { type FileLine, findHeadings, HEADINGS_WITHIN_LINES } from './headings.js';
import { refuseWorkbook } from './refuse-file.js';

/** What is read of the XML inside may come to in all. Excel's own files of our largest roster stay below a half of it. */
export const LARGEST_UNPACKED_BYTES = 32 * 1024 * 1024;

const WIDEST_SHEET = 200;

export interface Sheet {
  /** Null where none could be chosen. */
  readonly name: string | null;
  readonly lines: readonly FileLine[];
  /** Cells that cannot be read as they look: a fault each, unless nobody wants their column. */
  readonly problems: readonly CellProblem[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

export interface CellProblem {
  readonly kind: 'computed' | 'date' | 'formatted';
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Such as C7. */
  readonly cell: string;
}

/** @param mostLines beyond which a sheet with anything in it is refused */
export async function readXlsx(file: InputFile, mostLines: number): Promise<Sheet> {
  try {
    const sheets = await openWorkbook(file.content, LARGEST_UNPACKED_BYTES);
    const chosen = await chooseSheet(file, sheets);
    if ('reason' in chosen) return nothing(chosen);
    return understand(file, chosen, await chosen.read({ mostLines, mostColumns: WIDEST_SHEET }), mostLines);
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return nothing(refuseWorkbook(file, error.problem));
  }
}

/** The one that a person sees and that has the headings; a hidden one only where no other has them. */
async function chooseSheet(file: InputFile, sheets: readonly ReadSheet[]): Promise<ReadSheet | Fault> {
  const rosters: ReadSheet[] = [];
  for (const sheet of sheets) {
    const limits = { mostLines: Number.MAX_SAFE_INTEGER, mostColumns: WIDEST_SHEET, lines: HEADINGS_WITHIN_LINES };
    if (findHeadings(linesOf(await sheet.read(limits))) !== undefined) rosters.push(sheet);
  }
  const seen = rosters.filter(({ hidden }) => !hidden);
  const [chosen, ...others] = seen.length > 0 ? seen : rosters;
  const names = (those: readonly ReadSheet[]) => those.map(({ name }) => name);
  if (chosen === undefined) {
    // A workbook with one sheet is like a file of lines: what is wrong with its headings is said there.
    const [only, ...more] = sheets;
    if (only !== undefined && more.length === 0) return only;
    return fault(file.name, null, (texts) => texts.noSheet(names(sheets)));
  }
  if (others.length > 0) return fault(file.name, null, (texts) => texts.severalSheets(names([chosen, ...others])));
  return chosen;
}

function understand(file: InputFile, { name, hidden }: ReadSheet, content: SheetContent, mostLines: number): Sheet {
  const { beyond, merged, hiddenLines } = content;
  if (beyond === 'lines') return nothing(fault(file.name, null, (texts) => texts.tooManyLines(mostLines)));
  if (beyond === 'columns') return nothing(refuseWorkbook(file, 'too-large'));
  const warnings: Fault[] = [];
  if (hidden) warnings.push(fault(file.name, null, (_faults, { warnings: texts }) => texts.hiddenSheet(name)));
  if (hiddenLines.length > 0) {
    warnings.push(fault(file.name, null, (_faults, { warnings: texts }) => texts.hiddenLines(hiddenLines)));
  }
  return {
    name,
    lines: linesOf(content),
    problems: [
      ...content.computed.map(problem('computed')),
      ...content.dates.map(problem('date')),
      ...content.formatted.map(problem('formatted')),
    ],
    faults: merged.map(({ range, line }) => fault(file.name, line, (texts) => texts.mergedCells(range))),
    warnings,
  };
}

function problem(kind: CellProblem['kind']) {
  return ({ line, column }: { readonly line: number; readonly column: number }): CellProblem => ({
    kind,
    line,
    column,
    cell: `${columnName(column)}${line}`,
  });
}

function linesOf({ lines }: SheetContent): readonly FileLine[] {
  return [...lines].map(([line, cells]) => ({ line, cells })).sort((one, other) => one.line - other.line);
}

function nothing(why: Fault): Sheet {
  return { name: null, lines: [], problems: [], faults: [why], warnings: [] };
}
