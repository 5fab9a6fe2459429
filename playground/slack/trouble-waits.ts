/** The waits that troubles make: for a while, or until somebody gives up. Both end when the stand-in closes. */
import type { ServerResponse } from 'node:http';
import type { World } from './world.js';

export function delay(world: World, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      world.pending.delete(end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    world.pending.add(end);
  });
}

/** Waits until the caller gives up, the trouble is over or the stand-in closes. */
export function untilClosed(world: World, response: ServerResponse, over: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      world.pending.delete(end);
      over?.removeEventListener('abort', end);
      resolve();
    };
    world.pending.add(end);
    over?.addEventListener('abort', end);
    response.once('close', end);
    if (over?.aborted) end();
  });
}
