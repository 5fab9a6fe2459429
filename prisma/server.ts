/** The private PostgreSQL server that is started when no DATABASE_URL is given. */
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  clusterFolder,
  ensureCluster,
  ensureFolder,
  findPostmaster,
  type Postmaster,
  removeStalePostmasterFile,
} from './embedded/cluster.js';
import { type Claim, claim, launch, serverUrl, signalIfAlive, terminate } from './embedded/postmaster.js';
import { findAccount, findPrograms, type Programs } from './embedded/programs.js';

export { FolderUnreachable } from './embedded/cluster.js';
export { AlreadyRunning } from './embedded/postmaster.js';

const DATABASE = 'spp';

const MAXIMUM_ATTEMPTS = 20;

const PAUSE_MILLISECONDS = 100;

export interface DatabaseServer {
  /** Of the database to use; its user may create others. */
  url: string;
  /** Shuts the server down with everything written. Close every client before, or each is told that it was cut off. */
  stop(): Promise<void>;
}

export interface DatabaseServerOptions {
  /** Where the data is; made if absent. Relative to the working directory, `.data/postgres` unless told. */
  folder?: string;
  /** On 127.0.0.1. Unless told: the port of the last time, or a free one if that is taken. */
  port?: number;
  /** Told in one sentence what takes time or is out of the ordinary. */
  log?: (line: string) => void;
  /** False gives up surviving a crash of the machine, and even a stop, for speed: for tests only. */
  durable?: boolean;
}

/**
 * Starts the server on its data folder, or takes over the one that a killed process left running.
 * @throws {AlreadyRunning} while another living process owns the folder
 */
export async function startDatabaseServer(options: DatabaseServerOptions = {}): Promise<DatabaseServer> {
  const { port, log = () => {}, durable = true } = options;
  const folder = resolve(options.folder ?? '.data/postgres');
  if (!existsSync(clusterFolder(folder))) log(`Preparing a database in ${folder} …`);
  const account = findAccount(clusterFolder(folder));
  ensureFolder(account, folder);
  const programs = findPrograms(account, folder);
  await ensureCluster(programs, folder, durable);
  const start: Start = { programs, folder, port, durable, lastPort: rememberedPort(folder) };
  for (let attempt = 1; attempt <= MAXIMUM_ATTEMPTS; attempt += 1) {
    const postmaster = await survivorOrNew(start, log);
    const owner = postmaster && (await claim(folder, postmaster));
    if (postmaster === undefined || owner === undefined) continue;
    if (port !== undefined && postmaster.port !== port) {
      log(`Moving the database from port ${postmaster.port} to ${port} …`);
      await terminate(programs, folder, postmaster.pid);
      continue;
    }
    await ensureDatabase(owner);
    writeFileSync(join(folder, 'port'), `${postmaster.port}\n`, { mode: 0o600 });
    return own({ programs, folder, postmaster, owner, durable });
  }
  throw new Error(`The database in ${folder} could not be started in ${MAXIMUM_ATTEMPTS} attempts.`);
}

/**
 * Removes the data and everything else this made in the folder, after stopping a server that a killed process left running.
 * @throws {AlreadyRunning} while a living process owns the folder
 */
export async function removeData(folder: string): Promise<void> {
  const data = resolve(folder);
  if (!existsSync(data)) return;
  const survivor = findPostmaster(data);
  if (survivor !== undefined && (await claim(data, survivor)) !== undefined) {
    await terminate(findPrograms(findAccount(clusterFolder(data)), data), data, survivor.pid);
  }
  // By name: SPP_DATA may point to a folder that holds other things too.
  for (const name of readdirSync(data)) {
    if (/^(cluster(\.\d+)?|password\.\d+|programs-.*|port|server\.log)$/.test(name)) {
      rmSync(join(data, name), { recursive: true, force: true });
    }
  }
  if (readdirSync(data).length === 0) rmdirSync(data);
}

interface Start {
  programs: Programs;
  folder: string;
  port: number | undefined;
  durable: boolean;
  /** Preferred until it turns out to be taken. */
  lastPort: number | undefined;
}

async function survivorOrNew(start: Start, log: (line: string) => void): Promise<Postmaster | undefined> {
  const { programs, folder, port, durable, lastPort } = start;
  const survivor = findPostmaster(folder);
  if (survivor !== undefined) return survivor;
  removeStalePostmasterFile(folder);
  const wanted = port ?? lastPort ?? (await freePort());
  let launched = await launch(programs, folder, wanted, durable);
  if (launched.outcome === 'still closing') log('Waiting for the rest of a database server that was killed …');
  while (launched.outcome === 'still closing') {
    await sleep(PAUSE_MILLISECONDS);
    launched = await launch(programs, folder, wanted, durable);
  }
  if (launched.outcome === 'running') return launched.postmaster;
  if (launched.outcome === 'port taken' && port !== undefined) {
    throw new Error(`Port ${port} is taken by another program: choose another one for the database.`);
  }
  if (launched.outcome === 'port taken') start.lastPort = undefined;
  else await sleep(PAUSE_MILLISECONDS);
  return undefined;
}

interface Ownership {
  programs: Programs;
  folder: string;
  postmaster: Postmaster;
  owner: Claim;
  durable: boolean;
}

function own({ programs, folder, postmaster, owner, durable }: Ownership): DatabaseServer {
  // The session lives as long as the process, and must not be what keeps the process alive.
  owner.socket.unref();
  // A process that ends without stop() takes the server with it, except when it is killed.
  const stopAtExit = () => signalIfAlive(postmaster.pid, 'SIGINT');
  process.once('exit', stopAtExit);
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    process.off('exit', stopAtExit);
    // The lock goes with the server: freed before, another start could take over a server that is about to stop.
    await terminate(programs, folder, postmaster.pid, durable);
    await owner.client.end().catch(() => {});
  };
  return {
    url: serverUrl(folder, postmaster.port, DATABASE),
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}

async function ensureDatabase({ client }: Claim): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
}

function rememberedPort(folder: string): number | undefined {
  const file = join(folder, 'port');
  const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN;
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}
