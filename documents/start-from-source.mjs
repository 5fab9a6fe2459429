/**
 * Starts the thread from its source, as tests and commands of a checkout do. Its files are put together once and kept: loading them
 * one by one takes a second of the processor for each document.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { threadId } from 'node:worker_threads';

const sources = fileURLToPath(new URL('.', import.meta.url));
// Below the packages, so that it finds them; named by its sources' times and sizes, so that one of another state is never taken.
const folder = fileURLToPath(new URL('../node_modules/.cache/spp-assistant-documents/', import.meta.url));
const file = `${folder}${nameOf(sources)}.mjs`;
if (!existsSync(file)) await putTogether();
await import(pathToFileURL(file).href);

function nameOf(root) {
  const hash = createHash('sha256');
  for (const name of readdirSync(root, { recursive: true }).sort()) {
    const { mtimeMs, size } = statSync(`${root}${name}`);
    hash.update(`${name} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

async function putTogether() {
  // The loader's own, which has nothing that puts files together.
  const loader = createRequire(import.meta.url).resolve('tsx');
  const { build } = createRequire(loader)('esbuild');
  const { outputFiles } = await build({
    entryPoints: [`${sources}document-worker.ts`],
    ...{ bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20', write: false },
  });
  mkdirSync(folder, { recursive: true });
  // Several threads may do the same at once; none must read what another has half written.
  const own = `${file}.${process.pid}.${threadId}`;
  writeFileSync(own, outputFiles[0].contents);
  renameSync(own, file);
}
