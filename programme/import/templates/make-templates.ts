/** Makes the empty rosters that a secretariat fills in; run after a column changes: `node --import tsx programme/import/templates/make-templates.ts`. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { columns } from '../headings.js';
import { headingOf } from '../roster-cells.js';
import { importing as en } from '../texts-en.js';
import { type ImportTexts, importing as ja } from '../texts-ja.js';

/** As many lines are formatted as text, so that Excel does not turn a code such as 1-2 into a date. */
const PREPARED_LINES = 200;

for (const [language, texts] of [
  ['ja', ja],
  ['en', en],
] as const) {
  await writeCsv(`roster-${language}.csv`, texts);
  await writeXlsx(`roster-${language}.xlsx`, texts);
}

/** With a byte order mark and CRLF: without either, Excel in Japan shows UTF-8 as garbage or one long line. */
async function writeCsv(name: string, { columns: headings }: ImportTexts): Promise<void> {
  await writeFile(pathOf(name), `\uFEFF${columns.map((column) => headingOf(headings, column)).join(',')}\r\n`);
}

async function writeXlsx(name: string, texts: ImportTexts): Promise<void> {
  const heading = (value: string) => ({ value, fontWeight: 'bold', backgroundColor: '#dde8f0' }) as const;
  const headings = columns.map((column) => headingOf(texts.columns, column));
  const prepared = Array.from(
    { length: PREPARED_LINES },
    (): Row => columns.map(() => ({ type: String, format: '@' })),
  );
  const notes = columns.map(
    (column): Row => [
      { value: headingOf(texts.columns, column), alignVertical: 'top' },
      { value: texts.columnNotes[column], wrap: true, alignVertical: 'top' },
    ],
  );
  await writeXlsxFile([
    {
      sheet: texts.rosterSheet,
      data: [headings.map(heading), ...prepared],
      columns: headings.map((text) => ({ width: Math.max(14, text.length * 2) })),
      stickyRowsCount: 1,
    },
    { sheet: texts.notesSheet, data: notes, columns: [{ width: 26 }, { width: 90 }] },
  ]).toFile(pathOf(name));
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
