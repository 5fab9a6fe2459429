/** What tests need of files: a store and links, as the app makes them. */
import type { PrismaClient } from '../../prisma/client.js';
import { signedLinks } from '../../programme/files/file-links.js';
import { postgresFiles } from '../../programme/files/postgres-files.js';
import type { Clock } from '../../programme/requests/context.js';
import type { Services } from '../../programme/requests/services.js';

/** The address that the links begin with. */
const publicUrl = 'https://bot.example.org';

export function withFiles(database: PrismaClient, clock: Clock): Pick<Services, 'files' | 'fileLinks'> {
  return { files: postgresFiles(database), fileLinks: signedLinks('a secret of the tests', clock, () => publicUrl) };
}
