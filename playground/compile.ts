/** Compiles what `npm start` and `npm run pilot` run into one folder, and notes the sources that it was made of. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const ENTRIES = [
  ...['playground/main.ts', 'playground/host/playground-worker.ts', 'playground/pilot/run.ts'],
  'documents/document-worker.ts',
];

/** What else decides on the result: the packages, the database client made of the schema, and how it is compiled. */
const OTHER_SOURCES = [
  ...['package-lock.json', 'tsconfig.json', 'prisma/schema.prisma', 'node_modules/@prisma/client/package.json'],
  ...['prisma/ensure-client.ts', 'playground/compile.ts'],
];

/** What is this old was made of sources that have long changed; a process that still runs may load something from what is younger. */
const KEPT_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;

/**
 * Safe in several processes at once. @param entries what is to be run, by their paths in the project @returns the name of the folder in `cache`
 * @throws where a source is wrong or the cache cannot be written
 */
export async function compile(project: URL, cache: URL, entries: readonly string[] = ENTRIES): Promise<string> {
  const root = fileURLToPath(project);
  const hashes = new Map<string, string>();
  const note = (path: string, content: Buffer) =>
    hashes.set(relative(root, path).replaceAll('\\', '/'), hashOf(content));
  const { outputFiles } = await build({
    ...{ absWorkingDir: root, entryPoints: [...entries], entryNames: '[name]', outdir: 'compiled', write: false },
    ...{ bundle: true, splitting: true, packages: 'external', format: 'esm', platform: 'node', target: 'node20.19' },
    ...{ keepNames: true, sourcemap: 'linked', sourcesContent: false, sourceRoot: `${project.href}compiled/` },
    ...{ logLevel: 'silent', plugins: [readSources(note)] },
  });
  for (const path of OTHER_SOURCES) note(fileURLToPath(new URL(path, project)), await readFile(new URL(path, project)));
  const files = Object.fromEntries([...hashes].sort());
  const folder = hashOf(Buffer.from(JSON.stringify(files))).slice(0, 16);
  await mkdir(cache, { recursive: true });
  await inOneStep(new URL(folder, cache), async (unfinished) => {
    await mkdir(unfinished);
    for (const { path, contents } of outputFiles) {
      await writeFile(new URL(`${unfinished.href}/${basename(path)}`), contents);
    }
  });
  await inOneStep(new URL('made.json', cache), (unfinished) =>
    writeFile(unfinished, JSON.stringify({ folder, files })),
  );
  await removeOld(cache, folder);
  return folder;
}

/** Notes each source as it is compiled, not as it may be a moment later, and lets it find its neighbours where it stands. */
function readSources(note: (path: string, content: Buffer) => void): Plugin {
  return {
    name: 'sources',
    setup({ onLoad }) {
      onLoad({ filter: /\.(ts|json)$/ }, async ({ path }) => {
        const content = await readFile(path);
        note(path, content);
        if (path.endsWith('.json')) return { contents: content, loader: 'json' };
        const address = JSON.stringify(pathToFileURL(path).href);
        return { contents: content.toString('utf8').replaceAll('import.meta.url', address), loader: 'ts' };
      });
    },
  };
}

/** Half of it is never found under its name, and another process that makes the same at once does no harm. */
async function inOneStep(target: URL, make: (unfinished: URL) => Promise<void>): Promise<void> {
  const unfinished = new URL(`${target.href}.${process.pid}`);
  try {
    await make(unfinished);
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    const isThere = error instanceof Error && 'code' in error && /^(ENOTEMPTY|EEXIST|EPERM)$/.test(String(error.code));
    if (!isThere || (await stat(target).catch(() => null)) === null) throw error;
  }
}

async function removeOld(cache: URL, current: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const made = await stat(new URL(name, cache)).catch(() => null);
    if (name === current || made === null || Date.now() - made.mtimeMs < KEPT_MILLISECONDS) continue;
    await rm(new URL(name, cache), { recursive: true, force: true });
  }
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
