/** What people and channels are called in the page's language. */
import { useMemo } from 'react';
import type { SeatId, TrafficLine } from '../../protocol.js';
import { useLanguage } from '../language.js';
import { nameOf } from '../shell/people.js';
import { useStore } from '../store.js';

type Names = ReadonlyMap<SeatId, string>;

export function useNames(): Names {
  const { language } = useLanguage();
  const place = useStore(({ place }) => place);
  return useMemo(
    () => new Map(place?.people.flatMap((person) => person.seats.map((seat) => [seat, nameOf(person, language)]))),
    [place, language],
  );
}

/** Channels, and people whom the page does not know, are called as on their platform. */
export function calledIn(names: Names, who: TrafficLine['who']): string | null {
  return (who?.seat && names.get(who.seat)) ?? who?.name ?? null;
}
