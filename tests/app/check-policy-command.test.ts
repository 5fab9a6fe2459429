/** check-policy answers on standard output in exactly the documented shapes, without configuration or database, and says what it cannot read. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const documents = join(root, 'tests/documents/files');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-policy-'));
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
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'main.ts', 'check-policy', ...given],
      { cwd: root, env: environment },
      (error, output, errors) => {
        const status = typeof error?.code === 'number' ? error.code : error === null ? 0 : 1;
        resolve({ status, output, errors });
      },
    );
  });
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

it('gives the elements of a text with their sentences', async () => {
  const policy = file('policy.md', '# 人権方針\n\n## 教育\n\n従業員への**人権研修**を毎年実施します。\n');
  const { status, output } = await run(policy, '--json');
  expect(status).toBe(0);
  const { elements } = JSON.parse(output);
  expect(elements).toHaveLength(17);
  expect(elements[12]).toEqual({
    ...{ id: 'E13', status: 'found', strength: 'commitment' },
    sentences: ['従業員への人権研修を毎年実施します。'],
  });
  expect(elements[0]).toEqual({ id: 'E01', status: 'not_found', strength: null, sentences: [] });
});

it.each(['libreoffice.docx', 'chromium-policy.pdf', 'reportlab.pdf'])('reads %s', async (name) => {
  const { output } = await run(join(documents, name), '--json');
  const { elements } = JSON.parse(output);
  expect(elements).toHaveLength(17);
  const told = elements.flatMap(({ sentences }: { readonly sentences: readonly string[] }) => sentences);
  expect(told).toContain('取引先にも、この方針への理解と協力を求めます。');
});

it('says of a document why it cannot be read, and what to do', async () => {
  const scan = join(documents, 'ghostscript-scan.pdf');
  const { errors, status } = await run(scan, join(documents, 'libreoffice.doc'));
  expect(status).toBe(1);
  expect(errors).toContain(`${scan}: no text comes from its pages`);
  expect(errors).toContain('(1)');
  expect(errors).toContain('libreoffice.doc: it is in the format of Word before 2007; save it as .docx first.');
});

it('answers a line for a line', async () => {
  const lines = file('lines.txt', 'The statement was approved by the board of directors.\n\nWe sell relays.\n');
  const { output } = await run(lines, '--lines', '--lang', 'en', '--json');
  expect(JSON.parse(output)).toEqual({ lines: [{ elements: ['E02'] }, { elements: [] }, { elements: [] }] });
});

it('tells people in words that judge nothing, a file after a file', async () => {
  const [one, two] = [file('one.txt', '差別をしません。\n'), file('two.txt', 'We do not discriminate.\n')];
  const { output } = await run(one, two);
  expect(output).toContain('E07 ILO中核的労働基準(5分野) — 一部記載あり: 差別の撤廃\n    差別をしません。');
  expect(output).toContain('E02 経営トップの承認・制定日・署名 — 記載が見つかりませんでした、会社の申告が必要');
  expect(output).toContain(`== ${two}`);
  expect(output).toContain('E07 ILO core labour standards, five categories — partly mentioned: no discrimination');
  expect(output).not.toContain('不適合');
});

it('says what it cannot read, reads the rest, and ends with 1', async () => {
  const readable = file('sjis.txt', Uint8Array.from([0x8d, 0xb7, 0x95, 0xca, 0x81, 0x42]));
  const page = file('draft.html', '<p>policy</p>');
  const { status, output, errors } = await run(page, join(folder, 'absent.txt'), readable, '--json');
  expect(status).toBe(1);
  expect(errors).toContain('draft.html: only .docx, .pdf, .txt and .md files are read');
  expect(errors).toContain('absent.txt: there is no such file.');
  expect(JSON.parse(output)).toMatchObject({ file: readable });
  expect((await run('--lang', 'fr')).errors).toContain('check-policy FILE');
});
