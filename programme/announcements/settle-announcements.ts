/** The sweep over announcements: begins those whose time has come, and ends those of which everything is settled or too late. */
import { type AnnouncementState, inTransaction, type Prisma, type Transaction, workFor } from '../../prisma/client.js';
import type { Services } from '../requests/services.js';
import { findSettled, type LockedAnnouncement, lockAnnouncement, missStopped } from './announcements.sql.js';
import { type Begun, beginAnnouncement } from './begin-announcement.js';
import { discardDraft } from './discard-draft.js';
import { missPosts } from './places/place-posts.sql.js';
import { countedMessages } from './queries.js';
import { tellSecretariat } from './tell-secretariat.js';

/** In one sweep. */
const MOST = 50;

/** How long a draft waits that nobody sends, in milliseconds. */
const DRAFT_MILLISECONDS = 14 * 24 * 3_600_000;

/** Returns how many it began. Any number of processes may do this at once. */
export async function settleAnnouncements(services: Services): Promise<number> {
  const { database, clock } = services;
  const now = clock.now();
  const due = await idsOf(services, { state: 'scheduled', sendAt: { lte: now } });
  for (const id of due) await locked(services, id, 'scheduled', begin);
  const late = { latestAt: { lte: now } };
  for (const id of await idsOf(services, { ...late, state: 'proposed' })) await locked(services, id, 'proposed', miss);
  for (const id of await idsOf(services, { ...late, state: 'stopped' }))
    await locked(services, id, 'stopped', endStopped);
  for (const id of await findSettled(database, { most: MOST })) await locked(services, id, 'sending', endSettled);
  const old = new Date(now.getTime() - DRAFT_MILLISECONDS);
  // By its last version: one that was scheduled long ago and is being changed is a draft again.
  const forgotten = { state: 'draft' as const, versions: { none: { madeAt: { gte: old } } } };
  for (const id of await idsOf(services, forgotten)) await locked(services, id, 'draft', discard);
  return due.length;
}

async function idsOf({ database }: Services, where: Prisma.AnnouncementWhereInput): Promise<readonly string[]> {
  const rows = await database.announcement.findMany({
    where,
    orderBy: { sendAt: 'asc' },
    take: MOST,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Of one that was changed meanwhile the last version is new. */
async function discard(transaction: Transaction, { id, madeAt }: LockedAnnouncement, now: Date): Promise<void> {
  if (now.getTime() - madeAt.getTime() > DRAFT_MILLISECONDS) await discardDraft(transaction, id, now);
}

type Work = (transaction: Transaction, announcement: LockedAnnouncement, now: Date) => Promise<void>;

/** Does it where the announcement is still in this state once it is locked. One that fails does not keep the others from it. */
async function locked({ database, clock, log }: Services, id: string, state: AnnouncementState, work: Work) {
  try {
    await inTransaction(database, async (transaction) => {
      const announcement = await lockAnnouncement(transaction, id);
      if (announcement?.state !== state) return;
      // Whom it is for may depend on where companies stand.
      workFor(transaction, { kind: 'programme', programmeId: announcement.programmeId });
      await work(transaction, announcement, clock.now());
    });
  } catch (error) {
    log.error({ error, announcement: id }, 'an announcement could not be begun or ended');
  }
}

/** Who wrote it hears of what they could not see when they sent it. */
async function begin(transaction: Transaction, announcement: LockedAnnouncement, now: Date): Promise<void> {
  await tellOfBegin(transaction, announcement, await beginAnnouncement(transaction, announcement, now), now);
}

async function tellOfBegin(transaction: Transaction, announcement: LockedAnnouncement, begun: Begun, now: Date) {
  if (begun.outcome === 'posted') return;
  const about = announcement.version;
  if (begun.outcome !== 'begun') await tellSecretariat(transaction, { announcement, what: begun.outcome, about, now });
  else if (begun.difference.length > 0) {
    const data = { difference: JSON.stringify(begun.difference) };
    await tellSecretariat(transaction, { announcement, what: 'changed', about, data, now });
  }
}

async function miss(transaction: Transaction, announcement: LockedAnnouncement, now: Date): Promise<void> {
  await transaction.announcement.update({ where: { id: announcement.id }, data: { state: 'missed', endedAt: now } });
  await tellSecretariat(transaction, { announcement, what: 'missed', about: announcement.version, now });
}

/** What it was stopped before cannot be sent any more. */
async function endStopped(transaction: Transaction, { id }: LockedAnnouncement, now: Date): Promise<void> {
  await missStopped(transaction, id, now);
  await missPosts(transaction, id, now);
  await end(transaction, id, now);
}

/** Somebody may have sent a message of it again since it was found. */
async function endSettled(transaction: Transaction, { id }: LockedAnnouncement, now: Date): Promise<void> {
  if ((await findSettled(transaction, { id })).length > 0) await end(transaction, id, now);
}

/** The secretariat is told where it did not reach everyone. */
async function end(transaction: Transaction, id: string, now: Date): Promise<void> {
  const announcement = await transaction.announcement.update({ where: { id }, data: { state: 'sent', endedAt: now } });
  const { planned, delivered, suppressed } = await countedMessages(transaction, id);
  if (delivered + suppressed < planned) await tellSecretariat(transaction, { announcement, what: 'ended', now });
}
