/** The raw SQL on accounts and people: the lock under which wrong codes are counted, and the e-mails that a workspace vouches for. */
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.js';
import type { AccountIdentity } from '../requests/context.js';

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
