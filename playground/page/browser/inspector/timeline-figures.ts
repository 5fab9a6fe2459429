/** Counts what the timeline's summary tells: failures, and how fast the bot answers. */
import type { TrafficLine } from '../../protocol.js';

/** Of so many of the latest answers it is told how long they took. */
const latestAnswers = 50;

/** Whether it was refused or not answered; Slack refuses with status 200. */
export function isFailure({ status, problem }: Pick<TrafficLine, 'status' | 'problem'>): boolean {
  return status === null || status >= 400 || problem !== null;
}

/**
 * How long the bot took for its latest answers; null while there are none. What a scenario has sent in bulk would say how
 * fast many answers are made at once, not how long a person waits.
 * @param lines oldest first
 */
export function latestSpeed(lines: readonly TrafficLine[]): { readonly count: number; readonly median: number } | null {
  const answers = lines
    .filter(({ direction, status, prelude }) => direction === 'to the bot' && status !== null && !prelude)
    .slice(-latestAnswers)
    .map(({ milliseconds }) => milliseconds)
    .sort((one, other) => one - other);
  const median = answers[Math.floor(answers.length / 2)];
  return median === undefined ? null : { count: answers.length, median };
}
