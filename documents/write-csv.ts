/** Writes a table as CSV that Excel opens as it is: UTF-8 with its mark, lines that end in CR and LF (RFC 4180). */

const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/** The cells stand as they are given: whether one might be run as a formula is the caller's to know. */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string) => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return Buffer.from(`\uFEFF${rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`);
}
