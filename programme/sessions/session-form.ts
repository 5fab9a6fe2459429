/** The form with which the secretariat creates or changes a session, and what its answers mean. */
import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { textsFor } from '../locale/texts.js';
import { instantOf, isDate, isTimeZone, localOf } from '../messages/dates.js';
import type { Choice, Field, Introduction, Values } from '../messages/message.js';
import { timeZoneInput, zoneChoices } from '../messages/time-zones.js';
import type { Context } from '../requests/context.js';
import type { Problem } from '../requests/problems.js';
import { noDetails, readDetails, type SessionDetails, secureLink, sessionDetailsSchema } from './details.js';
import { agendaToText, materialsToText, textToAgenda, textToMaterials } from './details-text.js';
import type { SessionFields } from './save-session.js';

const kinds = ['seminar', 'workshop', 'meeting', 'closing'] as const;
const audiences = ['management', 'working', 'all'] as const;
const methods = ['in_person', 'online', 'mixed'] as const;

/** Longer texts are cut by the platforms' fields, so that saving the form would lose the rest. */
const longestText = 3000;

const date = z
  .string({ error: 'required' })
  .refine((typed) => /^\d{4}-\d{2}-\d{2}$/.test(typed) && isDate(typed), { error: 'not_a_date' });
const time = z
  .string({ error: 'required' })
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, { error: 'not_a_time' })
  .transform((typed) => typed.padStart(5, '0'));
const title = z.string({ error: 'required' }).trim().min(1, { error: 'required' }).max(200, { error: 'too_long' });
const short = z.string().trim().max(200, { error: 'too_long' }).default('');
const capacity = z
  .string()
  .default('')
  .transform((typed) => typed.normalize('NFKC').trim())
  .refine((typed) => typed === '' || /^\d{1,6}$/.test(typed), { error: 'not_a_number' })
  .transform((typed) => (typed === '' ? null : Number(typed)));

/** What a person enters; local dates and times are on the wall clock of `timeZone`. Without `endDate` it ends on `date`. */
export const sessionInput = {
  titleJa: title,
  titleEn: title,
  kind: z.enum(kinds),
  audience: z.enum(audiences),
  date,
  start: time,
  end: time,
  endDate: z.union([z.literal(''), date], { error: 'not_a_date' }).default(''),
  timeZone: timeZoneInput.optional(),
  method: z.enum(methods),
  venueJa: short,
  venueEn: short,
  link: z.union([z.literal(''), secureLink], { error: 'not_a_link' }).default(''),
  roomCapacity: capacity,
  onlineCapacity: capacity,
  deadlineDate: date,
  deadlineTime: time,
  agenda: z.string().max(longestText, { error: 'too_long' }).default(''),
  materials: z.string().max(longestText, { error: 'too_long' }).default(''),
  /** The form left them out, which is not the same as emptied. */
  keepsAgenda: z.boolean().default(false),
  keepsMaterials: z.boolean().default(false),
  groupWork: z.boolean().default(false),
};

type Entered = z.output<z.ZodObject<typeof sessionInput>>;
type Named = { readonly field: string; readonly problem: Problem };

/**
 * The session that was entered, or the first thing that does not fit together.
 * @param usualZone IANA name, where none was entered
 * @param before the details that the form showed
 */
export function sessionFields(
  entered: Entered,
  usualZone: string,
  before: SessionDetails,
): { readonly fields: SessionFields } | Named {
  const zone = entered.timeZone ?? usualZone;
  const startsAt = instantOf(entered.date, entered.start, zone);
  if (startsAt === null) return { field: 'date', problem: 'not_a_date' };
  const endDate = entered.endDate || entered.date;
  const endsAt = instantOf(endDate, entered.end, zone);
  if (endsAt === null) return { field: 'end', problem: 'not_a_time' };
  if (endsAt <= startsAt) return { field: endDate < entered.date ? 'endDate' : 'end', problem: 'ends_before_start' };
  const deadline = instantOf(entered.deadlineDate, entered.deadlineTime, zone);
  if (deadline === null) return { field: 'deadlineDate', problem: 'not_a_date' };
  if (deadline > startsAt) return { field: 'deadlineDate', problem: 'deadline_after_start' };
  const materials =
    entered.keepsMaterials || sameText(entered.materials, [materialsToText(before.materials)])
      ? before.materials
      : textToMaterials(entered.materials);
  if (materials === null) return { field: 'materials', problem: 'not_a_link' };
  const { titleJa, titleEn, kind, audience, method, venueJa, venueEn, link, roomCapacity, onlineCapacity } = entered;
  const shown = [agendaToText(before.agenda, textsFor('ja')), agendaToText(before.agenda, textsFor('en'))];
  const agenda = entered.keepsAgenda || sameText(entered.agenda, shown) ? before.agenda : textToAgenda(entered.agenda);
  const { groupSize } = before;
  const details = sessionDetailsSchema.safeParse({ agenda, materials, groupWork: entered.groupWork, groupSize });
  if (!details.success) {
    const issue = details.error.issues[0];
    const field = issue?.path[0] === 'materials' ? 'materials' : 'agenda';
    return { field, problem: issue?.code === 'too_big' ? 'too_long' : 'invalid' };
  }
  return {
    fields: {
      titleJa,
      titleEn,
      kind,
      audience,
      startsAt,
      endsAt,
      timeZone: zone,
      method,
      venueJa,
      venueEn,
      link,
      roomCapacity,
      onlineCapacity,
      deadline,
      details: details.data,
    },
  };
}

/** What was left as the form showed it is kept as it was: a title with a separator in it would be read as two. */
function sameText(entered: string, shown: readonly string[]): boolean {
  const bare = (text: string) => text.replaceAll('\r\n', '\n').trim();
  return shown.some((text) => bare(text) === bare(entered));
}

/** What a form for a session consists of beside its title and buttons. */
export interface SessionForm {
  readonly introduction: readonly Introduction[];
  readonly fields: readonly Field[];
  readonly known: Values;
}

/**
 * The form, filled in from a session where there is one. A text too long for a field is left out, and a note says so.
 * @param zones IANA names: the one that is chosen at first, then others that must be among the choices
 */
export function sessionForm(
  context: Context,
  session: Session | null,
  zones: readonly [string, ...string[]],
): SessionForm {
  const details = session ? readDetails(session.details) : noDetails;
  const { sessions } = context.texts;
  const keepsAgenda = agendaToText(details.agenda, context.texts).length > longestText;
  const keepsMaterials = materialsToText(details.materials).length > longestText;
  const left = [
    ...(keepsAgenda ? [{ name: 'agenda', label: sessions.labels.agenda }] : []),
    ...(keepsMaterials ? [{ name: 'materials', label: sessions.labels.materials }] : []),
  ];
  return {
    introduction: left.map(({ label }) => ({ kind: 'note', text: sessions.tooLongToShow(label) })),
    fields: sessionFormFields(context, session, details, zones).filter(
      (field) => !left.some(({ name }) => name === field.name),
    ),
    known: { ...(keepsAgenda && { keepsAgenda }), ...(keepsMaterials && { keepsMaterials }) },
  };
}

/** A zone that was entered and must not be lost when the form opens again with an error: Teams keeps known choices only. */
export function enteredZone({ timeZone }: Values): readonly string[] {
  return typeof timeZone === 'string' && isTimeZone(timeZone) ? [timeZone] : [];
}

function sessionFormFields(
  context: Context,
  session: Session | null,
  details: SessionDetails,
  zones: readonly [string, ...string[]],
): readonly Field[] {
  const [zone] = zones;
  const {
    labels,
    hints,
    kinds: kindNames,
    audiences: audienceNames,
    methods: methodNames,
    ...more
  } = context.texts.sessions;
  const choices = <K extends string>(values: readonly K[], names: Readonly<Record<K, string>>): readonly Choice[] =>
    values.map((value) => ({ value, label: names[value] }));
  const starts = session && localOf(session.startsAt, session.timeZone);
  const ends = session && localOf(session.endsAt, session.timeZone);
  const closes = session && localOf(session.deadline, session.timeZone);
  return [
    { kind: 'text', name: 'titleJa', label: labels.titleJa, maximum: 200, ...filled(session?.titleJa) },
    { kind: 'text', name: 'titleEn', label: labels.titleEn, maximum: 200, ...filled(session?.titleEn) },
    { kind: 'choice', name: 'kind', label: labels.kind, choices: choices(kinds, kindNames), ...filled(session?.kind) },
    {
      kind: 'choice',
      name: 'audience',
      label: labels.audience,
      choices: choices(audiences, audienceNames),
      ...filled(session?.audience),
    },
    { kind: 'date', name: 'date', label: labels.date, hint: hints.clockDate(zone), ...filled(starts?.date) },
    { kind: 'time', name: 'start', label: labels.start, hint: hints.clock(zone), ...filled(starts?.time) },
    { kind: 'time', name: 'end', label: labels.end, ...filled(ends?.time) },
    {
      kind: 'date',
      name: 'endDate',
      label: labels.endDate,
      hint: hints.endDate,
      optional: true,
      ...filled(ends?.date === starts?.date ? undefined : ends?.date),
    },
    {
      kind: 'choice',
      name: 'timeZone',
      label: context.texts.members.timeZone,
      hint: hints.timeZone,
      search: true,
      choices: zoneChoices(zones, ''),
      initial: zone,
    },
    {
      kind: 'choice',
      name: 'method',
      label: labels.method,
      choices: choices(methods, methodNames),
      ...filled(session?.method),
    },
    { kind: 'text', name: 'venueJa', label: labels.venueJa, optional: true, maximum: 200, ...filled(session?.venueJa) },
    { kind: 'text', name: 'venueEn', label: labels.venueEn, optional: true, maximum: 200, ...filled(session?.venueEn) },
    {
      kind: 'text',
      name: 'link',
      label: labels.meetingLink,
      hint: hints.link,
      optional: true,
      maximum: 2000,
      ...filled(session?.link),
    },
    {
      kind: 'text',
      name: 'roomCapacity',
      label: labels.roomCapacity,
      hint: hints.capacity,
      optional: true,
      maximum: 6,
      ...filled(session?.roomCapacity?.toString()),
    },
    {
      kind: 'text',
      name: 'onlineCapacity',
      label: labels.onlineCapacity,
      hint: hints.capacity,
      optional: true,
      maximum: 6,
      ...filled(session?.onlineCapacity?.toString()),
    },
    { kind: 'date', name: 'deadlineDate', label: labels.deadlineDate, hint: hints.deadline, ...filled(closes?.date) },
    { kind: 'time', name: 'deadlineTime', label: labels.deadlineTime, ...filled(closes?.time) },
    {
      kind: 'long text',
      name: 'agenda',
      label: labels.agenda,
      hint: hints.agenda,
      optional: true,
      maximum: longestText,
      ...filled(agendaToText(details.agenda, context.texts)),
    },
    {
      kind: 'long text',
      name: 'materials',
      label: labels.materials,
      hint: hints.materials,
      optional: true,
      maximum: longestText,
      ...filled(materialsToText(details.materials)),
    },
    {
      kind: 'yes/no',
      name: 'groupWork',
      label: labels.groupWork,
      yes: more.groupWorkYes,
      no: more.groupWorkNo,
      initial: details.groupWork,
    },
  ];
}

function filled(value: string | undefined): { readonly initial?: string } {
  return value === undefined || value === '' ? {} : { initial: value };
}
