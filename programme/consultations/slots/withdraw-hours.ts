/** Takes back hours that nobody has booked. A booked one is moved or handed over first, so that no booking is lost unseen. */
import type { Transaction } from '../../../prisma/client.js';
import type { ActingMember } from '../../members/acting-member.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { lockAdvisersOf } from '../bookings/bookings.sql.js';
import { handoverTexts } from '../handovers/texts.js';
import type { Hour } from '../hour-words.js';
import { readSlots } from './queries.js';
import { refuseHours } from './refuse-hours.js';

/** As many as a list of choices holds. */
const MOST_WITHDRAWN = 100;

interface WithdrawHours {
  readonly slotIds: readonly string[];
  readonly by: ActingMember;
  readonly now: Date;
}

/** Whether all of them can be withdrawn: they are the adviser's own, to come, and free. */
export async function findWithdrawable(
  transaction: Transaction,
  { slotIds, by, now }: WithdrawHours,
): Promise<readonly Hour[] | Refusal> {
  const field = { field: 'slots' };
  if (slotIds.length > MOST_WITHDRAWN) return refuseHours('too_many_slots', { most: MOST_WITHDRAWN }, field);
  const slots = await readSlots(transaction, by.programmeId, slotIds);
  const isForeign = slots.some(({ adviserId }) => by.role === 'adviser' && adviserId !== by.personId);
  if (slots.length < new Set(slotIds).size || isForeign) return refuse('not_found', {}, field);
  const { timeZone } = await transaction.programme.findUniqueOrThrow({ where: { id: by.programmeId } });
  const hours = slots.map(({ startsAt, endsAt }) => ({ startsAt, endsAt, timeZone }));
  for (const { startsAt, endsAt, isOpen, bookingId } of slots) {
    const hour = { startsAt, endsAt, timeZone };
    if (bookingId !== null) return refuseBooked(hour, bookingId);
    if (!isOpen) return refuseHours('slot_withdrawn', hour, field);
    if (startsAt <= now) return refuseHours('slot_over', hour, field);
  }
  return hours;
}

/** Not at its field, so that the button that leads on is shown. */
function refuseBooked(hour: Hour, bookingId: string): Refusal {
  const label = { ja: handoverTexts.ja.handOver, en: handoverTexts.en.handOver };
  const offer = { action: 'consultation.hand-over', label, input: { booking: bookingId } };
  return { ...refuseHours('slot_booked', hour), offer };
}

/** A form that holds one of them loses it. */
export async function withdrawHours(
  transaction: Transaction,
  asked: WithdrawHours,
): Promise<readonly Hour[] | Refusal> {
  const { slotIds, now } = asked;
  await lockAdvisersOf(transaction, slotIds);
  const hours = await findWithdrawable(transaction, asked);
  if (isRefusal(hours)) return hours;
  await transaction.consultationSlot.updateMany({
    where: { id: { in: [...slotIds] } },
    data: { state: 'withdrawn', withdrawnAt: now, heldById: null, heldCompanyId: null, heldUntil: null },
  });
  return hours;
}
