/** The shape of a programme's JSON file, before times and links between its parts are looked at. */
import { z } from 'zod';
import { ReportSection } from '../../prisma/client.js';
import { concernContactsSchema } from '../members/concern-contacts.js';
import { identifierText } from '../messages/canonical.js';
import { canonicalTimeZone } from '../messages/dates.js';
import { modelUses } from '../model-use/queries.js';
import { readWindows } from '../reminders/written-windows.js';
import { longestReason, longestTitle, secureLink, sessionDetailFields } from '../sessions/details.js';
import { isCode, slackWorkspace, teamsTenant } from './roster-cells.js';

const identifier = z.string().transform(identifierText);
const code = identifier.refine(isCode, { error: 'not_a_code' });
const text = z.string().trim().min(1).max(longestTitle);
const timeZone = identifier.transform((value, context) => {
  const zone = canonicalTimeZone(value);
  if (zone === null) context.addIssue({ code: 'custom', message: 'not_a_time_zone', params: { value } });
  return zone ?? z.NEVER;
});
const day = identifier.refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value), { error: 'not_a_date' });

/** Local or with an offset; `timeOf` reads it once the time zone is known. */
const time = identifier.refine(
  (value) => /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?$/i.test(value),
  { error: 'not_a_time' },
);
/** 09:00, also 9:00; 24:00 is the end of the day. */
const clock = identifier.refine((value) => /^(([01]?\d|2[0-3]):[0-5]\d|24:00)$/.test(value), { error: 'not_a_clock' });
const capacity = z.int().min(0).max(100_000).nullable().default(null);

const slack = z.string().transform((value, context) => {
  const identity = slackWorkspace(value);
  if (identity === null) context.addIssue({ code: 'custom', message: 'not_a_workspace', params: { value } });
  return identity ?? z.NEVER;
});
const teams = z.string().transform((value, context) => {
  const identity = teamsTenant(value);
  if (identity === null) context.addIssue({ code: 'custom', message: 'not_a_tenant', params: { value } });
  return identity ?? z.NEVER;
});

const binding = z.strictObject({
  /** Null: the organiser's own, for secretariat, advisers and speakers. */
  company: code.nullable(),
  slack: z.array(slack).max(100).default([]),
  teams: z.array(teams).max(100).default([]),
});

const session = z.strictObject({
  code,
  kind: z.enum(['seminar', 'workshop', 'meeting', 'closing']),
  titleJa: text,
  titleEn: text,
  audience: z.enum(['management', 'working', 'all']),
  startsAt: time,
  endsAt: time,
  /** The programme's where it is left out. */
  timeZone: timeZone.optional(),
  method: z.enum(['in_person', 'online', 'mixed']),
  venueJa: z.string().trim().max(longestTitle).default(''),
  venueEn: z.string().trim().max(longestTitle).default(''),
  link: z.union([z.literal(''), secureLink], { error: 'not_a_link' }).default(''),
  roomCapacity: capacity,
  lineCapacity: capacity,
  deadline: time,
  /** Why it does not take place; left out: it does. */
  calledOff: z.string().trim().max(longestReason).optional(),
  ...sessionDetailFields,
});

/** What every company is to hand in. */
const deliverable = z.strictObject({
  code,
  titleJa: text,
  titleEn: text,
  checklist: identifier.nullable().default(null),
  dueOn: day.nullable().default(null),
  dependsOn: code.nullable().default(null),
  reviewDays: z.int().min(1).max(60).default(5),
});

const closure = z.strictObject({ firstDay: day, lastDay: day, nameJa: text, nameEn: text });

/** Left out in files from before there were consultations; what is left out stays as it is. */
const consultationTerms = {
  consultations: z.int().min(0).max(100).optional(),
  longest: z.int().min(5).max(1_440).optional(),
  guardHours: z.int().min(0).max(2_160).optional(),
  absenceUses: z.boolean().optional(),
  openRecords: z.boolean().optional(),
  opensAt: clock.optional(),
  closesAt: clock.optional(),
  closures: z.array(closure).max(500).optional(),
};

/** 09:00-12:00 */
const window = identifier.refine((value) => readWindows(value)?.length === 1, { error: 'not_a_window' });
/** 7d, 1h, 30m; -1d is a day after. */
const before = identifier.refine((value) => /^-?\d{1,3}[dhm]$/.test(value), { error: 'not_a_reminder' });
const befores = z.array(before).max(20).default([]);

/** When messages are sent; what is left out stays as it is. */
const sendingTerms = {
  windows: z.array(window).max(10).optional(),
  askNumberFrom: z.int().min(1).max(1_000_000).optional(),
  quietDays: z.int().min(1).max(250).optional(),
  /** Null: nobody else need approve. */
  approvalFrom: z.int().min(1).max(1_000_000).nullable().optional(),
  reminders: z
    .strictObject({ session: befores, consultation: befores, invitation: befores, deadline: befores })
    .optional(),
};

const adviser = identifier.pipe(z.string().min(1).max(320)).transform((value) => value.toLowerCase());

/** A consultation as a rehearsal is to hold it. */
const plannedConsultation = z.strictObject({
  company: code,
  /** The e-mail address or person code of the adviser who holds it. */
  adviser,
  startsAt: time,
  minutes: z.int().min(5).max(1_440).optional(),
  method: z.enum(['online', 'in_person']).default('online'),
  outcome: z.enum(['held', 'company_absent', 'adviser_absent', 'not_held']).default('held'),
  /** When it was booked for at first. */
  movedFrom: time.optional(),
  /** The adviser with whom it was booked at first. */
  takenOverFrom: adviser.optional(),
});

/** What a company hands in in a rehearsal. */
const plannedDrafts = z.strictObject({
  company: code,
  deliverable: code,
  begun: time.optional(),
  submitted: z.array(time).max(20).default([]),
  last: z.enum(['confirmed', 'to_be_revised', 'waiting']).default('confirmed'),
  approvedOn: day.optional(),
  publishedOn: day.optional(),
});

const longText = z.string().trim().max(3_000).default('');

/** What the implementation report tells beside its figures: a part of the programme's, or of a session's. */
const reportText = z.strictObject({
  /** The session's code; left out: of the programme. */
  session: code.optional(),
  section: z.enum(ReportSection),
  ja: longText,
  en: longText,
  /** Of voices: the language in which they were spoken. */
  said: z.enum(['ja', 'en']).optional(),
});

export const programmeSchema = z.strictObject({
  programme: z.strictObject({
    code,
    nameJa: text,
    nameEn: text,
    timeZone,
    startsOn: day,
    endsOn: day,
    contact: z.string().trim().min(1).max(1_000),
    contactEn: z.string().trim().max(1_000).default(''),
    concernContacts: concernContactsSchema.optional(),
    ...consultationTerms,
    ...sendingTerms,
    openDrafts: z.boolean().optional(),
    modelUse: z.enum(modelUses).optional(),
    deliverables: z.array(deliverable).max(20).optional(),
  }),
  bindings: z.array(binding).max(1_000).default([]),
  sessions: z.array(session).max(500),
  consultationPlan: z.array(plannedConsultation).max(1_000).default([]),
  draftPlan: z.array(plannedDrafts).max(1_000).default([]),
  report: z.array(reportText).max(2_000).optional(),
});

export type WrittenProgramme = z.infer<typeof programmeSchema>;
export type WrittenSession = z.infer<typeof session>;
export type WrittenConsultation = z.infer<typeof plannedConsultation>;
export type WrittenDrafts = z.infer<typeof plannedDrafts>;
