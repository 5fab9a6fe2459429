/** Finds who is asking from their chat account, in one query: every request begins here. */
import type { Transaction } from '../../prisma/client.js';
import type { AccountIdentity, ActingPerson, Language } from '../requests/context.js';
import { readAccount } from './members.sql.js';

/** What is known of an account; `person` is null until it is linked. */
export interface KnownAccount {
  readonly id: string;
  readonly address: unknown;
  readonly lastSeenAt: Date;
  readonly lookedUpAt: Date | null;
  readonly unreachable: boolean;
  readonly person: (ActingPerson & { readonly language: Language }) | null;
}

/**
 * Null for an account that never came before. Memberships of programmes that go on come first, the one that began last before the
 * others; ended ones are left out, and those that the account does not open: a code opens what its issuer may give, and nothing of
 * other programmes.
 */
export async function identify(
  transaction: Transaction,
  account: AccountIdentity,
  now: Date,
): Promise<KnownAccount | null> {
  const found = await readAccount(transaction, account, now);
  if (found === null) return null;
  const { personId, nameJa, nameEn, language, timeZone } = found;
  const person =
    personId !== null && nameJa !== null && nameEn !== null && language !== null && timeZone !== null
      ? {
          id: personId,
          nameJa,
          nameEn,
          language,
          timeZone,
          chosenProgrammeId: found.chosenProgrammeId,
          memberships: found.memberships,
        }
      : null;
  return {
    id: found.accountId,
    address: found.address,
    lastSeenAt: found.lastSeenAt,
    lookedUpAt: found.lookedUpAt,
    unreachable: found.unreachable,
    person,
  };
}
