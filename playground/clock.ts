/** A clock that runs on from wherever it is set, so that six months pass in a minute. */

export interface JumpingClock {
  now(): Date;
  /** Sets the time; it runs on from there. Never backwards: what has happened has happened. */
  jumpTo(instant: Date): void;
  /** Calls back after each jump until the returned function is called. */
  onJump(listener: (instant: Date) => void): () => void;
}

const japan = 'Asia/Tokyo';

/** In Japan, as all times of the playground are: 2024-10-28 (Mon/月) 10:00 JST */
export function showTime(instant: Date): string {
  const [date, time] = instant
    .toLocaleString('sv-SE', { timeZone: japan, dateStyle: 'short', timeStyle: 'short' })
    .split(' ');
  const weekday = (language: string) => instant.toLocaleDateString(language, { timeZone: japan, weekday: 'short' });
  return `${date} (${weekday('en-GB')}/${weekday('ja-JP')}) ${time} JST`;
}

/** @throws RangeError where a jump would go back */
export function startClock(at: Date): JumpingClock {
  let offset = at.getTime() - Date.now();
  const listeners = new Set<(instant: Date) => void>();
  const now = () => new Date(Date.now() + offset);
  return {
    now,
    jumpTo(instant) {
      if (instant < now()) throw new RangeError(`The clock cannot go back to ${instant.toISOString()}.`);
      offset = instant.getTime() - Date.now();
      for (const listener of listeners) listener(instant);
    },
    onJump(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
