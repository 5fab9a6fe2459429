/** A reminder above every tab of the troubles that are on: who forgets them takes the bot for broken. */
import { useState } from 'react';
import type { Done } from '../../deed.js';
import { carryOut } from '../connection.js';
import { useWords } from '../language.js';
import { useStore } from '../store.js';
import { DeedProblem } from './deed-button.js';
import { curtainWords } from './words.js';

export function ActiveTroubles() {
  const words = useWords(curtainWords);
  const active = useStore(({ troubles }) => troubles);
  const [done, setDone] = useState<Done | null>(null);
  async function switchAllOff(): Promise<void> {
    const all = await Promise.all(
      active.map(({ platform, kind }) => carryOut({ trouble: { platform, kind, on: false } })),
    );
    setDone(all.find(({ error }) => error !== null) ?? null);
  }
  return (
    <div role="status" className="curtain-banner-place">
      {active.length > 0 && (
        <div className="curtain-banner">
          <p>
            <strong>{words.troubles.banner}:</strong>{' '}
            {active
              .map(({ platform, kind }) => `${words.platforms[platform]} – ${words.troubles.kinds[kind].word}`)
              .join(', ')}
          </p>
          <button type="button" className="curtain-button" onClick={() => void switchAllOff()}>
            {words.troubles.allOff}
          </button>
        </div>
      )}
      <DeedProblem done={done} />
    </div>
  );
}
