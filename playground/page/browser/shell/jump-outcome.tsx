/** Says what has come of moving the clock: the time that it is now, what lay between, and what the bot has sent since. */
import { useState } from 'react';
import type { Ahead } from '../../ahead.js';
import { useLanguage, useWords } from '../language.js';
import { type State, useStore } from '../store.js';
import { formatDateTime } from './clock.js';
import { shellWords } from './words.js';

/** So many are named; more would push the rest of the panel out of sight. */
const mostNamed = 4;

export interface JumpOutcomeProps {
  readonly arrivedAt: Date;
  readonly passed: readonly Ahead[];
  /** How many messages the bot had sent before. */
  readonly sentBefore: number;
}

/** Read out once: the time of the arrival stays although the clock goes on. */
export function JumpOutcome({ arrivedAt, passed, sentBefore }: JumpOutcomeProps) {
  const { language } = useLanguage();
  const words = useWords(shellWords).clock;
  const [first] = useState(arrivedAt);
  const sent = useStore(countSent) - sentBefore;
  const lines = [...new Set(passed.map(({ what, subject }) => words.passed[what](subject[language])))];
  return (
    <div className="shell-jump-outcome">
      <div role="status">
        <p className="shell-jump-arrived">{words.arrived(formatDateTime(first, language))}</p>
        {lines.length === 0 ? (
          <p>{words.passedNothing}</p>
        ) : (
          <ul>
            {lines.slice(0, mostNamed).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {lines.length > mostNamed && <li>{words.passedMore(lines.length - mostNamed)}</li>}
          </ul>
        )}
      </div>
      {/* Apart from the above, which would be read out again with every message. */}
      <p role="status">{sent > 0 ? words.sent(sent) : ''}</p>
    </div>
  );
}

/** All that the bot has ever sent to people's direct conversations in this run. */
export function countSent({ mail }: Pick<State, 'mail'>): number {
  return Object.values(mail).reduce((sum, count) => sum + count, 0);
}
