/** The sessions that a form about a registration offers: those in which its use case would not refuse it. */
import type { Choice } from '../messages/message.js';
import type { Context, Level } from '../requests/context.js';
import { sessionChoicesWhere } from '../sessions/session-choices.js';
import { refusals, someSeat } from './rules.js';

/** For an attendee of this level who holds nothing yet; null while it is open who that is. */
export async function openSessionChoices(
  context: Context,
  action: 'session.register' | 'session.decline',
  level: Level | null,
): Promise<readonly Choice[]> {
  const { membership, now } = context;
  const { role } = membership;
  return await sessionChoicesWhere(
    context,
    { endsAt: { gt: now } },
    (session) => refusals[action]({ session, own: null, role, level, now }) === null,
  );
}

/** Those in which one of these people holds a place or waits for one; null: anybody. */
export async function heldSessionChoices(
  context: Context,
  action: 'session.change-mode' | 'session.cancel' | 'session.substitute',
  people: readonly string[] | null,
): Promise<readonly Choice[]> {
  const { membership, now } = context;
  const { role } = membership;
  const held = {
    state: { in: ['confirmed' as const, 'waiting' as const] },
    ...(people && { personId: { in: [...people] } }),
  };
  return await sessionChoicesWhere(
    context,
    { endsAt: { gt: now }, registrations: { some: held } },
    (session) => refusals[action]({ session, own: someSeat, role, level: null, now }) === null,
  );
}
