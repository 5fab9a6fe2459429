/** A rate limit holds back everything that would go to the same workspace, tenant or mail server, and nothing else. */
import type { Services } from '../requests/services.js';
import type { ClaimedNotification } from './claim-for-sending.js';
import type { ChannelDestination } from './destinations.js';
import { paceKey } from './pace.js';
import { pausePace } from './pace.sql.js';

type Tenant = Pick<ChannelDestination, 'channel' | 'tenant'>;

export async function pauseTenant({ database, clock }: Services, { channel, tenant }: Tenant, until: Date) {
  await pausePace(database, paceKey(channel, tenant), until, clock.now());
}

/** Until when nothing may be sent there, as it was when the notification was claimed; null where it may. What was in the queue when the pause began looks here before it calls. */
export function pauseOf({ pauses }: ClaimedNotification, { channel, tenant }: Tenant, now: Date): Date | null {
  const until = new Date(pauses[paceKey(channel, tenant)] ?? 0);
  return until > now ? until : null;
}

/** The same as it is now. */
export async function readPause({ database, clock }: Services, { channel, tenant }: Tenant): Promise<Date | null> {
  const pace = await database.pace.findUnique({
    where: { key: paceKey(channel, tenant) },
    select: { pausedUntil: true },
  });
  const until = pace?.pausedUntil ?? null;
  return until !== null && until > clock.now() ? until : null;
}
