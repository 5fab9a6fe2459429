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

const takesWrites = z.tuple([z.object({ readOnly: z.boolean() })]);

/** Also what a host does by itself once the disk of its database is full. */
const READ_ONLY = `SELECT current_setting('transaction_read_only') = 'on' OR pg_is_in_recovery() AS "readOnly"`;

/**
 * Makes the server put half a megabyte into a temporary file, about as much as a table grows at once: a full disk refuses it, and
 * nothing is left of it. A small row would tell nothing, as it may find room in a page that is there.
 */
const WRITE_TO_DISK = `
  SELECT count(*) FROM generate_series(1, CASE WHEN set_config('work_mem', '64kB', true) IS NOT NULL THEN 25000 END)`;
const DISK_FULL = '53100';

/** Answers within a second: no answer from the database is a failing database. */
export async function lookAtHealth({ probe, clock, worker, platforms }: HealthSources): Promise<Health> {
  const now = clock.now();
  const [rows, unwritable] = await Promise.all([
    probe.ask(
      `SELECT count(*)::int AS count, min(due_at) AS oldest FROM notification
       WHERE state IN ('pending', 'queued') AND due_at < $1`,
      [new Date(now.getTime() - LATE_MILLISECONDS)],
    ),
    whyUnwritable(probe),
  ]);
  // Each request stores its reply, so that without writes nothing is answered.
  const works = rows !== null && unwritable === null;
  return {
    failing: [...(works ? [] : ['database']), ...(worker === null || worker.ready() ? [] : ['worker'])],
    degraded: [
      ...(unwritable === null ? [] : [unwritable]),
      ...platforms.flatMap((platform) => platform.problems()),
      ...(rows === null ? [] : lag(rows, now)),
    ],
  };
}

/** Why the database that answers takes no writes; null where it takes them, or does not answer. */
async function whyUnwritable(probe: DatabaseProbe): Promise<string | null> {
  const [rows, refused] = await Promise.all([probe.ask(READ_ONLY), probe.refusal(WRITE_TO_DISK)]);
  if (refused === DISK_FULL) return 'the database takes no writes: its disk is full';
  const isReadOnly = rows !== null && takesWrites.parse(rows)[0].readOnly;
  return isReadOnly ? 'the database takes no writes: it is read-only' : null;
}

function lag(rows: readonly unknown[], now: Date): readonly string[] {
  const [{ count, oldest }] = lateNotifications.parse(rows);
  if (oldest === null) return [];
  const minutes = Math.round((now.getTime() - oldest.getTime()) / 60_000);
  return [`notifications are late: ${count}, the oldest for ${minutes} minutes`];
}
