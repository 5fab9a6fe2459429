/** Writes tables as a workbook for Excel, with real numbers and dates. What people wrote stays text: nothing in it ever becomes a formula. */
import type { Cell as WrittenCell } from 'write-excel-file/node';

/** A date is what a clock on the wall shows, as its UTC fields: a workbook knows no time zones. */
export type Cell = string | number | Date | null;

export interface WorkbookColumn {
  readonly title: string;
  /** In characters of the standard font, of which a Japanese one takes two. */
  readonly width: number;
  /** Its dates are days without a time. */
  readonly onlyDay?: boolean;
}

export interface WorkbookSheet {
  /** At most 31 characters, none of []/\:*? among them. */
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

export const xlsxContentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** support.microsoft.com, "Excel specifications and limits": the characters of one cell. A longer text makes Excel call the workbook damaged. */
const LONGEST_TEXT = 32_767;

/** Understood by Excel in every language, and sorted right wherever it is shown as text. */
const DATE_FORMAT = 'yyyy-mm-dd hh:mm';
const DAY_FORMAT = 'yyyy-mm-dd';

const heading = { type: String, fontWeight: 'bold', backgroundColor: '#dde8f0', wrap: true } as const;

/** The workbook's bytes. The first row of each sheet holds its titles and stays in sight. @throws where a sheet's name is not allowed */
export async function writeXlsx(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, columns, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(({ title }) => ({ ...heading, value: title })),
      ...rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]))),
    ],
  }));
  // Eighty files, which a process needs first when somebody asks for a table.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return await writeXlsxFile(written).toBuffer();
}

/** Always with its type: the library must not guess one from what a text looks like. */
function cellOf(cell: Cell, column: WorkbookColumn | undefined): WrittenCell {
  if (cell === null) return null;
  if (typeof cell === 'number') return { type: Number, value: cell };
  if (cell instanceof Date) return { type: Date, value: cell, format: column?.onlyDay ? DAY_FORMAT : DATE_FORMAT };
  return { type: String, value: cell.slice(0, LONGEST_TEXT) };
}
