/** The kind of notification that briefs an adviser on a consultation. */
import { z } from 'zod';
import type { Message } from '../../messages/message.js';
import { type Composing, type ComposingContext, notificationKind } from '../../notifications/kind.js';
import { mayHearOf, readBooking } from '../bookings/queries.js';
import { briefMessage } from './brief-message.js';

export const consultationBrief = notificationKind('consultation.brief', {
  name: { ja: '個別相談の事前資料', en: 'brief of a consultation' },
  compose,
});

const briefData = z.object({ startsAt: z.int() });

/** Null once it has begun, was cancelled, moved, or is another adviser's. */
async function compose(context: ComposingContext, notification: Composing): Promise<Message | null> {
  const { subjectId, personId, data } = notification;
  const booking = subjectId === null ? null : await readBooking(context.transaction, subjectId);
  if (booking?.state !== 'booked' || booking.adviser.id !== personId || booking.startsAt <= context.now) return null;
  if (!(await mayHearOf(context.transaction, booking, personId))) return null;
  if (booking.startsAt.getTime() !== briefData.parse(data).startsAt) return null;
  return await briefMessage(context, booking, personId);
}
