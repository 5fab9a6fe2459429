/** No two types that the app's files export are called the same, so that a name has one meaning. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDERS = ['app', 'bot', 'documents', 'jobs', 'mail', 'prisma', 'programme', 'web'];

function* exportedTypes(): Generator<{ readonly name: string; readonly path: string }> {
  for (const folder of FOLDERS) {
    for (const path of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      // What Prisma makes of the tables is not ours to name.
      if (!path.endsWith('.ts') || path.startsWith('generated')) continue;
      const file = join(ROOT, folder, path);
      for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/^export (?:type|interface|class) (\w+)/gm))
        yield { name, path: relative(ROOT, file) };
    }
  }
}

it('names every exported type once', () => {
  const paths = new Map<string, string[]>();
  for (const { name, path } of exportedTypes()) paths.set(name, [...(paths.get(name) ?? []), path]);
  expect(paths.size).toBeGreaterThan(100);
  expect(Object.fromEntries([...paths].filter(([, places]) => places.length > 1))).toEqual({});
});
