/**
 * Runs an entry from what was compiled of it before, as long as no source has changed: loading a thousand files of TypeScript one by one
 * takes half of a start. In JavaScript, since TypeScript is only loaded where something has to be compiled.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const project = new URL('../', import.meta.url);
/** Below the packages, so that what is compiled finds them. */
const cache = new URL('node_modules/.cache/spp-assistant/', project);

/** @param {string} entry its path below this folder, without an ending */
export async function runCompiled(entry) {
  // As with tsx: a stack names the line of the source.
  process.setSourceMapsEnabled(true);
  await import(findCompiled(entry) ?? (await compileAnew(entry)));
}

/** Where the compiled entry is, or null where there is none or a source differs from what it was made of. */
function findCompiled(entry) {
  try {
    const { folder, files } = JSON.parse(readFileSync(new URL('made.json', cache), 'utf8'));
    const made = compiledIn(folder, entry);
    const isUnchanged = ([path, hash]) =>
      createHash('sha256')
        .update(readFileSync(new URL(path, project)))
        .digest('hex') === hash;
    return existsSync(made) && Object.entries(files).every(isUnchanged) ? made.href : null;
  } catch {
    // None yet, or a source is gone.
    return null;
  }
}

function compiledIn(folder, entry) {
  return new URL(`${folder}/${entry.split('/').at(-1)}.js`, cache);
}

async function compileAnew(entry) {
  const { register } = await import('tsx/esm/api');
  const unregister = register();
  await import('../prisma/ensure-client.ts');
  const { compile } = await import('./compile.ts');
  try {
    const folder = await compile(project, cache);
    await unregister();
    return compiledIn(folder, entry).href;
  } catch {
    // Packages that another account installed cannot be written to, and tsx says better what is wrong in a source.
    return new URL(`./${entry}.ts`, import.meta.url).href;
  }
}
