/** Reads .env into the environment. */
import { existsSync } from 'node:fs';

/**
 * A variable that is set already wins over the file. There need not be one, but one that cannot be read must not look like
 * none: then this returns a sentence about it, and otherwise null.
 */
export function readEnvironmentFile(): string | null {
  if (!existsSync('.env')) return null;
  try {
    process.loadEnvFile('.env');
    return null;
  } catch (error) {
    return `The file .env cannot be read (${error instanceof Error ? error.message : String(error)}).`;
  }
}
