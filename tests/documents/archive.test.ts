/** Archives are read within limits: by what they declare before anything is unpacked, and by what comes out while it is. */
import { readFileSync } from 'node:fs';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ArchiveError, openArchive } from '../../documents/archive.js';

const MEGABYTE = 1024 * 1024;

const text = 'The quick brown fox jumps over the lazy dog. '.repeat(100);
const small: Zippable = {
  'word/document.xml': strToU8(text),
  'stored.txt': [strToU8('as it is'), { level: 0 }],
  '見本.txt': strToU8('見本'),
  'empty.txt': new Uint8Array(0),
};

/** Signatures of https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12. */
const CENTRAL_HEADER = Buffer.from([0x50, 0x4b, 0x01, 0x02]);

/** The archive with something written over a field of its first central header. */
function bent(files: Zippable, change: (archive: Buffer, header: number) => void): Buffer {
  const archive = Buffer.from(zipSync(files));
  change(archive, archive.indexOf(CENTRAL_HEADER));
  return archive;
}

async function readFirst(content: Uint8Array, mostBytes = MEGABYTE): Promise<Buffer> {
  const [entry] = await openArchive(content, { mostEntries: 10 });
  if (entry === undefined) throw new Error('The archive is empty.');
  return await entry.read(mostBytes);
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (error instanceof ArchiveError) return error.problem;
    throw error;
  }
}

describe('an archive', () => {
  it('lists names and sizes, and gives the content of each entry', async () => {
    const entries = await openArchive(zipSync(small), { mostEntries: 4 });
    expect(entries.map(({ name, size }) => [name, size])).toEqual([
      ['word/document.xml', text.length],
      ['stored.txt', 8],
      ['見本.txt', 6],
      ['empty.txt', 0],
    ]);
    const contents = await Promise.all(entries.map(async ({ size, read }) => (await read(size)).toString('utf8')));
    expect(contents).toEqual([text, 'as it is', '見本', '']);
  });

  it('is read in ZIP64, too, whose sizes stand elsewhere', async () => {
    const content = readFileSync(new URL('../fixtures/import/zip64.xlsx', import.meta.url));
    const header = content.indexOf(CENTRAL_HEADER);
    expect([content.readUInt32LE(header + 20), content.readUInt32LE(header + 24)]).toEqual([0xffffffff, 0xffffffff]);
    const entries = await openArchive(content, { mostEntries: 10 });
    expect(entries.map(({ name, size }) => [name, size])).toContainEqual(['xl/workbook.xml', 285]);
    for (const { size, read } of entries) expect(await read(size)).toHaveLength(size);
  });

  it('is read where it stands in a larger buffer', async () => {
    const content = zipSync(small);
    const padded = new Uint8Array(content.length + 20);
    padded.set(content, 10);
    expect((await readFirst(padded.subarray(10, 10 + content.length))).toString()).toBe(text);
  });
});

describe('what is over a limit', () => {
  it('is refused by its declared size, without unpacking', async () => {
    expect(await problemOf(readFirst(zipSync(small), text.length - 1))).toBe('too-large');
    expect(await problemOf(readFirst(zipSync(small), text.length))).toBe('none');
  });

  it('is refused by its number of entries, in ZIP64, too', async () => {
    expect(await problemOf(openArchive(zipSync(small), { mostEntries: 3 }))).toBe('too-many-entries');
    const content = readFileSync(new URL('../fixtures/import/zip64.xlsx', import.meta.url));
    expect(await problemOf(openArchive(content, { mostEntries: 4 }))).toBe('too-many-entries');
  });

  it('takes little memory when it is a bomb, whether it declares its size or lies', async () => {
    const honest = Buffer.from(zipSync({ 'bomb.xml': new Uint8Array(64 * MEGABYTE) }, { level: 1 }));
    const lying = Buffer.from(honest);
    lying.writeUInt32LE(1000, lying.indexOf(CENTRAL_HEADER) + 24);
    expect(honest.length).toBeLessThan(MEGABYTE);
    const before = process.memoryUsage().rss;
    expect(await problemOf(readFirst(honest))).toBe('too-large');
    expect(await problemOf(readFirst(lying))).toBe('broken');
    expect(process.memoryUsage().rss - before).toBeLessThan(16 * MEGABYTE);
  });
});

describe('what cannot be read', () => {
  it('is told apart', async () => {
    const cases: readonly (readonly [problem: string, content: Uint8Array])[] = [
      ['not-a-zip', new Uint8Array(0)],
      ['not-a-zip', strToU8('Company code,Name')],
      ['broken', strToU8('PK')],
      ['broken', zipSync(small).subarray(0, 200)],
      ['encrypted', bent(small, (archive, header) => archive.writeUInt16LE(1, header + 8))],
      // Deflate64, which only Windows writes, for files over 2 GB.
      ['broken', bent(small, (archive, header) => archive.writeUInt16LE(9, header + 10))],
      ['broken', bent(small, (archive, header) => archive.writeUInt32LE(text.length + 1, header + 24))],
      ['broken', bent(small, (archive, header) => archive.writeUInt32LE(0, header + 16))],
      ['broken', bent(small, (archive, header) => archive.writeUInt32LE(0xfffffff, header + 42))],
      [
        'broken',
        bent(small, (archive) => archive.write('x', archive.indexOf('word/'), 'latin1') && archive.fill(0xff, 50, 60)),
      ],
    ];
    for (const [index, [problem, content]] of cases.entries()) {
      expect([index, await problemOf(readFirst(content))]).toEqual([index, problem]);
    }
  });

  it('is one that holds a name twice', async () => {
    const twice = bent({ 'a.xml': strToU8('1'), 'b.xml': strToU8('2') }, (archive, header) =>
      archive.write('a', archive.indexOf('b.xml', header), 'latin1'),
    );
    expect(await problemOf(readFirst(twice))).toBe('broken');
  });

  it('never fails otherwise, whichever byte is wrong', async () => {
    const content = zipSync({ 'a.xml': strToU8(text.slice(0, 200)), 'b.xml': [strToU8('stored'), { level: 0 }] });
    for (let at = 0; at < content.length; at += 1) {
      const damaged = Uint8Array.from(content);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      await problemOf(
        openArchive(damaged, { mostEntries: 10 }).then((entries) => Promise.all(entries.map(({ read }) => read(1000)))),
      );
    }
  });
});
