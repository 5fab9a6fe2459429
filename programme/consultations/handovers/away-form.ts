/** The three forms of a day off: which day, what becomes of each consultation, and the whole plan. */
import { actingMember } from '../../members/acting-member.js';
import { findPeople } from '../../members/find-people.js';
import { readReach } from '../../members/reach.js';
import { pick } from '../../messages/bilingual.js';
import { formatDay, isDate, localOf } from '../../messages/dates.js';
import { initialDate, initialText } from '../../messages/initial.js';
import type { Choice, Field, Form, Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal } from '../../requests/refusal.js';
import { readFreeSlotRows } from '../bookings/free-hours.sql.js';
import { type BookingEntry, readTerms } from '../bookings/queries.js';
import { guardedFrom } from '../bookings/rules.js';
import { hourFor } from '../hour-words.js';
import { dayOf } from '../spoken-day.js';
import { concernedBy, type DayHeld, type DayLine, MOST_LINES, readDay } from './be-away.js';
import { colleagueName } from './hand-over.action.js';
import { readFreeColleagues } from './handovers.sql.js';
import { refuseHandover } from './refuse-handover.js';
import { handoverTexts } from './texts.js';

/** As many hours, and as many colleagues, as a line offers. */
const HOURS = 6;
const COLLEAGUES = 6;

const lineNames = Array.from({ length: MOST_LINES }, (_, at) => `line${at + 1}`);

/** Advisers are away themselves; the secretariat says who is. */
export function absentId({ membership, person }: Context, given: Values[string]): string | null {
  if (membership.role === 'adviser') return person.id;
  return isId(given) ? given : null;
}

/** What was chosen for each booking, in order; null where one of it is no choice of this form. */
export function linesIn(given: Values): readonly DayLine[] | null {
  const lines: DayLine[] = [];
  for (const name of lineNames) {
    const value = given[name];
    if (typeof value !== 'string' || value === '') continue;
    const [bookingId, to, id] = value.split('.');
    if (!isId(bookingId)) return null;
    if (to === 'cancel') lines.push({ bookingId, to });
    else if ((to === 'slot' || to === 'adviser') && isId(id)) lines.push({ bookingId, to, id });
    else return null;
  }
  return lines;
}

function lineValue(line: DayLine): string {
  return line.to === 'cancel' ? `${line.bookingId}.cancel` : `${line.bookingId}.${line.to}.${line.id}`;
}

async function readGiven(context: Context, given: Values): Promise<DayHeld | Refusal | null> {
  const adviserId = absentId(context, given.adviser);
  const { day } = given;
  if (adviserId === null || typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day) || !isDate(day)) return null;
  const { transaction, now } = context;
  return await readDay(transaction, { adviserId, day, by: actingMember(context), now });
}

/** A day that cannot be cleared is refused at its field instead of being planned. */
export async function completeAway(context: Context, { spokenDay, ...entered }: Values): Promise<Values> {
  const dated = typeof spokenDay === 'string' ? { ...entered, ...(await spoken(context, spokenDay)) } : entered;
  const given = await withAdviser(context, dated);
  if (given.sought !== undefined) return given;
  if (given.agreed !== undefined) return given;
  const held = await readGiven(context, given);
  return held !== null && isRefusal(held) ? { ...given, agreed: true } : given;
}

/** Why the day cannot be cleared. */
export async function wrongAway(context: Context, given: Values): Promise<Refusal | null> {
  const held = await readGiven(context, given);
  return held !== null && isRefusal(held) ? held : null;
}

/** The adviser whose name was said, where it can be only one; for advisers, whether it is their own. */
async function withAdviser(context: Context, { sought, ...given }: Values): Promise<Values> {
  if (typeof sought !== 'string' || given.adviser !== undefined) return given;
  const [only, other] = await findPeople(context, { typed: sought, roles: ['adviser'] });
  if (only === undefined || other !== undefined) return { ...given, sought };
  if (context.membership.role !== 'adviser') return { ...given, adviser: only.value };
  return only.value === context.person.id ? given : { ...given, sought };
}

/** The day that words named. */
async function spoken(context: Context, words: string): Promise<Values> {
  const { timeZone } = await readTerms(context.transaction, context.membership.programmeId);
  const day = dayOf(words, { now: context.now, timeZone });
  return day === null ? {} : { day };
}

export async function awayForm(context: Context, given: Values): Promise<Form | Refusal> {
  if (given.sought !== undefined && context.membership.role === 'adviser') {
    const { contact } = await readTerms(context.transaction, context.membership.programmeId);
    return refuseHandover('others_day', { contact });
  }
  const held = await readGiven(context, given);
  if (held === null || isRefusal(held)) return await dayForm(context, given);
  const choices = await Promise.all(held.bookings.map((booking) => lineChoices(context, booking, given)));
  const lines = linesIn(given) ?? [];
  const isWhole =
    lines.length === choices.length &&
    lines.every((line, at) => choices[at]?.some(({ value }) => value === lineValue(line)));
  return isWhole
    ? await planForm(context, given, { held, lines, choices })
    : linesForm(context, given, { held, choices });
}

function around({ language }: Context) {
  return {
    action: 'consultation.away',
    title: handoverTexts[language].actions['consultation.away'].title,
    cancel: chatTexts[language].close,
  };
}

async function dayForm(context: Context, given: Values): Promise<Form> {
  const { transaction, membership, language, now } = context;
  const { labels, next, away } = handoverTexts[language];
  const { timeZone } = await transaction.programme.findUniqueOrThrow({ where: { id: membership.programmeId } });
  const who: readonly Field[] =
    membership.role === 'adviser'
      ? []
      : [
          {
            ...{ kind: 'person', name: 'adviser', label: labels.absent, search: true },
            choices: await findPeople(context, { typed: '', roles: ['adviser'] }),
            ...(isId(given.adviser) && { initial: given.adviser }),
          },
        ];
  const { initial: day = localOf(now, timeZone).date } = initialDate(given.day);
  return {
    ...around(context),
    introduction: [
      ...(given.severalDays === true ? [{ kind: 'note' as const, text: away.oneByOne }] : []),
      ...(typeof given.sought === 'string' ? [{ kind: 'note' as const, text: away.whichAdviser(given.sought) }] : []),
    ],
    fields: [
      ...who,
      { kind: 'date', name: 'day', label: labels.day, initial: day },
      reasonField(context, given, { optional: true }),
    ],
    known: {},
    submit: next,
  };
}

function reasonField(
  { language }: Context,
  { reason }: Values,
  { optional }: { readonly optional: boolean },
): Extract<Field, { kind: 'long text' }> {
  const { reason: label } = handoverTexts[language].labels;
  return {
    ...{ kind: 'long text', name: 'reason', label, maximum: 500 },
    ...(optional && { optional }),
    ...initialText(reason, 500),
  };
}

/** Own free hours after the guard time, the soonest first; then colleagues at the same hour; cancelling comes last. */
async function lineChoices(context: Context, booking: BookingEntry, given: Values): Promise<readonly Choice[]> {
  const { transaction, person, language, now } = context;
  const { toSlot, toAdviser, cancel } = handoverTexts[language].away;
  const { id: bookingId, programmeId, company, adviser, timeZone, terms } = booking;
  const reader = { programmeId, companyId: company.id, personId: person.id, movingId: bookingId, now };
  const free = await readFreeSlotRows(
    transaction,
    reader,
    { from: guardedFrom(now, terms), adviserId: adviser.id },
    { from: 0, size: HOURS + MOST_LINES * 4 },
  );
  const hours = free
    .filter(({ startsAt }) => localOf(startsAt, timeZone).date !== given.day)
    .slice(0, HOURS)
    .map((slot) => ({
      value: lineValue({ bookingId, to: 'slot', id: slot.id }),
      label: toSlot(hourFor({ language, timeZone }, { ...slot, timeZone })),
    }));
  const colleagues = (await readFreeColleagues(transaction, bookingId)).slice(0, COLLEAGUES).map((one) => ({
    value: lineValue({ bookingId, to: 'adviser', id: one.id }),
    label: toAdviser(colleagueName(context, one), one.load),
  }));
  return [...hours, ...colleagues, { value: lineValue({ bookingId, to: 'cancel' }), label: cancel }];
}

interface Planned {
  readonly held: DayHeld;
  readonly choices: readonly (readonly Choice[])[];
}

/** Each line proposes the first choice that no line before it takes. */
function linesForm(context: Context, given: Values, { held, choices }: Planned): Form {
  const { language } = context;
  const texts = handoverTexts[language];
  const taken = new Set<string>();
  const fields = held.bookings.map((booking, at): Field => {
    const options = choices[at] ?? [];
    const place = (value: string) => value.split('.').slice(1).join('.');
    const entered = options.find(({ value }) => value === given[`line${at + 1}`]);
    const proposed = entered ?? options.find(({ value }) => !(value.includes('.slot.') && taken.has(place(value))));
    if (proposed !== undefined) taken.add(place(proposed.value));
    return {
      ...{ kind: 'choice', name: `line${at + 1}`, choices: options },
      label: texts.labels.line(hourFor(context, booking), pick(language, booking.company.name)),
      ...(proposed !== undefined && { initial: proposed.value }),
    };
  });
  return {
    ...around(context),
    introduction: [
      { kind: 'text', text: texts.away.introduction(dayWords(context, given), held.bookings.length) },
      ...laterNotes(context, held),
    ],
    fields,
    known: dayKnown(given),
    submit: texts.next,
  };
}

/** The consultations that one plan does not hold, by name: they stay as they are. */
export function laterNotes(
  context: Context,
  { later }: DayHeld,
): readonly { readonly kind: 'note'; readonly text: string }[] {
  if (later.length === 0) return [];
  const { away, labels } = handoverTexts[context.language];
  const lines = later.map((booking) =>
    labels.line(hourFor(context, booking), pick(context.language, booking.company.name)),
  );
  return [{ kind: 'note', text: [away.more(later.length, MOST_LINES), ...lines].join('\n') }];
}

function dayWords({ language }: Context, { day }: Values): string {
  return formatDay(language, new Date(String(day)), 'UTC');
}

function dayKnown({ adviser, day, reason }: Values): Values {
  return Object.fromEntries(Object.entries({ adviser, day, reason }).filter(([, value]) => value !== undefined));
}

async function planForm(
  context: Context,
  given: Values,
  { held, lines, choices }: Planned & { readonly lines: readonly DayLine[] },
): Promise<Form> {
  const { transaction, person, language } = context;
  const { away, send } = handoverTexts[language];
  const concerned = concernedBy(held, lines, { adviserId: absentId(context, given.adviser) ?? '', byId: person.id });
  const { reached } = await readReach(transaction, context.membership.programmeId, concerned);
  const planned = held.bookings.map((booking, at) => {
    const chosen = choices[at]?.find(({ value }) => value === given[`line${at + 1}`]);
    return `${handoverTexts[language].labels.line(hourFor(context, booking), pick(language, booking.company.name))} → ${chosen?.label ?? ''}`;
  });
  const isLate =
    context.membership.role === 'secretariat' &&
    held.bookings.some(({ startsAt, terms }) => startsAt < guardedFrom(context.now, terms));
  const free = held.freeSlotIds.length;
  const text = lines.length === 0 ? away.freeOnly(dayWords(context, given), free) : away.previewed(reached);
  return {
    ...around(context),
    introduction: [
      { kind: 'text', text },
      ...planned.map((line) => ({ kind: 'text' as const, text: line })),
      ...(lines.length > 0 && free > 0 ? [{ kind: 'note' as const, text: away.frees(free) }] : []),
      ...laterNotes(context, held),
    ],
    // The day and its plan may come without the first form, and the secretariat must say why where it is late.
    fields: lines.length === 0 ? [] : [reasonField(context, given, { optional: !isLate })],
    known: {
      ...dayKnown({ ...given, ...(lines.length > 0 && { reason: undefined }) }),
      ...Object.fromEntries(lines.map((line, at) => [`line${at + 1}`, lineValue(line)])),
      agreed: true,
    },
    submit: send,
  };
}
