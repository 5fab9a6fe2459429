/** Keeps what was learnt from the examples in a file, since to learn it takes some seconds and to read it a moment. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import type { Learnt } from '../rank/classifier.js';

/** Made by the build or at first use, and never in the repository. */
const FOLDER = new URL('generated/', import.meta.url);
/** What learns, and what it learns from: another version of it gives something else. */
const origins = [
  '../rank/',
  '../mentions/',
  './',
  '../../../prompts/examples/',
  '../../../prompts/examples/phrasings/',
].map((folder) => new URL(folder, import.meta.url));
const LEXICON = new URL('../../../prompts/lexicon.json', import.meta.url);

/** What is this old was learnt from examples that have long changed; where not, it is learnt again. */
const KEPT_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;

const learntSchema = z.strictObject({
  fingerprint: z.string(),
  meanings: z.array(z.string()),
  vocabulary: z.strictObject({ parts: z.array(z.string()), rarity: z.instanceof(Float32Array) }),
  weights: z.strictObject({ steps: z.instanceof(Int8Array), largest: z.instanceof(Float32Array) }),
});

/** Of all that the result depends on: the files, as they are, and what else is told. */
export async function fingerprintOf(...others: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [...(await Promise.all(origins.map(filesIn))).flat(), LEXICON]) hash.update(await readFile(file));
  for (const one of others) hash.update(`\0${one}`);
  return hash.digest('hex');
}

async function filesIn(folder: URL): Promise<readonly URL[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => new URL(name, folder))
    .sort((a, b) => a.href.localeCompare(b.href, 'en'));
}

/**
 * What was kept under the fingerprint, or what `learn` gives, which is kept for the next time.
 * @param folder where it is kept, as a directory's address with a slash at its end
 */
export async function keptOrLearnt(
  fingerprint: string,
  learn: () => Promise<Learnt>,
  folder: URL = FOLDER,
): Promise<Learnt> {
  // One file for each, since several processes may ask for different ones.
  const file = new URL(`learnt-${fingerprint.slice(0, 16)}.bin`, folder);
  const kept = await readKept(file, fingerprint);
  if (kept !== null) return kept;
  const learnt = await learn();
  // Where nothing can be written, it is learnt again by the next process.
  await keep(file, { fingerprint, ...learnt }, folder).catch(() => {});
  return learnt;
}

async function readKept(file: URL, fingerprint: string): Promise<Learnt | null> {
  try {
    const { fingerprint: own, ...learnt } = learntSchema.parse(deserialize(await readFile(file)));
    return own === fingerprint ? learnt : null;
  } catch {
    // There is none yet, or it is broken: it is made anew.
    return null;
  }
}

/** In one step, so that a process which reads meanwhile finds the whole file or none. */
async function keep(file: URL, learnt: Learnt & { readonly fingerprint: string }, folder: URL): Promise<void> {
  await mkdir(folder, { recursive: true });
  const unfinished = new URL(`${file.href}.${randomUUID()}`);
  await writeFile(unfinished, serialize(learnt));
  await rename(unfinished, file);
  await removeOld(folder);
}

/** Each change of an example makes another file of more than ten megabytes. */
async function removeOld(folder: URL): Promise<void> {
  for (const file of await filesIn(folder)) {
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > KEPT_MILLISECONDS) await rm(file, { force: true });
  }
}
