/** What people and channels are called in the page's language. */
import { useMemo } from 'react';
import type { ClientSessionId, TrafficLine } from '../../protocol.js';
import { useLanguage } from '../language.js';
import { nameOf } from '../shell/people.js';
import { useStore } from '../store.js';

type Names = ReadonlyMap<ClientSessionId, string>;

export function useNames(): Names {
  const { language } = useLanguage();
  const snapshot = useStore(({ snapshot }) => snapshot);
  return useMemo(
    () =>
      new Map(
        snapshot?.people.flatMap((person) =>
          person.clientSessions.map((clientSession) => [clientSession, nameOf(person, language)]),
        ),
      ),
    [snapshot, language],
  );
}

/** Channels, and people whom the page does not know, are called as on their platform. */
export function calledIn(names: Names, who: TrafficLine['who']): string | null {
  return (who?.clientSession && names.get(who.clientSession)) ?? who?.name ?? null;
}
