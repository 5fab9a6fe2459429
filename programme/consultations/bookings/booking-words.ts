/** How a booked, moved or cancelled consultation is named in a reply, without a word of what it is about. */
import { calendarTexts } from '../../calendar/texts.js';
import { findCompany } from '../../members/queries.js';
import { pick } from '../../messages/bilingual.js';
import { type Button, type Element, elements, type Fact, type Message } from '../../messages/message.js';
import type { Context, MemberContext, Role } from '../../requests/context.js';
import { adviserButtons } from '../adviser-buttons.js';
import { adviserName, hourFor } from '../hour-words.js';
import { hourTexts } from '../slots/texts.js';
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

/** What can be done about a booking while it is time: by the company, the adviser who holds it, and the secretariat. */
export function bookingButtons(
  context: MemberContext & Partial<Pick<Context, 'person'>>,
  booking: Pick<BookingEntry, 'id' | 'state' | 'startsAt' | 'endsAt' | 'terms' | 'adviser'>,
  { shown = false, invited = false }: { readonly shown?: boolean; readonly invited?: boolean } = {},
): readonly Button[] {
  const { mine, files } = companyTexts[context.language];
  const { membership, person, now } = context;
  const input = { booking: booking.id };
  const show = shown ? [] : [{ label: mine.show, action: 'consultation.show', input }];
  if (membership.role === 'adviser') {
    return [...show, ...(booking.adviser.id === person?.id ? adviserButtons(context, booking, { shown }) : [])];
  }
  const isStaff = membership.role === 'secretariat';
  const calendar = { label: calendarTexts[context.language].add, action: 'consultation.calendar', input };
  if (refuseChange(booking, { terms: booking.terms, isStaff, now }) !== null) return show;
  return [
    ...show,
    // The file is there already.
    ...(isStaff || invited ? [] : [calendar]),
    ...(shown && !isStaff ? [{ label: files.add, action: 'consultation.add-files', input, form: true }] : []),
    { label: mine.move, action: 'consultation.move', input, form: true },
    { label: mine.cancel, action: 'consultation.cancel', input, form: true, emphasis: 'danger' },
  ];
}

function agendaButton({ language }: Context): Button {
  return { label: hourTexts[language].actions['consultation.agenda'].title, action: 'consultation.agenda', input: {} };
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
  const lists: Readonly<Record<Role, readonly Button[]>> = {
    participant: [{ label: mine.list, action: 'consultation.mine', input: {} }],
    adviser: [agendaButton(context)],
    secretariat: [],
    speaker: [],
  };
  return {
    summary: text,
    elements: elements({ kind: 'text', text }, { kind: 'facts', facts }, ...more, {
      kind: 'buttons',
      buttons: [...buttons, ...lists[context.membership.role]],
    }),
  };
}
