/** The consultations ahead that a person holds or attends, and the form that asks for one of them. */
import type { Form } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import type { Context } from '../../requests/context.js';
import { bookingChoices, MOST_CHOICES } from '../bookings/booking-choices.js';
import { type BookingEntry, heldBy, readBookings } from '../bookings/queries.js';

/** The soonest first. */
export async function comingBookings({
  transaction,
  membership,
  person,
  now,
}: Context): Promise<readonly BookingEntry[]> {
  const { programmeId, role, companyId } = membership;
  // Of the person's company of today: what they attended for another one is not theirs to see any more.
  const own =
    role === 'adviser'
      ? heldBy(programmeId, person.id)
      : { ...(companyId !== null && { companyId }), attendees: { some: { personId: person.id } } };
  const where = { programmeId, state: 'booked', endsAt: { gt: now }, ...own } as const;
  return await readBookings(transaction, where, { from: 0, size: MOST_CHOICES });
}

/** What the form about one of them says. */
export interface BookingChoiceWords {
  readonly title: string;
  readonly label: string;
  readonly submit: string;
}

export function chooseBookingForm(
  context: Context,
  action: string,
  bookings: readonly BookingEntry[],
  { title, label, submit }: BookingChoiceWords,
): Form {
  const choices = bookingChoices(context, bookings);
  const [first] = choices;
  return {
    ...{ action, title, introduction: [], known: {}, submit, cancel: chatTexts[context.language].close },
    fields: [{ kind: 'choice', name: 'booking', label, choices, ...(first && { initial: first.value }) }],
  };
}
