/** Reads a table of text as programs in Japan save it: UTF-8 or Shift_JIS (code page 932), with commas, semicolons or tabs. */
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type Fault, fault, type InputFile } from './findings.js';
import { type FileLine, findHeadings } from './headings.js';

const records = z.array(z.array(z.string()));

export interface TextTable {
  readonly lines: readonly FileLine[];
  /** Letters that code page 932 lacks were lost when the file was saved, if there were any. */
  readonly lossy: boolean;
  readonly faults: readonly Fault[];
}

/** Excel separates by semicolons where the comma is the decimal sign, and by tabs what it calls text. */
const separators = [',', ';', '\t'];

/** Lines are numbered like Excel's: a line break within quotes begins no line. */
export function readCsv(file: InputFile): TextTable {
  const decoded = decodeText(file.content);
  if (decoded === null) {
    return { lines: [], lossy: false, faults: [fault(file.name, null, (faults) => faults.encoding())] };
  }
  const { text, lossy } = decoded;
  const tables = separators.map((separator) => split(file, text, separator));
  const table = tables.find(({ lines }) => findHeadings(lines) !== undefined) ?? tables[0];
  return { lines: [], faults: [], ...table, lossy };
}

function split(file: InputFile, text: string, separator: string): Pick<TextTable, 'lines' | 'faults'> {
  try {
    const options = { relax_column_count: true, skip_empty_lines: false, delimiter: separator };
    const lines = records.parse(parse(text, options)).map((cells, index) => ({ line: index + 1, cells }));
    return { lines: lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')), faults: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : null;
    return { lines: [], faults: [fault(file.name, line, (faults) => faults.quotes())] };
  }
}

/**
 * Null for neither encoding. Japanese text in code page 932 is never valid UTF-8, so what is valid is taken for it;
 * `shift_jis` is code page 932 by https://encoding.spec.whatwg.org/#shift_jis-decoder. A leading mark is taken off.
 */
export function decodeText(content: Uint8Array): { readonly text: string; readonly lossy: boolean } | null {
  if (content.includes(0)) return null;
  const unicode = decodeAs('utf-8', content);
  if (unicode !== null) return { text: unicode, lossy: false };
  const text = decodeAs('shift_jis', content);
  return text === null ? null : { text, lossy: true };
}

function decodeAs(encoding: string, content: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
