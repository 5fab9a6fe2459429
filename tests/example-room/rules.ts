/** Whether a parking space can be reserved for a session: a pure rule, for the use case and for what is offered. */
import type { Session } from '../../prisma/client.js';
import { inBoth } from '../../programme/messages/bilingual.js';
import type { Refusal } from '../../programme/requests/refusal.js';
import { refuseParking } from './refuse-parking.js';

/** As many as the venue has. */
export const SPACES = 4;

export function refuseReserving(
  session: Pick<Session, 'titleJa' | 'titleEn' | 'startsAt' | 'method'>,
  now: Date,
): Refusal | null {
  const about = { title: inBoth(session.titleJa, session.titleEn) };
  if (session.method === 'online') return refuseParking('no_parking', about);
  return session.startsAt <= now ? refuseParking('parking_closed', about) : null;
}
