/** The files of one PostgreSQL cluster: made once, and asked which server process has them open. */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { canEnter, type Programs, runAs, type SystemAccount } from './programs.js';

export const USER = 'spp';

/** A running server, as its `postmaster.pid` describes it. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

export function clusterFolder(folder: string): string {
  return join(folder, 'cluster');
}

export function readPassword(folder: string): string {
  return readFileSync(join(clusterFolder(folder), 'spp-password'), 'utf8').trim();
}

/** The account PostgreSQL runs under cannot reach the data folder. The message is one sentence for people. */
export class FolderUnreachable extends Error {
  override readonly name = 'FolderUnreachable';
}

/**
 * Makes the data folder unless it is there.
 * @throws {FolderUnreachable} where the account PostgreSQL runs under cannot reach it
 */
export function ensureFolder(account: SystemAccount, folder: string): void {
  makeFolder(folder);
  if (!canEnter(account, folder)) {
    throw new FolderUnreachable(
      `PostgreSQL cannot run as root, and the account it runs under instead may not enter ${folder}: set SPP_DATA to a folder that every account can enter (for example SPP_DATA=/var/lib/spp), or start as an ordinary user.`,
    );
  }
}

/**
 * Makes an empty cluster in the data folder unless there is one. It is built under another name and renamed when
 * complete, so that neither a kill in the middle nor two processes at once leave half a cluster behind.
 */
export async function ensureCluster(programs: Programs, folder: string, durable: boolean): Promise<void> {
  const cluster = clusterFolder(folder);
  if (existsSync(cluster)) return checkReadable(cluster);
  removeUnfinished(folder);
  const unfinished = `${cluster}.${process.pid}`;
  const passwordFile = join(folder, `password.${process.pid}`);
  const password = randomBytes(24).toString('base64url');
  mkdirSync(unfinished, { mode: 0o700 });
  try {
    give(programs, unfinished);
    writeFileSync(passwordFile, password, { mode: 0o600 });
    give(programs, passwordFile);
    await run(programs, [
      `--pgdata=${unfinished}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order of text on every system, whatever locales it has.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]);
    renameSync(passwordFile, join(unfinished, 'spp-password'));
    renameSync(unfinished, cluster);
  } catch (error) {
    // Another process finished first: its cluster is as good.
    if (!existsSync(cluster)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

/** The server that has the cluster open, or undefined. A `postmaster.pid` left by a crash is no server, even if its pid is another process by now. */
export function findPostmaster(folder: string): Postmaster | undefined {
  const cluster = clusterFolder(folder);
  const lines = readIfPresent(join(cluster, 'postmaster.pid'))?.split('\n');
  const pid = Number(lines?.[0]);
  if (lines === undefined || !Number.isInteger(pid) || pid <= 0 || !runsOn(pid, cluster)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.startsWith('ready') ?? false };
}

/** Removes what a crashed server left: with its pid reused by another process of the same account, PostgreSQL would refuse to start. */
export function removeStalePostmasterFile(folder: string): void {
  if (findPostmaster(folder) === undefined) rmSync(join(clusterFolder(folder), 'postmaster.pid'), { force: true });
}

/** Whether the process is alive; one of another account counts as alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether the process is the cluster's server, and not one that was given the same pid later: on Linux by its working directory, which is the cluster. */
export function runsOn(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(cluster);
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let path = folder; !existsSync(path); path = dirname(path)) missing.unshift(path);
  for (const path of missing) {
    mkdirSync(path, { recursive: true });
    // Whatever the umask says: nobody else looks in, and where root is not let run PostgreSQL, its account has to pass through.
    if (process.platform !== 'win32') chmodSync(path, process.getuid?.() === 0 ? 0o711 : 0o700);
  }
}

/** A cluster that root made belongs to another account. */
function checkReadable(cluster: string): void {
  try {
    accessSync(cluster, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(
      `The database in ${cluster} belongs to another account: start as the account that made it (root, perhaps), or set SPP_DATA to another folder.`,
      { cause: error },
    );
  }
}

/** What a start that was killed left behind. */
function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^(?:cluster|password)\.(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function give({ account }: Programs, path: string): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
}

async function run({ initdb, account }: Programs, flags: string[]): Promise<void> {
  const child = spawn(initdb, flags, { ...runAs(account), stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaint += chunk;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`PostgreSQL could not prepare its files: ${complaint.trim()}`);
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
