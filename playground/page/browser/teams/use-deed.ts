/** One thing at a time: what a person has pressed is carried out before anything else beside it can be. */
import { useRef, useState } from 'react';
import type { Done, TeamsDeed } from '../../deed.js';
import type { SeatId } from '../../protocol.js';
import { carryOutOnTeams } from '../connection.js';

export interface Deeds {
  readonly busy: boolean;
  /** What the last deed has shown as an error. */
  readonly error: Done['error'];
  /** Null where something else is still under way, and nothing was done. */
  run(deed: TeamsDeed): Promise<Done | null>;
}

export function useDeed(seat: SeatId): Deeds {
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Done['error']>(null);
  return {
    busy,
    error,
    async run(deed) {
      if (underWay.current) return null;
      underWay.current = true;
      setBusy(true);
      setError(null);
      const done = await carryOutOnTeams(seat, deed);
      underWay.current = false;
      setBusy(false);
      setError(done.error);
      return done;
    },
  };
}
