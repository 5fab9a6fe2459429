/** `npm start` runs what was compiled, compiles again what has changed, and starts from the sources where it cannot compile. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** A checkout of four lines, with the real files that compile and start it. */
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spp-compiled-'));
  for (const file of ['start.mjs', 'start-worker.mjs', 'run-compiled.mjs', 'compile.ts']) {
    cpSync(join(project, 'playground', file), join(folder, 'playground', file));
  }
  for (const file of ['package-lock.json', 'tsconfig.json', 'package.json'])
    cpSync(join(project, file), join(folder, file));
  for (const name of ['tsx', 'esbuild']) {
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    symlinkSync(join(project, 'node_modules', name), join(folder, 'node_modules', name));
  }
  write('prisma/schema.prisma', '');
  write('prisma/ensure-client.ts', "process.stdout.write('the client is looked at\\n');");
  write('node_modules/@prisma/client/package.json', '{}');
  write('playground/words.ts', "export const words: string = 'one';");
  write('playground/beside.txt', 'beside it');
  write(
    'playground/main.ts',
    `import { readFileSync } from 'node:fs';
     import { words } from './words.js';
     process.stdout.write([words, readFileSync(new URL('./beside.txt', import.meta.url)), ...process.argv.slice(2)].join());`,
  );
  write(
    'playground/host/playground-worker.ts',
    "import { words } from '../words.js'; process.stdout.write('worker ' + words);",
  );
  write('documents/document-worker.ts', '');
  write('playground/pilot/run.ts', '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

async function start(entry = 'start.mjs', ...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'playground', entry), ...words], {
    cwd: tmpdir(),
  });
  return stdout;
}

const cache = () => join(folder, 'node_modules', '.cache', 'spp-assistant');

test('it compiles once, and then only runs what was compiled', async () => {
  expect(await start('start.mjs', 'bot')).toBe('the client is looked at\none,beside it,bot');
  expect(await start('start.mjs', 'bot')).toBe('one,beside it,bot');
  // Both entries are compiled together.
  expect(await start('start-worker.mjs')).toBe('worker one');
  const [made] = readdirSync(cache()).filter((name) => name !== 'made.json');
  writeFileSync(join(cache(), made ?? '', 'main.js'), "process.stdout.write('what was compiled');");
  expect(await start()).toBe('what was compiled');
});

test.each([
  ['a source', 'playground/words.ts', "export const words: string = 'two';", 'two,beside it'],
  ['the schema of the database', 'prisma/schema.prisma', '// Another.', 'one,beside it'],
  ['the packages', 'package-lock.json', '{}', 'one,beside it'],
])('where %s has changed it looks at the client and compiles again', async (_what, file, text, expected) => {
  await start();
  write(file, text);
  expect(await start()).toBe(`the client is looked at\n${expected}`);
  expect(await start()).toBe(expected);
});

test('what was compiled before stays for the process that runs it', async () => {
  await start();
  const [first] = readdirSync(cache()).filter((name) => name !== 'made.json');
  write('playground/words.ts', "export const words = 'two';");
  await start();
  expect(readdirSync(cache())).toContain(first);
  expect(readdirSync(cache())).toHaveLength(3);
});

test('several at once compile beside each other', async () => {
  const outputs = await Promise.all([start(), start(), start('start-worker.mjs')]);
  expect(outputs.map((output) => output.replace('the client is looked at\n', ''))).toEqual([
    ...['one,beside it', 'one,beside it', 'worker one'],
  ]);
  expect(readdirSync(cache())).toHaveLength(2);
  expect(await start()).toBe('one,beside it');
});

test('a source with a fault is told as it stands there, and an older one that was compiled does not run instead', async () => {
  await start();
  write('playground/words.ts', 'export const words = ;');
  await expect(start()).rejects.toThrow(/words\.ts:1:/);
});

test('it starts from the sources where nothing can be written', async () => {
  write('node_modules/.cache', 'not a folder');
  expect(await start()).toBe('the client is looked at\none,beside it');
});

test('a stack names the line of the source', async () => {
  write('playground/main.ts', "interface Nothing {}\n\nthrow new Error('told');");
  await start().catch(() => {});
  await expect(start()).rejects.toThrow(/playground\/main\.ts:3:/);
  const made = readFileSync(join(cache(), 'made.json'), 'utf8');
  expect(Object.keys(JSON.parse(made).files)).toContain('playground/main.ts');
});
