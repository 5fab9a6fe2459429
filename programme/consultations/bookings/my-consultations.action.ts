/** Shows a company its consultations, coming and past, and how many it may still book. */
import { z } from 'zod';
import type { Transaction } from '../../../prisma/client.js';
import { elements, type Item } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import type { Context } from '../../requests/context.js';
import { pageStart } from '../../requests/page.js';
import { refuse } from '../../requests/refusal.js';
import { readLedger, sumLedger } from '../entitlement/ledger.js';
import { hourFor } from '../hour-words.js';
import { watchTexts } from '../watches/texts.js';
import { readWatches, toldOfWatch } from '../watches/watch-words.js';
import { bookingButtons, toldOf } from './booking-words.js';
import { companyTexts } from './company-texts.js';
import { mineRecogniser } from './mine-recognisers.js';
import { type BookingEntry, readBookings } from './queries.js';

/** As many as fit a message on every platform with their buttons. */
const PER_PAGE = 6;

export const myConsultations = memberAction({
  name: 'consultation.mine',
  texts: companyTexts,
  command: 'consultations',
  recognise: mineRecogniser,
  who: ['participant'],
  input: z.object({ from: pageStart }),
  confidential: true,
  offered: 'menu',
  confirm: 'read',
  run: async (context, { from }) => {
    const { transaction, membership, language, now } = context;
    const { companyId, programmeId } = membership;
    if (companyId === null) return refuse('not_found', {});
    const { mine, find, actions } = companyTexts[language];
    const sum = sumLedger(await readLedger(transaction, companyId));
    const own = { companyId, programmeId };
    const [coming, past] = [
      { ...own, state: 'booked' as const, endsAt: { gt: now } },
      { ...own, endsAt: { lte: now }, state: { not: 'cancelled' as const } },
    ];
    const next = await readBookings(transaction, coming, { from: 0, size: PER_PAGE });
    const held = await readBookings(transaction, past, { from, size: PER_PAGE });
    const more = (await transaction.booking.count({ where: past })) > from + PER_PAGE;
    const summary = mine.account(sum);
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'heading', text: mine.heading },
          { kind: 'text', text: summary },
          { kind: 'text', text: next.length === 0 ? mine.none : mine.next },
          { kind: 'list', items: await Promise.all(next.map((booking) => comingItem(context, booking))) },
          { kind: 'list', items: await watchItems(context) },
          held.length > 0 && { kind: 'text', text: mine.past },
          { kind: 'list', items: await Promise.all(held.map((booking) => pastItem(context, booking))) },
          {
            kind: 'buttons',
            buttons: [
              ...(more ? [{ label: find.more, action: 'consultation.mine', input: { from: from + PER_PAGE } }] : []),
              ...(sum.left > 0
                ? [{ label: actions['consultation.find'].title, action: 'consultation.find', input: {} }]
                : []),
            ],
          },
        ),
      },
    };
  },
});

/** The adviser has been asked for another time, and has not answered. */
export async function askedLine(context: Context, booking: BookingEntry): Promise<readonly string[]> {
  const asked = await context.transaction.bookingRequest.findFirst({
    where: { bookingId: booking.id, state: 'open', kind: 'own_time' },
  });
  if (asked === null) return [];
  const hour = hourFor(context, { ...asked, timeZone: booking.timeZone });
  return [companyTexts[context.language].mine.asked(hour)];
}

async function comingItem(context: Context, booking: BookingEntry): Promise<Item> {
  return {
    title: companyTexts[context.language].mine.title(toldOf(context, booking)),
    lines: [booking.link || booking.place, ...(await askedLine(context, booking))].filter((line) => line !== ''),
    buttons: bookingButtons(context, booking),
  };
}

/** Whether a record holds. */
async function isRecorded(transaction: Transaction, bookingId: string): Promise<boolean> {
  return (await transaction.consultationRecord.count({ where: { bookingId, supersededAt: null } })) > 0;
}

async function pastItem(context: Context, booking: BookingEntry): Promise<Item> {
  const { mine } = companyTexts[context.language];
  const state = mine.states[booking.state];
  const recorded = await isRecorded(context.transaction, booking.id);
  return {
    title: mine.title(toldOf(context, booking)),
    lines: [recorded ? mine.recorded(state) : state],
    buttons: bookingButtons(context, booking),
  };
}

/** What the company waits for. */
async function watchItems(context: Context): Promise<readonly Item[]> {
  const texts = watchTexts[context.language];
  const watches = await readWatches(context);
  return await Promise.all(
    watches.map(async (watch) => ({
      title: texts.waiting(await toldOfWatch(context, watch)),
      lines: [],
      buttons: [{ label: texts.unwatch, action: 'consultation.unwatch', input: { watch: watch.id } }],
    })),
  );
}
