/** How a booked, moved or cancelled consultation is named in a reply, without a word of what it is about. */
import { calendarTexts } from '../../calendar/texts.js';
import { findCompany } from '../../members/queries.js';
import { pick } from '../../messages/bilingual.js';
import { type Button, type Element, elements, type Fact, type Message } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { adviserName, hourFor } from '../hour-words.js';
import { companyTexts } from './company-texts.js';
import type { BookingEntry } from './queries.js';
import { refuseChange } from './rules.js';

/** The company is named to the staff alone: a participant's is their own. */
export function toldOf(
  context: Context,
  {
    company,
    adviser,
    startsAt,
    endsAt,
    timeZone,
  }: Pick<BookingEntry, 'company' | 'adviser' | 'startsAt' | 'endsAt' | 'timeZone'>,
) {
  const { language, membership } = context;
  return {
    company: membership.role === 'participant' ? null : pick(language, company.name),
    adviser: adviserName(language, pick(language, adviser.name)),
    hour: hourFor(context, { startsAt, endsAt, timeZone }),
  };
}

export async function companyNamed(context: Context, companyId: string): Promise<string | null> {
  const { transaction, membership, language } = context;
  if (membership.role === 'participant') return null;
  const company = await findCompany(transaction, membership.programmeId, companyId);
  return company === null ? null : pick(language, company.name);
}

/** What can be done about a booking: all of it by the company and the secretariat, while it is time. */
export function bookingButtons(
  context: Context,
  booking: Pick<BookingEntry, 'id' | 'state' | 'startsAt' | 'endsAt' | 'terms'>,
  { shown = false, invited = false }: { readonly shown?: boolean; readonly invited?: boolean } = {},
): readonly Button[] {
  const { mine, files } = companyTexts[context.language];
  const { membership, now } = context;
  const input = { booking: booking.id };
  const show = shown ? [] : [{ label: mine.show, action: 'consultation.show', input }];
  const isStaff = membership.role === 'secretariat';
  const may = isStaff || membership.role === 'participant';
  const calendar = { label: calendarTexts[context.language].add, action: 'consultation.calendar', input };
  if (!may || refuseChange(booking, { terms: booking.terms, isStaff, now }) !== null) return show;
  return [
    ...show,
    // The file is there already.
    ...(isStaff || invited ? [] : [calendar]),
    ...(shown && !isStaff ? [{ label: files.add, action: 'consultation.add-files', input, form: true }] : []),
    { label: mine.move, action: 'consultation.move', input, form: true },
    { label: mine.cancel, action: 'consultation.cancel', input, form: true, emphasis: 'danger' },
  ];
}

interface Reply {
  readonly text: string;
  readonly facts?: readonly Fact[];
  readonly buttons: readonly Button[];
  /** Below the facts, such as a file for the calendar. */
  readonly more?: readonly Element[];
}

/** A reply that says what was done, and leads on. */
export function doneMessage(context: Context, { text, facts = [], buttons, more = [] }: Reply): Message {
  const { mine } = companyTexts[context.language];
  const list: readonly Button[] =
    context.membership.role === 'participant' ? [{ label: mine.list, action: 'consultation.mine', input: {} }] : [];
  return {
    summary: text,
    elements: elements({ kind: 'text', text }, { kind: 'facts', facts }, ...more, {
      kind: 'buttons',
      buttons: [...buttons, ...list],
    }),
  };
}
