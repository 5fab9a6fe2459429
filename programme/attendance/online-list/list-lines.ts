/** Turns a meeting's report, whatever its kind, into lines of cells. */
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { decodeText } from '../../../documents/decode-text.js';
import { openWorkbook, WorkbookError } from '../../../documents/read-xlsx.js';
import { listLayout } from './list-headings.js';
import type { OnlineListProblem } from './online-list.js';

/** A thousand people who come and go ten times each. */
const MOST_LINES = 20_000;
const MOST_COLUMNS = 200;
const MOST_UNPACKED_BYTES = 32 * 1024 * 1024;

const records = z.array(z.array(z.string()));

/** Zoom separates by commas, Teams by tabs, and Excel by semicolons where the comma is the decimal sign. */
const separators = [',', '\t', ';'];

type Lines = { readonly lines: readonly (readonly string[])[] } | { readonly problem: OnlineListProblem };

/** The sheets of a workbook one after another, a blank line between them. */
export async function listLines(content: Uint8Array): Promise<Lines> {
  if (content.byteLength === 0) return { problem: 'empty' };
  const begins = (...bytes: readonly number[]) => bytes.every((byte, at) => content[at] === byte);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return { problem: 'old_excel' };
  const read = begins(0x50, 0x4b) ? await workbookLines(content) : textLines(content);
  if ('problem' in read) return read;
  if (read.lines.length > MOST_LINES) return { problem: 'too_long' };
  return read.lines.every(isBlank) ? { problem: 'empty' } : read;
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function textLines(content: Uint8Array): Lines {
  const text = decodeText(content);
  if (text === null) return { problem: 'unreadable' };
  const tables = separators
    .map((separator) => split(text.replace(/^\uFEFF/, ''), separator))
    .filter((table) => table !== null);
  const lines = tables.find((table) => table.some((cells) => listLayout(cells) !== null)) ?? tables[0];
  return lines === undefined ? { problem: 'unreadable' } : { lines };
}

/** Null where its quotes do not close. Names hold quotes now and then, which Teams does not double. */
function split(text: string, separator: string): readonly (readonly string[])[] | null {
  const options = { relax_column_count: true, skip_empty_lines: false, relax_quotes: true, delimiter: separator };
  try {
    return records.parse(parse(text, options));
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

async function workbookLines(content: Uint8Array): Promise<Lines> {
  try {
    const lines: (readonly string[])[] = [];
    for (const sheet of await openWorkbook(content, MOST_UNPACKED_BYTES)) {
      const read = await sheet.read({ mostLines: MOST_LINES, mostColumns: MOST_COLUMNS, readsDates: true });
      if (read.beyond !== null) return { problem: 'too_long' };
      let last = 0;
      for (const [line, cells] of [...read.lines].sort(([one], [other]) => one - other)) {
        if (line > last + 1) lines.push([]);
        lines.push(cells);
        last = line;
      }
      lines.push([]);
    }
    return { lines };
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    if (error.problem === 'encrypted') return { problem: 'old_excel' };
    return { problem: error.problem === 'too-large' ? 'too_long' : 'unreadable' };
  }
}
