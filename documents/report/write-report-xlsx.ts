/** Writes the tables of a report as a workbook: a sheet for each, with real numbers and dates. */
import { type Cell, type WorkbookSheet, writeXlsx } from '../write-xlsx.js';
import { isTable, type ReportDocument } from './report-document.js';

/** Excel takes a date from this one on only. */
const FIRST_DAY = Date.UTC(1900, 2, 1);

/** @throws where two tables have one name of a sheet */
export async function writeReportXlsx({ blocks }: ReportDocument): Promise<Uint8Array> {
  const sheets = blocks.filter(isTable).map(
    ({ sheet, columns, rows }): WorkbookSheet => ({
      name: sheet,
      columns: columns.map(({ title, width, kind }) => ({ title, width, ...(kind === 'day' && { onlyDay: true }) })),
      rows: rows.map((row) => row.map(written)),
    }),
  );
  return await writeXlsx(sheets);
}

function written(cell: Cell): Cell {
  return cell instanceof Date && cell.getTime() < FIRST_DAY ? cell.toISOString().slice(0, 10) : cell;
}
