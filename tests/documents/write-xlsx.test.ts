/** A workbook holds what was put into it, read back by another library; text stays text, whatever it looks like. */
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { type Cell, type WorkbookSheet, writeXlsx } from '../../documents/write-xlsx.js';

const columns = [
  { title: 'One', width: 10 },
  { title: '二', width: 20 },
];

async function readBack(sheets: readonly WorkbookSheet[]) {
  return await readXlsxFile(Buffer.from(await writeXlsx(sheets)), { trim: false });
}

const oneSheet = (rows: readonly (readonly Cell[])[]): readonly WorkbookSheet[] => [{ name: 'シート', columns, rows }];

it('keeps texts, numbers, dates and what is empty, on each of its sheets', async () => {
  const at = new Date('2024-11-07T15:30:00Z');
  const sheets = [
    { name: '参加者', columns, rows: [['青葉工業', 12.5] as const, [null, at] as const] },
    { name: '未回答', columns, rows: [] },
  ];
  const [first, second] = await readBack(sheets);
  // The reader loses a millisecond where a serial number is no round fraction of a day.
  const date = first?.data[2]?.[1];
  expect(date instanceof Date && Math.round(date.getTime() / 1_000) * 1_000).toBe(at.getTime());
  expect([{ ...first, data: first?.data.slice(0, 2) }, second]).toEqual([
    {
      sheet: '参加者',
      data: [
        ['One', '二'],
        ['青葉工業', 12.5],
      ],
    },
    { sheet: '未回答', data: [['One', '二']] },
  ]);
});

it.each([
  '=1+1',
  '=HYPERLINK("https://evil.example","click")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  "=cmd|'/c calc'!A1",
  '＝1+1',
  '<v>1</v><f>1+1</f>',
  ']]>&"',
])('keeps %j as text and makes no formula of it', async (text) => {
  const bytes = await writeXlsx(oneSheet([[text, 1]]));
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
  for (const [name, part] of parts) expect(part.includes('<f>') || part.includes('<f '), name).toBe(false);
  const sheet = parts.find(([name]) => name.endsWith('sheet1.xml'))?.[1] ?? '';
  expect(/<c r="A2"[^>]*t="s"/.test(sheet)).toBe(true);
  const [read] = await readXlsxFile(Buffer.from(bytes), { trim: false });
  // XML has one character for the end of a line.
  expect(String(read?.data[1]?.[0]).replaceAll('\r', '\n')).toBe(text.replaceAll('\r', '\n'));
});

it('leaves out what no workbook may hold, and cuts what Excel would call damaged', async () => {
  const rows = [
    ['a\u0000b\u0008c\uFFFFd', 'half \uD83D of a pair'],
    ['あ'.repeat(40_000), null],
  ];
  const [read] = await readBack(oneSheet(rows));
  expect(read?.data[1]).toEqual(['abcd', 'half  of a pair']);
  expect(read?.data[2]?.[0]).toBe('あ'.repeat(32_767));
});

it('refuses a name that Excel does not take', async () => {
  await expect(writeXlsx([{ name: 'a/b', columns, rows: [] }])).rejects.toThrow();
});
