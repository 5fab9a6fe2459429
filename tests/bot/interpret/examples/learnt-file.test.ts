/** What was learnt is kept: the next process reads it, unless what it was learnt from has changed or the file is broken. */
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fingerprintOf, keptOrLearnt } from '../../../../bot/interpret/examples/learnt-file.js';
import { classifierOf, type Learnt, learnFrom } from '../../../../bot/interpret/rank/classifier.js';

let folder: string;
let learnt: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spp-learnt-'));
  learnt = 0;
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

const conceptsOf = () => [];
const sentences = ['register me', 'please register', 'register us', 'cancel it', 'please cancel', 'cancel all'];
const labelled = sentences.map((say) => ({ say, role: 'participant', meaning: say.includes('cancel') ? 'b' : 'a' }));

async function learn(): Promise<Learnt> {
  learnt += 1;
  return await learnFrom(labelled, { conceptsOf, may: () => true });
}

const kept = async (fingerprint: string, at = join(folder, 'generated')) =>
  await keptOrLearnt(fingerprint, learn, pathToFileURL(`${at}/`));

const understood = (what: Learnt) => classifierOf(what, conceptsOf).classify('cancel my registration', 'participant');

it('is learnt once, and read as it was', async () => {
  const [first, second] = [await kept('one'), await kept('one')];
  expect(learnt).toBe(1);
  expect(second).toEqual(first);
  expect(understood(second)[0]).toMatchObject({ meaning: 'b' });
  expect(understood(second)).toEqual(understood(await learn()));
});

it('is learnt anew from other sentences', async () => {
  await kept('one');
  await kept('another');
  expect(learnt).toBe(2);
  expect(await fingerprintOf('a', 'b')).toBe(await fingerprintOf('a', 'b'));
  expect(await fingerprintOf('a', 'b')).not.toBe(await fingerprintOf('ab'));
});

it('goes a week after it was learnt, once something else is', async () => {
  await kept('one');
  await kept('two');
  const at = join(folder, 'generated');
  const long = new Date(Date.now() - 8 * 86_400_000);
  await utimes(join(at, 'learnt-one.bin'), long, long);
  await kept('three');
  expect((await readdir(at)).sort()).toEqual(['learnt-three.bin', 'learnt-two.bin']);
});

it('is learnt anew where the file is broken, and then kept', async () => {
  await kept('one');
  const [name = ''] = await readdir(join(folder, 'generated'));
  const file = join(folder, 'generated', name);
  const whole = await readFile(file);
  for (const broken of [whole.subarray(0, 100), Buffer.from('nothing'), Buffer.alloc(0)]) {
    await writeFile(file, broken);
    expect((await kept('one')).meanings).toEqual(['a', 'b']);
    expect(await readFile(file)).toEqual(whole);
  }
  expect(learnt).toBe(4);
});

it('is learnt where nothing can be written, and by processes that begin at once', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  expect((await kept('one', file)).meanings).toEqual(['a', 'b']);
  const all = await Promise.all(Array.from({ length: 5 }, async () => await kept('two')));
  expect(new Set(all.map((one) => JSON.stringify(understood(one)))).size).toBe(1);
  expect(await readdir(join(folder, 'generated'))).toHaveLength(1);
});
