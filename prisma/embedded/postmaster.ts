/** Starts and stops the server process of one cluster, and tells by a lock inside the server which process owns it. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { clusterFolder, findPostmaster, isAlive, type Postmaster, readPassword, runsOn, USER } from './cluster.js';
import { type Programs, runAs } from './programs.js';

/** Held by the owner's session for as long as the owner lives: the server frees it when that process ends, however it ends. */
const OWNER_LOCK = 7270736901;

/** A killed owner's session is closed by the server within milliseconds. In looks, which take longer where everything does. */
const LOOKS_FOR_KILLED_OWNER = 500;

/** The same for an owner whose process id is alive: it may be another's by now, or have been killed this instant. */
const LOOKS_FOR_LIVING_OWNER = 50;

const POLL_MILLISECONDS = 10;

/** SQLSTATE: the server is starting, recovering or shutting down. */
const CANNOT_CONNECT_NOW = '57P03';
const TOO_MANY_CONNECTIONS = '53300';

/** Another process owns the data folder. The message is one sentence fit to be shown. */
export class AlreadyRunning extends Error {
  override name = 'AlreadyRunning';
  constructor(folder: string, owner: string | undefined) {
    super(
      `The database in ${folder} is in use by ${owner ?? 'another process'}: stop that one first, or set SPP_DATA to another folder.`,
    );
  }
}

export function serverUrl(folder: string, port: number, database: string): string {
  return `postgresql://${USER}:${readPassword(folder)}@127.0.0.1:${port}/${database}`;
}

export interface Claim {
  client: pg.Client;
  socket: Socket;
}

/**
 * Waits until the server answers and takes the owner's lock on it. After a crash the server replays its log first and answers
 * nobody meanwhile, for as long as that takes.
 * @returns the session that holds the lock and its socket, or undefined if the server has gone meanwhile
 * @throws {AlreadyRunning} if another process holds it
 */
export async function claim(folder: string, postmaster: Postmaster): Promise<Claim | undefined> {
  for (;;) {
    const socket = new Socket();
    const client = new pg.Client({
      stream: () => socket,
      connectionString: serverUrl(folder, postmaster.port, 'postgres'),
      application_name: `process ${process.pid}`,
    });
    // The server ends this session when it is stopped; that is no news.
    client.on('error', () => {});
    try {
      await client.connect();
      await takeLock(folder, client);
      return { client, socket };
    } catch (error) {
      await client.end().catch(() => {});
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === TOO_MANY_CONNECTIONS) throw new AlreadyRunning(folder, undefined);
      if (code !== CANNOT_CONNECT_NOW && code !== 'ECONNREFUSED' && code !== 'ECONNRESET') throw error;
      if (findPostmaster(folder)?.pid !== postmaster.pid) return undefined;
    }
    await sleep(POLL_MILLISECONDS);
  }
}

async function takeLock(folder: string, client: pg.Client): Promise<void> {
  for (let looks = 1; ; looks += 1) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [OWNER_LOCK]);
    if (rows[0]?.taken === true) return;
    const owner = await ownerName(client);
    const alive = owner !== undefined && isAlive(Number(owner.replace('process ', '')));
    if (looks > (alive ? LOOKS_FOR_LIVING_OWNER : LOOKS_FOR_KILLED_OWNER)) throw new AlreadyRunning(folder, owner);
    await sleep(POLL_MILLISECONDS * 2);
  }
}

async function ownerName(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_stat_activity JOIN pg_locks USING (pid)
      WHERE locktype = 'advisory' AND granted AND (classid::bigint << 32) + objid::bigint = $1`,
    [OWNER_LOCK],
  );
  return rows[0]?.name;
}

export type Launch =
  | { outcome: 'running'; postmaster: Postmaster }
  | { outcome: 'port taken' | 'already there' | 'still closing' };

/**
 * Starts the server process in a session of its own (Ctrl-C in a terminal must not reach it before its clients are done)
 * and waits until it is ready. It writes to `server.log` in the data folder, not to a pipe that dies with this process.
 * @throws when it fails for a reason that trying again does not cure
 */
export async function launch(programs: Programs, folder: string, port: number, durable: boolean): Promise<Launch> {
  const cluster = clusterFolder(folder);
  const logFile = join(folder, 'server.log');
  const tooLong = (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000;
  // Its lines can hold whole rows.
  const log = openSync(logFile, tooLong ? 'w' : 'a', 0o600);
  if (process.platform !== 'win32') chmodSync(logFile, 0o600);
  const from = statSync(logFile).size;
  const child = spawn(programs.postgres, ['-D', cluster, ...settings(port, durable)], {
    ...runAs(programs.account),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  for (;;) {
    await sleep(POLL_MILLISECONDS);
    if (failure !== undefined) throw failure;
    const postmaster = findPostmaster(folder);
    if (postmaster?.ready && postmaster.pid === child.pid) return { outcome: 'running', postmaster };
    if (child.exitCode === null && child.signalCode === null) continue;
    const complaint = readFileSync(logFile, 'utf8').slice(from).trim();
    if (/could not bind|could not create any TCP/.test(complaint)) return { outcome: 'port taken' };
    if (/lock file "postmaster.pid"/.test(complaint)) return { outcome: 'already there' };
    // The last children of a killed server need a moment to notice.
    if (/pre-existing shared memory block/.test(complaint)) return { outcome: 'still closing' };
    throw new Error(`PostgreSQL did not start: ${complaint.split('\n').slice(-5).join(' ')} (${logFile})`);
  }
}

/**
 * Ends the sessions and writes everything out; harder after some seconds, so that nothing can hold up the exit. What is not
 * durable is not written out either: it is to be thrown away.
 */
export async function terminate(programs: Programs, folder: string, pid: number, durable = true): Promise<void> {
  if (process.platform === 'win32') {
    const mode = durable ? 'fast' : 'immediate';
    spawnSync(programs.control, ['stop', '--pgdata', clusterFolder(folder), `--mode=${mode}`, '--wait', '--silent']);
    return;
  }
  const started = Date.now();
  let sent: NodeJS.Signals | undefined;
  // Its process, not its file: that goes a moment before the process does.
  while (runsOn(pid, clusterFolder(folder))) {
    const waited = Date.now() - started;
    const signal = waited >= 10_000 ? 'SIGKILL' : waited >= 8_000 || !durable ? 'SIGQUIT' : 'SIGINT';
    if (signal !== sent) signalIfAlive(pid, signal);
    sent = signal;
    await sleep(POLL_MILLISECONDS);
  }
}

export function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}

function settings(port: number, durable: boolean): string[] {
  const onOrOff = durable ? 'on' : 'off';
  return [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `port=${port}`,
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
    // Never taken from postgresql.conf: an acknowledged request must survive a crash.
    `fsync=${onOrOff}`,
    `synchronous_commit=${onOrOff}`,
    `full_page_writes=${onOrOff}`,
  ].flatMap((setting) => ['-c', setting]);
}
