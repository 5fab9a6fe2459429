/** Begins an announcement: decides anew whom it is for and plans a message for each, or finds that it is too late. */
import { extendTransaction, type Transaction } from '../../prisma/client.js';
import { type Difference, fanOut, type LockedAnnouncement, noteDifference } from './announcements.sql.js';
import { everyParticipant } from './audience.js';
import { planPost } from './places/plan-posts.js';

export type Begun =
  /** The difference to what the preview counted. */
  | { readonly outcome: 'begun'; readonly people: number; readonly difference: Difference }
  | { readonly outcome: 'posted' }
  /** Nobody is left in the audience. */
  | { readonly outcome: 'nobody' }
  | { readonly outcome: 'missed' };

/** Planning ten thousand messages takes longer than an ordinary request. */
const TIMEOUT_MILLISECONDS = 60_000;

/** For one that is locked and scheduled, whose time has come. */
export async function beginAnnouncement(
  transaction: Transaction,
  { id, programmeId, audience, placeId, latestAt, version }: LockedAnnouncement,
  now: Date,
): Promise<Begun> {
  const settle = async (state: 'missed' | 'sent' | 'sending') =>
    await transaction.announcement.update({
      where: { id },
      data: { state, beganAt: now, ...(state !== 'sending' && { endedAt: now }) },
    });
  if (latestAt <= now) {
    await settle('missed');
    return { outcome: 'missed' };
  }
  if (placeId !== null) {
    await planPost(transaction, { announcementId: id, placeId, version, now, latestAt });
    await settle('sending');
    return { outcome: 'posted' };
  }
  extendTransaction(transaction, TIMEOUT_MILLISECONDS);
  const about = { id, programmeId, audience: audience ?? everyParticipant };
  const people = await fanOut(transaction, { ...about, now, latestAt });
  const difference = await noteDifference(transaction, about);
  await settle(people === 0 ? 'sent' : 'sending');
  return people === 0 ? { outcome: 'nobody' } : { outcome: 'begun', people, difference };
}
