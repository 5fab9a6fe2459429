/** Which lines of traffic are kept and in which order: the page and its server must do it alike. */
import type { TrafficLine } from './protocol.js';

/** How many lines the server remembers and the page keeps. */
export const keptLines = 500;

/**
 * Sorts lines by when they began, so that a request stands before what it caused, which most often ends first. In the same
 * millisecond it is the bot that answers.
 */
export function byBeginning(one: TrafficLine, other: TrafficLine): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  if (one.direction !== other.direction) return one.direction === 'to the bot' ? -1 : 1;
  if (one.platform !== other.platform) return one.platform < other.platform ? -1 : 1;
  return one.number - other.number;
}
