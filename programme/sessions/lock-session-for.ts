/** Locks the session that a use case is about. */
import type { Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { lockSession } from './sessions.sql.js';

/** The session, locked until the transaction ends; refused where it is not of the programme in which the person acts. */
export async function lockSessionFor(
  transaction: Transaction,
  sessionId: string,
  by: Pick<ActingMember, 'programmeId'>,
): Promise<Session | Refusal> {
  const session = await lockSession(transaction, sessionId);
  return session.programmeId === by.programmeId ? session : refuse('not_found', {});
}
