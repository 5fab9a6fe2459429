/** Takes an account from the wrong person, and gives it to the right one where the secretariat names one. */
import type { Transaction } from '../../prisma/client.js';
import { linkAccount } from '../members/link-account.js';
import { lockAccount } from '../members/members.sql.js';
import { recordChange } from '../members/record-change.js';
import { unlinkAccount } from '../members/unlink-account.js';
import type { ActingPerson } from '../requests/context.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { refuseElsewhere } from './refuse-elsewhere.js';
import { refuseRoster } from './refuse-roster.js';

interface MoveAccount {
  readonly accountId: string;
  /** Whose it was when the form was shown; another one has changed it meanwhile. */
  readonly fromId: string;
  /** Null: it is nobody's for now. */
  readonly toId: string | null;
  readonly by: Pick<ActingPerson, 'id' | 'memberships'>;
  readonly programmeId: string;
  readonly now: Date;
}

/** What was done with the account stays with the person whose it was. */
export async function moveAccount(
  transaction: Transaction,
  { accountId, fromId, toId, by, programmeId, now }: MoveAccount,
): Promise<{ readonly moved: true } | Refusal> {
  if (toId === fromId) return refuseRoster('same_person', {}, { field: 'person' });
  const account = await lockAccount(transaction, accountId);
  if (account.personId !== fromId) return refuse('not_found', {}, { field: 'account' });
  const elsewhere = toId === null ? null : await refuseElsewhere(transaction, [toId], by);
  if (elsewhere) return { ...elsewhere, field: 'person' };
  await unlinkAccount(transaction, { accountId, now });
  const change = { programmeId, accountId, byId: by.id, at: now };
  if (toId === null) {
    await recordChange(transaction, { ...change, personId: fromId, kind: 'unlinked' });
    return { moved: true };
  }
  const grant = { programmeId, issuedById: by.id };
  await linkAccount(transaction, { accountId, personId: toId, grant, now });
  await recordChange(transaction, { ...change, personId: toId, otherPersonId: fromId, kind: 'relinked' });
  return { moved: true };
}
