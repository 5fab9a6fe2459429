/** The session that a person is to answer next. */
import { availableActions } from '../registrations/rules.js';
import type { Context } from '../requests/context.js';
import type { OwnSession } from '../sessions/queries.js';

/** The first of these that the person has not answered yet and still can; null where there is none. */
export function nextToAnswer(
  { membership, now }: Pick<Context, 'membership' | 'now'>,
  sessions: readonly OwnSession[],
): OwnSession['session'] | null {
  return sessions.find((shown) => isToAnswer({ membership, now }, shown))?.session ?? null;
}

/** Still unanswered, and there is still time to. */
export function isToAnswer(
  { membership, now }: Pick<Context, 'membership' | 'now'>,
  { session, own }: OwnSession,
): boolean {
  const isUnanswered = own === null || own.state === 'cancelled';
  return isUnanswered && availableActions(session, own, membership, now).has('session.register');
}
