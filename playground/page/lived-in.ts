/** Notices the first thing that somebody does by hand in a run: a scenario would undo it. */
import type { Traffic } from './inspector/traffic.js';
import type { TrafficLine } from './protocol.js';

/** Only looking: the bot is told of it, or asked, and nothing is kept. */
const looking = /^(event app_home_opened|block_suggestion|view_closed|invoke application\/search)$/;

export interface LivedIn {
  now(): boolean;
  /** Calls back once, when it comes to be. */
  onChange(listener: () => void): () => void;
}

/**
 * Read from what reaches the bot, so that whatever client it comes from counts.
 * @param before whether somebody may have lived there before: a playground that is left keeps its people and sessions
 */
export function openLivedIn(traffic: Pick<Traffic, 'onLine'>, before: boolean): LivedIn {
  let livedIn = before;
  const listeners = new Set<() => void>();
  traffic.onLine((line) => {
    if (livedIn || !isByHand(line)) return;
    livedIn = true;
    for (const listener of listeners) listener();
  });
  return {
    now: () => livedIn,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The same request once more is nobody's doing. */
function isByHand({ direction, what, again }: TrafficLine): boolean {
  return direction === 'to the bot' && !again && !looking.test(what);
}
