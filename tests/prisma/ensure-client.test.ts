/** The Prisma client is made where it is missing or another's, and left alone where it fits. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cleanEnvironment, killProcesses, startProcess } from '../support/process.js';

const project = fileURLToPath(new URL('../../', import.meta.url));
const said = 'Making the database client …\n';

let home: string;
let generated: string;
let schema: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'spp-client-'));
  generated = join(home, 'prisma', 'generated', 'internal', 'class.ts');
  schema = join(home, 'prisma', 'schema.prisma');
  mkdirSync(join(home, 'prisma'));
  for (const file of ['package.json', 'prisma.config.ts', 'prisma/ensure-client.ts', 'prisma/schema.prisma']) {
    cpSync(join(project, file), join(home, file));
  }
  symlinkSync(join(project, 'node_modules'), join(home, 'node_modules'), 'junction');
});
afterEach(async () => {
  await killProcesses();
  rmSync(home, { recursive: true });
});

async function ensure(): Promise<{ readonly code: number | null; readonly complaints: string }> {
  const words = [process.execPath, '--import', import.meta.resolve('tsx'), join('prisma', 'ensure-client.ts')];
  const { code, complaints } = await startProcess(words, { cwd: home, environment: cleanEnvironment() }).ended;
  return { code, complaints };
}

it('is made where there is none, of another schema or of another release, and otherwise left as it is', async () => {
  expect(await ensure()).toEqual({ code: 0, complaints: said });
  const made = readFileSync(generated, 'utf8');
  expect(await ensure()).toEqual({ code: 0, complaints: '' });

  writeFileSync(generated, made.replace(/("clientVersion": ")/, '$10.'));
  expect(await ensure()).toEqual({ code: 0, complaints: said });
  expect(readFileSync(generated, 'utf8')).toBe(made);

  writeFileSync(schema, `${readFileSync(schema, 'utf8')}\nenum Newcomer {\n  here\n}\n`);
  expect(await ensure()).toEqual({ code: 0, complaints: said });
  expect(readFileSync(generated, 'utf8')).toContain('Newcomer');
  expect(await ensure()).toEqual({ code: 0, complaints: '' });
});

it('stops what would have been started where it cannot be made', async () => {
  writeFileSync(schema, 'no schema');
  const { code, complaints } = await ensure();
  expect(code).toBe(1);
  expect(complaints).toMatch(/The database client could not be made, .*schema/s);
  expect(existsSync(generated)).toBe(false);
});
