/** The database of this start: the server that DATABASE_URL names, or a private one under the data folder; migrated. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { migrateDatabase } from '../prisma/migrate.js';
import type { Configuration } from './configuration.js';
import { say } from './say.js';

export interface PreparedDatabase {
  readonly url: string;
  /** Stops a private server; a server of somebody else's goes on. */
  close(): Promise<void>;
}

export async function prepareDatabase(configuration: Configuration): Promise<PreparedDatabase> {
  const { databaseUrl } = configuration;
  const opened = databaseUrl === null ? await startPrivate(configuration) : { url: databaseUrl, close: async () => {} };
  try {
    await migrateDatabase(opened.url);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function startPrivate({ dataFolder, dataFolderGiven }: Configuration): Promise<PreparedDatabase> {
  const { startDatabaseServer, FolderUnreachable } = await import('../prisma/server.js');
  const start = async (folder: string) => {
    const server = await startDatabaseServer({ folder, log: say });
    return { url: server.url, close: () => server.stop() };
  };
  try {
    return await start(join(dataFolder, 'postgres'));
  } catch (error) {
    if (!(error instanceof FolderUnreachable) || dataFolderGiven) throw error;
    const elsewhere = folderForRoot(dataFolder);
    say(`The database's own account may not enter ${resolve(dataFolder)}, so its data is kept in ${elsewhere}.`);
    return await start(elsewhere);
  }
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
