/** The page's own Japanese words are written as the assistant's are. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { misplacedSigns } from '../../../tests/support/japanese-signs.js';

const playground = fileURLToPath(new URL('../../', import.meta.url));

const written = ['page', 'host'].flatMap((folder) =>
  readdirSync(join(playground, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);

it('has half-width brackets and colons, and no space beside a bracket', () => {
  expect(written.length).toBeGreaterThan(100);
  const misplaced = written.flatMap((path) =>
    readFileSync(join(playground, path), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line) && misplacedSigns(line).length > 0)
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(misplaced).toEqual([]);
});
