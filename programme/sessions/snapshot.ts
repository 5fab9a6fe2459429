/** What a session looked like at one version, as `SessionVersion.snapshot` keeps it. */
import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { readDetails, type SessionDetails, sessionDetailsSchema } from './details.js';

export const snapshotSchema = z.object({
  kind: z.enum(['seminar', 'workshop', 'meeting', 'closing']),
  titleJa: z.string(),
  titleEn: z.string(),
  audience: z.enum(['management', 'working', 'all']),
  /** Instants as ISO 8601 in UTC; `timeZone` is the zone in which they are read. */
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  timeZone: z.string(),
  method: z.enum(['in_person', 'online', 'mixed']),
  venueJa: z.string(),
  venueEn: z.string(),
  link: z.string(),
  roomCapacity: z.int().nullable(),
  lineCapacity: z.int().nullable(),
  deadline: z.iso.datetime(),
  details: sessionDetailsSchema,
  state: z.enum(['scheduled', 'called_off']),
  calledOffWhy: z.string(),
});

export type SessionSnapshot = z.infer<typeof snapshotSchema>;

/** The fields of a session that people are notified of when they change; `details` as stored or as read. */
type Snapshotted = Pick<Session, Exclude<keyof SessionSnapshot, 'details'>> & {
  readonly details: Session['details'] | SessionDetails;
};

/** A session without its code and state, as a person enters it or a file says it. `timeZone` is the zone in which its times were written. */
export interface SessionDefinition extends Omit<Snapshotted, 'details' | 'state' | 'calledOffWhy'> {
  readonly details: SessionDetails;
}

export function snapshotOf(session: Snapshotted): SessionSnapshot {
  return {
    kind: session.kind,
    titleJa: session.titleJa,
    titleEn: session.titleEn,
    audience: session.audience,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    timeZone: session.timeZone,
    method: session.method,
    venueJa: session.venueJa,
    venueEn: session.venueEn,
    link: session.link,
    roomCapacity: session.roomCapacity,
    lineCapacity: session.lineCapacity,
    deadline: session.deadline.toISOString(),
    details: readDetails(session.details),
    state: session.state,
    calledOffWhy: session.calledOffWhy,
  };
}
