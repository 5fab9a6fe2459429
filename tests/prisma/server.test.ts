/** The private database server survives kills, refuses rivals and closes cleanly. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AlreadyRunning, type DatabaseServer, removeData, startDatabaseServer } from '../../prisma/server.js';

let prepared: string;
let home: string;
let folder: string;
const running: { stop(): Promise<unknown> }[] = [];

beforeAll(async () => {
  prepared = mkdtempSync(join(tmpdir(), 'spp-server-'));
  chmodSync(prepared, 0o755);
  await (await startDatabaseServer({ folder: prepared })).stop();
});

afterAll(async () => {
  await removeData(prepared);
});

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'spp-server-'));
  chmodSync(home, 0o755);
  folder = join(home, 'data', 'postgres');
});

afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  if (folder !== prepared) await removeData(folder);
  rmSync(home, { recursive: true, force: true });
});

describe('startDatabaseServer', () => {
  it('starts durable, on loopback only, and keeps data and port over a restart', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE note (said text); INSERT INTO note VALUES ($$kept$$)');
    const [settings] = await query(
      first.url,
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
              current_setting('full_page_writes') AS pages, current_setting('listen_addresses') AS addresses,
              current_setting('unix_socket_directories') AS sockets, current_setting('timezone') AS zone`,
    );
    expect(settings).toEqual({
      fsync: 'on',
      commit: 'on',
      pages: 'on',
      addresses: '127.0.0.1',
      sockets: '',
      zone: 'UTC',
    });
    await first.stop();
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'SELECT said FROM note')).toEqual([{ said: 'kept' }]);
  });

  it('asks for the password of its own data', async () => {
    usePreparedData();
    const { url } = await start();
    const address = new URL(url);
    address.password = 'guessed';
    await expect(query(address.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  it('offers btree_gist for constraints against overlaps', async () => {
    usePreparedData();
    const { url } = await start();
    await query(url, 'CREATE EXTENSION btree_gist');
  });

  it('takes another port when the one of the last time is taken, and says so when it was told one', async () => {
    usePreparedData();
    const first = await start();
    const port = Number(new URL(first.url).port);
    await first.stop();
    const thief = await listen(port);
    const second = await start();
    expect(new URL(second.url).port).not.toBe(String(port));
    await second.stop();
    await expect(startDatabaseServer({ folder, port })).rejects.toThrow(`Port ${port} is taken`);
    thief.close();
  });

  it('finishes its shutdown although clients are connected', async () => {
    usePreparedData();
    const server = await start();
    const client = new pg.Client({ connectionString: server.url });
    client.on('error', () => {});
    await client.connect();
    await server.stop();
    // Otherwise it waits for the clients until it is ended by force.
    const log = readFileSync(join(folder, 'server.log'), 'utf8');
    expect(log).toContain('received fast shutdown request');
    expect(log).not.toContain('received immediate shutdown request');
    await client.end();
  });

  it('prepares the data again after a first start that was killed half-way', async () => {
    mkdirSync(join(folder, 'cluster.999999'), { recursive: true });
    writeFileSync(join(folder, 'cluster.999999', 'PG_VERSION'), '18');
    const { url } = await start();
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(folder, 'cluster.999999'))).toBe(false);
  });

  it('says why the server does not start', async () => {
    await (await start()).stop();
    writeFileSync(join(folder, 'cluster', 'postgresql.conf'), 'shared_buffers = nonsense');
    await expect(startDatabaseServer({ folder })).rejects.toThrow(/PostgreSQL did not start: .*shared_buffers/);
  });
});

describe('one owner', () => {
  it('refuses a second start in one sentence that names the first process', async () => {
    usePreparedData();
    const owner = await ownerProcess();
    const { url } = await owner.answer;
    const refusal = await startDatabaseServer({ folder }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(AlreadyRunning);
    expect(refusal).toHaveProperty(
      'message',
      `The database in ${folder} is in use by process ${owner.child.pid}: stop that one first, or set SPP_DATA to another folder.`,
    );
    expect(await query(String(url), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('refuses a second start within one process too', async () => {
    usePreparedData();
    await start();
    await expect(startDatabaseServer({ folder })).rejects.toBeInstanceOf(AlreadyRunning);
  });

  it('lets exactly one of four processes have a fresh folder', async () => {
    const owners = await Promise.all(Array.from({ length: 4 }, () => ownerProcess()));
    const answers = await Promise.all(owners.map((owner) => owner.answer));
    expect(answers.filter((answer) => 'url' in answer)).toHaveLength(1);
    expect(answers.filter((answer) => answer.name === 'AlreadyRunning')).toHaveLength(3);
  });
});

describe('after kill -9 of the owner', () => {
  it('takes over the server that survived, with its data', async () => {
    usePreparedData();
    const owner = await ownerProcess();
    const url = String((await owner.answer).url);
    await query(url, 'CREATE TABLE note_0 (said text); INSERT INTO note_0 VALUES ($$kept$$)');
    const pid = postmasterPid();
    await owner.kill();
    const server = await start();
    expect(server.url).toBe(url);
    expect(postmasterPid()).toBe(pid);
    expect(await query(server.url, 'SELECT said FROM note_0')).toEqual([{ said: 'kept' }]);
    await server.stop();
    expect(isServing(pid)).toBe(false);
  });

  it('moves the survivor when another port is asked for', async () => {
    usePreparedData();
    const owner = await ownerProcess();
    const url = String((await owner.answer).url);
    await owner.kill();
    const probe = await listen(0);
    const address = probe.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    probe.close();
    const server = await start(port);
    expect(new URL(server.url).port).toBe(String(port));
    await expect(query(url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('starts again when the server was killed as well', async () => {
    usePreparedData();
    const owner = await ownerProcess();
    const url = String((await owner.answer).url);
    await query(url, 'CREATE TABLE note_1 (said text); INSERT INTO note_1 VALUES ($$kept$$)');
    process.kill(postmasterPid(), 'SIGKILL');
    await owner.kill();
    const server = await start();
    expect(await query(server.url, 'SELECT said FROM note_1')).toEqual([{ said: 'kept' }]);
  });

  it('is not misled by a pid that another process of the same account has now', async () => {
    usePreparedData();
    const first = await start();
    const lines = readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
    await first.stop();
    const { uid, gid } = statSync(join(folder, 'cluster'));
    const stranger = spawn('sleep', ['60'], { uid, gid, cwd: '/' });
    writeFileSync(join(folder, 'cluster', 'postmaster.pid'), [stranger.pid, ...lines.slice(1)].join('\n'));
    const second = await start();
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    stranger.kill();
  });

  it('leaves nothing running when the owner merely ends without stop()', async () => {
    usePreparedData();
    const owner = await ownerProcess();
    await owner.answer;
    const pid = postmasterPid();
    owner.child.stdin?.write('leave\n');
    await once(owner.child, 'exit');
    await expect.poll(() => isServing(pid)).toBe(false);
  });
});

describe('removeData', () => {
  it('refuses while a living process owns the data', async () => {
    usePreparedData();
    const server = await start();
    await expect(removeData(folder)).rejects.toBeInstanceOf(AlreadyRunning);
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('stops a survivor, removes what is ours and leaves the rest', async () => {
    const owner = await ownerProcess();
    await owner.answer;
    const pid = postmasterPid();
    await owner.kill();
    writeFileSync(join(folder, 'letter.txt'), 'not ours');
    await removeData(folder);
    expect(isServing(pid)).toBe(false);
    expect(existsSync(join(folder, 'cluster'))).toBe(false);
    expect(existsSync(join(folder, 'port'))).toBe(false);
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('not ours');
  });

  it('is content when there is nothing', async () => {
    await removeData(join(home, 'nowhere'));
  });
});

describe.runIf(process.getuid?.() === 0)('started by root', () => {
  it('names the cause and the cure when the data lies where only root may go', async () => {
    chmodSync(home, 0o700);
    await expect(startDatabaseServer({ folder })).rejects.toThrow(/may not enter .*: set SPP_DATA to a folder/);
  });

  it('makes folders that the other account can pass, whatever the umask', async () => {
    const before = process.umask(0o077);
    try {
      await start();
    } finally {
      process.umask(before);
    }
  });

  it('lets nobody else look into its folder', async () => {
    await start();
    expect(modeOf(folder)).toBe(0o711);
  });
});

it.skipIf(process.platform === 'win32')('is readable by its owner alone: cluster, password and log', async () => {
  const before = process.umask(0);
  try {
    await start();
  } finally {
    process.umask(before);
  }
  expect(modeOf(join(folder, 'cluster'))).toBe(0o700);
  expect(modeOf(join(folder, 'server.log'))).toBe(0o600);
  for (const name of readdirSync(folder)) expect(modeOf(join(folder, name)) & 0o022, name).toBe(0);
});

function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}

/** Saves making a cluster in the tests that leave it usable. */
function usePreparedData(): void {
  folder = prepared;
}

async function start(port?: number): Promise<DatabaseServer> {
  const server = await startDatabaseServer(port === undefined ? { folder } : { folder, port });
  running.push(server);
  return server;
}

interface Owner {
  child: ChildProcess;
  answer: Promise<{ url?: string; name?: string; message?: string }>;
  kill(): Promise<void>;
}

/** Another process that starts the server on the same folder. */
async function ownerProcess(): Promise<Owner> {
  const script = new URL('server-owner.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const answer = once(createInterface({ input: child.stdout }), 'line').then(([line]) => JSON.parse(String(line)));
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  running.push({ stop: kill });
  return { child, answer, kill };
}

function postmasterPid(): number {
  return Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** A process that ended but was not yet collected by its parent has no working directory and serves no more. */
function isServing(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) !== '';
  } catch {
    return false;
  }
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return server;
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
