/** Creates a session. */

import type { Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { followSession } from '../reminders/plan-reminders.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { addSessions } from './add-sessions.js';
import { noDetails } from './details.js';
import { refuseSession } from './refuse-session.js';
import { type EnteredSession, readEntered, refuseInThePast } from './session-input.js';
import { lockProgramme } from './sessions.sql.js';

interface CreateSession {
  readonly code: string;
  readonly entered: EnteredSession;
  /** In whose programme it is created. */
  readonly by: ActingMember;
  readonly now: Date;
}

/** The code must be free in the programme, whatever its case, and the session still to come. */
export async function createSession(
  transaction: Transaction,
  { code, entered, by, now }: CreateSession,
): Promise<Session | Refusal> {
  const { programmeId } = by;
  const { timeZone } = await lockProgramme(transaction, programmeId);
  const definition = readEntered(entered, { timeZone, details: noDetails });
  if (isRefusal(definition)) return definition;
  const past = refuseInThePast(definition, now);
  if (past) return past;
  const taken = await transaction.session.count({
    where: { programmeId, code: { equals: code, mode: 'insensitive' } },
  });
  if (taken > 0) return refuseSession('session_code_taken', {}, { field: 'code' });
  const sessions = [{ ...definition, code }];
  const [session] = await addSessions(transaction, { programmeId, sessions, byId: by.personId, now });
  if (session === undefined) throw new Error('a session was not added');
  await followSession(transaction, session, now);
  return session;
}
