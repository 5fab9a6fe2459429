/** The waits that troubles make: for a while, or until somebody gives up. Both end when the stand-in closes. */
import type { ServerResponse } from 'node:http';
import type { SlackStore } from './store.js';

export function delay(store: SlackStore, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      store.pending.delete(end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    store.pending.add(end);
  });
}

/** Waits until the caller gives up, the trouble is over or the stand-in closes. */
export function untilClosed(store: SlackStore, response: ServerResponse, over: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      store.pending.delete(end);
      over?.removeEventListener('abort', end);
      resolve();
    };
    store.pending.add(end);
    over?.addEventListener('abort', end);
    response.once('close', end);
    if (over?.aborted) end();
  });
}
