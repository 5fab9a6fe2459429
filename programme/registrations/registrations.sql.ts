/** The raw SQL on registrations: the lock with the count in one wait, the write sent ahead, and the list of attendees. */
import { z } from 'zod';
import { Mode, Prisma, RegistrationState, type Session, sendAhead, type Transaction } from '../../prisma/client.js';
import { sessionColumns, sessionRow } from '../sessions/find-session.js';
import type { SeatCounts } from './seats.js';

const ownRow = z.object({
  id: z.string(),
  state: z.enum(RegistrationState),
  mode: z.enum(Mode).nullable(),
  waitingFor: z.enum(Mode).nullable(),
  queueNumber: z.number().nullable(),
});

/** What the function `seating` returns. */
const seatingRow = z
  .object({
    onsiteConfirmed: z.number(),
    onlineConfirmed: z.number(),
    onsiteWaiting: z.number(),
    onlineWaiting: z.number(),
    own: ownRow.nullable(),
  })
  .transform((row) => ({
    counts: {
      confirmed: { onsite: row.onsiteConfirmed, online: row.onlineConfirmed },
      waiting: { onsite: row.onsiteWaiting, online: row.onlineWaiting },
    },
    own: row.own,
  }));

export type OwnRow = z.infer<typeof ownRow>;

/** How full a session is, and the registration of one person. */
export interface Seats {
  readonly counts: SeatCounts;
  readonly own: OwnRow | null;
}

/** How full the session is and what this person holds, in one query. */
export async function readSeats(transaction: Transaction, sessionId: string, personId: string): Promise<Seats> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT seating(${sessionId}::uuid, ${personId}::uuid) AS seating`;
  return z.tuple([z.object({ seating: seatingRow })]).parse(rows)[0].seating;
}

const lockedRow = z.object({ ...sessionRow.shape, seating: seatingRow });

/** The same together with the session's lock, since every registration passes here. Throws where there is no such session. */
export async function lockForSeat(
  transaction: Transaction,
  sessionId: string,
  personId: string,
): Promise<{ readonly session: Session; readonly seats: Seats }> {
  const [row] = await transaction.$queryRaw<unknown[]>`
    SELECT ${sessionColumns}, seating(id, ${personId}::uuid) AS seating FROM lock_session(${sessionId}::uuid)`;
  if (row === undefined) throw new Error(`there is no session ${sessionId}`);
  const { seating, ...session } = lockedRow.parse(row);
  return { session, seats: seating };
}

export interface SeatToWrite {
  readonly id: string;
  readonly sessionId: string;
  readonly personId: string;
  readonly companyId: string | null;
  readonly mode: Mode;
  readonly state: RegistrationState;
  readonly waitingFor: Mode | null;
  readonly byId: string;
  readonly now: Date;
}

/** Writes who holds or waits for what, without waiting for it. Who waits gets the next number of the queue. */
export async function writeSeat(transaction: Transaction, seat: SeatToWrite): Promise<void> {
  await sendAhead(
    transaction,
    Prisma.sql`
    INSERT INTO registration (id, session_id, person_id, company_id, mode, state, waiting_for, queue_number,
      registered_by_id, created_at, changed_at)
    VALUES (${seat.id}::uuid, ${seat.sessionId}::uuid, ${seat.personId}::uuid, ${seat.companyId}::uuid,
      ${seat.mode}::mode, ${seat.state}::registration_state, ${seat.waitingFor}::mode,
      CASE WHEN ${seat.waitingFor !== null}::boolean THEN nextval('registration_queue')::int END,
      ${seat.byId}::uuid, ${seat.now}::timestamptz, ${seat.now}::timestamptz)
    ON CONFLICT (session_id, person_id) DO UPDATE SET mode = excluded.mode, state = excluded.state,
      waiting_for = excluded.waiting_for, queue_number = excluded.queue_number, company_id = excluded.company_id,
      registered_by_id = excluded.registered_by_id, changed_at = excluded.changed_at,
      substitute_for_id = CASE WHEN registration.state IN ('confirmed', 'waiting') THEN registration.substitute_for_id END`,
  );
}
