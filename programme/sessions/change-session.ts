/** Changes or moves a session; everyone concerned is notified, once, of what changed. */

import type { Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { readDetails } from './details.js';
import { lockSessionFor } from './lock-session-for.js';
import { refuseSession } from './refuse-session.js';
import { titleOf } from './rules.js';
import { type SavedSession, saveSession } from './save-session.js';
import { type EnteredSession, readEntered, refuseInThePast } from './session-input.js';

interface ChangeSession {
  readonly sessionId: string;
  /** The version that the changes were made to; without it nothing was shown that could be out of date. */
  readonly version?: number | undefined;
  readonly entered: EnteredSession;
  readonly by: ActingMember;
  readonly now: Date;
}

/** A session that is still to come can be moved, but not into the past. */
export async function changeSession(
  transaction: Transaction,
  { sessionId, version, entered, by, now }: ChangeSession,
): Promise<SavedSession | Refusal> {
  const before = await lockSessionFor(transaction, sessionId, by);
  if (isRefusal(before)) return before;
  const about = { title: titleOf(before) };
  if (before.state === 'called_off') return refuseSession('session_called_off', about);
  if (version !== undefined && version !== before.version)
    return refuseSession('changed_meanwhile', about, { field: '' });
  const { timeZone } = before;
  const fields = readEntered(entered, { timeZone, details: readDetails(before.details) });
  if (isRefusal(fields)) return fields;
  const past = before.startsAt > now ? refuseInThePast(fields, now) : null;
  if (past) return past;
  const saved = await saveSession(transaction, before, { fields, byId: by.personId, now });
  return saved ?? refuseSession('nothing_changed', {}, { field: '' });
}
