/** The raw SQL on accounts and people: who is asking, with which every request begins, the lock under which wrong codes are counted, and the e-mails that a workspace vouches for. */
import { z } from 'zod';
import {
  executePipelined,
  Language,
  Level,
  Prisma,
  type PrismaClient,
  Role,
  type Transaction,
} from '../../prisma/client.js';
import type { AccountIdentity, Json } from '../requests/context.js';

const membershipRow = z.object({
  programmeId: z.string(),
  role: z.enum(Role),
  level: z.enum(Level).nullable(),
  companyId: z.string().nullable(),
});

const accountRow = z.object({
  accountId: z.string(),
  address: z.unknown(),
  lastSeenAt: z.date(),
  lookedUpAt: z.date().nullable(),
  unreachable: z.boolean(),
  /** Null with all that follows until the account is linked. */
  personId: z.string().nullable(),
  nameJa: z.string().nullable(),
  nameEn: z.string().nullable(),
  language: z.enum(Language).nullable(),
  timeZone: z.string().nullable(),
  chosenProgrammeId: z.string().nullable(),
  memberships: z.array(membershipRow),
});

/** The account with its person and that person's memberships; null for one that never came before. */
export async function readAccount(
  transaction: Transaction,
  { platform, tenant, userId }: AccountIdentity,
): Promise<Readonly<z.infer<typeof accountRow>> | null> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT a.id AS "accountId", a.address, a.last_seen_at AS "lastSeenAt", a.looked_up_at AS "lookedUpAt",
      a.unreachable_reason IS NOT NULL AS unreachable,
      p.id AS "personId", p.name_ja AS "nameJa", p.name_en AS "nameEn", p.language, p.time_zone AS "timeZone",
      p.chosen_programme_id AS "chosenProgrammeId",
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('programmeId', m.programme_id, 'role', m.role, 'level', m.level, 'companyId', m.company_id)
          ORDER BY g.starts_on DESC, m.role)
        FROM membership m JOIN programme g ON g.id = m.programme_id
        WHERE m.person_id = p.id AND m.ended_at IS NULL), '[]') AS memberships
    FROM account a LEFT JOIN person p ON p.id = a.person_id
    WHERE a.platform = ${platform}::platform AND a.tenant = ${tenant} AND a.user_id = ${userId}`;
  return z.array(accountRow).parse(rows)[0] ?? null;
}

/** Notes that the account was heard from and can be reached at this address, without waiting for it. */
export async function writeSeen(
  database: Transaction | PrismaClient,
  { accountId, address, now }: { readonly accountId: string; readonly address: Json; readonly now: Date },
): Promise<void> {
  await executePipelined(
    database,
    Prisma.sql`UPDATE account SET last_seen_at = ${now}::timestamptz, unreachable_reason = NULL, address = ${JSON.stringify(address)}::jsonb
      WHERE id = ${accountId}::uuid`,
  );
}

const codeTriesRow = z.object({
  accountId: z.string(),
  /** Set where the account is linked. */
  personId: z.string().nullable(),
  failedCodes: z.number(),
  codesLockedUntil: z.date().nullable(),
});

/** The codes that an account tried so far. */
export type CodeTries = Readonly<z.infer<typeof codeTriesRow>>;

/** The account's row stays locked, so that tries at the same instant count one after the other. Throws where there is no such account. */
export async function lockCodeTries(transaction: Transaction, accountId: string): Promise<CodeTries> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT id AS "accountId", person_id AS "personId", failed_codes AS "failedCodes", codes_locked_until AS "codesLockedUntil"
    FROM account WHERE id = ${accountId}::uuid FOR UPDATE`;
  return z.tuple([codeTriesRow]).parse(rows)[0];
}

/**
 * The person with this e-mail whom the workspace or tenant vouches for, or null. It vouches only for the people of the
 * companies that it is bound to (and, bound without a company, for the programme's staff): an administrator of one company's
 * tenant can set any address, but never become someone elsewhere. A person with a further role that the workspace is not
 * bound to therefore needs an invitation code.
 */
export async function findVouchedFor(
  transaction: Transaction,
  { platform, tenant }: Pick<AccountIdentity, 'platform' | 'tenant'>,
  email: string,
): Promise<string | null> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT p.id FROM person p JOIN membership m ON m.person_id = p.id AND m.ended_at IS NULL
    WHERE p.email = ${email} GROUP BY p.id
    HAVING bool_and(EXISTS (
      SELECT FROM binding b WHERE b.programme_id = m.programme_id AND b.company_id IS NOT DISTINCT FROM m.company_id
        AND b.platform = ${platform}::platform AND b.tenant = ${tenant}))`;
  return z.array(z.object({ id: z.string() })).parse(rows)[0]?.id ?? null;
}
