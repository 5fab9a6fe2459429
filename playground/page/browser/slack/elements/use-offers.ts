/** Asks a menu's source for options as somebody types, and forgets answers that come too late. */
import { useEffect, useRef, useState } from 'react';
import type { Done } from '../../../command.js';
import type { Offered, Source } from './option-source.js';

interface Offers {
  readonly offered: readonly Offered[];
  readonly searching: boolean;
  readonly error: Done['error'];
}

const none: Offers = { offered: [], searching: false, error: null };

export function useOffers(source: Source, typed: string, open: boolean): Offers {
  const [offers, setOffers] = useState(none);
  const latest = useRef(source);
  useEffect(() => {
    latest.current = source;
  });
  useEffect(() => {
    if (!open || typed.length < latest.current.least) {
      setOffers(none);
      return;
    }
    let wanted = true;
    setOffers((before) => ({ ...before, searching: true, error: null }));
    const ask = async () => {
      const { offered, error } = await latest.current.find(typed);
      if (wanted) setOffers({ offered, error, searching: false });
    };
    const timer = setTimeout(() => void ask(), typed === '' ? 0 : latest.current.wait);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [typed, open]);
  return offers;
}
