/** The kinds of notifications about records: one that is missing, one that was written, and what the company says to it. */
import { z } from 'zod';
import { pick } from '../../messages/bilingual.js';
import { elements, type Message } from '../../messages/message.js';
import { type Composing, notificationKind } from '../../notifications/kind.js';
import type { BaseContext } from '../../requests/context.js';
import { mayHearOf, readBooking } from '../bookings/queries.js';
import { hourFor } from '../hour-words.js';
import { recordButtons, recordElements } from './describe.js';
import { readRecord } from './queries.js';
import { recordTexts } from './texts.js';

/** To the adviser, an hour after the end. */
export const recordMissing = notificationKind('consultation.record-missing', {
  name: { ja: '相談記録の入力のお願い', en: 'a record of a consultation is missing' },
  compose: composeMissing,
});

/** To those of the company who attended. */
export const consultationRecorded = notificationKind('consultation.recorded', {
  name: { ja: '相談記録のお知らせ', en: 'a consultation was recorded' },
  compose: composeRecorded,
});

/** To the adviser. */
export const recordAnswered = notificationKind('consultation.record-answered', {
  name: { ja: '相談記録への企業のコメント', en: 'a company commented on a record' },
  compose: composeAnswered,
});

async function composeMissing(context: BaseContext, { subjectId, personId }: Composing): Promise<Message | null> {
  const booking = subjectId === null ? null : await readBooking(context.transaction, subjectId);
  // Recorded, cancelled, moved to a later hour, or another adviser's by now.
  if (booking === null || booking.state !== 'booked' || booking.endsAt > context.now) return null;
  if (booking.adviser.id !== personId || !(await mayHearOf(context.transaction, booking, personId))) return null;
  const { notices, write } = recordTexts[context.language];
  const text = notices.missing(pick(context.language, booking.company.name), hourFor(context, booking));
  const input = { booking: booking.id };
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      {
        kind: 'buttons',
        buttons: [{ label: write, action: 'consultation.record', input, form: true, emphasis: 'primary' }],
      },
    ),
  };
}

const versionData = z.object({ version: z.number() });

async function composeRecorded(
  context: BaseContext,
  { subjectId, personId, data }: Composing,
): Promise<Message | null> {
  const { transaction, language } = context;
  const booking = subjectId === null ? null : await readBooking(transaction, subjectId);
  const record = booking && (await readRecord(transaction, booking.id));
  // A correction made meanwhile has a notification of its own.
  if (booking === null || record === null || record.version !== versionData.parse(data).version) return null;
  const member = await transaction.membership.findFirst({
    where: { personId, companyId: booking.company.id, role: 'participant', endedAt: null },
  });
  if (member === null) return null;
  const { notices } = recordTexts[language];
  const hour = hourFor(context, booking);
  const text = record.version === 1 ? notices.recorded(hour) : notices.corrected(hour);
  return {
    summary: text,
    elements: elements({ kind: 'text', text }, ...(await recordElements(context, booking, record)), {
      kind: 'buttons',
      buttons: recordButtons(context, record),
    }),
  };
}

async function composeAnswered(
  context: BaseContext,
  { subjectId, personId, data }: Composing,
): Promise<Message | null> {
  const { transaction, language } = context;
  const booking = subjectId === null ? null : await readBooking(transaction, subjectId);
  if (booking === null || booking.adviser.id !== personId) return null;
  if (!(await mayHearOf(transaction, booking, personId))) return null;
  const { response } = z.object({ response: z.uuid() }).parse(data);
  const found = await transaction.recordResponse.findUnique({ where: { id: response } });
  if (found === null) return null;
  const person = await transaction.person.findUniqueOrThrow({ where: { id: found.personId } });
  const { notices } = recordTexts[language];
  const about = {
    company: pick(language, booking.company.name),
    person: pick(language, { ja: person.nameJa, en: person.nameEn }),
    hour: hourFor(context, booking),
  };
  const text = found.confirmed ? notices.confirmed(about) : notices.commented(about);
  return {
    summary: text,
    elements: elements({ kind: 'text', text }, { kind: 'text', text: found.comment }),
  };
}
