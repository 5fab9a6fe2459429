/** The command `understand` answers in the documented shape, and says what it cannot read. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'understand-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

function run(...given: readonly string[]): Promise<Answer> {
  const environment = { PATH: process.env.PATH, HOME: folder };
  const command = ['--import', 'tsx', 'main.ts', 'understand', ...given];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: root, env: environment }, (error, output, errors) => {
      const status = typeof error?.code === 'number' ? error.code : error === null ? 0 : 1;
      resolve({ status, output, errors });
    });
  });
}

const share = z.number().min(0).max(1);
const answerSchema = z.strictObject({
  scores: z.strictObject({
    action: share,
    amongThree: share,
    parameters: share,
    confidentlyWrong: share,
    wrongWrites: z.int(),
  }),
  results: z.array(
    z.strictObject({
      id: z.string(),
      action: z.string().nullable(),
      parameters: z.record(z.string(), z.unknown()),
      confidence: share,
      choices: z.array(z.string()).max(3),
    }),
  ),
});

const sentences = [
  [
    'a',
    'participant',
    '11月7日のセミナーに会場で参加します。',
    'register_session',
    { session: 'MSM-1', mode: 'onsite' },
  ],
  ['b', 'participant', 'cancel MSM-2', 'cancel_registration', { session: 'MSM-2' }],
  ['c', 'secretariat', 'zxcv', 'out_of_scope', {}],
] as const;

it('scores a file, and says of each sentence how it is understood', async () => {
  const now = '2024-10-28T10:00:00+09:00';
  const utterances = sentences.map(([id, role, text, intent, params]) => ({ id, role, text, now, intent, params }));
  const file = join(folder, 'sentences.json');
  writeFileSync(file, JSON.stringify({ utterances }));
  const { status, output, errors } = await run('--file', file, '--json');
  expect([status, errors]).toEqual([0, '']);
  const { scores, results } = answerSchema.parse(JSON.parse(output));
  expect(scores).toEqual({ action: 1, amongThree: 1, parameters: 1, confidentlyWrong: 0, wrongWrites: 0 });
  expect(results.map(({ id, action }) => [id, action])).toEqual([
    ['a', 'session.register'],
    ['b', 'session.cancel'],
    ['c', null],
  ]);
  const plain = await run('--file', file);
  expect(plain.output).toContain('11月7日のセミナーに会場で参加します。\n    session.register {');
  expect(plain.output).toContain('wrongWrites 0');
});

it('says what it needs, and what it cannot read', async () => {
  writeFileSync(join(folder, 'other.json'), '[]');
  for (const given of [[], ['--file', join(folder, 'none.json')], ['--file', join(folder, 'other.json')]]) {
    const { status, output, errors } = await run(...given);
    expect([status, output]).toEqual([1, '']);
    expect(errors).toContain('understand --file UTTERANCES.json [--json]');
  }
});
