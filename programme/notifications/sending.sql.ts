/** The raw SQL of one delivery: taking a row up with everything that its sender must know, and recording what became of it. */
import { z } from 'zod';
import { Channel, executePipelined, Language, Platform, Prisma, type Transaction } from '../../prisma/client.js';
import type { Json } from '../requests/context.js';
import type { Claimed } from './notifications.sql.js';

const takenRow = z.object({
  key: z.string(),
  kind: z.string(),
  personId: z.uuid(),
  subjectId: z.uuid().nullable(),
  data: z.unknown(),
  channel: z.enum(Channel).nullable(),
  tenant: z.string().nullable(),
  accountId: z.uuid().nullable(),
  latestAt: z.date().nullable(),
  faults: z.int(),
  language: z.enum(Language),
  timeZone: z.string(),
  email: z.string().nullable(),
  emailFault: z.string().nullable(),
  /** What the person hears no more of. */
  muted: z.array(z.string()),
  /** All of the person's accounts, the one used last first. */
  accounts: z.array(
    z.object({
      id: z.uuid(),
      platform: z.enum(Platform),
      tenant: z.string(),
      userId: z.string(),
      address: z.unknown(),
      reachable: z.boolean(),
    }),
  ),
  /** The paces at which nothing may be sent for now, with when that ends, in milliseconds since 1970. */
  pauses: z.record(z.string(), z.number()),
});

/** A row that this sender alone has, with the person, their accounts and the paces that pause. */
export type SendingRow = Readonly<z.infer<typeof takenRow>>;

/**
 * Moves the row from queued to sending and reads what its delivery goes by, in one statement: a delivery waits for the database as
 * seldom as can be. Null where the row is of another round or another sender has it.
 */
export async function markSending(
  transaction: Transaction,
  { id, round, now, until }: Claimed & { readonly now: Date; readonly until: Date },
): Promise<SendingRow | null> {
  const rows = await transaction.$queryRaw<unknown[]>`
    WITH taken AS (
      UPDATE notification SET state = 'sending', claimed_until = ${until}::timestamptz
      WHERE id = ${id}::uuid AND round = ${round}::int AND state = 'queued'
      RETURNING key, kind, person_id, subject_id, data, channel, tenant, account_id, latest_at, faults)
    SELECT taken.key, taken.kind, taken.person_id AS "personId", taken.subject_id AS "subjectId", taken.data,
      taken.channel::text AS channel, taken.tenant, taken.account_id AS "accountId", taken.latest_at AS "latestAt",
      taken.faults, person.language::text AS language, person.time_zone AS "timeZone", person.email,
      person.email_fault AS "emailFault",
      ARRAY(SELECT topic FROM muted_topic WHERE person_id = taken.person_id) AS muted,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'platform', platform, 'tenant', tenant, 'userId', user_id,
          'address', address, 'reachable', unreachable_reason IS NULL) ORDER BY last_seen_at DESC, id), '[]')
        FROM account WHERE person_id = taken.person_id) AS accounts,
      (SELECT coalesce(jsonb_object_agg(key, floor(extract(epoch FROM paused_until) * 1000)), '{}')
        FROM pace WHERE paused_until > ${now}::timestamptz) AS pauses
    FROM taken JOIN person ON person.id = taken.person_id`;
  const [row] = z.array(takenRow).parse(rows);
  return row ?? null;
}

/** Ends a row that is marked as being sent and is not to be. */
export async function settleSending(
  transaction: Transaction,
  id: string,
  { state, reason, now }: { readonly state: 'suppressed' | 'missed'; readonly reason: string; readonly now: Date },
): Promise<void> {
  await executePipelined(
    transaction,
    Prisma.sql`
    UPDATE notification SET state = ${state}::notification_state, reason = ${reason}, settled_at = ${now}::timestamptz,
      claimed_until = NULL
    WHERE id = ${id}::uuid`,
  );
}

export interface DeliveredRow extends Claimed {
  readonly channel: Channel;
  readonly tenant: string | null;
  readonly accountId: string | null;
  readonly reference: Json;
  /** A better address of the account, learnt on the way. */
  readonly address?: Json;
  readonly now: Date;
}

/** The platform has the message. The account's better address is kept in the same statement. */
export async function writeDelivered(
  database: Pick<Transaction, '$executeRaw'>,
  { id, round, channel, tenant, accountId, reference, address, now }: DeliveredRow,
): Promise<void> {
  await database.$executeRaw`
    WITH kept AS (
      UPDATE account SET address = ${json(address)}::text::jsonb
      WHERE id = ${accountId}::uuid AND ${json(address)}::text IS NOT NULL)
    UPDATE notification SET state = 'delivered', channel = ${channel}::channel, tenant = ${tenant}, account_id = ${accountId}::uuid,
      reference = ${json(reference)}::text::jsonb, reason = NULL, settled_at = ${now}::timestamptz, claimed_until = NULL
    WHERE id = ${id}::uuid AND round = ${round}::int AND state = 'sending'`;
}

function json(value: Json | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
