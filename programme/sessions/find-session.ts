/** Reads the session that the guard has identified in an input. */
import type { Session } from '../../prisma/client.js';
import type { Value } from '../messages/message.js';
import type { PreviewState } from '../requests/action.js';
import type { PersonContext } from '../requests/context.js';
import { isId } from '../requests/is-id.js';

/** Null where none is named yet. */
export async function findSession({ transaction }: PersonContext, named: Value): Promise<Session | null> {
  return isId(named) ? await transaction.session.findUnique({ where: { id: named } }) : null;
}

/** What a preview about a session as a whole rests on. */
export async function sessionState(context: PersonContext, named: Value): Promise<PreviewState> {
  const session = await findSession(context, named);
  return session === null ? [] : [session.version, session.state];
}
