/** Shows advisers what comes next: the next consultation, those of today and the week, and their free hours. */
import { z } from 'zod';
import { pick } from '../../messages/bilingual.js';
import { localOf } from '../../messages/dates.js';
import { type Element, elements, type Item, type Message } from '../../messages/message.js';
import { shortenMiddle } from '../../messages/session-choice.js';
import { memberAction } from '../../requests/action.js';
import type { Context } from '../../requests/context.js';
import { type Page, pageStart } from '../../requests/page.js';
import { adviserButtons } from '../adviser-buttons.js';
import { bookingFacts } from '../bookings/describe.js';
import { type BookingEntry, heldBy, readBookings } from '../bookings/queries.js';
import { hourFor } from '../hour-words.js';
import { unrecorded } from '../records/choose-booking.js';
import { recordTexts } from '../records/texts.js';
import { type OwnSlot, readFreeSlotsOf } from './queries.js';
import { agendaRecogniser } from './recognisers.js';
import { hourTexts } from './texts.js';

const DAYS = 7;
const DAY = 86_400_000;
/** Nobody holds more in a week. */
const MOST_BOOKINGS = 30;
const FREE_PER_PAGE = 8;
/** As much of the topics as a line of a list shows. */
const TOPIC_LENGTH = 120;

export const agendaAction = memberAction({
  name: 'consultation.agenda',
  texts: hourTexts,
  command: 'agenda',
  recognise: agendaRecogniser,
  who: ['adviser'],
  /** `from`: how many free hours come before; the first page also shows what is booked. */
  input: z.object({ from: pageStart }),
  confidential: true,
  offered: 'menu',
  confirm: 'read',
  run: async (context, { from }) => {
    const { transaction, membership, person, now } = context;
    const { programmeId } = membership;
    const { timeZone } = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
    const free = await readFreeSlotsOf(
      transaction,
      { programmeId, adviserId: person.id, now },
      { from, size: FREE_PER_PAGE },
    );
    if (from > 0) return { message: freeMessage(context, free, timeZone) };
    const held = {
      ...heldBy(programmeId, person.id),
      state: 'booked' as const,
      endsAt: { gt: now },
      startsAt: { lt: new Date(now.getTime() + DAYS * DAY) },
    };
    const coming = await readBookings(transaction, held, { from: 0, size: MOST_BOOKINGS });
    // The next one may be later than the week.
    const later = { ...held, startsAt: {} };
    const [next] = coming.length > 0 ? coming : await readBookings(transaction, later, { from: 0, size: 1 });
    return {
      message: agendaMessage(context, {
        next: next ?? null,
        coming,
        missing: await unrecorded(context),
        free,
        timeZone,
      }),
    };
  },
});

interface Agenda {
  /** The next of all. */
  readonly next: BookingEntry | null;
  /** Those of the week. */
  readonly coming: readonly BookingEntry[];
  /** Those that are over and have no record. */
  readonly missing: readonly BookingEntry[];
  readonly free: Page<OwnSlot>;
  readonly timeZone: string;
}

function agendaMessage(context: Context, { next, coming, missing, free, timeZone }: Agenda): Message {
  const texts = hourTexts[context.language].agenda;
  const today = localOf(context.now, timeZone).date;
  const isToday = ({ startsAt }: BookingEntry) => localOf(startsAt, timeZone).date === today;
  const rest = coming.filter(({ id }) => id !== next?.id);
  const [now, later] = [rest.filter(isToday), rest.filter((booking) => !isToday(booking))];
  const summary = texts.summary(coming.filter(isToday).length, free.total);
  return {
    summary,
    elements: elements(
      ...(next === null ? [] : nextElements(context, next)),
      coming.length === 0 && { kind: 'text', text: texts.noneBooked },
      now.length > 0 && { kind: 'heading', text: texts.today },
      { kind: 'list', items: now.map((booking) => bookingItem(context, booking)) },
      later.length > 0 && { kind: 'heading', text: texts.week },
      { kind: 'list', items: later.map((booking) => bookingItem(context, booking)) },
      missing.length > 0 && { kind: 'heading', text: recordTexts[context.language].missing },
      { kind: 'list', items: missing.map((booking) => missingItem(context, booking)) },
      ...freeElements(context, free, timeZone),
    ),
  };
}

function nextElements(context: Context, booking: BookingEntry): readonly Element[] {
  return [
    { kind: 'heading', text: hourTexts[context.language].agenda.next },
    { kind: 'facts', facts: bookingFacts(context, booking, { isAdviser: true }) },
    { kind: 'buttons', buttons: adviserButtons(context, booking) },
  ];
}

function missingItem(context: Context, booking: BookingEntry): Item {
  const label = recordTexts[context.language].write;
  return {
    title: hourFor(context, booking),
    lines: [pick(context.language, booking.company.name)],
    buttons: [{ label, action: 'consultation.record', input: { booking: booking.id }, form: true }],
  };
}

function bookingItem(context: Context, booking: BookingEntry): Item {
  const { language } = context;
  const names = booking.attendees.map(({ name }) => pick(language, name)).join(language === 'ja' ? '、' : ', ');
  const topics = shortenMiddle(booking.topics, TOPIC_LENGTH);
  const lines = [pick(language, booking.company.name), names, topics, booking.link || booking.place];
  return {
    title: hourFor(context, booking),
    lines: lines.filter((line) => line !== ''),
    buttons: adviserButtons(context, booking),
  };
}

function freeMessage(context: Context, free: Page<OwnSlot>, timeZone: string): Message {
  return { summary: hourTexts[context.language].agenda.free, elements: freeElements(context, free, timeZone) };
}

function freeElements(context: Context, free: Page<OwnSlot>, timeZone: string): readonly Element[] {
  const { language } = context;
  const { agenda: texts, methods, withdraw, offerMore } = hourTexts[language];
  const items = free.items.map(({ id, startsAt, endsAt, method, place, link }) => ({
    title: hourFor(context, { startsAt, endsAt, timeZone }),
    lines: [texts.slot(methods[method], [place, link].filter((where) => where !== '').join(' / '))],
    buttons: [{ label: withdraw, action: 'consultation.withdraw', input: { slots: [id] }, form: true }],
  }));
  const more = { label: texts.more, action: 'consultation.agenda', input: { from: free.next ?? 0 } };
  const offer = { label: offerMore, action: 'consultation.offer', input: {}, form: true };
  const away = { label: texts.away, action: 'consultation.away', input: {}, form: true };
  return elements(
    { kind: 'heading', text: texts.free },
    free.total === 0 && { kind: 'text', text: texts.noneFree },
    { kind: 'list', items },
    { kind: 'buttons', buttons: [...(free.next === null ? [] : [more]), offer, away] },
  );
}
