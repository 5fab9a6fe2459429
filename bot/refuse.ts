/** Refuses requests: with one plain line, counted by cause, and logged no more than once a minute for each cause. */
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Services } from '../programme/requests/services.js';

/** A stranger who knocks a thousand times a second must not fill a disk with it. */
const QUIET_MILLISECONDS = 60_000;

/** Answers with the status and its name as the only line; never a reason, a path or a stack. */
export function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' });
  response.end(`${STATUS_CODES[status] ?? 'Error'}\n`);
}

/** @param cause a few fixed words, such as "slack: forged"; a name of a metric's label and of a line in the log */
export type CountRefused = (cause: string) => void;

/** @param now in milliseconds; only how much of it has passed is looked at */
export function countRefused(
  { log, meter }: Pick<Services, 'log' | 'meter'>,
  now: () => number = () => performance.now(),
): CountRefused {
  const causes = new Map<string, { loggedAt: number; unlogged: number }>();
  return (cause) => {
    meter?.refused(cause);
    const known = causes.get(cause);
    if (known !== undefined && now() - known.loggedAt < QUIET_MILLISECONDS) {
      known.unlogged += 1;
      return;
    }
    log.warn({ cause, count: 1 + (known?.unlogged ?? 0) }, 'requests were refused');
    causes.set(cause, { loggedAt: now(), unlogged: 0 });
  };
}
