/** The notification that asks an adviser for a time of a company's own. */
import { z } from 'zod';
import { pick } from '../../messages/bilingual.js';
import { elements, type Message } from '../../messages/message.js';
import { type Composing, notificationKind } from '../../notifications/kind.js';
import type { BaseContext } from '../../requests/context.js';
import { companyTexts } from '../bookings/company-texts.js';
import { readBooking } from '../bookings/queries.js';
import { hourFor } from '../hour-words.js';

export const timeAsked = notificationKind('consultation.time-asked', {
  name: { ja: '個別相談の日時変更の希望', en: 'a company asks for another time' },
  compose,
});

/** Untrue once it is answered or withdrawn, or the adviser no longer holds the consultation. */
async function compose(context: BaseContext, { personId, data }: Composing): Promise<Message | null> {
  const { transaction, language, now } = context;
  const { request: id } = z.object({ request: z.string() }).parse(data);
  const asked = await transaction.bookingRequest.findUnique({ where: { id } });
  const booking = asked && (await readBooking(transaction, asked.bookingId));
  if (asked === null || booking === null || asked.state !== 'open' || asked.startsAt <= now) return null;
  if (booking.state !== 'booked' || asked.askedOfId !== personId) return null;
  const { propose } = companyTexts[language];
  const hour = hourFor(context, { ...asked, timeZone: booking.timeZone });
  const text = propose.asked(pick(language, booking.company.name), hourFor(context, booking), hour);
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      asked.reason !== '' && { kind: 'note', text: propose.words(asked.reason) },
    ),
  };
}
