/** The form with which the secretariat creates or changes a session. */
import type { Session } from '../../prisma/client.js';
import { memberTexts } from '../members/texts.js';
import { isTimeZone, localOf } from '../messages/dates.js';
import type { Choice, Field, Introduction, Values } from '../messages/message.js';
import { zoneChoices } from '../messages/time-zones.js';
import type { Context } from '../requests/context.js';
import { noDetails, readDetails } from './details.js';
import { agendaToText, materialsToText } from './details-text.js';
import { audiences, kinds, LONGEST_LINK, LONGEST_TEXT, LONGEST_TITLE, methods } from './session-input.js';
import { sessionTexts } from './texts.js';

/** What a form for a session consists of beside its title and buttons. */
interface SessionForm {
  readonly introduction: readonly Introduction[];
  readonly fields: readonly Field[];
  readonly known: Values;
}

/** IANA names: the one that is chosen at first, then others that must be among the choices. */
type Zones = readonly [string, ...string[]];

/** The form, filled in from a session where there is one. A text too long for a field is left out, and a note says so. */
export function sessionForm(context: Context, session: Session | null, zones: Zones): SessionForm {
  const { long, groupWork } = detailFields(context, session);
  const tooLong = long.filter(({ shown }) => shown.length > LONGEST_TEXT);
  const { tooLongToShow } = sessionTexts[context.language];
  return {
    introduction: tooLong.map(({ field }) => ({ kind: 'note', text: tooLongToShow(field.label) })),
    fields: [
      ...subjectFields(context, session),
      ...timeFields(context, session, zones),
      ...placeFields(context, session),
      ...deadlineFields(context, session),
      ...long.filter((one) => !tooLong.includes(one)).map(({ field, shown }) => ({ ...field, ...filled(shown) })),
      groupWork,
    ],
    known: Object.fromEntries(tooLong.map(({ keeps }) => [keeps, true])),
  };
}

/** A zone that was entered and must not be lost when the form opens again with an error: Teams keeps known choices only. */
export function enteredZone({ timeZone }: Values): readonly string[] {
  return typeof timeZone === 'string' && isTimeZone(timeZone) ? [timeZone] : [];
}

/** What it is, and for whom. */
function subjectFields(context: Context, session: Session | null): readonly Field[] {
  const { labels, kinds: kindNames, audiences: audienceNames } = sessionTexts[context.language];
  return [
    { kind: 'text', name: 'titleJa', label: labels.titleJa, maximum: LONGEST_TITLE, ...filled(session?.titleJa) },
    { kind: 'text', name: 'titleEn', label: labels.titleEn, maximum: LONGEST_TITLE, ...filled(session?.titleEn) },
    { kind: 'choice', name: 'kind', label: labels.kind, choices: choices(kinds, kindNames), ...filled(session?.kind) },
    {
      kind: 'choice',
      name: 'audience',
      label: labels.audience,
      choices: choices(audiences, audienceNames),
      ...filled(session?.audience),
    },
  ];
}

function timeFields(context: Context, session: Session | null, zones: Zones): readonly Field[] {
  const { labels, hints } = sessionTexts[context.language];
  const [zone] = zones;
  const starts = session && localOf(session.startsAt, session.timeZone);
  const ends = session && localOf(session.endsAt, session.timeZone);
  const lastDay = ends?.date === starts?.date ? undefined : ends?.date;
  return [
    { kind: 'date', name: 'date', label: labels.date, hint: hints.clockDate(zone), ...filled(starts?.date) },
    { kind: 'time', name: 'start', label: labels.start, hint: hints.clock(zone), ...filled(starts?.time) },
    { kind: 'time', name: 'end', label: labels.end, ...filled(ends?.time) },
    { kind: 'date', name: 'endDate', label: labels.endDate, hint: hints.endDate, optional: true, ...filled(lastDay) },
    {
      kind: 'choice',
      name: 'timeZone',
      label: memberTexts[context.language].timeZone,
      hint: hints.timeZone,
      search: true,
      choices: zoneChoices(zones, ''),
      initial: zone,
    },
  ];
}

function placeFields(context: Context, session: Session | null): readonly Field[] {
  const { labels, hints, methods: methodNames } = sessionTexts[context.language];
  const venue = { kind: 'text', optional: true, maximum: LONGEST_TITLE } as const;
  const capacity = { kind: 'text', hint: hints.capacity, optional: true, maximum: 6 } as const;
  return [
    {
      kind: 'choice',
      name: 'method',
      label: labels.method,
      choices: choices(methods, methodNames),
      ...filled(session?.method),
    },
    { ...venue, name: 'venueJa', label: labels.venueJa, ...filled(session?.venueJa) },
    { ...venue, name: 'venueEn', label: labels.venueEn, ...filled(session?.venueEn) },
    {
      kind: 'text',
      name: 'link',
      label: labels.meetingLink,
      hint: hints.link,
      optional: true,
      maximum: LONGEST_LINK,
      ...filled(session?.link),
    },
    { ...capacity, name: 'roomCapacity', label: labels.roomCapacity, ...filled(session?.roomCapacity?.toString()) },
    {
      ...capacity,
      name: 'onlineCapacity',
      label: labels.onlineCapacity,
      ...filled(session?.onlineCapacity?.toString()),
    },
  ];
}

function deadlineFields(context: Context, session: Session | null): readonly Field[] {
  const { labels, hints } = sessionTexts[context.language];
  const closes = session && localOf(session.deadline, session.timeZone);
  return [
    { kind: 'date', name: 'deadlineDate', label: labels.deadlineDate, hint: hints.deadline, ...filled(closes?.date) },
    { kind: 'time', name: 'deadlineTime', label: labels.deadlineTime, ...filled(closes?.time) },
  ];
}

/** The long texts with what they show, and the answer that keeps one which is too long to be shown. */
function detailFields(context: Context, session: Session | null) {
  const details = session ? readDetails(session.details) : noDetails;
  const { labels, hints, groupWorkYes: yes, groupWorkNo: no } = sessionTexts[context.language];
  const long = { kind: 'long text', optional: true, maximum: LONGEST_TEXT } as const;
  const agenda = { ...long, name: 'agenda', label: labels.agenda, hint: hints.agenda };
  const materials = { ...long, name: 'materials', label: labels.materials, hint: hints.materials };
  const groupWork = { kind: 'yes/no', name: 'groupWork', label: labels.groupWork, yes, no } as const;
  return {
    long: [
      { field: agenda, shown: agendaToText(details.agenda, context.language), keeps: 'keepsAgenda' },
      { field: materials, shown: materialsToText(details.materials), keeps: 'keepsMaterials' },
    ],
    groupWork: { ...groupWork, initial: details.groupWork },
  };
}

function choices<K extends string>(values: readonly K[], names: Readonly<Record<K, string>>): readonly Choice[] {
  return values.map((value) => ({ value, label: names[value] }));
}

function filled(value: string | undefined): { readonly initial?: string } {
  return value === undefined || value === '' ? {} : { initial: value };
}
