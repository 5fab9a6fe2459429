/** A clock that runs on from wherever it is set, so that six months pass in a minute. */

export interface JumpingClock {
  now(): Date;
  /** Sets the time; it runs on from there. Never backwards: what has happened has happened. */
  jumpTo(instant: Date): void;
}

/** @throws RangeError where a jump would go back */
export function startClock(at: Date): JumpingClock {
  let offset = at.getTime() - Date.now();
  const now = () => new Date(Date.now() + offset);
  return {
    now,
    jumpTo(instant) {
      if (instant < now()) throw new RangeError(`The clock cannot go back to ${instant.toISOString()}.`);
      offset = instant.getTime() - Date.now();
    },
  };
}
