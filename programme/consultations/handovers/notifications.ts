/** The kinds of notifications about what is asked of an adviser, and about a day on which one is away. */
import type { Transaction } from '../../../prisma/client.js';
import { readName } from '../../members/queries.js';
import { memberTexts } from '../../members/texts.js';
import { pick } from '../../messages/bilingual.js';
import { type Button, elements, type Fact, type Message, plain } from '../../messages/message.js';
import { notificationKind } from '../../notifications/kind.js';
import type { BaseContext } from '../../requests/context.js';
import { bookingFacts } from '../bookings/describe.js';
import { type BookingEntry, mayHearOf, readBooking } from '../bookings/queries.js';
import { adviserName, hourFor } from '../hour-words.js';
import { readRequest } from './queries.js';
import { handoverTexts } from './texts.js';

/** To the adviser who is asked. */
export const requestAsked = notificationKind('consultation.asked', {
  name: { ja: '個別相談のお願い', en: 'a request about a consultation' },
  compose: async (context, { subjectId }) => (subjectId === null ? null : await askedMessage(context, subjectId)),
});

/** To the one who asked, and, where the booking changed first, to the one who was asked. */
export const requestAnswered = notificationKind('consultation.answered', {
  name: { ja: '個別相談のお願いへの返事', en: 'an answer about a consultation' },
  compose: async (context, { subjectId, personId }) => {
    const { transaction, language } = context;
    const request = subjectId === null ? null : await readRequest(transaction, subjectId);
    const booking = request && (await readBooking(transaction, request.bookingId));
    if (request === null || booking === null || request.state === 'open') return null;
    if (!(await mayHearOf(transaction, booking, personId))) return null;
    const { notices } = handoverTexts[language];
    const hour = hourFor(context, { ...request, timeZone: booking.timeZone });
    const company = pick(language, booking.company.name);
    if (request.state === 'withdrawn') {
      // Nobody hears of the end of what they never heard of.
      const knows = personId === request.byId || (await wasAsked(transaction, request.id, personId));
      return knows ? plain(notices.withdrawn(company, hour)) : null;
    }
    const name = await readName(transaction, request.askedOfId);
    const adviser = name === null ? '' : adviserName(language, pick(language, name));
    const say = request.state === 'accepted' ? notices.accepted : notices.declined;
    const text = say({ adviser, company, hour });
    return {
      summary: text,
      elements: elements(
        { kind: 'text', text },
        request.answer !== '' && { kind: 'note', text: notices.reason(request.answer) },
      ),
    };
  },
});

async function wasAsked(transaction: Transaction, requestId: string, personId: string): Promise<boolean> {
  const where = { subjectId: requestId, personId, kind: requestAsked.key };
  const asked = await transaction.notification.findFirst({ where });
  return asked === null || asked.state === 'delivered' || asked.state === 'unknown';
}

/** What an adviser may know of a booking that is not theirs yet: nothing of what the company wrote. */
function outsideFacts(context: BaseContext, booking: BookingEntry): readonly Fact[] {
  const bare = { ...booking, topics: '', questions: '', files: [], link: '', attendees: [] };
  return bookingFacts(context, bare, { isAdviser: true });
}

/** What is asked, with the buttons that answer it; null once it is answered or over. */
async function askedMessage(context: BaseContext, requestId: string): Promise<Message | null> {
  const { transaction, language, now } = context;
  const request = await readRequest(transaction, requestId);
  const booking = request && (await readBooking(transaction, request.bookingId));
  if (request === null || booking === null || request.state !== 'open' || request.startsAt <= now) return null;
  if (!(await mayHearOf(transaction, booking, request.askedOfId))) return null;
  const { notices, accept, decline } = handoverTexts[language];
  const name = await readName(transaction, request.byId);
  const by = name === null ? '' : memberTexts[language].personName(pick(language, name));
  const company = pick(language, booking.company.name);
  const hour = hourFor(context, { ...request, timeZone: booking.timeZone });
  const text =
    request.kind === 'take_over'
      ? notices.asksTakeOver({ by, company, hour })
      : notices.asksTime({ by, company, hour });
  const facts = bookingFacts(context, booking, { isAdviser: true });
  const input = { bookingRequest: request.id };
  const buttons: readonly Button[] = [
    { label: accept, action: 'consultation.answer', input: { ...input, accept: true }, emphasis: 'primary' },
    { label: decline, action: 'consultation.answer', input: { ...input, accept: false } },
  ];
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'facts', facts: request.kind === 'take_over' ? outsideFacts(context, booking) : facts },
      request.reason !== '' && { kind: 'note', text: notices.reason(request.reason) },
      { kind: 'note', text: notices.companyHearsLater },
      { kind: 'buttons', buttons },
    ),
  };
}
