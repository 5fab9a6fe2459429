/** Whether the window fits a media query, anew whenever that changes. */
import { useMemo, useSyncExternalStore } from 'react';

/** The list of people stands beside the screens. */
export const roomForPeople = '(min-width: 1000px)';

/** Two screens stand beside each other. */
export const roomForTwo = '(min-width: 800px)';

export function useMedia(query: string): boolean {
  const list = useMemo(() => matchMedia(query), [query]);
  return useSyncExternalStore(
    (listener) => {
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => list.matches,
  );
}
