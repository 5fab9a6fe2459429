/** What the page calls the person in a seat: by their name in the page's own language, whatever their client calls them. */
import type { SeatId } from '../protocol.js';
import { useLanguage } from './language.js';
import { nameOf } from './shell/people.js';
import { personOf } from './shell/seating.js';
import { useStore } from './store.js';

/** @param otherwise for a seat in which nobody of this world sits */
export function useName(seat: SeatId, otherwise: string): string {
  const { language } = useLanguage();
  const person = useStore(({ place }) => (place === null ? undefined : personOf(place.people, seat)));
  return person === undefined ? otherwise : nameOf(person, language);
}
