/** Asks the server to put a scenario in the place of this run, and says why where it cannot. */
import { useCallback } from 'react';
import { carryOut } from '../connection.js';
import { useTellFailure } from './notices.js';

export function useLoadScenario(): (id: string) => Promise<void> {
  const tellFailure = useTellFailure();
  return useCallback(
    async (id) => {
      tellFailure(await carryOut({ scenario: id }));
    },
    [tellFailure],
  );
}
