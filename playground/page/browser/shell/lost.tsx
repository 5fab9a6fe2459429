/** Says that the playground does not answer any more, or not yet. */
import { useEffect, useState } from 'react';
import { useWords } from '../language.js';
import { useStore } from '../store.js';
import { Icon } from './icons.js';
import { shellWords } from './words.js';

/** A wire that is back by then has not been missed. */
const patienceMilliseconds = 1_500;

export function Lost() {
  const words = useWords(shellWords);
  const connected = useStore((state) => state.connected);
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (connected) return;
    const timer = setTimeout(() => setLate(true), patienceMilliseconds);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [connected]);
  if (connected || !late) return null;
  return (
    <div className="shell-lost" role="alert">
      <Icon name="warning" />
      <p>{words.lost}</p>
    </div>
  );
}
