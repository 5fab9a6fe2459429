/** What is made to exhaust its reader ends at the limits, and takes little of the process on the way. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDocument } from '../../documents/read-document.js';
import { compile } from '../../playground/compile.js';
import { makeDocx, paragraph, zipOf } from './support/docx.js';
import { drawn, pagesOf, pdfStream } from './support/pdf.js';

const project = new URL('../../', import.meta.url);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'limits-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const body = paragraph('当社は人権を尊重します。');
const MEGABYTE = 1024 * 1024;
const milliseconds = 250_000;

/** A page whose instructions unpack, through so many layers, to much. */
function bomb(layers: number): Buffer {
  let packed: Buffer = Buffer.alloc(300 * MEGABYTE, 0x20);
  for (let layer = 0; layer < layers; layer += 1) packed = deflateSync(packed);
  return pagesOf(pdfStream(packed, `/Filter[${'/FlateDecode'.repeat(layers)}]`));
}

const bad = [
  ['part.docx', 'too_large', () => makeDocx({ body: `<w:p/>${' '.repeat(200 * MEGABYTE)}` })],
  ['media.docx', 'too_large', () => makeDocx({ body, parts: { 'word/media/1.png': Buffer.alloc(300 * MEGABYTE) } })],
  ['text.docx', 'too_large', () => makeDocx({ body: paragraph('あ'.repeat(9 * MEGABYTE)) })],
  ['macros.docx', 'macros', () => makeDocx({ body, parts: { 'word/vbaProject.bin': Buffer.alloc(5 * MEGABYTE, 1) } })],
  ['mismatch.docx', 'wrong_type', () => Buffer.alloc(10 * MEGABYTE, 0x41)],
  ['archive.zip', 'wrong_type', () => zipOf({ a: Buffer.alloc(300 * MEGABYTE) })],
  ['layers-1.pdf', 'too_large', () => bomb(1)],
  ['layers-2.pdf', 'too_large', () => bomb(2)],
] as const;

it('refuses bombs, macros and mismatches within 64 MB', async () => {
  const cache = pathToFileURL(`${fileURLToPath(new URL('node_modules/.cache/spp-limits/', project))}`);
  const entries = ['tests/documents/support/measure-refusals.ts', 'documents/document-worker.ts'];
  const made = new URL(`${await compile(project, cache, entries)}/measure-refusals.js`, cache);
  const usual = join(folder, 'usual.pdf');
  writeFileSync(usual, pagesOf(drawn([72, 700, 'We respect human rights.'])));
  const paths = bad.map(([name, , content]) => {
    writeFileSync(join(folder, name), content());
    return join(folder, name);
  });
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(made), usual, ...paths]);
  const measured = stdout.trim().split('\n');
  expect(measured).toHaveLength(bad.length);
  for (const [at, [name, fault]] of bad.entries()) {
    const { fault: found, grown } = JSON.parse(measured[at] ?? '');
    expect([name, found]).toEqual([name, fault]);
    expect(grown, name).toBeLessThan(64);
  }
});

it('reads what is packed more than once', async () => {
  const line = Buffer.from('BT /F 11 Tf 72 700 Td (We respect human rights.) Tj ET');
  const twice = pagesOf(pdfStream(deflateSync(deflateSync(line)), '/Filter[/FlateDecode/FlateDecode]'));
  const answer = await readDocument(twice, { milliseconds });
  expect(answer).toMatchObject({ ok: true, text: { paragraphs: [{ text: 'We respect human rights.' }] } });
});

it('ends what takes too long, and what takes too much memory', async () => {
  const content = makeDocx({ body: body.repeat(100_000) });
  expect(await readDocument(content, { milliseconds: 1 })).toEqual({ ok: false, fault: { kind: 'took_too_long' } });
  const little = await readDocument(content, { milliseconds, megabytes: 12 });
  expect(little).toEqual({ ok: false, fault: { kind: 'too_much_memory' } });
  expect(await readDocument(content, { milliseconds })).toMatchObject({ ok: true });
});

it('leaves the bytes as they are, reads several at once, and stops when it is told to', async () => {
  const content = Buffer.from(makeDocx({ body }));
  const before = Buffer.from(content);
  const answers = await Promise.all([1, 2, 3, 4, 5].map(async () => await readDocument(content, { milliseconds })));
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
  expect(content.equals(before)).toBe(true);
  const reason = new Error('enough');
  const stop = new AbortController();
  const reading = readDocument(content, { milliseconds, signal: stop.signal });
  stop.abort(reason);
  await expect(reading).rejects.toBe(reason);
  await expect(readDocument(content, { signal: stop.signal })).rejects.toBe(reason);
  expect(await readDocument(content, { milliseconds })).toMatchObject({ ok: true });
});

it('refuses what is larger than 10 MB, and what is nothing, without a look', async () => {
  const large = await readDocument(Buffer.alloc(10 * MEGABYTE + 1, 0x41));
  expect(large).toEqual({ ok: false, fault: { kind: 'too_large' } });
  expect(await readDocument(new Uint8Array(0))).toEqual({ ok: false, fault: { kind: 'empty' } });
});
