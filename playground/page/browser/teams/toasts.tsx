/** Short texts of the bot that the client shows for a moment. */
import { useEffect, useState } from 'react';

const shownMilliseconds = 5_000;

/** @param toasts all there have been; those from before the client was opened are not shown */
export function Toasts({ toasts }: { readonly toasts: readonly string[] }) {
  const [gone, setGone] = useState(toasts.length);
  const { length } = toasts;
  useEffect(() => {
    // Each goes after its own time, so that a timer is not stopped by the next.
    setTimeout(() => setGone((before) => Math.max(before, length)), shownMilliseconds);
  }, [length]);
  return (
    <output className="teams-toasts">
      {toasts.slice(gone).map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a toast is told apart by nothing but its number.
        <span key={gone + index} className="teams-toast">
          {text}
        </span>
      ))}
    </output>
  );
}
