/** The secret that links are signed with, where the configuration gives none: made once and kept in the database, so that all processes share it. */
import { randomBytes } from 'node:crypto';
import type { PrismaClient } from '../../prisma/client.js';

const name = 'file-links';

export async function linkSecretIn(database: PrismaClient, now: Date): Promise<string> {
  // Of several processes that start at once the first one's is kept.
  await database.secret.createMany({
    data: { name, value: randomBytes(32).toString('base64url'), createdAt: now },
    skipDuplicates: true,
  });
  return (await database.secret.findUniqueOrThrow({ where: { name } })).value;
}
