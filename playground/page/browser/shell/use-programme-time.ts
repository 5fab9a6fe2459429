/** The programme's time, counting on by itself between what the server tells. */
import { useEffect, useState } from 'react';
import { useStore } from '../store.js';
import { countOn } from './clock.js';

/** Anew every second, on the second; null until the server has told the time. */
export function useProgrammeTime(): Date | null {
  const clock = useStore((state) => state.clock);
  const [, redraw] = useState(0);
  useEffect(() => {
    if (clock === null) return;
    let timer: number;
    const tick = () => {
      const now = countOn(clock, performance.now());
      timer = window.setTimeout(() => {
        redraw((count) => count + 1);
        tick();
      }, 1_000 - now.getUTCMilliseconds());
    };
    tick();
    return () => clearTimeout(timer);
  }, [clock]);
  return clock === null ? null : countOn(clock, performance.now());
}
