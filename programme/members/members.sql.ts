/** The raw SQL on accounts and people: the lock under which wrong codes are counted, and the e-mails that a workspace vouches for. */
import { z } from 'zod';
import { Prisma, type Transaction } from '../../prisma/client.js';
import type { AccountIdentity } from '../requests/context.js';

const codeTriesRow = z.object({
  /** Who the tries are counted for. */
  id: z.string(),
  failedCodes: z.number(),
  codesLockedUntil: z.date().nullable(),
});

/** The codes that an account, or a person with all of their accounts, tried so far. */
export type CodeTries = Readonly<z.infer<typeof codeTriesRow>>;

const accountRow = codeTriesRow.extend({
  /** Set where the account is linked. */
  personId: z.string().nullable(),
  linkedAt: z.date().nullable(),
});

/** An account with its tries; its row stays locked, so that tries at the same instant count one after the other. Throws where there is none. */
export async function lockAccount(
  transaction: Transaction,
  accountId: string,
): Promise<Readonly<z.infer<typeof accountRow>>> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT id, person_id AS "personId", linked_at AS "linkedAt", failed_codes AS "failedCodes",
      codes_locked_until AS "codesLockedUntil"
    FROM account WHERE id = ${accountId}::uuid FOR UPDATE`;
  return z.tuple([accountRow]).parse(rows)[0];
}

/** The same over all accounts of a person: with a further account come no further tries. References to the person do not wait for it. */
export async function lockCodeTriesOf(transaction: Transaction, personId: string): Promise<CodeTries> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT id, failed_codes AS "failedCodes", codes_locked_until AS "codesLockedUntil"
    FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  return z.tuple([codeTriesRow]).parse(rows)[0];
}

/**
 * Whether an account opens its person's roles in a programme: all of them, unless a code or the secretariat linked it. Then those
 * in which it was granted, and in those whose secretariat the issuer belongs or belonged to, such as next year's programme.
 */
export function isOpenedBy(account: Prisma.Sql, programme: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(NOT EXISTS (SELECT FROM account_grant t WHERE t.account_id = ${account})
    OR EXISTS (SELECT FROM account_grant t WHERE t.account_id = ${account} AND (t.programme_id = ${programme}
      OR EXISTS (SELECT FROM membership i WHERE i.person_id = t.issued_by_id AND i.programme_id = ${programme} AND i.role = 'secretariat'))))`;
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
    SELECT p.id FROM person e JOIN person p ON p.id = coalesce(e.merged_into_id, e.id)
    JOIN membership m ON m.person_id = p.id AND m.ended_at IS NULL
    WHERE e.email = ${email} GROUP BY p.id
    HAVING bool_and(EXISTS (
      SELECT FROM binding b WHERE b.programme_id = m.programme_id AND b.company_id IS NOT DISTINCT FROM m.company_id
        AND b.platform = ${platform}::platform AND b.tenant = ${tenant}))`;
  return z.array(z.object({ id: z.string() })).parse(rows)[0]?.id ?? null;
}
