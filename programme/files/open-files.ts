/** Opens the store of files as the installation has it: in PostgreSQL, or in a folder. */
import type { PrismaClient } from '../../prisma/client.js';
import type { FileStore } from './file-store.js';
import { folderFiles } from './folder-files.js';
import { postgresFiles } from './postgres-files.js';

/** @param folder null: the bytes are in PostgreSQL */
export function openFiles(database: PrismaClient, folder: string | null): FileStore {
  return folder === null ? postgresFiles(database) : folderFiles(database, folder);
}
