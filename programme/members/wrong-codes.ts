/** Counts the wrong codes that an account enters, so that a code cannot be found by trying. */

import type { Transaction } from '../../prisma/client.js';
import type { Refusal } from '../requests/refusal.js';
import type { CodeTries } from './members.sql.js';
import { refuseMember } from './refuse-member.js';

/** Wrong codes after which an account must wait. */
const TRIES = 5;

/** While the account must wait, even a right code is refused. */
export function refuseWhileLocked({ codesLockedUntil }: CodeTries, now: Date): Refusal | null {
  if (codesLockedUntil === null || codesLockedUntil <= now) return null;
  const minutes = Math.ceil((codesLockedUntil.getTime() - now.getTime()) / 60_000);
  return refuseMember('codes_locked', { minutes }, { field: 'code' });
}

interface WrongCode {
  /** How long the account must wait once its tries are used up. */
  readonly waitMinutes: number;
  /** The refusal until then. */
  readonly wrong: (triesLeft: number) => Refusal;
  readonly now: Date;
}

/** Counts one more; the refusal keeps the count. */
export async function countWrongCode(
  transaction: Transaction,
  { accountId, failedCodes }: CodeTries,
  { waitMinutes, wrong, now }: WrongCode,
): Promise<Refusal> {
  const failed = failedCodes + 1;
  const locked = failed >= TRIES;
  await transaction.account.update({
    where: { id: accountId },
    data: {
      failedCodes: locked ? 0 : failed,
      codesLockedUntil: locked ? new Date(now.getTime() + waitMinutes * 60_000) : null,
    },
  });
  const refusal = locked ? refuseMember('codes_locked', { minutes: waitMinutes }) : wrong(TRIES - failed);
  return { ...refusal, field: 'code', keep: true };
}

/** After a right code, earlier slips no longer count. */
export async function forgetWrongCodes(transaction: Transaction, { accountId, failedCodes }: CodeTries): Promise<void> {
  if (failedCodes === 0) return;
  await transaction.account.update({ where: { id: accountId }, data: { failedCodes: 0 } });
}
