/** What stops a start is told in one sentence, never a stack, and the process ends with 1. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { killProcesses } from '../support/process.js';
import { type Home, openHome, takePort, teams } from './home.js';

let home: Home;
let test: TestDatabase;

beforeAll(async () => {
  home = openHome();
  test = await createTestDatabase();
});
afterAll(async () => {
  await killProcesses();
  home.remove();
  await test.close();
});

async function complaintOf(words: readonly string[], settings: Record<string, string>, at = home): Promise<string> {
  const { code, complaints } = await at.start(words, settings).ended;
  expect(code, complaints).toBe(1);
  expect(complaints).not.toMatch(/^\s+at /m);
  return complaints.trimEnd();
}

describe('a start is refused', () => {
  it('with a wrong variable, in the environment or in .env', async () => {
    const said = 'PORT must be a port number, from 0 to 65535.';
    expect(await complaintOf([], { PORT: 'http' })).toBe(said);
    const own = openHome();
    writeFileSync(join(own.folder, '.env'), 'LOG_LEVEL=loud\nPORT=http\n');
    expect(await complaintOf([], { PORT: '0' }, own)).toMatch(/^LOG_LEVEL must be [^\n]*$/);
    own.remove();
  });

  it('in production without anything', async () => {
    expect(await complaintOf([], { NODE_ENV: 'production' })).toMatch(
      /^In production SLACK_BOT_TOKEN [^\n]*\nIn production DATABASE_URL [^\n]*$/,
    );
  });

  it('for one half without a platform or without a database', async () => {
    expect(await complaintOf(['bot'], {})).toMatch(/^SLACK_BOT_TOKEN or TEAMS_APP_ID must be set[^\n]*\.$/);
    expect(await complaintOf(['worker'], teams)).toMatch(/^DATABASE_URL must be set[^\n]*\.$/);
  });

  it('with an unknown command, after which it tells which there are', async () => {
    const said = await complaintOf(['strat'], {});
    expect(said).toMatch(/^There is no command "strat"\.\nnpm start /);
    const { code, output } = await home.start(['help'], { PORT: 'http' }).ended;
    expect(code).toBe(0);
    expect(said.split('\n').slice(1).join('\n')).toBe(output.trimEnd());
  });
});

describe('a database that cannot be used', () => {
  const password = 'very-secret';
  const at = (change: (address: URL) => void) => {
    const address = new URL(test.url);
    change(address);
    return address.href;
  };

  it.each<[string, () => string, RegExp]>([
    [
      'is not there',
      () => `postgresql://spp:${password}@127.0.0.1:1/spp`,
      /^The database at 127\.0\.0\.1:1 cannot be reached \(.*ECONNREFUSED.*\): start it, or correct DATABASE_URL\.$/,
    ],
    [
      'is not there under any address of its name',
      () => `postgresql://spp:${password}@localhost:1/spp`,
      /^The database at localhost:1 cannot be reached \(.*ECONNREFUSED.*\): start it, or correct DATABASE_URL\.$/,
    ],
    [
      'refuses the password',
      () =>
        at((address) => {
          address.password = password;
        }),
      /^The database at .* does not let this user in \(password .*\): correct user and password in DATABASE_URL\.$/,
    ],
    [
      'was never created',
      () =>
        at((address) => {
          address.pathname = '/nowhere';
        }),
      /^There is no database "nowhere" at .*: create it, or correct its name in DATABASE_URL\.$/,
    ],
  ])('because it %s', async (_, url, sentence) => {
    const said = await complaintOf([], { ...teams, DATABASE_URL: url() });
    expect(said).toMatch(sentence);
    expect(said).not.toContain(password);
  });

  // These wait for most of their time, and may do so beside each other.
  it.concurrent('because it accepts and never answers', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const said = await complaintOf([], { ...teams, DATABASE_URL: `postgresql://spp@127.0.0.1:${address.port}/spp` });
    silent.close();
    expect(said).toMatch(/^The database at 127\.0\.0\.1:\d+ cannot be reached \(no answer in time\): [^\n]*\.$/);
  });

  it.concurrent('because its user may not make tables', async () => {
    const role = `spp_reader_${process.pid}`;
    const empty = await createTestDatabase({ empty: true });
    await empty.database.$executeRawUnsafe(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`);
    const address = new URL(empty.url);
    address.username = role;
    address.password = password;
    const said = await complaintOf([], { ...teams, DATABASE_URL: address.href });
    await empty.database.$executeRawUnsafe(`DROP ROLE ${role}`);
    await empty.close();
    expect(said).toMatch(/^The database's user may not [^\n]*permission denied[^\n]*\.$/);
    expect(said).not.toContain(password);
  });
});

describe('what else cannot be used', () => {
  // As above.
  it.concurrent('is a Redis that is not there', async () => {
    const settings = { ...teams, DATABASE_URL: test.url, REDIS_URL: 'redis://:very-secret@127.0.0.1:1' };
    const said = await complaintOf(['worker'], settings);
    expect(said).toMatch(/^Redis at 127\.0\.0\.1:1 cannot be reached \([^\n]*REDIS_URL[^\n]*\.$/);
    expect(said).not.toContain('very-secret');
  });

  it.concurrent('is a Redis that the process of the playground’s worker does not find', async () => {
    const said = await complaintOf([], { DATABASE_URL: test.url, REDIS_URL: 'redis://:very-secret@127.0.0.1:1' });
    expect(said).toMatch(/^Redis at 127\.0\.0\.1:1 cannot be reached \([^\n]*REDIS_URL[^\n]*\.$/);
    expect(said).not.toContain('very-secret');
  });

  it('is a port that is taken', async () => {
    const { port, server } = await takePort();
    const said = await complaintOf([], { ...teams, DATABASE_URL: test.url, PORT: port });
    server.close();
    expect(said).toMatch(new RegExp(`^The port is taken \\([^\\n]*:${port}\\): [^\\n]*PORT to another one\\.$`));
  });

  it('is an address of another machine', async () => {
    const said = await complaintOf(['bot'], { ...teams, DATABASE_URL: test.url, HOST: '192.0.2.1' });
    expect(said).toMatch(/^HOST is no address of this machine \([^\n]*\): [^\n]*\.$/);
  });

  it('is a data folder that is a file', async () => {
    writeFileSync(join(home.folder, 'file'), '');
    const said = await complaintOf([], { ...teams, SPP_DATA: 'file' });
    expect(said).toMatch(/^The folder \S+file cannot be used \([^\n]*\)\. SPP_DATA [^\n]*\.$/);
  });
});
