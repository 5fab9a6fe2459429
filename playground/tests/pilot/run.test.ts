/** `npm run pilot` from the outside: what it prints, what it writes, and how it ends. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adviser, smallProgramme, smallRoster } from './programme.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spp-test-pilot-run-'));
  for (const { name, content } of [smallProgramme(), smallRoster()]) writeFileSync(join(folder, name), content);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly said: string;
  readonly complained: string;
}

/** With a folder for temporary files of its own, which shows whether anything was left behind. */
function pilot(words: readonly string[], temporary: string): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'playground/pilot/run.ts', ...words], {
    cwd: root,
    env: { ...process.env, TMPDIR: temporary, REDIS_URL: '' },
  });
  let said = '';
  let complained = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complained += chunk.toString();
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, said, complained })));
}

function temporaryFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'spp-test-pilot-tmp-'));
  // Where the tests run as root, the server runs under another account, which must be able to enter.
  chmodSync(made, 0o755);
  return made;
}

function small(programme = 'programme.json'): readonly string[] {
  return ['--programme', join(folder, programme), '--roster', join(folder, 'roster.csv')];
}

test('replays another programme on a server of its own, and leaves nothing but the figures', async () => {
  const temporary = temporaryFolder();
  const { status, said, complained } = await pilot([...small(), '--out', join(folder, 'new', 'out')], temporary);
  expect({ status, complained }).toEqual({ status: 0, complained: '' });
  expect(said).toMatch(/^MIX-1 +2025-06-10 10:00 +7\/4 +4 +3$/m);
  expect(said).toContain(adviser);
  expect(said).toMatch(/Replayed in \d+\.\d s/);
  const figures: unknown = JSON.parse(readFileSync(join(folder, 'new', 'out', 'figures.json'), 'utf8'));
  expect(figures).toMatchObject({
    sessions: [{ id: 'OPEN', people: 5, companies: 4, offline: 0, online: 5 }, {}, {}, {}, {}],
  });
  // tsx keeps what it has compiled.
  expect(readdirSync(temporary).filter((name) => !name.startsWith('tsx-') && name !== 'node-compile-cache')).toEqual(
    [],
  );
  rmSync(temporary, { recursive: true });
});

test.for([
  { words: () => ['--roster', 'roster.csv'], sentence: '--programme and --roster belong together.' },
  { words: () => small('missing.json'), sentence: 'Cannot read' },
  { words: () => small('roster.csv'), sentence: 'This is not valid JSON' },
  { words: () => ['--frog'], sentence: "Unknown option '--frog'" },
])('says in a sentence why it cannot: $sentence', async ({ words, sentence }) => {
  const temporary = temporaryFolder();
  const { status, complained } = await pilot(words(), temporary);
  expect(status).toBe(1);
  expect(complained).toContain(sentence);
  expect(complained).not.toContain('    at ');
  rmSync(temporary, { recursive: true });
});
