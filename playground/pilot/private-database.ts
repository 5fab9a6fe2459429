/** A PostgreSQL server of the replay's own in a temporary folder, which goes when the replay ends. */
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase } from '../../prisma/migrate.js';
import { FolderUnreachable, removeData, startDatabaseServer } from '../../prisma/server.js';

export interface PrivateDatabase {
  /** Of a migrated, empty database. */
  readonly url: string;
  close(): Promise<void>;
}

/** Somebody's own folder for temporary files may be closed to the account that PostgreSQL runs under. */
const elsewhere = '/var/tmp';

export async function startPrivateDatabase(): Promise<PrivateDatabase> {
  try {
    return await startIn(tmpdir());
  } catch (error) {
    if (!(error instanceof FolderUnreachable) || !existsSync(elsewhere)) throw error;
    return await startIn(elsewhere);
  }
}

async function startIn(parent: string): Promise<PrivateDatabase> {
  const folder = mkdtempSync(join(parent, 'spp-pilot-'));
  // Where the replay runs as root, the server runs under another account, which must be able to enter.
  chmodSync(folder, 0o755);
  const data = join(folder, 'postgres');
  const undo: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const server = await startDatabaseServer({ folder: data, durable: false });
    undo.push(async () => {
      await server.stop();
      await removeData(data);
    });
    await migrateDatabase(server.url);
    return { url: server.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
