/** One thing at a time: what a person has pressed is carried out before anything else beside it can be. */
import { useRef, useState } from 'react';
import type { Done, TeamsCommand } from '../../command.js';
import type { ClientSessionId } from '../../protocol.js';
import { carryOutOnTeams } from '../connection.js';

export interface Commands {
  readonly busy: boolean;
  /** What the last command has shown as an error. */
  readonly error: Done['error'];
  /** Null where something else is still under way, and nothing was done. */
  run(command: TeamsCommand): Promise<Done | null>;
}

export function useCommand(clientSession: ClientSessionId): Commands {
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Done['error']>(null);
  return {
    busy,
    error,
    async run(command) {
      if (underWay.current) return null;
      underWay.current = true;
      setBusy(true);
      setError(null);
      const done = await carryOutOnTeams(clientSession, command);
      underWay.current = false;
      setBusy(false);
      setError(done.error);
      return done;
    },
  };
}
