/** Keeps who is shown in the address and in this browser, so that a reload, a link or the Back button shows the same again. */
import { type Dispatch, useEffect, useReducer, useRef } from 'react';
import { changeSeating, formatSeating, nobody, parseSeating, type Seating, type SeatingChange } from './seating.js';

const kept = 'spp-playground-seats';
const keptActive = 'spp-playground-active';

function firstSeating(): Seating {
  const linked = parseSeating(location.hash);
  const stored = parseSeating(localStorage.getItem(kept) ?? '');
  const seating = linked ?? stored ?? nobody;
  // Of another link, the stored pane means nothing.
  const same = stored !== undefined && formatSeating(stored) === formatSeating(seating);
  const active = same && seating.panes.length === 2 && localStorage.getItem(keptActive) === '1' ? 1 : 0;
  return { ...seating, active };
}

export function useSeating(): readonly [Seating, Dispatch<SeatingChange>] {
  const [seating, change] = useReducer(changeSeating, undefined, firstSeating);
  const written = useRef(false);
  useEffect(() => {
    const hash = formatSeating(seating);
    const address = hash === '' ? location.pathname : hash;
    const follow = () => {
      const linked = location.hash === '' ? nobody : parseSeating(location.hash);
      if (linked) change({ kind: 'replace', seating: linked });
      // The link that skips to the screens: the address keeps saying who is shown.
      else history.replaceState(null, '', address);
    };
    // Whoever was shown before is one step back; before the first there is nobody of this page.
    if (hash !== location.hash) {
      if (written.current) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    }
    written.current = true;
    localStorage.setItem(kept, hash);
    localStorage.setItem(keptActive, String(seating.active));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [seating]);
  return [seating, change];
}
