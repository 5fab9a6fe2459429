/** The two forms of offering hours: what is to be offered, and what that amounts to. */
import { findPeople } from '../../members/find-people.js';
import { pick } from '../../messages/bilingual.js';
import { formatDay, localOf } from '../../messages/dates.js';
import { initialChoice, initialDate, initialText, initialTime } from '../../messages/initial.js';
import type { Fact, Field, Form, Introduction, Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { adviserName } from '../hour-words.js';
import type { PlannedOffer } from './offer-hours.js';
import { LONGEST_LINK, LONGEST_PLACE, methods, offerInput, weekdays } from './offer-input.js';
import type { PatternHour } from './pattern.js';
import { hourTexts } from './texts.js';

/** As many days, and as many hours left out, as a preview lists. */
const SHOWN_DAYS = 12;
const SHOWN_LEFT_OUT = 10;
/** Digits of a number of minutes or of consultations. */
const LONGEST_NUMBER = 4;

/** The form filled in as far as anything is known. */
export async function enterOfferForm(context: Context, entered: Values): Promise<Form> {
  const { transaction, membership, language } = context;
  const given = { ...(await asBefore(context, entered)), ...entered };
  const texts = hourTexts[language];
  const programme = await transaction.programme.findUniqueOrThrow({ where: { id: membership.programmeId } });
  const adviser: readonly Field[] =
    membership.role === 'adviser'
      ? []
      : [
          {
            ...{ kind: 'person', name: 'adviser', label: texts.labels.adviser, search: true },
            choices: await findPeople(context, { typed: '', roles: ['adviser'] }),
            ...(isId(given.adviser) && { initial: given.adviser }),
          },
        ];
  return {
    action: 'consultation.offer',
    title: texts.actions['consultation.offer'].title,
    introduction: [],
    fields: [
      ...adviser,
      ...whenFields(context, given, programme),
      ...howFields(context, given),
      ...limitFields(context, given),
    ],
    known: {},
    submit: texts.preview,
    cancel: chatTexts[language].close,
  };
}

/** How and where the adviser offered hours last, and with what pauses: mostly the same again. Nothing once a form was filled in. */
async function asBefore({ transaction, membership, person }: Context, entered: Values): Promise<Values> {
  const adviserId = membership.role === 'adviser' ? person.id : entered.adviser;
  if (!isId(adviserId) || entered.alsoHolidays !== undefined) return {};
  const last = await transaction.consultationOffer.findFirst({
    where: { programmeId: membership.programmeId, adviserId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  if (last === null) return {};
  const { method, link, place, pauseBefore, pauseAfter, perDay } = last;
  const number = (value: number | null) => (value === null || value === 0 ? '' : String(value));
  return {
    ...{ method, link, place, pauseBefore: number(pauseBefore), pauseAfter: number(pauseAfter) },
    perDay: number(perDay),
  };
}

function whenFields(
  { language }: Context,
  given: Values,
  { timeZone, longest }: { readonly timeZone: string; readonly longest: number },
): readonly Field[] {
  const { labels, hints, weekdays: names } = hourTexts[language];
  const entered = Array.isArray(given.weekdays) ? given.weekdays.map(String) : [];
  const chosen = weekdays.filter((day) => entered.includes(day));
  return [
    {
      kind: 'date',
      name: 'firstDay',
      label: labels.firstDay,
      hint: hints.firstDay(timeZone),
      ...initialDate(given.firstDay),
    },
    {
      ...{ kind: 'date', name: 'lastDay', label: labels.lastDay, hint: hints.lastDay, optional: true },
      ...initialDate(given.lastDay),
    },
    {
      ...{ kind: 'several choices', name: 'weekdays', label: labels.weekdays, hint: hints.weekdays, optional: true },
      choices: weekdays.map((value) => ({ value, label: names[value] })),
      ...(chosen.length > 0 && { initial: chosen }),
    },
    { kind: 'time', name: 'from', label: labels.from, ...initialTime(given.from) },
    { kind: 'time', name: 'to', label: labels.to, ...initialTime(given.to) },
    {
      ...{ kind: 'text', name: 'length', label: labels.length, hint: hints.length(longest), maximum: LONGEST_NUMBER },
      ...(typeof given.length === 'string'
        ? initialText(given.length, LONGEST_NUMBER)
        : { initial: String(Math.min(60, longest)) }),
    },
    {
      ...{
        kind: 'text',
        name: 'between',
        label: labels.between,
        hint: hints.optional,
        optional: true,
        maximum: LONGEST_NUMBER,
      },
      ...initialText(given.between, LONGEST_NUMBER),
    },
  ];
}

function howFields({ language }: Context, given: Values): readonly Field[] {
  const { labels, hints, methods: names } = hourTexts[language];
  const methodChoices = methods.map((value) => ({ value, label: names[value] }));
  return [
    {
      ...{ kind: 'choice', name: 'method', label: labels.method },
      choices: methodChoices,
      ...initialChoice(given.method, methodChoices),
    },
    {
      ...{ kind: 'text', name: 'link', label: labels.link, hint: hints.link, optional: true, maximum: LONGEST_LINK },
      ...initialText(given.link, LONGEST_LINK),
    },
    {
      ...{ kind: 'text', name: 'place', label: labels.place, optional: true, maximum: LONGEST_PLACE },
      ...initialText(given.place, LONGEST_PLACE),
    },
  ];
}

function limitFields({ language }: Context, given: Values): readonly Field[] {
  const { labels, hints, offerOnHolidays: yes, skipHolidays: no } = hourTexts[language];
  const number = { kind: 'text', optional: true, maximum: LONGEST_NUMBER } as const;
  return [
    {
      ...number,
      name: 'pauseBefore',
      label: labels.pauseBefore,
      hint: hints.optional,
      ...initialText(given.pauseBefore, LONGEST_NUMBER),
    },
    { ...number, name: 'pauseAfter', label: labels.pauseAfter, ...initialText(given.pauseAfter, LONGEST_NUMBER) },
    {
      ...number,
      name: 'perDay',
      label: labels.perDay,
      hint: hints.perDay,
      ...initialText(given.perDay, LONGEST_NUMBER),
    },
    {
      ...{ kind: 'yes/no', name: 'alsoHolidays', label: labels.alsoHolidays, yes, no },
      initial: given.alsoHolidays === true,
    },
  ];
}

/** What was entered, as the reach that it has; there is nothing to fill in any more. */
export function confirmOfferForm(context: Context, given: Values, planned: PlannedOffer): Form {
  const { language } = context;
  const texts = hourTexts[language];
  const entered = Object.fromEntries(Object.keys(offerInput).map((name) => [name, given[name]]));
  return {
    action: 'consultation.offer',
    title: texts.actions['consultation.offer'].title,
    introduction: [
      { kind: 'text', text: offerWords(context, planned) },
      { kind: 'facts', facts: dayFacts(context, planned) },
      ...leftOutNotes(context, planned),
    ],
    fields: [],
    known: {
      ...Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== undefined)),
      reach: planned.hours.length,
    },
    submit: texts.offer,
    cancel: chatTexts[language].close,
  };
}

export function reachOf({ hours }: Pick<PlannedOffer, 'hours'>) {
  return { hours: hours.length, days: new Set(hours.map(({ date }) => date)).size };
}

function offerWords({ language, person }: Context, planned: PlannedOffer): string {
  const { offers, offersFor } = hourTexts[language];
  const { adviser } = planned;
  return adviser.id === person.id
    ? offers(reachOf(planned))
    : offersFor(adviserName(language, pick(language, adviser.name)), reachOf(planned));
}

/** One line for each day with the times at which its hours begin. */
function dayFacts({ language }: Context, { hours, timeZone }: PlannedOffer): readonly Fact[] {
  const byDay = new Map<string, PatternHour[]>();
  for (const hour of hours) byDay.set(hour.date, [...(byDay.get(hour.date) ?? []), hour]);
  const facts = [...byDay.values()].slice(0, SHOWN_DAYS).flatMap((ofDay): readonly Fact[] => {
    const [first] = ofDay;
    if (first === undefined) return [];
    const times = ofDay.map(({ startsAt, endsAt }) => {
      const dash = language === 'ja' ? '〜' : '–';
      return `${localOf(startsAt, timeZone).time}${dash}${localOf(endsAt, timeZone).time}`;
    });
    return [
      { label: formatDay(language, first.startsAt, timeZone), value: times.join(language === 'ja' ? '、' : ', ') },
    ];
  });
  const more = byDay.size - SHOWN_DAYS;
  return more > 0 ? [...facts, { label: '…', value: hourTexts[language].moreDays(more) }] : facts;
}

function leftOutNotes({ language, person }: Context, planned: PlannedOffer): readonly Introduction[] {
  const { leftOut, adviser, timeZone } = planned;
  const texts = hourTexts[language];
  const place = { timeZone, isOwn: adviser.id === person.id };
  const lines = leftOut.slice(0, SHOWN_LEFT_OUT).map((hour) => texts.leftOut({ ...hour, ...place }, hour.why));
  const more = leftOut.length - SHOWN_LEFT_OUT;
  const all = more > 0 ? [...lines, texts.more(more)] : lines;
  return all.map((text) => ({ kind: 'note', text }));
}
