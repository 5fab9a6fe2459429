/** A PostgreSQL server of the replay's own in a temporary folder, which goes when the replay ends. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase } from '../../prisma/migrate.js';
import { removeData, startDatabaseServer } from '../../prisma/server.js';

export interface PrivateDatabase {
  /** Of a migrated, empty database. */
  readonly url: string;
  close(): Promise<void>;
}

export async function startPrivateDatabase(): Promise<PrivateDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'spp-pilot-'));
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
