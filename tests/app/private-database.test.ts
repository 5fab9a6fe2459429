/** Starts without DATABASE_URL: one at a time on the same data, through crashes, and with nothing left running. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { removeData } from '../../prisma/server.js';
import { killProcesses } from '../support/process.js';
import { addressIn, openHome, teams } from './home.js';

const home = openHome();
const data = join(home.folder, 'data');
const settings = { ...teams, SPP_DATA: 'data' };
const cluster = join(data, 'postgres', 'cluster');

/** A process that has ended and that nobody has asked about yet is no survivor. */
const isAlive = (pid: number) =>
  /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim());
const databasePid = (folder = 'data') =>
  Number(readFileSync(join(home.folder, folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

afterEach(killProcesses);
afterAll(async () => {
  for (const folder of ['data', 'starting']) await removeData(join(home.folder, folder, 'postgres'));
  home.remove();
});

describe('a private database', () => {
  it('belongs to one process; when that is killed, the next one carries on', async () => {
    const first = home.start([], settings);
    const said = await first.says('Queue: PostgreSQL');
    expect(said).toContain('Preparing a database in ');
    expect((await fetch(`${addressIn(said)}/health`)).status).toBe(200);
    const left = databasePid();

    const second = await home.start([], settings).ended;
    expect(second.code).toBe(1);
    expect(second.complaints).toMatch(
      /^The database in \S+ is in use by process \d+: stop that one first, or set SPP_DATA to another folder\.\n$/,
    );
    const reset = await home.start(['reset'], settings).ended;
    expect(reset.code).toBe(1);
    expect(reset.complaints).toMatch(/^The database in \S+ is in use by process \d+: [^\n]*\.\n$/);

    first.signal('SIGKILL');
    expect(await first.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(isAlive(left)).toBe(true);

    // As it comes when the terminal's window is closed.
    const closed = home.start([], settings);
    await closed.says('Queue: PostgreSQL');
    const itsOwn = databasePid();
    closed.signal('SIGHUP');
    expect(await closed.ended).toMatchObject({ code: 0, complaints: '' });
    expect(isAlive(itsOwn)).toBe(false);

    const third = home.start([], settings);
    await third.says('Queue: PostgreSQL');
    const own = databasePid();
    // As the terminal and npm send it together.
    third.signal('SIGINT');
    third.signal('SIGINT');
    const ended = await third.ended;
    expect(ended, ended.complaints).toMatchObject({ code: 0, complaints: '' });
    expect(ended.output).toMatch(/\nClosing …\n$/);
    expect([left, own].filter(isAlive)).toEqual([]);
  });

  it('goes with a process that is told to stop while it still starts', async () => {
    const started = home.start([], { ...teams, SPP_DATA: 'starting' });
    // Written last, when the server is this process's; the migrations, Teams and the worker are still to come.
    const port = join(home.folder, 'starting', 'postgres', 'port');
    await expect.poll(() => existsSync(port), { interval: 5 }).toBe(true);
    const pid = databasePid('starting');
    started.signal('SIGTERM');
    const { code, output } = await started.ended;
    expect(output).not.toContain('Running');
    expect(code).toBe(143);
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  it('is emptied by a reset, and by a second one too', async () => {
    expect(existsSync(cluster)).toBe(true);
    for (const _ of ['full', 'empty']) {
      const { code, output, complaints } = await home.start(['reset'], { SPP_DATA: 'data' }).ended;
      expect(code, complaints).toBe(0);
      expect(output).toBe('data is empty.\n');
      expect(existsSync(data) ? readdirSync(data) : []).toEqual([]);
    }
  });
});
