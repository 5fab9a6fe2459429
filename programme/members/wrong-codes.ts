/** Counts the wrong codes that an account, or a person with all accounts, enters, so that a code cannot be found by trying. */

import type { Transaction } from '../../prisma/client.js';
import type { Refusal } from '../requests/refusal.js';
import type { CodeTries } from './members.sql.js';
import { refuseMember } from './refuse-member.js';

/** Wrong codes after which one must wait. */
const TRIES = 5;

/** While one must wait, even a right code is refused. */
export function refuseWhileLocked({ codesLockedUntil }: CodeTries, now: Date): Refusal | null {
  if (codesLockedUntil === null || codesLockedUntil <= now) return null;
  const minutes = Math.ceil((codesLockedUntil.getTime() - now.getTime()) / 60_000);
  return refuseMember('codes_locked', { minutes }, { field: 'code' });
}

interface WrongCode {
  /** An account that is nobody's yet, or a person, with however many accounts. */
  readonly of: 'account' | 'person';
  /** How long to wait once the tries are used up. */
  readonly waitMinutes: number;
  /** The refusal until then. */
  readonly wrong: (triesLeft: number) => Refusal;
  readonly now: Date;
}

/** Counts one more; the refusal keeps the count. */
export async function countWrongCode(
  transaction: Transaction,
  { id, failedCodes }: CodeTries,
  { of, waitMinutes, wrong, now }: WrongCode,
): Promise<Refusal> {
  const failed = failedCodes + 1;
  const locked = failed >= TRIES;
  const counted = {
    where: { id },
    data: {
      failedCodes: locked ? 0 : failed,
      codesLockedUntil: locked ? new Date(now.getTime() + waitMinutes * 60_000) : null,
    },
  };
  await (of === 'account' ? transaction.account.update(counted) : transaction.person.update(counted));
  const refusal = locked ? refuseMember('codes_locked', { minutes: waitMinutes }) : wrong(TRIES - failed);
  return { ...refusal, field: 'code', keep: true };
}

/** After a right code, earlier slips of the person no longer count. */
export async function forgetWrongCodes(transaction: Transaction, { id, failedCodes }: CodeTries): Promise<void> {
  if (failedCodes === 0) return;
  await transaction.person.update({ where: { id }, data: { failedCodes: 0 } });
}
