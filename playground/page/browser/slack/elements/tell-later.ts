/** Waits until a person has stopped typing before the bot is told. */
import { useEffect, useRef } from 'react';

/** @param delay milliseconds; null where the bot is not told before the form is submitted */
export function useTellLater(
  tell: () => Promise<void>,
  delay: number | null,
): { readonly start: () => void; readonly now: () => void } {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  const stop = () => {
    if (timer.current === null) return false;
    clearTimeout(timer.current);
    timer.current = null;
    return true;
  };
  return {
    start() {
      if (delay === null) return;
      stop();
      timer.current = setTimeout(() => {
        timer.current = null;
        void latest.current();
      }, delay);
    },
    now() {
      if (stop()) void latest.current();
    },
  };
}
