/** What companies do about their consultations in chat: find an hour, book it, move it, and answer the record. */
import { type Entry, fillForms, isForm, textEntry } from '../form.js';
import { type Actor, ask, closeDialogs, press, pressBeside, type Screen } from '../screen.js';

/** An hour as this person sees it. */
export interface HourSeen {
  readonly hour: string;
  readonly adviser: string;
  /** The company's name, by which the secretariat chooses it. */
  readonly company: string;
  readonly method: 'online' | 'in_person';
}

/** More pages than any list has. */
const MOST_PAGES = 60;

/** Looks for the hour among the free ones, and books it in the form that its card opens. */
export async function bookHour(actor: Actor, seen: HourSeen, topics: string): Promise<void> {
  const { companies } = actor.texts.consultations;
  const found = await findHour(actor, seen);
  const form = await pressBeside(actor, found, companies.find.book, seen.hour);
  await fillForms(actor, form, bookingEntries(actor, seen, topics), { keepsRest: true });
  await closeDialogs(actor);
}

/** The page of free hours on which the hour of this adviser stands alone at its time. */
async function findHour(actor: Actor, { hour, adviser }: HourSeen): Promise<Screen | null> {
  const { find } = actor.texts.consultations.companies;
  // Somebody's first message is answered by a welcome, too.
  const isList = ({ buttons }: Screen) => buttons.includes(find.weeks.next);
  let page = await ask(actor, 'consult', isList, { slash: true });
  const only = find.only(adviser);
  const turn = async (wanted: string): Promise<boolean> => {
    for (let turned = 0; turned < MOST_PAGES && page !== null && !holds(page, wanted); turned += 1) {
      page = await press(actor, page, find.more);
    }
    return page !== null;
  };
  const first = page;
  if (!(await turn(only))) {
    page = await press(actor, first, find.everyone);
    await turn(only);
  }
  // Where all hours are this adviser's, nothing is offered that would leave the others out.
  page = page === null ? ((await press(actor, first, find.everyone)) ?? first) : await press(actor, page, only);
  await turn(hour);
  return page;
}

function holds({ text, buttons }: Screen, wanted: string): boolean {
  return text.includes(wanted) || buttons.includes(wanted);
}

function bookingEntries(actor: Actor, { hour, adviser, company, method }: HourSeen, topics: string): readonly Entry[] {
  const { companies } = actor.texts.consultations;
  return [
    textEntry(companies.book.company, company),
    { label: companies.book.slot, value: ({ options }) => optionWith(options, [hour, adviser]) },
    modeEntry(actor, method),
    textEntry(companies.book.topics, topics),
    {
      label: companies.book.attendees,
      // Who books it comes; the secretariat, which does not, names the first of the company.
      value: ({ options, value }) => (Array.isArray(value) && value.length > 0 ? value : options.slice(0, 1)),
    },
  ];
}

function modeEntry({ texts }: Actor, method: HourSeen['method']): Entry {
  const { bookings, companies } = texts.consultations;
  return { label: companies.book.mode, value: () => bookings.modes[method === 'online' ? 'online' : 'onsite'] };
}

/** The choice that names all of it. */
export function optionWith(options: readonly string[], parts: readonly string[]): string | null {
  return options.find((option) => parts.every((part) => option.includes(part))) ?? null;
}

/** Moves the consultation to another hour of the same adviser. */
export async function moveBooking(actor: Actor, from: HourSeen, to: HourSeen, reason: string): Promise<void> {
  const { companies } = actor.texts.consultations;
  const form = await ask(actor, 'move', isForm(actor), { slash: true });
  await fillForms(
    actor,
    form,
    [
      {
        label: companies.move.booking,
        value: ({ options }) =>
          optionWith(options, [from.hour, from.adviser]) ?? optionWith(options, [from.hour, from.company]),
      },
      { label: companies.move.to, value: () => companies.move.tos.same },
      { label: companies.book.slot, value: ({ options }) => optionWith(options, [to.hour]) },
      modeEntry(actor, to.method),
      textEntry(companies.book.reason, reason),
    ],
    { keepsRest: true },
  );
  await closeDialogs(actor);
}

/** Presses on the record that arrived that it is right. @returns false where it arrived in another client of the person. */
export async function confirmRecord(actor: Actor, { hour }: HourSeen): Promise<boolean> {
  const label = actor.texts.consultations.records.confirm;
  const notice = actor.client
    .messages()
    .findLast(({ from, buttons, text }) => from === 'bot' && buttons.includes(label) && text.includes(hour));
  if (notice === undefined) return false;
  await press(actor, { ...notice, message: notice }, label);
  await closeDialogs(actor);
  return true;
}
