/** What every listener works with: the house, the Web API, who the bot is, and the work that goes on after an answer. */
import type { WebClient } from '@slack/web-api';
import type { House } from '../../programme/requests/services.js';

export interface Desk {
  readonly house: House;
  readonly client: WebClient;
  readonly bot: { readonly userId: string; readonly botId: string };
  readonly background: Background;
}

export interface Background {
  /** Lets work go on that nobody waits for; a failure is logged. */
  run(where: string, work: () => Promise<void>): void;
  /** Does work that must not be cut off when the bot closes. */
  during(work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing goes on any more. */
  idle(): Promise<void>;
}

export function background(house: House): Background {
  const going = new Set<Promise<void>>();
  const during = async (work: () => Promise<void>) => {
    const one = work();
    going.add(one);
    try {
      await one;
    } finally {
      going.delete(one);
    }
  };
  return {
    during,
    run(where, work) {
      during(work).catch((error: unknown) => house.log.error({ error, where }, 'work in the background failed'));
    },
    async idle() {
      while (going.size > 0) await Promise.allSettled(going);
    },
  };
}
