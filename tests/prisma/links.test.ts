/** PostgreSQL's programs get the links that npm cannot carry, even where some are made already. */
import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeMissingLinks } from '../../prisma/embedded/links.js';

let home: string;
let native: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'spp-links-'));
  // A copy of the programs has another name than the package's own folder.
  native = join(home, 'programs-18');
  mkdirSync(join(native, 'lib', 'deep'), { recursive: true });
  writeFileSync(join(native, 'lib', 'libpq.so.5.18'), 'libpq');
});
afterEach(() => rmSync(home, { recursive: true }));

function list(...links: readonly { readonly source: string; readonly target: string }[]): void {
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links));
}

it('makes them relative, so that the folder can be moved, and leaves those that are there', () => {
  list(
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/deep/libpq.so' },
  );
  symlinkSync('libpq.so.5.18', join(native, 'lib', 'libpq.so.5'));
  makeMissingLinks(native);
  makeMissingLinks(native);
  expect(readlinkSync(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  expect(readlinkSync(join(native, 'lib', 'deep', 'libpq.so'))).toBe(join('..', 'libpq.so.5.18'));
  expect(readFileSync(join(native, 'lib', 'deep', 'libpq.so'), 'utf8')).toBe('libpq');
});

it('has nothing to do where a package lists none', () => {
  expect(() => makeMissingLinks(native)).not.toThrow();
});

it('says what to do where they cannot be made', () => {
  list({ source: 'native/lib/libpq.so.5.18', target: 'native/nowhere/libpq.so' });
  expect(() => makeMissingLinks(native)).toThrow(/lack the link native\/nowhere\/libpq\.so, .*run "npm ci"/);
});
