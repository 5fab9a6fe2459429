/** How many new messages each client session has that nobody has looked at; kept over a reload of this tab. */
import { useEffect, useMemo, useState } from 'react';
import type { ClientSessionId, MailEvent } from '../../protocol.js';
import { useStore } from '../store.js';
import { lookAt, readLooked, unread } from './unread.js';

const kept = 'spp-playground-looked';

export function useUnread(shown: readonly ClientSessionId[]): MailEvent['counts'] {
  const mail = useStore((state) => state.mail);
  const run = useStore((state) => state.mailRun);
  const [looked, setLooked] = useState(() => readLooked(sessionStorage.getItem(kept)));
  useEffect(() => {
    if (run !== null) setLooked((before) => lookAt(before, run, mail, shown));
  }, [mail, run, shown]);
  useEffect(() => {
    if (looked !== null) sessionStorage.setItem(kept, JSON.stringify(looked));
  }, [looked]);
  return useMemo(() => {
    const counts: Record<ClientSessionId, number> = { ...unread(looked?.run === run ? looked : null, mail) };
    // Shown and not yet counted as looked at: no dot may flash up.
    for (const clientSession of shown) delete counts[clientSession];
    return counts;
  }, [looked, run, mail, shown]);
}
