/** Shows a waiting person that their words are being worked on, once that takes longer than a moment. */
import type { Log } from '../programme/requests/services.js';

/** In milliseconds: most answers come sooner, and need no call more. */
const SIGNAL_AFTER = 1_000;

/**
 * Calls `show` unless what it returns is called before: once the reply is on its way nothing else is sent. A failure is logged:
 * nobody waits for it.
 */
export function signalWork(log: Pick<Log, 'warn'>, show: () => Promise<void>): () => void {
  const timer = setTimeout(() => {
    show().catch((error: unknown) => log.warn({ error }, 'that something is being worked on could not be shown'));
  }, SIGNAL_AFTER);
  return () => clearTimeout(timer);
}
