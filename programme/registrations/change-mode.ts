/** Changes how somebody attends; where the other mode is full they keep their place and wait for it. */
import type { Transaction } from '../../prisma/client.js';
import type { Refusal } from '../requests/refusal.js';
import { refuseChangingMode } from './rules.js';
import { type SeatAttendee, type SeatedAttendee, seatAttendee } from './seat-attendee.js';

/** Changes the mode of somebody who holds a place or waits for one. */
export async function changeMode(transaction: Transaction, asked: SeatAttendee): Promise<SeatedAttendee | Refusal> {
  return await seatAttendee(transaction, asked, refuseChangingMode);
}
