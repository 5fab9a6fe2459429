/** Posts what is due in channels and teams, one sweep of this process at a time. */
import { deliverPosts } from '../programme/announcements/places/deliver-posts.js';
import type { Gateways } from '../programme/notifications/gateway.js';
import type { Services } from '../programme/requests/services.js';

export interface Posting {
  /** Looks for what is due; resolves when it is sent, also what became due while the look went on. Never throws. */
  wake(): Promise<void>;
  /** Lets the post that is being sent be recorded, and begins no more. */
  close(): Promise<void>;
}

export function startPosting(services: Services, gateways: Gateways): Posting {
  let running: Promise<void> | null = null;
  let isWanted = false;
  let isClosed = false;
  const run = async () => {
    while (isWanted && !isClosed) {
      isWanted = false;
      await deliverPosts(services, gateways).catch((error: unknown) =>
        services.log.error({ error }, 'what is due in channels could not be posted'),
      );
    }
  };
  const wake = async () => {
    isWanted = true;
    running ??= run().finally(() => {
      running = null;
    });
    await running;
  };
  return {
    wake,
    async close() {
      isClosed = true;
      await running;
    },
  };
}
