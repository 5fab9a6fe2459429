/** Keeps who is shown in the address and in this browser, so that a reload, a link or the Back button shows the same again. */
import { type Dispatch, useEffect, useReducer, useRef } from 'react';
import {
  changePaneLayout,
  formatPaneLayout,
  nobody,
  type PaneLayout,
  type PaneLayoutChange,
  parsePaneLayout,
} from './pane-layout.js';

const kept = 'spp-playground-panes';
const keptActive = 'spp-playground-active';

function firstLayout(): PaneLayout {
  const linked = parsePaneLayout(location.hash);
  const stored = parsePaneLayout(localStorage.getItem(kept) ?? '');
  const layout = linked ?? stored ?? nobody;
  // Of another link, the stored pane means nothing.
  const same = stored !== undefined && formatPaneLayout(stored) === formatPaneLayout(layout);
  const active = same && layout.panes.length === 2 && localStorage.getItem(keptActive) === '1' ? 1 : 0;
  return { ...layout, active };
}

export function usePaneLayout(): readonly [PaneLayout, Dispatch<PaneLayoutChange>] {
  const [layout, change] = useReducer(changePaneLayout, undefined, firstLayout);
  const written = useRef(false);
  useEffect(() => {
    const hash = formatPaneLayout(layout);
    const address = hash === '' ? location.pathname : hash;
    const follow = () => {
      const linked = location.hash === '' ? nobody : parsePaneLayout(location.hash);
      if (linked) change({ kind: 'replace', layout: linked });
      // The link that skips to the screens: the address keeps saying who is shown.
      else history.replaceState(null, '', address);
    };
    // The person shown before is one step back; before the first there is nobody of this page.
    if (hash !== location.hash) {
      if (written.current) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    }
    written.current = true;
    localStorage.setItem(kept, hash);
    localStorage.setItem(keptActive, String(layout.active));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [layout]);
  return [layout, change];
}
