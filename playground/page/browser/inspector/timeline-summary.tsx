/** How many requests there are, how many of them failed, and how fast the bot answers. */
import type { TrafficLine } from '../../protocol.js';
import { keptLines } from '../../traffic-order.js';
import { isFailure, latestSpeed } from './timeline-figures.js';
import type { InspectorWords } from './words.js';

interface TimelineSummaryProps {
  readonly all: readonly TrafficLine[];
  readonly fitting: readonly TrafficLine[];
  readonly words: InspectorWords['timeline'];
}

export function TimelineSummary({ all, fitting, words }: TimelineSummaryProps) {
  const speed = latestSpeed(fitting);
  const failures = fitting.filter(isFailure).length;
  return (
    <p className="inspector-summary">
      {words.count(fitting.length, all.length, all.length >= keptLines)}
      {failures > 0 && <strong className="inspector-bad-text"> · {words.failures(failures)}</strong>}
      {speed !== null && ` · ${words.speed(speed.median, speed.count)}`}
    </p>
  );
}
