/** Records that a person in the room has come, by the code that is put up there. */

import type { Transaction } from '../../prisma/client.js';
import { lockCodeTriesOf } from '../members/members.sql.js';
import { countWrongCode, forgetWrongCodes, refuseWhileLocked } from '../members/wrong-codes.js';
import type { ActingPerson, Membership } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { lockSessionFor } from '../sessions/lock-session-for.js';
import { checkInOpens, refuseMode, refuseOutsideCheckIn } from '../sessions/rules.js';
import { writeAttendance } from './attendance.js';
import type { Attended } from './join-online.js';
import { refuseAttendance } from './refuse-attendance.js';

/** After too many wrong codes; shorter than for invitations, because the session goes on meanwhile. */
const WAIT_MINUTES = 10;

interface CheckIn {
  /** Six digits. */
  readonly code: string;
  /** Without it the code finds the session in any of the person's programmes. */
  readonly sessionId?: string | undefined;
  /** Whose wrong codes are counted, whichever of their accounts they enter them with. */
  readonly by: Pick<ActingPerson, 'id' | 'memberships'>;
  readonly now: Date;
}

/** The session to which the person has come. What the secretariat recorded of them stands. */
export async function checkIn(
  transaction: Transaction,
  { code, sessionId, by, now }: CheckIn,
): Promise<Attended | Refusal> {
  const tries = await lockCodeTriesOf(transaction, by.id);
  const locked = refuseWhileLocked(tries, now);
  if (locked) return locked;
  const attending = by.memberships.filter(({ role }) => role === 'participant');
  const found = await findByCode(transaction, attending, { code, sessionId, now });
  if (found === null) {
    const wrong = () => refuseAttendance('check_in_code_wrong', {});
    return await countWrongCode(transaction, tries, { of: 'person', waitMinutes: WAIT_MINUTES, wrong, now });
  }
  const { membership } = found;
  const session = await lockSessionFor(transaction, found.sessionId, membership);
  if (isRefusal(session)) return session;
  const refused = refuseOutsideCheckIn(session, now) ?? refuseMode(session, 'onsite');
  if (refused) return refused;
  await forgetWrongCodes(transaction, tries);
  const { standing } = await writeAttendance(transaction, {
    sessionId: session.id,
    people: [{ personId: by.id, companyId: membership.companyId }],
    came: 'onsite',
    source: 'check_in_code',
    byId: by.id,
    now,
  });
  return { session, standing: standing[0] ?? null };
}

async function findByCode(
  transaction: Transaction,
  attending: readonly Membership[],
  { code, sessionId, now }: Pick<CheckIn, 'code' | 'sessionId' | 'now'>,
): Promise<{ readonly sessionId: string; readonly membership: Membership } | null> {
  const candidates = await transaction.session.findMany({
    where: {
      ...(sessionId !== undefined && { id: sessionId }),
      programmeId: { in: attending.map(({ programmeId }) => programmeId) },
      checkInCode: code,
      state: 'scheduled',
      endsAt: { gte: now },
    },
  });
  const session = candidates.find((candidate) => checkInOpens(candidate) <= now);
  const membership = attending.find(({ programmeId }) => programmeId === session?.programmeId);
  return session === undefined || membership === undefined ? null : { sessionId: session.id, membership };
}
