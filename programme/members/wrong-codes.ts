/** Counts the wrong codes that an account enters, so that a code cannot be found by trying. */
import type { OpenContext, Refusal } from '../requests/context.js';
import { refuse } from '../requests/context.js';

/** Wrong codes after which an account must wait. */
const TRIES = 5;

export interface CodeTries {
  /** Set where the account is linked. */
  readonly personId: string | null;
  readonly failedCodes: number;
  readonly codesLockedUntil: Date | null;
}

/** What the account tried so far; its row stays locked, so that tries at the same instant count one after the other. */
export async function lockCodeTries({ transaction, actor }: OpenContext): Promise<CodeTries | null> {
  const [account] = await transaction.$queryRaw<CodeTries[]>`
    SELECT person_id AS "personId", failed_codes AS "failedCodes", codes_locked_until AS "codesLockedUntil"
    FROM account WHERE id = ${actor.accountId}::uuid FOR UPDATE`;
  return account ?? null;
}

/** While the account must wait, even a right code is refused. */
export function refuseWhileLocked({ now }: OpenContext, tries: CodeTries | null): Refusal | null {
  const lockedUntil = tries?.codesLockedUntil;
  if (!lockedUntil || lockedUntil <= now) return null;
  const minutes = Math.ceil((lockedUntil.getTime() - now.getTime()) / 60_000);
  return refuse('codes_locked', { minutes }, { field: 'code' });
}

/** Counts one more; the refusal, which keeps the count, is `wrong` until the tries are used up. */
export async function countWrongCode(
  { transaction, actor, now }: OpenContext,
  tries: CodeTries | null,
  { waitMinutes, wrong }: { readonly waitMinutes: number; readonly wrong: (triesLeft: number) => Refusal },
): Promise<Refusal> {
  const failed = (tries?.failedCodes ?? 0) + 1;
  const locked = failed >= TRIES;
  await transaction.account.update({
    where: { id: actor.accountId },
    data: {
      failedCodes: locked ? 0 : failed,
      codesLockedUntil: locked ? new Date(now.getTime() + waitMinutes * 60_000) : null,
    },
  });
  const refusal = locked ? refuse('codes_locked', { minutes: waitMinutes }) : wrong(TRIES - failed);
  return { ...refusal, field: 'code', keep: true };
}

/** After a right code earlier slips no longer count. */
export async function forgetWrongCodes({ transaction, actor }: OpenContext, tries: CodeTries | null): Promise<void> {
  if (tries === null || tries.failedCodes === 0) return;
  await transaction.account.update({ where: { id: actor.accountId }, data: { failedCodes: 0 } });
}
