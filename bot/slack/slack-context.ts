/** The services of the Slack side, passed to everything that needs them: the app's own, the Web API, the bot's identity, background work. */
import type { WebClient } from '@slack/web-api';
import type { Services } from '../../programme/requests/services.js';

export interface SlackContext {
  readonly services: Services;
  readonly client: WebClient;
  /** The workspace that the app is installed in. */
  readonly team: string;
  readonly bot: { readonly userId: string; readonly botId: string };
  readonly background: Background;
  /** Whether files are fetched from this address, with the bot's token. */
  readonly trustsFiles: (address: string) => boolean;
}

interface Background {
  /** Starts work that nobody waits for; a failure is logged. */
  run(where: string, work: () => Promise<void>): void;
  /** Does work that must not be cut off when the bot closes. */
  track(work: () => Promise<void>): Promise<void>;
  /** Resolves when no work is running any more. */
  idle(): Promise<void>;
  /** Resolves when what is running at this moment is done, whatever begins meanwhile. */
  settled(): Promise<void>;
}

export function background(services: Services): Background {
  const running = new Set<Promise<void>>();
  const track = async (work: () => Promise<void>) => {
    const promise = work();
    running.add(promise);
    try {
      await promise;
    } finally {
      running.delete(promise);
    }
  };
  return {
    track,
    run(where, work) {
      track(work).catch((error: unknown) => services.log.error({ error, where }, 'work in the background failed'));
    },
    async idle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
    async settled() {
      await Promise.allSettled(running);
    },
  };
}
