/** What every room stands on: the database, the clock, the log and the files. */
import type { PrismaClient } from '../../prisma/client.js';
import type { FileLinks } from '../files/file-links.js';
import type { FileStore } from '../files/file-store.js';
import type { Clock } from './context.js';

/** Structured logging. Never pass personal data, tokens or people's texts: identifiers only. */
export interface Log {
  info(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
  error(fields: object, sentence: string): void;
}

export interface House {
  readonly database: PrismaClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly files: FileStore;
  readonly fileLinks: FileLinks;
}
