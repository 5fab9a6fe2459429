/** Builds announcements in every state for tests, as if the secretariat had written and sent them. */
import type { AnnouncementReply, AnnouncementState, NotificationState, Programme } from '../../prisma/client.js';
import { type Audience, everyParticipant } from '../../programme/announcements/audience.js';
import type { Services } from '../../programme/requests/services.js';

const DAY = 86_400_000;

export interface BuildAnnouncement {
  readonly programme: Pick<Programme, 'id'>;
  readonly createdById: string;
  readonly state?: AnnouncementState;
  readonly textJa?: string;
  readonly textEn?: string;
  readonly asks?: readonly AnnouncementReply[];
  readonly audience?: Audience;
  readonly sendAt?: Date;
  readonly latestAt?: Date;
  /** Whom the preview counted, and in which state the message to each is; null: none is planned yet. */
  readonly to?: readonly string[];
  readonly messages?: NotificationState | null;
}

/** Returns its identifier. */
export async function buildAnnouncement(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  given: BuildAnnouncement,
): Promise<string> {
  const now = clock.now();
  const { programme, createdById, state = 'draft', to = [], messages = null, audience = everyParticipant } = given;
  const programmeId = programme.id;
  const { sendAt = now, latestAt = new Date(now.getTime() + 7 * DAY) } = given;
  const { id } = await database.announcement.create({
    data: {
      ...{ programmeId, createdById, state, asks: [...(given.asks ?? [])], audience, sendAt, latestAt, createdAt: now },
      versions: {
        create: {
          ...{ version: 1, textJa: given.textJa ?? '会場が変わります。', textEn: given.textEn ?? 'The venue changes.' },
          ...{ madeById: createdById, madeAt: now },
        },
      },
      people: { create: to.map((personId) => ({ personId, previewed: true })) },
    },
  });
  if (messages !== null) {
    await database.notification.createMany({
      data: to.map((personId) => ({
        ...{ key: `announcement:${id}:1:${personId}`, kind: 'announcement.message', programmeId, personId },
        ...{ subjectId: id, bulkId: id, data: {}, dueAt: now, latestAt, state: messages, createdAt: now },
        ...(messages === 'delivered' && { reference: { sent: personId }, settledAt: now }),
      })),
    });
  }
  return id;
}

/** One in each state that an action needs. */
export interface BuiltAnnouncements {
  readonly draft: string;
  readonly proposed: string;
  readonly scheduled: string;
  readonly sending: string;
  readonly stopped: string;
  /** Asks for answers, which the reader has not given. */
  readonly sent: string;
}

/** All of them by one author, to one reader. */
export async function buildAnnouncements(
  services: Pick<Services, 'database' | 'clock'>,
  {
    readerId,
    ...about
  }: Pick<BuildAnnouncement, 'programme' | 'createdById' | 'textJa' | 'textEn'> & {
    readonly readerId: string;
  },
): Promise<BuiltAnnouncements> {
  const build = async (
    state: AnnouncementState,
    messages: NotificationState | null,
    more: Partial<BuildAnnouncement> = {},
  ) => await buildAnnouncement(services, { ...about, state, messages, to: [readerId], ...more });
  const tomorrow = new Date(services.clock.now().getTime() + DAY);
  return {
    draft: await build('draft', null),
    proposed: await build('proposed', null),
    scheduled: await build('scheduled', null, { sendAt: tomorrow }),
    sending: await build('sending', 'pending'),
    stopped: await build('stopped', 'stopped'),
    sent: await build('sent', 'delivered', { asks: ['read', 'attend', 'help'] }),
  };
}
