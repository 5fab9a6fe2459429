/** The raw SQL on previews: each is stored without waiting for it, found under its lock, and settled once. */
import { z } from 'zod';
import { executePipelined, Prisma, type PrismaClient, type Transaction } from '../../prisma/client.js';
import type { Values } from '../messages/message.js';
import type { AccountIdentity } from './context.js';

/** Rows deleted in one statement, so that none holds its locks for long. */
const FORGET_BATCH = 1_000;

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

const previewRow = z.object({
  id: z.string(),
  accountId: z.string(),
  personId: z.string(),
  action: z.string(),
  input: z.record(z.string(), value),
  state: z.string(),
  expiresAt: z.date(),
  supersededAt: z.date().nullable(),
  confirmedAt: z.date().nullable(),
  dismissedAt: z.date().nullable(),
});

/** What an account was shown before it is done. */
export type StoredPreview = Readonly<z.infer<typeof previewRow>>;

const columns = Prisma.sql`
  p.id, p.account_id AS "accountId", p.person_id AS "personId", p.action, p.input, p.state, p.expires_at AS "expiresAt",
  p.superseded_at AS "supersededAt", p.confirmed_at AS "confirmedAt", p.dismissed_at AS "dismissedAt"`;

/**
 * The account's preview with this identifier or, without one, its latest; null where there is none. The row stays locked until
 * the transaction ends, so that of two who confirm it at once the second finds it settled.
 */
export async function lockPreview(
  transaction: Transaction,
  account: AccountIdentity | { readonly accountId: string },
  id: string | null,
): Promise<StoredPreview | null> {
  const own =
    'accountId' in account
      ? Prisma.sql`a.id = ${account.accountId}::uuid`
      : Prisma.sql`a.platform = ${account.platform}::platform AND a.tenant = ${account.tenant} AND a.user_id = ${account.userId}`;
  const wanted =
    id === null
      ? Prisma.sql`p.id = (SELECT l.id FROM preview l WHERE l.account_id = a.id ORDER BY l.created_at DESC, l.id LIMIT 1)`
      : Prisma.sql`p.id = ${id}::uuid`;
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT ${columns} FROM preview p JOIN account a ON a.id = p.account_id
    WHERE ${own} AND p.person_id = a.person_id AND ${wanted}
    FOR UPDATE OF p`;
  return z.array(previewRow).parse(rows)[0] ?? null;
}

/** The input of the latest preview of this action and these files that the account was shown and has not settled; null where there is none. */
export async function readShownInput(
  transaction: Transaction,
  accountId: string,
  action: string,
  files: readonly string[],
): Promise<Values | null> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT p.input FROM preview p
    WHERE p.account_id = ${accountId}::uuid AND p.action = ${action} AND p.input->'files' = ${JSON.stringify(files)}::jsonb
      AND p.confirmed_at IS NULL AND p.dismissed_at IS NULL
    ORDER BY p.created_at DESC, p.id LIMIT 1`;
  return z.array(previewRow.pick({ input: true })).parse(rows)[0]?.input ?? null;
}

export interface PreviewToStore {
  readonly id: string;
  readonly accountId: string;
  readonly personId: string;
  readonly action: string;
  readonly input: Values;
  readonly words: string;
  readonly state: string;
  readonly now: Date;
  readonly expiresAt: Date;
}

/** Stores a preview without waiting for it. */
export async function storePreview(transaction: Transaction, preview: PreviewToStore): Promise<void> {
  await executePipelined(
    transaction,
    Prisma.sql`
    INSERT INTO preview (id, account_id, person_id, action, input, words, state, created_at, expires_at)
    VALUES (${preview.id}::uuid, ${preview.accountId}::uuid, ${preview.personId}::uuid, ${preview.action},
      ${JSON.stringify(preview.input)}::jsonb, ${preview.words}, ${preview.state}, ${preview.now}::timestamptz,
      ${preview.expiresAt}::timestamptz)`,
  );
}

/**
 * Notes what became of a preview, without waiting for it. The row must be locked. What was to be done is forgotten: it may hold what
 * somebody wrote in confidence, and it is used once.
 */
export async function settlePreview(
  transaction: Transaction,
  id: string,
  how: 'confirmed' | 'dismissed',
  now: Date,
): Promise<void> {
  const column = how === 'confirmed' ? Prisma.sql`confirmed_at` : Prisma.sql`dismissed_at`;
  await executePipelined(
    transaction,
    Prisma.sql`UPDATE preview SET ${column} = ${now}::timestamptz, input = '{}' WHERE id = ${id}::uuid`,
  );
}

/** The bot has asked something else, so that a typed "yes" would be the answer to that. */
export async function supersedePreviews(transaction: Transaction, accountId: string, now: Date): Promise<void> {
  await executePipelined(
    transaction,
    Prisma.sql`
    UPDATE preview SET superseded_at = ${now}::timestamptz
    WHERE account_id = ${accountId}::uuid AND superseded_at IS NULL AND confirmed_at IS NULL AND dismissed_at IS NULL
      AND expires_at > ${now}::timestamptz`,
  );
}

/** Deletes previews that ran out before this instant. */
export async function forgetPreviews(database: PrismaClient, before: Date): Promise<void> {
  for (;;) {
    const batch = await database.$executeRaw`
      DELETE FROM preview WHERE id IN (
        SELECT id FROM preview WHERE expires_at < ${before}::timestamptz ORDER BY expires_at LIMIT ${FORGET_BATCH})`;
    if (batch < FORGET_BATCH) return;
  }
}
