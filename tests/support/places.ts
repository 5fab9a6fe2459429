/** Channels for tests of what is posted to them, and a gateway that keeps what it was given. */
import type { Place, PlaceReaders, Platform, Programme } from '../../prisma/client.js';
import type { Gateway, Outcome, OutgoingMessage } from '../../programme/notifications/gateway.js';
import type { Services } from '../../programme/requests/services.js';
import { type BuildAnnouncement, buildAnnouncement } from './announcements.js';

export interface BuildPlace {
  readonly programme: Pick<Programme, 'id'>;
  readonly platform?: Platform;
  readonly tenant?: string;
  readonly name?: string;
  readonly conversation?: string;
  readonly readers?: PlaceReaders;
}

/** A channel of a workspace that serves the programme. */
export async function buildPlace(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  given: BuildPlace,
): Promise<Place> {
  const { programme, platform = 'slack', tenant = 'T0PLACES', name = '#general', readers = 'tenant' } = given;
  const bound = { programmeId: programme.id, companyId: null, platform, tenant };
  if ((await database.binding.count({ where: bound })) === 0) await database.binding.create({ data: bound });
  const conversation = given.conversation ?? `C${crypto.randomUUID()}`;
  return await database.place.create({
    data: { platform, tenant, conversation, name, readers, address: { channel: conversation }, createdAt: clock.now() },
  });
}

/** An announcement of which it is not known whether it is in its channel; returns its identifier. */
export async function buildUnknownPost(
  services: Pick<Services, 'database' | 'clock'>,
  about: Pick<BuildAnnouncement, 'programme' | 'createdById' | 'textJa' | 'textEn'>,
): Promise<string> {
  const { database, clock } = services;
  const { id: placeId } = await buildPlace(services, about);
  const announcementId = await buildAnnouncement(services, { ...about, state: 'sent' });
  const now = clock.now();
  await database.announcement.update({ where: { id: announcementId }, data: { placeId } });
  await database.placePost.create({
    data: {
      ...{ announcementId, placeId, version: 1, dueAt: now, state: 'unknown', reason: 'timeout', settledAt: now },
      latestAt: new Date(now.getTime() + 86_400_000),
    },
  });
  return announcementId;
}

export interface Posted extends OutgoingMessage {
  readonly address: unknown;
}

/** Takes every post, or answers as it is told to. `posts`: what it was given, in order. */
export function postingGateway(answer: (outgoing: OutgoingMessage) => Outcome | Promise<Outcome> = taken): {
  readonly gateway: Gateway;
  readonly posts: Posted[];
} {
  const posts: Posted[] = [];
  return {
    posts,
    gateway: {
      channel: 'slack',
      deliver: async () => ({ outcome: 'refused', reason: 'for channels only' }),
      async post({ address }, outgoing) {
        posts.push({ ...outgoing, address });
        return await answer(outgoing);
      },
    },
  };
}

function taken({ key }: OutgoingMessage): Outcome {
  return { outcome: 'delivered', reference: { key } };
}
