/** What an implementation report is made of, in no language: as it is counted and read, and as a freeze keeps it. */
import { z } from 'zod';
import { Language, Method, ReportSection } from '../../prisma/client.js';
import { sessionDetailsSchema } from '../sessions/details.js';
import { figureNames } from './figures.js';

const instant = z.iso.datetime();
const day = z.iso.date();
const figureName = z.enum(figureNames);

const session = z.object({
  id: z.uuid(),
  code: z.string(),
  titleJa: z.string(),
  titleEn: z.string(),
  startsAt: instant,
  endsAt: instant,
  timeZone: z.string(),
  method: z.enum(Method),
  isClosing: z.boolean(),
  isCalledOff: z.boolean(),
  venueJa: z.string(),
  venueEn: z.string(),
  agenda: sessionDetailsSchema.shape.agenda,
});

export type ReportedSession = Readonly<z.infer<typeof session>>;

const deliverable = z.object({
  id: z.uuid(),
  code: z.string(),
  titleJa: z.string(),
  titleEn: z.string(),
  dueOn: day.nullable(),
});

const text = z.object({
  /** Null: of the programme. */
  sessionId: z.uuid().nullable(),
  section: z.enum(ReportSection),
  ja: z.string(),
  en: z.string(),
  /** Of voices: the language in which they were spoken. */
  said: z.enum(Language).nullable(),
});

export type WrittenText = Readonly<z.infer<typeof text>>;

const quote = z.object({
  sessionId: z.uuid(),
  said: z.enum(Language),
  words: z.string(),
  /** Into the other language; empty while it is missing. */
  translation: z.string(),
  /** Empty where it is not said who. */
  byJa: z.string(),
  byEn: z.string(),
});

export type ReportedQuote = Readonly<z.infer<typeof quote>>;

const photograph = z.object({
  fileId: z.uuid(),
  /** Null: of the programme. */
  sessionId: z.uuid().nullable(),
  /** Empty while it is missing. */
  captionJa: z.string(),
  captionEn: z.string(),
  /** In pixels. */
  width: z.int(),
  height: z.int(),
});

const presentation = z.object({
  sessionId: z.uuid(),
  companyJa: z.string(),
  companyEn: z.string(),
  /** Empty while it is missing. */
  titleJa: z.string(),
  titleEn: z.string(),
  /** The name of its file. */
  file: z.string(),
  /** As which of the companies, from 1. */
  position: z.int(),
});

export type ReportedPresentation = Readonly<z.infer<typeof presentation>>;

const correction = z.object({
  figure: figureName,
  subjectId: z.uuid().nullable(),
  old: z.number(),
  new: z.number(),
  why: z.string(),
  byJa: z.string(),
  byEn: z.string(),
  at: instant,
  erratum: z.boolean(),
});

const double = z.object({
  sessionId: z.string().nullable(),
  ids: z.array(z.string()),
  nameJa: z.string(),
  nameEn: z.string(),
  companyJa: z.string(),
  companyEn: z.string(),
});

/** A field that is added later needs a default: a report that was frozen before has none. */
export const reportDataSchema = z.object({
  /** When it was counted. */
  asOf: instant,
  programme: z.object({
    ...{ code: z.string(), nameJa: z.string(), nameEn: z.string(), timeZone: z.string(), startsOn: day, endsOn: day },
    /** How many consultations a company has in principle, and the most minutes of one. */
    ...{ consultations: z.int(), longest: z.int() },
  }),
  sessions: z.array(session),
  deliverables: z.array(deliverable),
  figures: z.array(z.object({ name: figureName, subjectId: z.uuid().nullable(), counted: z.number() })),
  /** Consultations that were held, by month. */
  months: z.array(z.object({ month: z.string(), held: z.int() })),
  /** Companies that had completed a deliverable by the end of a day. */
  progress: z.array(z.object({ typeId: z.uuid(), day, completed: z.int() })),
  notifications: z.object({
    ...{ planned: z.int(), delivered: z.int(), suppressed: z.int(), missed: z.int() },
    ...{ unreachable: z.int(), unknown: z.int(), failed: z.int(), open: z.int() },
  }),
  /** Who may have been counted twice. */
  doubles: z.array(double),
  sameCompanies: z.array(double),
  texts: z.array(text),
  /** What was chosen of what people said about the sessions. */
  quotes: z.array(quote).default([]),
  /** In the order in which they are shown. */
  photographs: z.array(photograph).default([]),
  /** Files of what companies presented, session by session in their order. */
  presentations: z.array(presentation).default([]),
  /** Those of before the freeze, in their order. */
  corrections: z.array(correction),
});

export type ReportData = z.infer<typeof reportDataSchema>;
