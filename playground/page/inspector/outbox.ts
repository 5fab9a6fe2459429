/** Reads the outbox again and again while somebody watches, and tells of it when it has changed. */
import type { OutboxEvent } from '../protocol.js';

const lookMilliseconds = 800;

export interface OutboxWatch {
  /** Looks now. */
  look(): void;
  close(): void;
}

export function watchOutbox(
  read: () => Promise<Omit<OutboxEvent, 'type'>>,
  send: (event: OutboxEvent) => void,
  isWatched: () => boolean,
  onFault: (error: unknown) => void,
): OutboxWatch {
  let last = '';
  let looking = false;
  let afresh = false;
  let faulty = false;

  async function look(): Promise<void> {
    if (looking || !isWatched()) return;
    looking = true;
    try {
      const outbox = await read();
      const text = JSON.stringify(outbox);
      if (text !== last || afresh) send({ type: 'outbox', ...outbox });
      last = text;
      afresh = false;
      faulty = false;
    } catch (error) {
      // The database may be away for long: that is said once. While a scenario replaces it, it is no fault.
      if (!faulty && isWatched()) onFault(error);
      faulty = true;
    } finally {
      looking = false;
    }
  }

  const timer = setInterval(() => void look(), lookMilliseconds);
  return {
    look() {
      afresh = true;
      void look();
    },
    close: () => clearInterval(timer),
  };
}
