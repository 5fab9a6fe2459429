/** The brief: what an adviser needs to prepare a consultation, from the truth at the time of reading. */
import { pick } from '../../messages/bilingual.js';
import { type Element, elements, type Message } from '../../messages/message.js';
import type { ComposingContext } from '../../notifications/kind.js';
import { draftBriefElements } from '../../reviews/brief-elements.js';
import { bookingFacts } from '../bookings/describe.js';
import type { BookingEntry } from '../bookings/queries.js';
import { hourFor } from '../hour-words.js';
import { readLastConsultation } from './read-last.js';
import { briefTexts } from './texts.js';

/** One part of a brief, in its order. */
type BriefPart = (context: ComposingContext, booking: BookingEntry, readerId: string) => Promise<readonly Element[]>;

const parts: readonly BriefPart[] = [theBooking, theDrafts, theLastOne];

export async function briefMessage(
  context: ComposingContext,
  booking: BookingEntry,
  readerId: string,
): Promise<Message> {
  const { language } = context;
  const summary = briefTexts[language].title(pick(language, booking.company.name), hourFor(context, booking));
  const drawn: Element[] = [];
  for (const part of parts) drawn.push(...(await part(context, booking, readerId)));
  return { summary, elements: elements({ kind: 'text', text: summary }, ...drawn) };
}

/** Who will come, and what the company asks and sends. */
async function theBooking({ fileLinks, language, timeZone }: ComposingContext, booking: BookingEntry) {
  const facts = bookingFacts({ language, timeZone }, booking, { isAdviser: true });
  const label = briefTexts[language].openFile;
  const files = booking.files.map(
    ({ id, name }): Element => ({ kind: 'file', file: id, name, label, link: fileLinks.linkTo(id, 'list') }),
  );
  return [{ kind: 'facts', facts } as const, ...files];
}

/** The latest versions of what the company hands in, as far as the reader may see them. */
async function theDrafts(context: ComposingContext, { company }: BookingEntry, readerId: string) {
  return await draftBriefElements(context, { companyId: company.id, readerId });
}

/** What became of the last one, with the reader's own notes on it. */
async function theLastOne(context: ComposingContext, booking: BookingEntry, readerId: string) {
  const texts = briefTexts[context.language];
  const { company, startsAt, timeZone } = booking;
  const last = await readLastConsultation(context.transaction, {
    ...{ companyId: company.id, startsAt, timeZone, readerId },
  });
  if (last === null) return [{ kind: 'note', text: texts.first } as const];
  const items = [
    { title: texts.advice, lines: last.advice === '' ? [] : [last.advice] },
    { title: texts.ownNotes, lines: last.ownNotes },
    { title: texts.nextActions, lines: last.nextActions.map(texts.nextAction) },
  ]
    .filter(({ lines }) => lines.length > 0)
    .map((item) => ({ ...item, buttons: [] }));
  return [{ kind: 'text', text: texts.last(hourFor(context, last)) } as const, { kind: 'list', items } as const];
}
