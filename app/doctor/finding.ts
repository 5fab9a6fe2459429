/** One line of the doctor: what was looked at, how it is, and what to do about it. */

export interface Finding {
  /** 'warn': it runs, and not as well as it could. 'fail': it does not do what it is for. */
  readonly level: 'ok' | 'warn' | 'fail';
  /** What was looked at. */
  readonly about: string;
  /** How it is and, unless it is well, what to do, in whole sentences. */
  readonly says: string;
}

export const ok = (about: string, says: string): Finding => ({ level: 'ok', about, says });
export const warn = (about: string, says: string): Finding => ({ level: 'warn', about, says });
export const fail = (about: string, says: string): Finding => ({ level: 'fail', about, says });

/** Never holds more than the first line: what libraries add may name what is secret. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0]?.trim() || 'no reason given';
}
