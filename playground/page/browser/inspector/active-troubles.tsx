/** A reminder above every tab of the troubles that are on: who forgets them takes the bot for broken. */
import { useState } from 'react';
import type { Done } from '../../command.js';
import { carryOut } from '../connection.js';
import { useWords } from '../language.js';
import { useStore } from '../store.js';
import { CommandProblem } from './command-button.js';
import { inspectorWords } from './words.js';

export function ActiveTroubles() {
  const words = useWords(inspectorWords);
  const active = useStore(({ troubles }) => troubles);
  const [done, setDone] = useState<Done | null>(null);
  async function switchAllOff(): Promise<void> {
    const all = await Promise.all(
      active.map(({ platform, kind }) => carryOut({ trouble: { platform, kind, on: false } })),
    );
    setDone(all.find(({ error }) => error !== null) ?? null);
  }
  return (
    <div role="status" className="inspector-banner-place">
      {active.length > 0 && (
        <div className="inspector-banner">
          <p>
            <strong>{words.troubles.banner}:</strong>{' '}
            {active
              .map(({ platform, kind }) => `${words.platforms[platform]} – ${words.troubles.kinds[kind].word}`)
              .join(', ')}
          </p>
          <button type="button" className="inspector-button" onClick={() => void switchAllOff()}>
            {words.troubles.allOff}
          </button>
        </div>
      )}
      <CommandProblem done={done} />
    </div>
  );
}
