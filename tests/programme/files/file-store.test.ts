/** What holds for every store of files: bytes come back as they went in, belong to somebody, and leave nothing where they were rolled back. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, type Programme } from '../../../prisma/client.js';
import { CHUNK_BYTES, inChunks, oneByOne } from '../../../programme/files/file-bytes.js';
import {
  FileGone,
  type FileStore,
  FileTooLarge,
  LARGEST_FILE_BYTES,
  type NewFile,
} from '../../../programme/files/file-store.js';
import { folderFiles } from '../../../programme/files/folder-files.js';
import { postgresFiles } from '../../../programme/files/postgres-files.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { buildPerson, buildProgramme, buildServices, type TestServices } from '../../support/factories.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let folder: string;

beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'spp-files-'));
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  services = buildServices(test.database);
  programme = await buildProgramme(services);
});

async function* split(bytes: Uint8Array, length: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += length) yield bytes.subarray(at, at + length);
}

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<{ bytes: Buffer; largest: number }> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return { bytes: Buffer.concat(all), largest: Math.max(0, ...all.map(({ byteLength }) => byteLength)) };
}

const aFile = (given: Partial<NewFile> = {}): NewFile => ({
  ...{ kind: 'attendee-list', programmeId: programme.id, name: '一覧.xlsx', contentType: 'text/plain' },
  ...{ now: services.clock.now(), ...given },
});

/** Everything of files that is kept anywhere. */
async function kept() {
  const [rows, chunks] = await Promise.all([test.database.file.count(), test.database.fileChunk.count()]);
  return { rows, chunks, names: (await readdir(folder)).toSorted() };
}

describe.each([
  { name: 'PostgreSQL', open: (): FileStore => postgresFiles(test.database) },
  { name: 'a folder', open: (): FileStore => folderFiles(test.database, folder) },
])('files in $name', ({ open }) => {
  let store: FileStore;
  beforeEach(() => {
    store = open();
  });

  it.each([
    ['nothing', 0, 100],
    ['one byte', 1, 100],
    ['exactly a piece', CHUNK_BYTES, 1_000],
    ['a byte more than a piece, at once', CHUNK_BYTES + 1, CHUNK_BYTES + 1],
    ['the most there may be, in odd pieces', LARGEST_FILE_BYTES, 70_001],
  ])('come back as they went in: %s', async (_, size, piece) => {
    const bytes = randomBytes(size);
    const stored = await store.write(aFile(), split(bytes, piece));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(stored).toEqual({ id: stored.id, name: '一覧.xlsx', contentType: 'text/plain', size, sha256 });
    expect(await store.find(stored.id)).toEqual(stored);
    const read = await gathered(store.read(stored.id));
    expect(read.bytes.equals(bytes)).toBe(true);
    expect(read.largest).toBeLessThanOrEqual(CHUNK_BYTES);
  });

  it('belong to the caller’s transaction', async () => {
    const stored = await inTransaction(test.database, async (transaction) => {
      const written = await store.write(aFile(), oneByOne(Buffer.from('abc')), transaction);
      expect(await store.find(written.id)).toBeNull();
      return written;
    });
    expect((await gathered(store.read(stored.id))).bytes.toString()).toBe('abc');
  });

  it('leave nothing where the caller’s transaction is rolled back', async () => {
    const before = await kept();
    const failing = inTransaction(test.database, async (transaction) => {
      await store.write(aFile(), oneByOne(randomBytes(CHUNK_BYTES * 2)), transaction);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    services.clock.advance({ hours: 2 });
    await store.removeStale(services.clock.now());
    expect(await kept()).toEqual(before);
  });

  it('leave nothing where their source fails, or has too much', async () => {
    const before = await kept();
    async function* failing(): AsyncIterable<Uint8Array> {
      yield randomBytes(CHUNK_BYTES + 1);
      throw new Error('the line is dead');
    }
    await expect(store.write(aFile(), failing())).rejects.toThrow('the line is dead');
    const tooMuch = split(randomBytes(LARGEST_FILE_BYTES + 1), CHUNK_BYTES);
    await expect(store.write(aFile(), tooMuch)).rejects.toThrow(FileTooLarge);
    expect(await kept()).toEqual(before);
  });

  it('are not taken without an owner', async () => {
    const { programmeId: _none, ...nobodys } = aFile();
    await expect(store.write(nobodys, oneByOne(Buffer.from('a')))).rejects.toThrow();
  });

  it('go with the person whose they are', async () => {
    const before = await kept();
    const person = await buildPerson(services, { programme, role: 'adviser' });
    const { programmeId: _none, ...own } = aFile({ personId: person.id });
    const { id } = await store.write(own, oneByOne(Buffer.from('abc')));
    await test.database.membership.deleteMany({ where: { personId: person.id } });
    await test.database.account.updateMany({ where: { personId: person.id }, data: { personId: null } });
    await test.database.person.delete({ where: { id: person.id } });
    expect(await store.find(id)).toBeNull();
    await expect(gathered(store.read(id))).rejects.toThrow(FileGone);
    services.clock.advance({ hours: 2 });
    await store.removeStale(services.clock.now());
    expect(await kept()).toEqual(before);
  });

  it('go when their time is over, and not before', async () => {
    const expiresAt = new Date(services.clock.now().getTime() + 86_400_000);
    const before = await kept();
    const { id } = await store.write(aFile({ expiresAt }), oneByOne(Buffer.from('abc')));
    await test.database.fileOpening.create({ data: { fileId: id, at: services.clock.now(), agent: 'browser' } });
    services.clock.set(new Date(expiresAt.getTime() - 1));
    await store.removeStale(services.clock.now());
    expect((await gathered(store.read(id))).bytes.toString()).toBe('abc');
    services.clock.set(expiresAt);
    expect(await store.removeStale(services.clock.now())).toBeGreaterThanOrEqual(1);
    expect(await store.find(id)).toBeNull();
    expect(await kept()).toEqual(before);
  });

  it('never end early: a file that is deleted while it is read fails', async () => {
    const { id } = await store.write(aFile(), oneByOne(randomBytes(CHUNK_BYTES * 3)));
    const reading = async () => {
      for await (const _piece of store.read(id)) {
        await test.database.file.deleteMany({ where: { id } });
        for (const name of await readdir(folder)) if (name === id) await writeFile(join(folder, name), '');
      }
    };
    await expect(reading()).rejects.toThrow(FileGone);
  });

  it('that were never stored are not found', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    expect(await store.find(id)).toBeNull();
    await expect(gathered(store.read(id))).rejects.toThrow(FileGone);
  });
});

it('a folder keeps what is not ours, and what may still be committed', async () => {
  const store = folderFiles(test.database, folder);
  await writeFile(join(folder, 'README'), 'not ours');
  const writing = inTransaction(test.database, async (transaction) => {
    const { id } = await store.write(aFile(), oneByOne(Buffer.from('abc')), transaction);
    await store.removeStale(services.clock.now());
    return id;
  });
  expect((await gathered(store.read(await writing))).bytes.toString()).toBe('abc');
  services.clock.advance({ days: 400 });
  await store.removeStale(services.clock.now());
  expect(await readdir(folder)).toContain('README');
});

it('bytes are taken from their source only as they are needed', async () => {
  let given = 0;
  async function* source(): AsyncIterable<Uint8Array> {
    for (; given < CHUNK_BYTES * 10; given += 1_000) yield new Uint8Array(1_000);
  }
  for await (const chunk of inChunks(source())) {
    expect(chunk.byteLength).toBe(CHUNK_BYTES);
    break;
  }
  expect(given).toBeLessThanOrEqual(CHUNK_BYTES + 1_000);
});
