/** Which booking a person may still move or cancel, as the forms of both look at it, and what its adviser gives up with it. */
import { actingMember } from '../../members/acting-member.js';
import type { Field, Value } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { type Refusal, refuse } from '../../requests/refusal.js';
import { companyTexts } from './company-texts.js';
import { refuseHolder } from './lock-booking.js';
import { type BookingEntry, readBooking } from './queries.js';
import { refuseChange } from './rules.js';

export async function changeable(context: Context, id: string): Promise<BookingEntry | Refusal> {
  const { transaction, membership, now } = context;
  const booking = await readBooking(transaction, id);
  if (booking === null) return refuse('not_found', {});
  const isStaff = membership.role !== 'participant';
  return (
    refuseHolder(booking, actingMember(context)) ??
    refuseChange(booking, { terms: booking.terms, isStaff, now }) ??
    booking
  );
}

interface PreviewNote {
  readonly kind: 'note';
  readonly text: string;
}

/** What becomes of an hour that its adviser gives up. */
export const freedHours = ['withdrawn', 'open'] as const;

/** Advisers alone are asked, and mostly cannot hold the hour; one without an offered hour behind it falls free for nobody. */
export function freedFields(
  { membership, language }: Context,
  { slotId }: BookingEntry,
  given: Value | undefined,
): readonly Field[] {
  if (membership.role !== 'adviser' || slotId === null) return [];
  const { freed, freedTo } = companyTexts[language].move;
  const choices = freedHours.map((value) => ({ value, label: freedTo[value] }));
  return [{ kind: 'choice', name: 'freed', label: freed, choices, initial: given === 'open' ? 'open' : 'withdrawn' }];
}

/** What a preview of words says of it, where the form asks. */
export function withdrawsNotes({ membership, language }: Context, { slotId }: BookingEntry): readonly PreviewNote[] {
  if (membership.role !== 'adviser' || slotId === null) return [];
  return [{ kind: 'note', text: companyTexts[language].move.withdraws }];
}

/** Where nobody asked, as of words, an adviser who gives an hour up cannot hold it. */
export function withdrawsHour({ membership }: Context, freed: (typeof freedHours)[number] | undefined): boolean {
  return membership.role === 'adviser' && freed !== 'open';
}
