/** Keeps an hour for the person who has it in an open form. */
import type { Transaction } from '../../../prisma/client.js';
import type { ActingMember } from '../../members/acting-member.js';
import type { Values } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { type Refusal, refuse } from '../../requests/refusal.js';
import {
  endHold,
  lockAdvisersOf,
  readSlotStanding,
  type SlotReader,
  type SlotStanding,
  writeHold,
} from './bookings.sql.js';
import { refuseSlot } from './rules.js';

/** For how long an open form keeps its hour, in milliseconds. */
const HOLD_MILLISECONDS = 5 * 60_000;

export interface HourWanted {
  readonly slotId: string;
  readonly companyId: string | null;
  /** A booking that would be moved there. */
  readonly movingId?: string | undefined;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface HeldHour {
  readonly slot: SlotStanding;
  /** Until when nobody else can book it; null where it is not kept. */
  readonly until: Date | null;
}

/** What stands against it, or the hour: with the advisers' hours locked, where it is to be kept. */
export async function lookAtHour(
  transaction: Transaction,
  { slotId, companyId, movingId, by, now }: HourWanted,
): Promise<HeldHour | Refusal> {
  const { programmeId, personId, role } = by;
  const reader: SlotReader = { programmeId, companyId, personId, now, ...(movingId && { movingId }) };
  const slot = await readSlotStanding(transaction, slotId, reader);
  if (slot === null) return refuse('not_found', {}, { field: 'slot' });
  const refused = refuseSlot(slot, { isStaff: role !== 'participant', mode: null, now });
  if (refused) return refused;
  const own = await transaction.consultationSlot.findFirst({
    where: { id: slotId, heldById: personId, heldUntil: { gt: now } },
    select: { heldUntil: true },
  });
  return { slot, until: own?.heldUntil ?? null };
}

/** Keeps it from now on for five minutes, in place of whatever this person held before. */
export async function holdHour(transaction: Transaction, wanted: HourWanted): Promise<HeldHour | Refusal> {
  const { slotId, companyId, by, now } = wanted;
  await lockAdvisersOf(transaction, [slotId]);
  const looked = await lookAtHour(transaction, wanted);
  if ('refused' in looked) return looked;
  const until = new Date(now.getTime() + HOLD_MILLISECONDS);
  await writeHold(transaction, { slotId, personId: by.personId, companyId, until });
  return { slot: looked.slot, until };
}

/** Its form was closed without being sent. */
export async function releaseHour({ transaction, person }: Context, known: Values): Promise<void> {
  if (isId(known.slot)) await endHold(transaction, person.id, known.slot);
}
