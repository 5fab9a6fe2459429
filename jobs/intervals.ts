/** How often the worker looks after itself. */

export interface Intervals {
  /** How often dead senders and lost jobs are looked for, in milliseconds. */
  readonly recover: number;
  /** How often due rows are looked for that no wake-up told of, in milliseconds. */
  readonly dispatch: number;
  /** How often it is looked up whether a message arrived whose send was never answered, in milliseconds: one read on each channel. */
  readonly reconcile: number;
  /** How often it is looked for programmes whose reminders are to be planned anew, in milliseconds. */
  readonly remind: number;
  /** How often announcements are looked for whose time has come, in milliseconds. */
  readonly announce: number;
  /** How often it is looked for what is to be posted to channels and of which no wake-up told, in milliseconds. */
  readonly post: number;
  /** How often stored requests that no platform repeats any more, and files whose time is over, are deleted, in milliseconds. */
  readonly forget: number;
  /** How often it is looked which mails came back, in milliseconds. */
  readonly bounces: number;
  /** How often it is looked for pages that were reported as published, in milliseconds. */
  readonly publications: number;
  /** How often a sender says that it is alive, in milliseconds; a small part of what counts as silence. */
  readonly renew: number;
  /** When the watchdog looks whether the queue still has its schedules: a cron expression with seconds, in UTC. */
  readonly watchdog: string;
}

/** A crashed sender's rows are sent again 10 to 12 s later; a wiped queue is rebuilt, and what it held sent, within half a minute. */
export const steadyIntervals: Intervals = {
  recover: 2_000,
  dispatch: 15_000,
  // Slack gives apps outside of its marketplace one read of a conversation a minute.
  reconcile: 65_000,
  remind: 60_000,
  announce: 5_000,
  post: 5_000,
  forget: 3_600_000,
  bounces: 300_000,
  publications: 60_000,
  renew: 2_000,
  watchdog: '*/20 * * * * *',
};
