/** Sends what was shown: now, at its time, or once a second member of the secretariat has approved it. */
import type { Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import type { Bilingual } from '../messages/bilingual.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { refuseUnannounced } from '../years/refuse-unannounced.js';
import { type LockedAnnouncement, lockAnnouncement } from './announcements.sql.js';
import { type Begun, beginAnnouncement } from './begin-announcement.js';
import { refuseMention } from './mentions.js';
import { readDemands, readOtherSecretaries } from './queries.js';
import { refuseAnnouncement } from './refuse-announcement.js';
import { refuseStep } from './rules.js';
import { tellSecretariat } from './tell-secretariat.js';

export type Sent =
  | Begun
  | { readonly outcome: 'scheduled'; readonly sendAt: Date }
  | { readonly outcome: 'proposed'; readonly to: readonly Bilingual[] };

interface SendAnnouncement {
  readonly id: string;
  /** The version that was shown. */
  readonly seen: number;
  /** As it was typed; null where none was asked for. */
  readonly number: number | null;
  readonly by: Pick<ActingMember, 'programmeId' | 'personId'>;
  readonly now: Date;
}

/** Of two who press at once the second one finds that it is sent already. */
export async function sendAnnouncement(
  transaction: Transaction,
  { id, seen, number, by, now }: SendAnnouncement,
): Promise<Sent | Refusal> {
  const locked = await lockAnnouncement(transaction, id);
  if (locked === null) return refuse('not_found', {});
  const refused = refuseStep('send', locked.state);
  if (refused) return refused;
  if (locked.version !== seen) return refuseAnnouncement('changed_since', {});
  if (locked.latestAt <= now) return refuseAnnouncement('announcement_too_late', {});
  const unannounced = await refuseUnannounced(transaction, locked.programmeId);
  if (unannounced !== null) return unannounced;
  const mentions = await findMention(transaction, locked);
  if (mentions !== null) return mentions;
  const { people, asksNumber, asksApproval } = await readDemands(transaction, locked);
  if (asksNumber && number !== people) return refuseAnnouncement('number_wrong', { people }, { field: 'number' });
  return asksApproval ? await propose(transaction, locked, { by, now }) : await schedule(transaction, locked, now);
}

/** A draft may be older than the rule. */
async function findMention(
  transaction: Transaction,
  { id, version }: Pick<LockedAnnouncement, 'id' | 'version'>,
): Promise<Refusal | null> {
  const where = { announcementId_version: { announcementId: id, version } };
  return refuseMention(await transaction.announcementVersion.findUniqueOrThrow({ where }));
}

async function propose(
  transaction: Transaction,
  locked: LockedAnnouncement,
  { by: { personId }, now }: Pick<SendAnnouncement, 'by' | 'now'>,
): Promise<Sent | Refusal> {
  const { id, programmeId, createdById, madeById, version } = locked;
  const authors = [personId, createdById, madeById];
  const others = await readOtherSecretaries(transaction, programmeId, authors);
  if (others.length === 0) return refuseAnnouncement('nobody_approves', {});
  await transaction.announcement.update({ where: { id }, data: { state: 'proposed', proposedById: personId } });
  const data = { person: personId };
  await tellSecretariat(transaction, {
    ...{ announcement: locked, what: 'approval', everyoneBut: authors, about: version, data, now },
  });
  return { outcome: 'proposed', to: others.map(({ name }) => name) };
}

async function schedule(transaction: Transaction, locked: LockedAnnouncement, now: Date): Promise<Sent> {
  const { id, sendAt } = locked;
  await transaction.announcement.update({ where: { id }, data: { state: 'scheduled' } });
  return sendAt > now ? { outcome: 'scheduled', sendAt } : await beginAnnouncement(transaction, locked, now);
}

interface Approve extends Omit<SendAnnouncement, 'number'> {
  readonly approve: boolean;
}

/** Nobody approves what they wrote, changed or proposed themselves. */
export async function approveAnnouncement(
  transaction: Transaction,
  { id, seen, approve, by: { personId }, now }: Approve,
): Promise<Sent | { readonly outcome: 'declined' } | Refusal> {
  const locked = await lockAnnouncement(transaction, id);
  if (locked === null) return refuse('not_found', {});
  if (locked.state !== 'proposed') return refuseAnnouncement('not_proposed', {});
  if (locked.version !== seen) return refuseAnnouncement('changed_since', {});
  const { createdById, madeById, proposedById } = locked;
  if ([createdById, madeById, proposedById].includes(personId)) return refuseAnnouncement('own_approval', {});
  const what = approve ? 'approved' : 'declined';
  await tellSecretariat(transaction, { announcement: locked, what, about: locked.version, now });
  if (!approve) {
    await transaction.announcement.update({ where: { id }, data: { state: 'cancelled', endedAt: now } });
    return { outcome: 'declined' };
  }
  await transaction.announcement.update({ where: { id }, data: { approvedById: personId } });
  return await schedule(transaction, locked, now);
}
