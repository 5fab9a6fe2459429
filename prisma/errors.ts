/** Reads from a database error which constraint was violated and whether trying again can help. */

/** unique, foreign key, restrict, check and exclusion violations: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const CONSTRAINT_VIOLATIONS = new Set(['23505', '23503', '23001', '23514', '23P01']);

/** serialization failure, deadlock, lock timeout or NOWAIT */
const WORTH_RETRYING = new Set(['40001', '40P01', '55P03']);

/**
 * The name of the unique, foreign key, check or exclusion constraint (or unique index) that a statement violated, from an
 * error of Prisma, of a raw query or of `pg` itself; undefined for any other error. The violation has aborted the
 * transaction: decide outside it.
 */
export function violatedConstraint(error: unknown): string | undefined {
  const constraint = property(error, 'constraint');
  if (typeof constraint === 'string' && CONSTRAINT_VIOLATIONS.has(text(property(error, 'code')))) return constraint;
  const cause = driverCause(error);
  if (!CONSTRAINT_VIOLATIONS.has(text(property(cause, 'originalCode')))) return undefined;
  const named = property(property(cause, 'constraint'), 'index');
  return typeof named === 'string' ? named : lastQuoted(text(property(cause, 'originalMessage')));
}

/** Whether the whole transaction may be tried again: it met a serialization failure, a deadlock or the lock timeout. */
export function isRetryable(error: unknown): boolean {
  if (property(error, 'code') === 'P2034') return true;
  return (
    WORTH_RETRYING.has(text(property(error, 'code'))) ||
    WORTH_RETRYING.has(text(property(driverCause(error), 'originalCode')))
  );
}

/** The adapter's account of the failure: in `meta` of a Prisma error, or the adapter's own error. */
function driverCause(error: unknown): unknown {
  const reported = property(property(error, 'meta'), 'driverAdapterError') ?? error;
  return property(reported, 'cause');
}

/** Check and exclusion violations carry the name only in their message, last, in the quotation marks of the server's language. */
function lastQuoted(message: string): string | undefined {
  return [...message.matchAll(/["«»„“]\s*([^"«»„“”]+?)\s*["«»“”]/g)].at(-1)?.[1];
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * What may be logged of an error's message and stack: where Prisma finds that a value is none, it prints all that was to be stored
 * beside it, also what people wrote.
 */
export function withoutValues({ name, message, stack }: Error): { readonly message: string; readonly stack: string } {
  const whole = stack ?? '';
  if (name !== 'PrismaClientValidationError') return { message, stack: whole };
  const lines = message.split('\n').filter((line) => line !== '');
  // The call comes first, then what it was given, and at last what is wrong with it.
  const said = lines.length < 2 ? lines : [lines[0], lines[lines.length - 1]];
  const calls = whole.split('\n').filter((line) => line.startsWith('    at '));
  return { message: said.join(' '), stack: calls.join('\n') };
}
