/** The order of everything that changed on anybody's screen, kept for a while so that a client need only look at what is new. */

export interface Journal<Changed> {
  /** Notes a change and says its place in the order. */
  add(changed: Changed): number;
  /** What has changed after this place, oldest first; undefined where that is no longer known, so that everything must be looked at. */
  since(place: number): readonly Changed[] | undefined;
  /** The place of the last change; 0 before the first. */
  newest(): number;
}

/** @param remember how many changes are kept */
export function createJournal<Changed>(tick: () => number, remember: number): Journal<Changed> {
  let entries: { readonly changed: Changed; readonly place: number }[] = [];
  let forgotten = 0;
  return {
    add(changed) {
      const place = tick();
      entries.push({ changed, place });
      if (entries.length > remember * 2) {
        forgotten = entries.at(-remember - 1)?.place ?? forgotten;
        entries = entries.slice(-remember);
      }
      return place;
    },
    since(place) {
      if (place < forgotten) return undefined;
      const first = entries.findLastIndex((entry) => entry.place <= place) + 1;
      return entries.slice(first).map(({ changed }) => changed);
    },
    newest: () => entries.at(-1)?.place ?? forgotten,
  };
}
