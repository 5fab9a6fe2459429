/** Calls a session off; everyone concerned is notified. */
import type { Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { nobody } from '../members/reach.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { lockSessionFor } from './lock-session-for.js';
import { refusePast } from './rules.js';
import { type SavedSession, saveSession } from './save-session.js';

interface CallOffSession {
  readonly sessionId: string;
  /** Shown to everyone concerned; may be empty. */
  readonly reason: string;
  readonly by: ActingMember;
  readonly now: Date;
}

/** It stays called off: there is no way back. */
export async function callOffSession(
  transaction: Transaction,
  { sessionId, reason, by, now }: CallOffSession,
): Promise<SavedSession | Refusal> {
  const before = await lockSessionFor(transaction, sessionId, by);
  if (isRefusal(before)) return before;
  const past = refusePast(before, now);
  if (past) return past;
  const fields = { state: 'called_off', calledOffWhy: reason } as const;
  const saved = await saveSession(transaction, before, { fields, byId: by.personId, now });
  return saved ?? { session: before, notified: nobody };
}
