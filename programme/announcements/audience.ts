/** Whom an announcement is for, as data: groups of conditions, all of which must hold, and what that is in words. */
import { z } from 'zod';
import { Level, Role } from '../../prisma/client.js';
import { deliverableStages } from '../deliverables/stages.js';
import type { Language } from '../requests/context.js';
import { announcementTexts } from './texts.js';

/** How somebody stands to a session. `registered`: on site or online. */
export const answerGroups = ['registered', 'onsite', 'online', 'waiting', 'unanswered'] as const;

export const consultationGroups = ['booked', 'not_booked'] as const;

/** How far a company is with a deliverable. `not_submitted`: no version stands, whether it has begun or not. */
export const stageGroups = ['not_submitted', ...deliverableStages] as const;

/** As many companies or people as are named one by one. */
export const MOST_NAMED = 100;

export const audienceSchema = z.object({
  /** None: participants, unless people are named. */
  roles: z.array(z.enum(Role)).default([]),
  levels: z.array(z.enum(Level)).default([]),
  companies: z.array(z.uuid()).max(MOST_NAMED).default([]),
  /** The session that it is about; without answers it leaves nobody out. */
  session: z.uuid().nullable().default(null),
  answers: z.array(z.enum(answerGroups)).default([]),
  consultation: z.enum(consultationGroups).nullable().default(null),
  /** The type of deliverable that the stages are about. */
  deliverableType: z.uuid().nullable().default(null),
  stages: z.array(z.enum(stageGroups)).default([]),
  people: z.array(z.uuid()).max(MOST_NAMED).default([]),
  /** Companies of which nothing was seen since then and that owe something by a date; set by the overview's list of them. */
  quietSince: z.iso.datetime().nullable().default(null),
});

/** Each group that holds something leaves out whom it does not hold. */
export type Audience = Readonly<z.output<typeof audienceSchema>>;

export const everyParticipant: Audience = audienceSchema.parse({});

/** The session that an announcement is about, also where it goes to a place and its audience counts for nothing else. */
export function sessionOf({ audience }: { readonly audience: unknown }): string | null {
  return audienceSchema.parse(audience ?? {}).session;
}

/** Null: whatever role they have. */
export function rolesOf({ roles, people }: Audience): readonly Role[] | null {
  if (roles.length > 0) return roles;
  return people.length > 0 ? null : ['participant'];
}

/** The names of what an audience holds by identifier. */
export interface AudienceNames {
  readonly session: string | null;
  readonly deliverable: string | null;
  readonly companies: readonly string[];
  readonly people: readonly string[];
}

/** E.g. "participants; management; MSM-1: has not answered". */
export function audienceWords(language: Language, audience: Audience, names: AudienceNames): string {
  const texts = announcementTexts[language];
  const { roles, levels, answers, consultation, stages, quietSince } = audience;
  const who = rolesOf(audience);
  const parts = [
    who === null ? null : texts.either(who.map((role) => texts.roles[role])),
    levels.length === 0 ? null : texts.either(levels.map((level) => texts.levels[level])),
    names.companies.length === 0 ? null : texts.either(names.companies),
    answers.length === 0 || names.session === null
      ? null
      : texts.inSession(names.session, texts.either(answers.map((answer) => texts.answerGroups[answer]))),
    consultation === null ? null : texts.consultationGroups[consultation],
    stages.length === 0 || names.deliverable === null
      ? null
      : texts.inSession(names.deliverable, texts.either(stages.map((stage) => texts.stageGroups[stage]))),
    quietSince === null ? null : texts.quiet,
    names.people.length === 0 ? null : texts.named(names.people),
  ].filter((part) => part !== null);
  const isWhole = parts.length === 1 && roles.length === 0 && who !== null;
  return isWhole ? texts.everyParticipant : texts.and(parts);
}
