/** What a file is follows from its bytes, whatever it is called. */
import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { TELLING_BYTES, typeByContent, typesByBeginning } from '../../documents/type-by-content.js';
import { writeXlsx } from '../../documents/write-xlsx.js';

const bytes = (hex: string, text = '') => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from(text)]);
/** Stored, not packed, so that what the entries hold stands in the archive's own bytes. */
const zipOf = (names: readonly string[], content: Uint8Array = Buffer.from('x')) =>
  Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, [content, { level: 0 }]]))));
const office = (...names: string[]) => zipOf(['[Content_Types].xml', ...names]);

it.each([
  ['a spreadsheet of ours', 'xlsx', () => writeXlsx([{ name: 'A', columns: [{ title: 'a', width: 9 }], rows: [] }])],
  ['a spreadsheet with ZIP64', 'xlsx', () => readFile(new URL('../fixtures/import/zip64.xlsx', import.meta.url))],
  ['a document', 'docx', async () => office('word/document.xml')],
  ['slides', 'pptx', async () => office('ppt/presentation.xml')],
  ['a document with macros', 'macros', async () => office('word/document.xml', 'word/vbaProject.bin')],
  ['an archive of folders called so', 'zip', async () => zipOf(['xl/workbook.xml'])],
  ['an archive that holds a spreadsheet', 'zip', async () => zipOf(['a.xlsx'], office('xl/workbook.xml'))],
  ['an empty archive', 'zip', async () => zipOf([])],
  ['a broken archive', 'zip', async () => bytes('504b0304', 'nothing follows')],
  ['what Office encrypts', 'ole', async () => bytes('d0cf11e0a1b11ae1', 'EncryptedPackage')],
  ['a PDF', 'pdf', async () => bytes('', '%PDF-1.7\n')],
  ['a PDF behind something else', 'pdf', async () => bytes('0a0a', '%PDF-1.7\n')],
  ['a PNG', 'png', async () => bytes('89504e470d0a1a0a')],
  ['a photo', 'jpeg', async () => bytes('ffd8ffe000104a46494600')],
  ['a photo of a phone', 'heic', async () => bytes('00000018', 'ftypheic')],
  ['a voice message', 'recording', async () => bytes('0000001c', 'ftypM4A ')],
  ['JSON', 'json', async () => bytes('efbbbf', '\n{"a": 1}')],
  ['a table', 'csv', async () => bytes('', '会社,名前\n青葉,佐藤\n')],
  ['a table of Excel in Japanese', 'csv', async () => bytes('89efbed02c96bc914f0d0a90c2', ',a\r\n')],
  ['a table with tabs in UTF-16', 'csv', async () => Buffer.from('\ufeffa\tb\r\nc\td', 'utf16le')],
  ['prose', 'text', async () => bytes('', 'おはようございます。\n本日は、よろしくお願いします。')],
  ['anything else', 'other', async () => bytes('0001020304')],
  ['nothing', 'text', async () => bytes('')],
] as const)('%s is %s', async (_, type, content) => {
  const made = await content();
  expect(await typeByContent(made)).toBe(type);
  expect(typesByBeginning(made.subarray(0, TELLING_BYTES))).toContain(type);
});

it('a text that turns out to hold other bytes later is none', async () => {
  const content = Buffer.concat([Buffer.alloc(TELLING_BYTES, 'a,b\n'), Buffer.from([0, 1, 2])]);
  expect(await typeByContent(content)).toBe('other');
  expect(typesByBeginning(content.subarray(0, TELLING_BYTES))).toContain('other');
});
