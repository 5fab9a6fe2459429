/** Sends an announcement to a crowd, as if the secretariat had scheduled it, and waits until everything of it is settled. */
import { buildAnnouncement } from '../support/announcements.js';
import type { Crowd } from './crowd.js';
import { secondsUntil } from './wait.js';

export type Announced = Pick<Crowd, 'database' | 'programme' | 'secretaryId' | 'members'>;

/** To every participant, at once; a worker begins it. Returns its identifier. */
export async function announce({ database, programme, secretaryId }: Announced, at = new Date()): Promise<string> {
  const clock = { now: () => at };
  return await buildAnnouncement(
    { database, clock },
    { programme, createdById: secretaryId, state: 'scheduled', textEn: 'The room is on floor 3.' },
  );
}

const UNDER_WAY = ['pending', 'queued', 'sending'] as const;

/** In seconds until so many notifications are planned and none is under way; null where that takes longer than the limit. */
export async function settled(
  { database }: Pick<Crowd, 'database'>,
  planned: number,
  limit: number,
): Promise<number | null> {
  return await secondsUntil(async () => {
    const counts = await database.notification.groupBy({ by: ['state'], _count: true });
    const of = (some: typeof counts) => some.reduce((sum, { _count }) => sum + _count, 0);
    return of(counts) >= planned && of(counts.filter(({ state }) => UNDER_WAY.some((one) => one === state))) === 0;
  }, limit);
}
