/** The raw SQL of what the playground shows of the database. */
import { z } from 'zod';
import { NotificationState, Platform, type PrismaClient } from '../../prisma/client.js';

const notificationRow = z.object({
  id: z.string(),
  kind: z.string(),
  nameJa: z.string(),
  nameEn: z.string(),
  platform: z.enum(Platform).nullable(),
  state: z.enum(NotificationState),
  createdAt: z.date(),
  dueAt: z.date(),
  settledAt: z.date().nullable(),
  faults: z.number(),
  mayRepeat: z.boolean(),
  reason: z.string().nullable(),
});

/** The newest notifications with their people and platforms, in one query, as it is asked for every second while somebody looks. */
export async function readNewestNotifications(
  database: PrismaClient,
  limit: number,
): Promise<readonly z.infer<typeof notificationRow>[]> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT n.id, n.kind, p.name_ja AS "nameJa", p.name_en AS "nameEn", a.platform::text AS platform, n.state::text AS state,
      n.created_at AS "createdAt", n.due_at AS "dueAt", n.settled_at AS "settledAt",
      n.faults, n.may_repeat AS "mayRepeat", n.reason
    FROM (SELECT * FROM notification ORDER BY created_at DESC, id DESC LIMIT ${limit}) n
    JOIN person p ON p.id = n.person_id
    LEFT JOIN account a ON a.id = n.account_id
    ORDER BY n.created_at DESC, n.id DESC`;
  return z.array(notificationRow).parse(rows);
}

/** Replaces a part of the address at which Teams is written to, in every account that the bot has stored. */
export async function moveServiceAddresses(database: PrismaClient, from: string, to: string): Promise<void> {
  await database.$executeRaw`
    UPDATE account
    SET address = jsonb_set(address, '{serviceUrl}', to_jsonb(replace(address->>'serviceUrl', ${from}, ${to})))
    WHERE platform = 'teams' AND strpos(address->>'serviceUrl', ${from}) > 0`;
}
