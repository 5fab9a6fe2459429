/** Knows when the bot has said all that it had to say: nothing moves on either platform, and the worker has nothing to do. */
import { setTimeout as pause } from 'node:timers/promises';
import type { InhabitedPlace } from './place.js';

export const quietMilliseconds = 300;

export interface Watch {
  /** Resolves when all is quiet, or after `most` milliseconds. */
  settle(most: number): Promise<void>;
  close(): void;
}

/** @param onMove called with every request and every change on a screen */
export function watch(place: InhabitedPlace, onMove: () => void): Watch {
  const { slack, teams, assistant } = place;
  let moved = performance.now();
  const move = () => {
    moved = performance.now();
    onMove();
  };
  const ends = [slack.onChange(move), slack.onActivity(move), teams.world.onChange(move), teams.onActivity(move)];
  return {
    async settle(most) {
      const deadline = performance.now() + most;
      const left = () => deadline - performance.now();
      moved = performance.now();
      for (let seen = -1; seen !== moved && left() > 0; ) {
        while (performance.now() - moved < quietMilliseconds && left() > 0) {
          await pause(Math.max(1, quietMilliseconds - (performance.now() - moved)));
        }
        seen = moved;
        // A worker that is being closed never becomes idle.
        const idle = assistant.worker?.idle().catch(() => {});
        await Promise.race([idle, pause(Math.max(0, left()), undefined, { ref: false })]);
      }
    },
    close() {
      for (const end of ends) end();
    },
  };
}
