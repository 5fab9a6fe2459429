/** Rosters from Excel: what a workbook hides is named, and hostile ones are refused before they are unpacked. */
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';
import { LARGEST_UNPACKED_BYTES } from '../../../programme/import/choose-sheet.js';
import type { InputFile } from '../../../programme/import/findings.js';
import { readRoster } from '../../../programme/import/read-roster.js';
import { MOST_LINES } from '../../../programme/import/read-table.js';
import { adviser, participant, projectFile, rosterCells, said } from './import-files.js';

const lines = [
  participant(1, { 'Company code': '12', 'attendance:MSM-1': '会場' }),
  participant(2, { 'Company code': '12' }),
  adviser(),
];

async function workbook(cells: SheetData): Promise<InputFile> {
  const content = await writeXlsxFile([
    { sheet: '名簿', data: cells },
    { sheet: 'Notes', data: [['anything']] },
  ]).toBuffer();
  return { name: 'roster.xlsx', content };
}

async function faultsOf(file: InputFile) {
  const reading = await readRoster(file);
  return reading.ok ? [] : said(reading.faults);
}

/** The same archive with some of its files replaced. */
async function repacked(change: (files: Record<string, Uint8Array>) => Zippable): Promise<InputFile> {
  const { name, content } = await workbook(rosterCells(lines));
  const files = unzipSync(content);
  return { name, content: zipSync({ ...files, ...change(files) }) };
}

function sheetOf(files: Record<string, Uint8Array>): string {
  return new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
}

describe('workbooks', () => {
  it('are read from their first sheet, whatever the file is called', async () => {
    const { content } = await workbook(rosterCells(lines));
    const reading = await readRoster({ name: 'roster.csv', content });
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    expect(reading.roster.people.map(({ line, email }) => [line, email])).toEqual([
      [2, 'person1@one.example'],
      [3, 'person2@one.example'],
      [4, 'adviser@sharoshi.example'],
    ]);
    expect(reading.roster.people[0]?.attendance).toEqual(new Map([['MSM-1', 'onsite']]));
  });

  it('are read in ZIP64, too', async () => {
    const reading = await readRoster(projectFile('tests/fixtures/import/zip64.xlsx'));
    expect(reading).toMatchObject({ ok: true });
  });

  it('give numbers as they are written and keep the numbers of lines after blank ones', async () => {
    const [first = [], one = [], ...others] = rosterCells(lines);
    const numeric: Cell[] = [12, ...one.slice(1)];
    const file = await workbook([[], first, numeric, [], ['x'], ...others]);
    expect(await faultsOf(file)).toEqual(expect.arrayContaining([[5, '“Role” is empty.']]));
    expect((await faultsOf(file)).every(([line]) => line === 5)).toBe(true);
  });

  it('with formulas, merged cells and dates are refused line by line, with the other faults', async () => {
    const [first = [], one = [], two = [], three = []] = rosterCells([
      lines[0] ?? {},
      participant(2, { 'E-mail': 'bad' }),
      adviser(),
    ]);
    const file = await workbook([
      first,
      [new Date(Date.UTC(2024, 0, 2)), ...one.slice(1)].map(
        (value): Cell => (value instanceof Date ? { value, type: Date, format: 'yyyy/mm/dd' } : value),
      ),
      [{ value: '=A2', type: 'Formula' }, ...two.slice(1, 3), { value: '=D2', type: 'Formula' }, ...two.slice(4)],
      [...three.slice(0, 8), { value: 'Adviser', columnSpan: 2 }],
    ]);
    expect(await faultsOf(file)).toEqual(
      expect.arrayContaining([
        [2, "Excel has turned “Company code” into a date. Set the cell's format to “Text” and type it again."],
        [3, 'There are cells with formulas or errors (A3, D3). Replace them with their values.'],
        [3, '“bad” is not an e-mail address.'],
        [4, 'There are merged cells (I4:J4). Unmerge them and fill in every line.'],
      ]),
    );
  });

  it('with an error in a cell are refused', async () => {
    const file = await repacked((files) => ({
      'xl/worksheets/sheet1.xml': strToU8(
        sheetOf(files).replace(/<c r="A2"[^>]*>.*?<\/c>/, '<c r="A2" t="e"><v>#N/A</v></c>'),
      ),
    }));
    expect(await faultsOf(file)).toContainEqual([
      2,
      'There are cells with formulas or errors (A2). Replace them with their values.',
    ]);
  });
});

describe('hostile and damaged workbooks', () => {
  it('of enormous unpacked size are refused within a bound', async () => {
    const file = await repacked(() => ({ 'xl/sharedStrings.xml': new Uint8Array(LARGEST_UNPACKED_BYTES + 1) }));
    expect(file.content.length).toBeLessThan(100_000);
    const before = process.memoryUsage().rss;
    expect(await faultsOf(file)).toEqual([[null, expect.stringContaining('too large when unpacked')]]);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  it('of several files that are too large together are refused', async () => {
    const half = (tag: string) => strToU8(`<${tag}>${' '.repeat(LARGEST_UNPACKED_BYTES / 2)}</${tag}>`);
    const file = await repacked(() => ({
      'xl/sharedStrings.xml': half('sst'),
      'xl/worksheets/sheet1.xml': half('worksheet'),
    }));
    expect(await faultsOf(file)).toEqual([[null, expect.stringContaining('too large when unpacked')]]);
  });

  it('that lie about their sizes are refused', async () => {
    const real = 0x123456;
    const { content } = await repacked(() => ({ 'xl/sharedStrings.xml': new Uint8Array(real) }));
    const lying = Buffer.from(content);
    for (let at = 0; at + 4 <= lying.length; at += 1) if (lying.readUInt32LE(at) === real) lying.writeUInt32LE(10, at);
    expect(await faultsOf({ name: 'roster.xlsx', content: lying })).toEqual([
      [null, expect.stringContaining('damaged')],
    ]);
  });

  it('with macros are refused', async () => {
    const file = await repacked(() => ({ 'xl/vbaProject.bin': strToU8('macro') }));
    expect(await faultsOf(file)).toEqual([[null, expect.stringContaining('macros')]]);
  });

  it('with a cell far away are refused before they are filled in', async () => {
    const beyond = (cell: string, line: number) =>
      repacked((files) => ({
        'xl/worksheets/sheet1.xml': strToU8(
          sheetOf(files).replace('</sheetData>', `<row r='${line}'><c r='${cell}'><v>1</v></c></row></sheetData>`),
        ),
      }));
    expect(await faultsOf(await beyond('A1048576', 1_048_576))).toEqual([
      [null, `There are too many lines; up to ${MOST_LINES} can be imported at once.`],
    ]);
    expect(await faultsOf(await beyond('XFD9', 9))).toEqual([[null, expect.stringContaining('too large')]]);
  });

  it('that are cut short, empty or no workbook are refused', async () => {
    const { content } = await workbook(rosterCells(lines));
    const unreadable = [[null, expect.stringContaining('damaged')]];
    for (const cut of [4, 100, content.length / 2, content.length - 30]) {
      expect(await faultsOf({ name: 'roster.xlsx', content: content.subarray(0, cut) })).toEqual(unreadable);
    }
    expect(await faultsOf({ name: 'roster.xlsx', content: zipSync({}) })).toEqual(unreadable);
    expect(await faultsOf({ name: 'roster.docx', content: zipSync({ 'word/document.xml': strToU8('<a/>') }) })).toEqual(
      [[null, 'This is a Word file. Save it as “Excel Workbook (.xlsx)”.']],
    );
    const broken = await repacked(() => ({
      'xl/worksheets/sheet1.xml': strToU8('<worksheet><sheetData><row r="1"><c r="!"'),
    }));
    expect(await faultsOf(broken)).toEqual(unreadable);
  });

  it('never make the reader throw, whichever byte is wrong', async () => {
    const { content } = await workbook(rosterCells([lines[0] ?? {}]));
    for (let at = 0; at < content.length; at += 97) {
      const bent = Uint8Array.from(content);
      bent[at] = (bent[at] ?? 0) ^ 0xff;
      const reading = await readRoster({ name: 'roster.xlsx', content: bent });
      if (!reading.ok) expect(reading.faults.length).toBeGreaterThan(0);
    }
  });
});
