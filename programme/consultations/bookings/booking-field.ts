/** The field that asks which consultation is meant. */
import type { Prisma } from '../../../prisma/client.js';
import type { Choice, Field, Values } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import type { Refusal } from '../../requests/refusal.js';
import { bookingChoices, MOST_CHOICES } from './booking-choices.js';
import { companyTexts } from './company-texts.js';
import { heldBy, readBookings } from './queries.js';
import { refuseCompany } from './refuse-company.js';

/** Those in the person's reach: of their company, held by them, or all of the programme's. */
function within({ membership, person }: Context): Prisma.BookingWhereInput {
  const { role, programmeId, companyId } = membership;
  if (role === 'participant') return { programmeId, companyId: companyId ?? '' };
  return role === 'adviser' ? heldBy(programmeId, person.id) : { programmeId };
}

async function choices(context: Context, { past = false }: { readonly past?: boolean }): Promise<readonly Choice[]> {
  const coming = past ? {} : { startsAt: { gt: context.now }, state: 'booked' as const };
  const where = { ...within(context), ...coming };
  return bookingChoices(context, await readBookings(context.transaction, where, { from: 0, size: MOST_CHOICES }));
}

export async function bookingField(
  context: Context,
  which: { readonly past?: boolean } = {},
): Promise<Field | Refusal> {
  const offered = await choices(context, which);
  if (offered.length === 0) return refuseCompany('no_booking', {});
  return { kind: 'choice', name: 'booking', label: companyTexts[context.language].move.booking, choices: offered };
}

/** The one coming consultation that there is, where none is named. */
export async function withBooking(context: Context, given: Values): Promise<Values> {
  if (given.booking !== undefined) return given;
  const [only, other] = await choices(context, {});
  return only === undefined || other !== undefined ? given : { ...given, booking: only.value };
}
