/** Shows the secretariat who has not booked, what is free against what is still owed, and what was left undone. */
import { z } from 'zod';
import { secretariat } from '../../members/roles.js';
import { pick } from '../../messages/bilingual.js';
import { type Button, type Element, elements, type Item } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import type { Context } from '../../requests/context.js';
import { pageStart } from '../../requests/page.js';
import { bookingButtons } from '../bookings/booking-words.js';
import { readFreeHours } from '../bookings/free-hours.js';
import { type BookingEntry, readBookings } from '../bookings/queries.js';
import { adviserName, hourFor } from '../hour-words.js';
import { consultationFileTexts } from './file-texts.js';
import { bookingsApart, readAdviserHours, readNeeded, readUnbooked } from './queries.js';
import { overviewRecogniser } from './recognisers.js';
import { overviewTexts } from './texts.js';

const PER_PAGE = 6;
/** As many bookings of each kind as the overview lists. */
const MOST = 5;
/** As many free hours as are counted by adviser; a programme has hundreds. */
const MOST_FREE = 2_000;

export const consultationOverview = memberAction({
  name: 'consultation.overview',
  texts: overviewTexts,
  command: 'consultation-overview',
  recognise: overviewRecogniser,
  who: secretariat,
  /** `from`: how many companies without a booking come before; the first page shows all the rest, too. */
  input: z.object({ from: pageStart }),
  offered: 'menu',
  confirm: 'read',
  run: async (context, { from }) => {
    const { transaction, membership, language } = context;
    const { programmeId } = membership;
    const texts = overviewTexts[language];
    const free = await readFreeHours(context, { companyId: null }, {}, { from: 0, size: MOST_FREE });
    const needs = await readNeeded(transaction, programmeId);
    const unbooked = await readUnbooked(transaction, programmeId, { from, size: PER_PAGE });
    const summary = texts.capacity({ ...needs, free: free.total });
    const lacking = needs.needed - free.total;
    const next = unbooked.next === null ? [] : [more(texts.more, unbooked.next)];
    const { title: file } = consultationFileTexts[language].actions['consultation.export'];
    const asFile = { label: file, action: 'consultation.export', input: {} };
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'heading', text: texts.actions['consultation.overview'].title },
          { kind: 'text', text: summary },
          lacking > 0 && { kind: 'note', text: texts.short(lacking) },
          { kind: 'text', text: unbooked.total === 0 ? texts.allBooked : texts.notBooked(unbooked.total) },
          {
            kind: 'list',
            items: unbooked.items.map(({ id, name, left }) => ({
              title: pick(language, name),
              lines: [texts.company(left)],
              buttons: [
                { label: texts.ledger, action: 'consultation.ledger', input: { company: id } },
                { label: texts.grant, action: 'consultation.grant', input: { company: id }, form: true },
              ],
            })),
          },
          ...(from === 0
            ? await rest(
                context,
                free.items.map(({ adviser }) => adviser.id),
              )
            : []),
          { kind: 'buttons', buttons: [...next, asFile] },
        ),
      },
    };
  },
});

function more(label: string, from: number): Button {
  return { label, action: 'consultation.overview', input: { from } };
}

/** `freeOf`: whose each free hour is. */
async function rest(context: Context, freeOf: readonly string[]): Promise<readonly Element[]> {
  const { transaction, membership, language, now } = context;
  const { programmeId } = membership;
  const texts = overviewTexts[language];
  const advisers = await readAdviserHours(transaction, programmeId);
  const unrecorded = { programmeId, state: 'booked', endsAt: { lte: now } } as const;
  const missing = await transaction.booking.count({ where: unrecorded });
  const first = { from: 0, size: MOST };
  const overdue = await readBookings(transaction, unrecorded, first);
  const apart = await readBookings(transaction, await bookingsApart(transaction, programmeId, now), first);
  const coming = await readBookings(transaction, { programmeId, state: 'booked', startsAt: { gt: now } }, first);
  const list = (bookings: readonly BookingEntry[]): Element => ({
    kind: 'list',
    items: bookings.map((booking) => bookingItem(context, booking)),
  });
  return elements(
    advisers.length > 0 && { kind: 'text', text: texts.advisers },
    {
      kind: 'list',
      items: advisers.map(({ id, name, ...hours }) => ({
        title: adviserName(language, pick(language, name)),
        lines: [texts.adviser({ ...hours, free: freeOf.filter((one) => one === id).length })],
        buttons: [],
      })),
    },
    missing > 0 && { kind: 'text', text: texts.missing(missing) },
    list(overdue),
    apart.length > 0 && { kind: 'text', text: texts.apart },
    list(apart),
    coming.length > 0 && { kind: 'text', text: texts.coming },
    list(coming),
  );
}

function bookingItem(context: Context, booking: BookingEntry): Item {
  const { language } = context;
  return {
    title: overviewTexts[language].title(hourFor(context, booking), pick(language, booking.company.name)),
    lines: [adviserName(language, pick(language, booking.adviser.name))],
    buttons: bookingButtons(context, booking),
  };
}
