/** What tests need of files: a store and links, as the app makes them. */
import type { PrismaClient } from '../../prisma/client.js';
import { oneByOne } from '../../programme/files/file-bytes.js';
import { signedLinks } from '../../programme/files/file-links.js';
import { postgresFiles } from '../../programme/files/postgres-files.js';
import { keepReceivedFile } from '../../programme/files/received-file.js';
import type { Clock } from '../../programme/requests/context.js';
import type { Services } from '../../programme/requests/services.js';

/** The address that the links begin with. */
const publicUrl = 'https://bot.example.org';

export function withFiles(database: PrismaClient, clock: Clock): Pick<Services, 'files' | 'fileLinks'> {
  return { files: postgresFiles(database), fileLinks: signedLinks('a secret of the tests', clock, () => publicUrl) };
}

/** A file as the secretariat's list of attendees is one; returns its identifier. */
export async function storeAttendeeFile(
  { files, clock }: Pick<Services, 'files' | 'clock'>,
  programmeId: string,
  personId: string | null,
  name = 'SEM-1_attendees.xlsx',
): Promise<string> {
  const owner = { programmeId, ...(personId !== null && { personId }) };
  const about = { kind: 'attendee-list', contentType: 'application/octet-stream', now: clock.now() } as const;
  return (await files.write({ ...about, ...owner, name }, oneByOne(Buffer.from('PK attendees')))).id;
}

/** A file that a person sent to the bot, as it is kept for an action; returns its identifier. */
export async function storeReceivedFile(
  { files, clock }: Pick<Services, 'files' | 'clock'>,
  personId: string,
  { name, type, content }: Parameters<typeof keepReceivedFile>[2],
): Promise<string> {
  return await keepReceivedFile(files, personId, { name, type, content }, clock.now());
}
