/** What a session looked like at one version, as `SessionVersion.snapshot` keeps it. */
import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { readDetails, type SessionDetails, sessionDetailsSchema } from './details.js';

const snapshot = z.object({
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
  onlineCapacity: z.int().nullable(),
  deadline: z.iso.datetime(),
  details: sessionDetailsSchema,
  state: z.enum(['scheduled', 'called_off']),
  calledOffWhy: z.string(),
});

/** Snapshots that were stored before the field had this name are read by the name that it had. */
export const snapshotSchema = z.preprocess((stored) => {
  if (typeof stored !== 'object' || stored === null || !('lineCapacity' in stored)) return stored;
  const { lineCapacity: onlineCapacity, ...rest } = stored;
  return { ...rest, onlineCapacity };
}, snapshot);

export type SessionSnapshot = z.infer<typeof snapshot>;

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
    onlineCapacity: session.onlineCapacity,
    deadline: session.deadline.toISOString(),
    details: readDetails(session.details),
    state: session.state,
    calledOffWhy: session.calledOffWhy,
  };
}
