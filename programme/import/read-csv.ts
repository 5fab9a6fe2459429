/** Reads a CSV file as Excel in Japan saves it: UTF-8 with or without a mark, or Shift_JIS (code page 932). */
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type Fault, fault, type InputFile } from './findings.js';

const records = z.array(z.array(z.string()));

/** One line per record, blank ones included, so that the index is Excel's line number less one. */
export function readCsv(file: InputFile): { readonly lines: readonly (readonly string[])[]; readonly faults: Fault[] } {
  const text = decodeText(file.content);
  if (text === null) return { lines: [], faults: [fault(file.name, null, (faults) => faults.encoding())] };
  try {
    const lines = records.parse(parse(text, { relax_column_count: true, skip_empty_lines: false }));
    return { lines, faults: [] };
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
export function decodeText(content: Uint8Array): string | null {
  if (content.includes(0)) return null;
  return decodeAs('utf-8', content) ?? decodeAs('shift_jis', content);
}

function decodeAs(encoding: string, content: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
