/** What the secretariat does with an announcement that is scheduled, being sent or out: cancel, stop, resume, correct, withdraw, remind. */
import type { Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { wakeDispatcher } from '../notifications/notifications.sql.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import {
  correctSent,
  type LockedAnnouncement,
  lockAnnouncement,
  remindRest,
  resumeStopped,
  stopUnsent,
  suppressUnsent,
} from './announcements.sql.js';
import { discardDraft } from './discard-draft.js';
import { refuseMention } from './mentions.js';
import { refusePost } from './places/check-post.js';
import { areUnfound, correctPosts, resumePosts, stopPosts, suppressPosts } from './places/place-posts.sql.js';
import { refuseAnnouncement } from './refuse-announcement.js';
import { refuseStep, type Step } from './rules.js';

interface Change {
  readonly id: string;
  readonly now: Date;
}

async function lockFor(transaction: Transaction, step: Step, id: string): Promise<LockedAnnouncement | Refusal> {
  const locked = await lockAnnouncement(transaction, id);
  if (locked === null) return refuse('not_found', {});
  return refuseStep(step, locked.state) ?? locked;
}

/** Before anything is sent. A draft is gone. */
export async function cancelAnnouncement(
  transaction: Transaction,
  { id, now }: Change,
): Promise<{ readonly wasDraft: boolean } | Refusal> {
  const locked = await lockFor(transaction, 'cancel', id);
  if (isRefusal(locked)) return locked;
  const wasDraft = locked.state === 'draft';
  if (wasDraft) await discardDraft(transaction, id, now);
  else await transaction.announcement.update({ where: { id }, data: { state: 'cancelled', endedAt: now } });
  return { wasDraft };
}

/** To how many people, or to how many places (`isPost`). */
export interface PeopleLeft {
  readonly left: number;
  readonly isPost: boolean;
}

/** Returns to how many it will not be sent now. */
export async function stopAnnouncement(transaction: Transaction, { id }: Change): Promise<PeopleLeft | Refusal> {
  const locked = await lockFor(transaction, 'stop', id);
  if (isRefusal(locked)) return locked;
  await transaction.announcement.update({ where: { id }, data: { state: 'stopped' } });
  const isPost = locked.placeId !== null;
  return { left: isPost ? await stopPosts(transaction, id) : await stopUnsent(transaction, id), isPost };
}

/** To those who were planned and neither have it nor may have it: of these alone the rows are stopped. */
export async function resumeAnnouncement(transaction: Transaction, { id, now }: Change): Promise<PeopleLeft | Refusal> {
  const locked = await lockFor(transaction, 'resume', id);
  if (isRefusal(locked)) return locked;
  if (locked.latestAt <= now) return refuseAnnouncement('announcement_too_late', {});
  await transaction.announcement.update({ where: { id }, data: { state: 'sending' } });
  const isPost = locked.placeId !== null;
  const left = isPost ? await resumePosts(transaction, id) : await resumeStopped(transaction, id);
  await wakeDispatcher(transaction);
  return { left, isPost };
}

export interface CorrectAnnouncement extends Change {
  /** The version that was shown. */
  readonly seen: number;
  readonly textJa: string;
  readonly textEn: string;
  readonly link: string | null;
  readonly by: Pick<ActingMember, 'personId'>;
}

/** The messages of how many people, or the posts in how many places (`isPost`). */
export interface Edited {
  readonly edited: number;
  readonly isPost: boolean;
  /** It may be in its place, and where there was never told, so that the app cannot edit it: people have to. */
  readonly isUnfound: boolean;
}

/** Returns how many are edited. */
export async function correctAnnouncement(
  transaction: Transaction,
  { id, seen, textJa, textEn, link, by, now }: CorrectAnnouncement,
): Promise<Edited | Refusal> {
  const locked = await lockFor(transaction, 'correct', id);
  if (isRefusal(locked)) return locked;
  if (locked.version !== seen) return refuseAnnouncement('changed_since', {});
  if (textJa === '' && textEn === '') return refuseAnnouncement('text_empty', {}, { field: 'textJa' });
  const before = await transaction.announcementVersion.findUniqueOrThrow({
    where: { announcementId_version: { announcementId: id, version: seen } },
  });
  if (before.textJa === textJa && before.textEn === textEn && before.link === link) {
    return refuseAnnouncement('same_text', {}, { field: 'textJa' });
  }
  const mentions = refuseMention({ textJa, textEn });
  if (mentions !== null) return mentions;
  const isPost = locked.placeId !== null;
  const refused = isPost ? await refusePost(transaction, locked.programmeId, { textJa, textEn, link }) : null;
  if (refused !== null) return refused;
  const version = seen + 1;
  await transaction.announcementVersion.create({
    data: {
      ...{ announcementId: id, version, textJa, textEn, link, fileId: before.fileId },
      ...{ buttons: before.buttons ?? [], madeById: by.personId, madeAt: now },
    },
  });
  return await edit(transaction, locked, { version, now });
}

/** How long an edit of a post is tried, in milliseconds: what is out stays there, however late. */
const EDIT_MILLISECONDS = 30 * 24 * 3_600_000;

/** Plans the edit of what is out, as this version of it. */
async function edit(
  transaction: Transaction,
  { id, placeId }: LockedAnnouncement,
  { version, now }: { readonly version: number; readonly now: Date },
): Promise<Edited> {
  if (placeId === null) {
    return { edited: await correctSent(transaction, { id, version, now }), isPost: false, isUnfound: false };
  }
  const latestAt = new Date(now.getTime() + EDIT_MILLISECONDS);
  const isUnfound = await areUnfound(transaction, id);
  const edited = await correctPosts(transaction, { id, version, now, latestAt });
  await wakeDispatcher(transaction);
  return { edited, isPost: true, isUnfound };
}

/** For good. Returns how many are edited. */
export async function withdrawAnnouncement(transaction: Transaction, { id, now }: Change): Promise<Edited | Refusal> {
  const locked = await lockFor(transaction, 'withdraw', id);
  if (isRefusal(locked)) return locked;
  await transaction.announcement.update({ where: { id }, data: { state: 'withdrawn', endedAt: now } });
  await suppressUnsent(transaction, id, now);
  await suppressPosts(transaction, id, now);
  // One more than any version: it has no text of its own.
  return await edit(transaction, locked, { version: locked.version + 1, now });
}

/** Returns how many who have it and have not answered get it again. */
export async function remindUnanswered(
  transaction: Transaction,
  { id, seen, now }: Change & { readonly seen: number },
): Promise<{ readonly people: number } | Refusal> {
  const locked = await lockFor(transaction, 'remind', id);
  if (isRefusal(locked)) return locked;
  const { reminders, latestAt, placeId } = locked;
  if (placeId !== null) return refuseAnnouncement('posted_to_place', {});
  if (reminders !== seen) return refuseAnnouncement('reminded_already', {});
  if (latestAt <= now) return refuseAnnouncement('announcement_too_late', {});
  const { asks } = await transaction.announcement.findUniqueOrThrow({ where: { id }, select: { asks: true } });
  if (asks.length === 0) return refuseAnnouncement('nothing_asked', {});
  const number = reminders + 1;
  const people = await remindRest(transaction, { id, number, now, latestAt });
  if (people === 0) return refuseAnnouncement('everyone_answered', {});
  await transaction.announcement.update({ where: { id }, data: { reminders: number } });
  return { people };
}
