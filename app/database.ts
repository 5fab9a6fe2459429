/** The database of this start: the server that DATABASE_URL names, or a private one under the data folder; migrated. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { APP_ROLE } from '../prisma/connection.js';
import { migrateDatabase } from '../prisma/migrate.js';
import type { Configuration } from './configuration.js';
import { DatabaseUnusable, reachDatabase } from './reach-database.js';
import { say } from './say.js';
import { takeStep } from './step.js';

export interface PreparedDatabase {
  readonly url: string;
  /** Stops a private server; a server of somebody else's goes on. */
  close(): Promise<void>;
}

/** @throws DatabaseUnusable and what prisma/server.ts and prisma/migrate.ts throw, each with a sentence for people */
export async function prepareDatabase(configuration: Configuration): Promise<PreparedDatabase> {
  const { databaseUrl } = configuration;
  const opened = databaseUrl === null ? await startPrivate(configuration) : { url: databaseUrl, close: async () => {} };
  try {
    await takeStep('Connecting to the database', () => reachDatabase(opened.url));
    await takeStep('Bringing the database up to date', () => migrateDatabase(opened.url));
    await reachDatabase(opened.url, { role: APP_ROLE });
    return opened;
  } catch (error) {
    await opened.close();
    throw isNotAllowed(error)
      ? new DatabaseUnusable(
          `The database's user may not do what bringing it up to date needs (${sqlError(error)}): let its owner start once, or grant it that.`,
          { cause: error },
        )
      : error;
  }
}

/** SQLSTATE insufficient_privilege, from `pg` itself or below what migrating says about it. */
function isNotAllowed(error: unknown): boolean {
  return error instanceof Error && (('code' in error && error.code === '42501') || isNotAllowed(error.cause));
}

function sqlError(error: unknown): string {
  return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
}

async function startPrivate({ dataFolder, dataFolderGiven }: Configuration): Promise<PreparedDatabase> {
  const { startDatabaseServer, FolderUnreachable } = await import('../prisma/server.js');
  const start = async (folder: string) => {
    const server = await takeStep('Starting the database', () => startDatabaseServer({ folder, log: say }));
    return { url: server.url, close: () => server.stop() };
  };
  try {
    return await start(join(dataFolder, 'postgres'));
  } catch (error) {
    if (!(error instanceof FolderUnreachable) || dataFolderGiven) throw inSentence(error, dataFolder);
    const elsewhere = folderForRoot(dataFolder);
    say(`The database's own account may not enter ${resolve(dataFolder)}, so its data is kept in ${elsewhere}.`);
    return await start(elsewhere);
  }
}

/** What the private server says is for people already, though not always under a name of its own. */
function inSentence(error: unknown, dataFolder: string): unknown {
  if (!(error instanceof Error) || error.name !== 'Error') return error;
  const message =
    'syscall' in error ? `The folder ${resolve(dataFolder)} cannot be used (${error.message}).` : error.message;
  return new DatabaseUnusable(`${message} SPP_DATA chooses another folder, and DATABASE_URL another server.`, {
    cause: error,
  });
}

/** Where root's data goes when the project stands in a folder that only root may enter; one for each checkout. */
function folderForRoot(dataFolder: string): string {
  const checkout = createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 12);
  return join('/var/lib/spp-assistant', checkout);
}

/** Empties the private database. Throws AlreadyRunning while something runs on it. */
export async function removePrivateData(dataFolder: string): Promise<void> {
  const { removeData } = await import('../prisma/server.js');
  await removeData(join(dataFolder, 'postgres'));
  if (existsSync(folderForRoot(dataFolder))) await removeData(folderForRoot(dataFolder));
}
