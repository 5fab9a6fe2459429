/** A session as a person enters it, in local dates and times, read as the session that it describes. */
import { z } from 'zod';
import { instantOf, isDate } from '../messages/dates.js';
import { timeZoneInput } from '../messages/time-zones.js';
import type { Problem } from '../requests/problems.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { type SessionDetails, secureLink, sessionDetailsSchema } from './details.js';
import { agendaToText, materialsToText, textToAgenda, textToMaterials } from './details-text.js';
import type { SessionDefinition } from './snapshot.js';

export const kinds = ['seminar', 'workshop', 'meeting', 'closing'] as const;
export const audiences = ['management', 'working', 'all'] as const;
export const methods = ['in_person', 'online', 'mixed'] as const;

export const LONGEST_CODE = 30;
export const LONGEST_TITLE = 200;
export const LONGEST_LINK = 2_000;
/** Longer texts are cut by the platforms' fields, so that saving the form would lose the rest. */
export const LONGEST_TEXT = 3_000;

const date = z
  .string({ error: 'required' })
  .refine((typed) => /^\d{4}-\d{2}-\d{2}$/.test(typed) && isDate(typed), { error: 'not_a_date' });
const time = z
  .string({ error: 'required' })
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, { error: 'not_a_time' })
  .transform((typed) => typed.padStart(5, '0'));
const title = z
  .string({ error: 'required' })
  .trim()
  .min(1, { error: 'required' })
  .max(LONGEST_TITLE, { error: 'too_long' });
const short = z.string().trim().max(LONGEST_TITLE, { error: 'too_long' }).default('');
const capacity = z
  .string()
  .default('')
  .transform((typed) => typed.normalize('NFKC').trim())
  .refine((typed) => typed === '' || /^\d{1,6}$/.test(typed), { error: 'not_a_number' })
  .transform((typed) => (typed === '' ? null : Number(typed)));

export const codeInput = z
  .string({ error: 'required' })
  .transform((typed) => typed.normalize('NFKC').trim())
  .pipe(z.string().min(1, { error: 'required' }).max(LONGEST_CODE, { error: 'too_long' }));

/** Local dates and times are those of `timeZone`. Without `endDate` the session ends on `date`. */
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
  agenda: z.string().max(LONGEST_TEXT, { error: 'too_long' }).default(''),
  materials: z.string().max(LONGEST_TEXT, { error: 'too_long' }).default(''),
  /** The form left them out, which is not the same as emptied. */
  keepsAgenda: z.boolean().default(false),
  keepsMaterials: z.boolean().default(false),
  groupWork: z.boolean().default(false),
};

export type EnteredSession = z.output<z.ZodObject<typeof sessionInput>>;

/** What is taken from a session as it was before, or from its programme. */
export interface Before {
  /** IANA name, where none was entered. */
  readonly timeZone: string;
  /** Those that the form showed. */
  readonly details: SessionDetails;
}

/** The session that was entered, or the first thing that does not fit together. */
export function readEntered(entered: EnteredSession, before: Before): SessionDefinition | Refusal {
  const timeZone = entered.timeZone ?? before.timeZone;
  const times = readTimes(entered, timeZone);
  if (isRefusal(times)) return times;
  const details = readEnteredDetails(entered, before.details);
  if (isRefusal(details)) return details;
  const { titleJa, titleEn, kind, audience, method, venueJa, venueEn, link, roomCapacity, onlineCapacity } = entered;
  return {
    titleJa,
    titleEn,
    kind,
    audience,
    ...times,
    timeZone,
    method,
    venueJa,
    venueEn,
    link,
    roomCapacity,
    onlineCapacity,
    details,
  };
}

/** A session cannot be put into the past: a mistyped year would close it for everyone, and nobody is notified of what is over. */
export function refuseInThePast({ startsAt }: Pick<SessionDefinition, 'startsAt'>, now: Date): Refusal | null {
  return startsAt <= now ? atField('date', 'in_the_past') : null;
}

function atField(field: keyof EnteredSession, problem: Problem): Refusal {
  return refuse('field', { problem }, { field });
}

type Times = Pick<SessionDefinition, 'startsAt' | 'endsAt' | 'deadline'>;

function readTimes(entered: EnteredSession, zone: string): Times | Refusal {
  const startsAt = instantOf(entered.date, entered.start, zone);
  if (startsAt === null) return atField('date', 'not_a_date');
  const endDate = entered.endDate || entered.date;
  const endsAt = instantOf(endDate, entered.end, zone);
  if (endsAt === null) return atField('end', 'not_a_time');
  if (endsAt <= startsAt) return atField(endDate < entered.date ? 'endDate' : 'end', 'ends_before_start');
  const deadline = instantOf(entered.deadlineDate, entered.deadlineTime, zone);
  if (deadline === null) return atField('deadlineDate', 'not_a_date');
  if (deadline > startsAt) return atField('deadlineDate', 'deadline_after_start');
  return { startsAt, endsAt, deadline };
}

function readEnteredDetails(entered: EnteredSession, before: SessionDetails): SessionDetails | Refusal {
  const agenda = readAgenda(entered, before);
  const materials = readMaterials(entered, before);
  if (materials === null) return atField('materials', 'not_a_link');
  const { groupSize } = before;
  const details = sessionDetailsSchema.safeParse({ agenda, materials, groupWork: entered.groupWork, groupSize });
  if (details.success) return details.data;
  const issue = details.error.issues[0];
  const field = issue?.path[0] === 'materials' ? 'materials' : 'agenda';
  return atField(field, issue?.code === 'too_big' ? 'too_long' : 'invalid');
}

function readAgenda({ keepsAgenda, agenda }: EnteredSession, before: SessionDetails): SessionDetails['agenda'] {
  const shown = [agendaToText(before.agenda, 'ja'), agendaToText(before.agenda, 'en')];
  return keepsAgenda || sameText(agenda, shown) ? before.agenda : textToAgenda(agenda);
}

/** Null where a line has no address that begins with https:// */
function readMaterials(
  { keepsMaterials, materials }: EnteredSession,
  before: SessionDetails,
): SessionDetails['materials'] | null {
  const isKept = keepsMaterials || sameText(materials, [materialsToText(before.materials)]);
  return isKept ? before.materials : textToMaterials(materials);
}

/** What was left as the form showed it is kept as it was: a title with a separator in it would be read as two. */
function sameText(entered: string, shown: readonly string[]): boolean {
  const bare = (text: string) => text.replaceAll('\r\n', '\n').trim();
  return shown.some((text) => bare(text) === bare(entered));
}
