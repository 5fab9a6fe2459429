/** Work that takes longer than a transaction may be kept open for: who needs it is rolled back, the work is done while no transaction is open, and the transaction begins again. */
import type { Prisma } from './generated/client.js';

type Transaction = Prisma.TransactionClient;

/** Who begins again more often reads something else each time. */
const MOST_ATTEMPTS = 10;

/** Thrown in a transaction that cannot go on without a result, which undoes it. `inAttempts` alone catches it. */
class WorkFirst extends Error {
  override readonly name = 'WorkFirst';

  constructor(readonly work: () => Promise<void>) {
    super('a result is needed that no transaction may wait for');
  }
}

/** What the attempts of one `inTransaction` have in common, by each of their transactions. */
const attempts = new WeakMap<Transaction, object>();

/**
 * Makes of a long computation one that a transaction can ask for. It is done once no transaction is open, from what the transaction
 * has read; the next attempt reads all of it again and gets the result under the same key only. The key therefore stands for
 * all that the result depends on: what has changed meanwhile is computed anew, and nothing is written that rests on what was.
 * @returns a function that throws in the transaction that asks first
 */
export function computedApart<Input, Output>(
  compute: (input: Input) => Promise<Output>,
): (transaction: Transaction, key: string, input: Input) => Output {
  const results = new WeakMap<object, Map<string, { readonly result: Output }>>();
  return (transaction, key, input) => {
    const of = attempts.get(transaction);
    if (of === undefined) throw new Error('only a transaction that inTransaction opened can begin again');
    const known = results.get(of)?.get(key);
    if (known !== undefined) return known.result;
    throw new WorkFirst(async () => {
      const result = await compute(input);
      const all = results.get(of) ?? new Map<string, { readonly result: Output }>();
      results.set(of, all.set(key, { result }));
    });
  };
}

/**
 * Runs a transaction, and again after each computation that it asks for.
 * @param attempt is given what is to be told of its transaction once that has begun
 */
export async function inAttempts<T>(attempt: (begun: (transaction: Transaction) => void) => Promise<T>): Promise<T> {
  const one = {};
  for (let count = 1; ; count += 1) {
    try {
      return await attempt((transaction) => attempts.set(transaction, one));
    } catch (error) {
      if (!(error instanceof WorkFirst)) throw error;
      if (count >= MOST_ATTEMPTS) throw new Error('a transaction was begun anew for one result after the other');
      await error.work();
    }
  }
}
