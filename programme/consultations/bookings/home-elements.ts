/** What a person's overview says of consultations: the next one, and that one can be booked. */
import type { Prisma } from '../../../prisma/client.js';
import { pick } from '../../messages/bilingual.js';
import { type Button, type Element, elements } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { readAvailable } from '../entitlement/ledger.js';
import { hourFor } from '../hour-words.js';
import { openActionItems } from '../records/describe.js';
import { readOpenActions } from '../records/queries.js';
import { recordTexts } from '../records/texts.js';
import { toldOf } from './booking-words.js';
import { companyTexts } from './company-texts.js';
import { type BookingEntry, heldBy, readBookings } from './queries.js';

/** As many next actions as the overview shows. */
const MOST_ACTIONS = 5;

/** To participants their company's, while it has any left; to advisers their own. What is undone stands in the secretariat's overview. */
export async function consultationElements(context: Context): Promise<readonly Element[]> {
  const { membership, person } = context;
  const { role, companyId } = membership;
  if (role === 'participant' && companyId !== null) return await ofCompany(context, companyId);
  if (role !== 'adviser') return [];
  const next = await nextOne(context, heldBy(membership.programmeId, person.id));
  if (next === null) return [];
  const { home } = companyTexts[context.language];
  const text = home.nextOf(pick(context.language, next.company.name), hourFor(context, next));
  return [
    { kind: 'text', text },
    { kind: 'buttons', buttons: [showButton(context, next)] },
  ];
}

async function nextOne(
  { transaction, membership, now }: Context,
  whose: Prisma.BookingWhereInput,
): Promise<BookingEntry | null> {
  const coming = { ...whose, programmeId: membership.programmeId, state: 'booked' as const, endsAt: { gt: now } };
  return (await readBookings(transaction, coming, { from: 0, size: 1 }))[0] ?? null;
}

function showButton({ language }: Context, { id }: BookingEntry): Button {
  return { label: companyTexts[language].mine.show, action: 'consultation.show', input: { booking: id } };
}

async function ofCompany(context: Context, companyId: string): Promise<readonly Element[]> {
  const { home } = companyTexts[context.language];
  const left = (await readAvailable(context.transaction, companyId)) ?? 0;
  const next = await nextOne(context, { companyId });
  const open = await readOpenActions(
    context.transaction,
    { programmeId: context.membership.programmeId, companyId },
    MOST_ACTIONS,
  );
  const words = [...(next === null ? [] : [home.next(toldOf(context, next))]), ...(left > 0 ? [home.left(left)] : [])];
  return elements(
    { kind: 'text', text: words.join('\n') },
    {
      kind: 'buttons',
      buttons: [
        ...(next === null ? [] : [showButton(context, next)]),
        ...(left > 0 ? [{ label: home.book, action: 'consultation.find', input: {} }] : []),
      ],
    },
    open.length > 0 && { kind: 'text', text: recordTexts[context.language].openActions },
    { kind: 'list', items: openActionItems(context, open) },
  );
}
