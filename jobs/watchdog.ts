/** Runs outside the queue store and puts back the schedules that a wiped store has lost. */
import cron from 'node-cron';
import type { Log } from '../programme/requests/services.js';

/** @param pattern a cron expression with seconds. In UTC, as the times inside a summer-time gap are skipped elsewhere. */
export function startWatchdog(pattern: string, look: () => Promise<void>, log: Log): { close(): Promise<void> } {
  const task = cron.schedule(
    pattern,
    () => look().catch((error: unknown) => log.error({ error }, 'the watchdog could not look after the queue')),
    { timezone: 'UTC', name: 'watchdog', noOverlap: true, suppressMissedWarning: true },
  );
  return { close: async () => await task.destroy() };
}
