/** Records what somebody answers to an announcement that they were sent; who needs help is told to the secretariat. */
import type {
  Announcement,
  AnnouncementReply,
  AnnouncementVersion,
  NotificationState,
  Transaction,
} from '../../prisma/client.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { refuseAnnouncement } from './refuse-announcement.js';
import { tellSecretariat } from './tell-secretariat.js';

/** As many as a form offers. */
const MOST_CHOICES = 20;

/** It is there, or may be. */
const postedStates: NotificationState[] = ['delivered', 'sending', 'unknown'];

const messages: string[] = ['announcement.message', 'announcement.reminder'];

export type Asking = Pick<Announcement, 'id' | 'programmeId' | 'createdById' | 'asks'> &
  Pick<AnnouncementVersion, 'textJa' | 'textEn'>;

interface ForPerson {
  readonly id: string;
  readonly personId: string;
}

const withText = { versions: { orderBy: { version: 'desc' }, take: 1 } } as const;

/** Also as somebody who turned out to be this person. */
function toldAs(personId: string) {
  return { person: { OR: [{ id: personId }, { mergedIntoId: personId }] } };
}

/** In a channel or team: those of the programme. */
function readBy(personId: string) {
  return {
    placePosts: { some: { state: { in: postedStates } } },
    programme: { memberships: { some: { personId, endedAt: null } } },
  };
}

/** The announcement, where this person was sent it or may have read it in a channel, and it still asks. One that was not for them is not there for them. */
export async function findAsking(transaction: Transaction, { id, personId }: ForPerson): Promise<Asking | Refusal> {
  const sent = await transaction.notification.count({
    where: { bulkId: id, ...toldAs(personId), kind: { in: messages } },
  });
  const found = await transaction.announcement.findUnique({
    where: { id, ...(sent === 0 && readBy(personId)) },
    include: withText,
  });
  if (found === null) return refuse('not_found', {});
  if (found.state === 'withdrawn') return refuseAnnouncement('announcement_withdrawn', {});
  if (found.asks.length === 0) return refuseAnnouncement('nothing_asked', {});
  const { textJa = '', textEn = '' } = found.versions[0] ?? {};
  return { ...found, textJa, textEn };
}

/** What somebody was sent lately and is asked for an answer to, the latest first. */
export async function readAsking(transaction: Transaction, personId: string): Promise<readonly Asking[]> {
  const sent = await transaction.notification.findMany({
    where: {
      ...toldAs(personId),
      kind: { in: messages },
      state: { in: ['delivered', 'unknown'] },
      subjectId: { not: null },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: MOST_CHOICES,
    select: { subjectId: true },
  });
  const ids = sent.flatMap(({ subjectId }) => subjectId ?? []);
  const rows = await transaction.announcement.findMany({
    where: { OR: [{ id: { in: ids } }, readBy(personId)], state: { not: 'withdrawn' }, asks: { isEmpty: false } },
    orderBy: [{ beganAt: 'desc' }, { id: 'asc' }],
    take: MOST_CHOICES,
    include: withText,
  });
  return rows.map((row) => {
    const { textJa = '', textEn = '' } = row.versions[0] ?? {};
    return { ...row, textJa, textEn };
  });
}

interface AnswerAnnouncement extends ForPerson {
  readonly answer: AnnouncementReply;
  readonly now: Date;
}

/** The last answer holds. Null where it is recorded. */
export async function answerAnnouncement(
  transaction: Transaction,
  { id, personId, answer, now }: AnswerAnnouncement,
): Promise<Refusal | null> {
  const announcement = await findAsking(transaction, { id, personId });
  if (isRefusal(announcement)) return announcement;
  if (!announcement.asks.includes(answer)) return refuseAnnouncement('nothing_asked', {});
  await transaction.announcementAnswer.upsert({
    where: { announcementId_personId: { announcementId: id, personId } },
    create: { announcementId: id, personId, answer, answeredAt: now },
    update: { answer, answeredAt: now },
  });
  if (answer === 'help') {
    const data = { person: personId };
    await tellSecretariat(transaction, {
      announcement,
      what: 'help',
      everyoneBut: [personId],
      about: personId,
      data,
      now,
    });
  }
  return null;
}
