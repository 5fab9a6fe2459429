/** Looks at the pages that companies reported as published, and tells who reported one that does not open. For the job alone: no request waits for a page. */
import { inTransaction, type Transaction } from '../../../prisma/client.js';
import { plan } from '../../notifications/plan.js';
import type { BaseServices } from '../../requests/services.js';
import { pageNotOpened } from './notifications.js';
import type { LookAtPage, PageSeen } from './page-look.js';
import { type ClaimedLook, claimPublication, listPublications } from './publications.sql.js';

const MINUTE = 60_000;

/** What was reported longer ago, as while the operator did not let the app look, is left alone. */
const RECENT_MILLISECONDS = 7 * 24 * 60 * MINUTE;

/** A page that does not open is looked at again after so long: it may not be there yet, or its server may be down. */
const AGAIN_MILLISECONDS = [10 * MINUTE, 60 * MINUTE];

/** More than a look may take. */
const CLAIM_MILLISECONDS = 5 * MINUTE;

/** Also of a page at which a process ended each time before it could record it. */
const MOST_ATTEMPTS = 6;

/** Of one programme in one go, so that none waits for the others' pages. */
const MOST_AT_ONCE = 20;

type Looking = Pick<BaseServices, 'database' | 'clock' | 'log'>;

/** Returns how many pages were looked at. A programme whose looks fail does not keep the others from theirs. */
export async function lookAtPublications(services: Looking, look: LookAtPage): Promise<number> {
  const { database, log } = services;
  const programmes = await database.programme.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
  let looked = 0;
  for (const { id: programmeId } of programmes) {
    try {
      looked += await lookAtThoseOf(services, programmeId, look);
    } catch (error) {
      // Tried again by the next sweep.
      log.error({ error, programme: programmeId }, 'the publications of a programme could not be looked at');
    }
  }
  return looked;
}

async function lookAtThoseOf(services: Looking, programmeId: string, look: LookAtPage): Promise<number> {
  const { database, clock } = services;
  const viewer = { kind: 'programme', programmeId } as const;
  const since = new Date(clock.now().getTime() - RECENT_MILLISECONDS);
  await inTransaction(database, (own) => listPublications(own, { programmeId, since, now: clock.now() }), { viewer });
  for (let count = 0; count < MOST_AT_ONCE; count += 1) {
    const now = clock.now();
    const until = new Date(now.getTime() + CLAIM_MILLISECONDS);
    const about = { programmeId, now, until, mostAttempts: MOST_ATTEMPTS };
    const claimed = await inTransaction(database, (own) => claimPublication(own, about), { viewer });
    if (claimed === null) return count;
    const seen = await look(claimed.url, [claimed.titleJa, claimed.titleEn]);
    await inTransaction(database, (own) => record(own, claimed, seen, clock.now()), { viewer });
  }
  return MOST_AT_ONCE;
}

/** Nothing where another process has taken it over meanwhile, or where the report holds no longer. */
async function record(transaction: Transaction, { eventId, attempts }: ClaimedLook, seen: PageSeen, now: Date) {
  const { outcome, status } = seen;
  const again = outcome === 'not_reachable' ? AGAIN_MILLISECONDS[attempts - 1] : undefined;
  const nextAt = again === undefined ? null : new Date(now.getTime() + again);
  const kept = await transaction.publicationLook.updateMany({
    where: { eventId, attempts },
    data: { outcome, status, lookedAt: now, nextAt },
  });
  const opens = outcome !== 'not_reachable' && outcome !== 'not_public';
  if (kept.count === 0 || opens || nextAt !== null) return;
  const { deliverableId: subjectId, ...event } = await transaction.deliverableEvent.findUniqueOrThrow({
    where: { id: eventId },
  });
  const { personId, programmeId } = event;
  if (personId === null) return;
  const kind = pageNotOpened;
  const key = `${kind.key}:${eventId}`;
  await plan(transaction, now, [
    { key, kind, programmeId, personId, subjectId, data: { position: event.position }, dueAt: now },
  ]);
}
