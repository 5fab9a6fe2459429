/** What a process says of itself to health checks: what fails, and what does not work as it should. */
import { z } from 'zod';
import type { Health } from '../bot/http.js';
import type { Clock } from '../programme/requests/context.js';
import type { DatabaseProbe } from './database-probe.js';

/** A notification that has been due for so long is late: the dispatcher looks every 15 s, and a platform's pause moves the due time. */
const LATE_MILLISECONDS = 5 * 60_000;

export interface HealthSources {
  readonly probe: DatabaseProbe;
  readonly clock: Clock;
  /** Null where this process is the bot alone. */
  readonly worker: { ready(): boolean } | null;
  /** Each tells what of a platform does not work at present. */
  readonly platforms: readonly { problems(): readonly string[] }[];
}

const lateNotifications = z.tuple([z.object({ count: z.number(), oldest: z.date().nullable() })]);

/** Answers within a second: no answer from the database is a failing database. */
export async function lookAtHealth({ probe, clock, worker, platforms }: HealthSources): Promise<Health> {
  const now = clock.now();
  const rows = await probe.ask(
    `SELECT count(*)::int AS count, min(due_at) AS oldest FROM notification
     WHERE state IN ('pending', 'queued') AND due_at < $1`,
    [new Date(now.getTime() - LATE_MILLISECONDS)],
  );
  return {
    failing: [...(rows === null ? ['database'] : []), ...(worker === null || worker.ready() ? [] : ['worker'])],
    degraded: [...platforms.flatMap((platform) => platform.problems()), ...(rows === null ? [] : lag(rows, now))],
  };
}

function lag(rows: readonly unknown[], now: Date): readonly string[] {
  const [{ count, oldest }] = lateNotifications.parse(rows);
  if (oldest === null) return [];
  const minutes = Math.round((now.getTime() - oldest.getTime()) / 60_000);
  return [`notifications are late: ${count}, the oldest for ${minutes} minutes`];
}
