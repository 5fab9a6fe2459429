/** Starts what `npm start` starts as a child in an empty folder of its own, as a person at a terminal would. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { cleanEnvironment, killProcesses, type RunningProcess, startProcess } from '../support/process.js';

const start = fileURLToPath(new URL('../../playground/start.mjs', import.meta.url));

/** Well formed, and known to nobody. What would go to Microsoft ends on this machine, at a proxy that is not there. */
export const teams = {
  TEAMS_APP_ID: '5bb0a5ee-91a7-4c8b-8f1e-5b1a5e5b0a11',
  TEAMS_APP_PASSWORD: 'no-real-secret',
  TEAMS_TENANT_ID: '00000000-0000-4000-8000-000000000001',
  HTTPS_PROXY: 'http://127.0.0.1:1',
};

export interface Home {
  /** The working directory, in which there is no .env unless the test writes one. */
  readonly folder: string;
  start(words: readonly string[], settings?: Readonly<Record<string, string>>): RunningProcess;
  remove(): void;
}

export function openHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'spp-start-'));
  // Where the tests run as root, the database's own account has to pass.
  chmodSync(folder, 0o755);
  return {
    folder,
    start: (words, settings = {}) =>
      startProcess([process.execPath, start, ...words], {
        cwd: folder,
        environment: { ...cleanEnvironment(), PORT: '0', ...settings },
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A home for a command, and a database that it works on; to be called at the top of a test file. */
export function homeWithDatabase(): { readonly home: Home; readonly test: TestDatabase } {
  let home: Home;
  let test: TestDatabase;
  beforeAll(async () => {
    home = openHome();
    test = await createTestDatabase();
  });
  afterEach(killProcesses);
  afterAll(async () => {
    await test.close();
    home.remove();
  });
  return {
    get home() {
      return home;
    },
    get test() {
      return test;
    },
  };
}

/** Where it says that it serves HTTP. */
export function addressIn(output: string): string {
  const [, address] = /(http:\/\/127\.0\.0\.1:\d+) /.exec(output) ?? [];
  if (address === undefined) throw new Error(`no address in ${output}`);
  return address;
}

export async function takePort(): Promise<{ readonly port: string; readonly server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: String(address.port), server };
}
