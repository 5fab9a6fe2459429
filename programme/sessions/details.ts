/** What a session holds beside its columns: agenda, materials and group work, kept as JSON in `Session.details`. */
import { z } from 'zod';
import type { Prisma } from '../../prisma/client.js';

export const agendaKinds = [
  'lecture',
  'case_talk',
  'group_work',
  'presentation',
  'sharing',
  'comment',
  'briefing',
  'break',
  'other',
] as const;

export const longestTitle = 200;
/** Why a session does not take place. */
export const longestReason = 500;
const longestLink = 2_000;

const title = z.string().trim().min(1).max(longestTitle);

/** Only https: people are sent there from a chat, and anything else may be read or changed on the way. */
export const secureLink = z.string().trim().max(longestLink).refine(isSecureLink, { error: 'not_a_link' });

/** As they are to be shown, with title and organisation, in one wording for both languages or in each; they need no account. */
const speaker = z.union([title, z.strictObject({ nameJa: title, nameEn: title })]);

const agendaItem = z.strictObject({
  titleJa: title,
  titleEn: title,
  kind: z.enum(agendaKinds),
  speakers: z.array(speaker).max(10).default([]),
});

const material = z.strictObject({ titleJa: title, titleEn: title, link: secureLink });

const agenda = z.array(agendaItem).max(30).default([]);
const materials = z.array(material).max(30).default([]);
const groupWork = z.boolean().default(false);
const groupSize = z.int().min(2).max(50).nullable().default(null);

/** The parts, for larger schemas that contain them. `groupSize`: people per group, null where that is left open. */
export const sessionDetailFields = { agenda, materials, groupWork, groupSize };

export const sessionDetailsSchema = z.strictObject(sessionDetailFields);

export type SessionDetails = z.infer<typeof sessionDetailsSchema>;
export type AgendaItem = z.infer<typeof agendaItem>;
export type Speaker = z.infer<typeof speaker>;
export type Material = z.infer<typeof material>;

/** The speaker in both languages. */
export function namesOfSpeaker(given: Speaker): { readonly ja: string; readonly en: string } {
  return typeof given === 'string' ? { ja: given, en: given } : { ja: given.nameJa, en: given.nameEn };
}

export const noDetails: SessionDetails = { agenda: [], materials: [], groupWork: false, groupSize: null };

/** Throws where a row holds something else, since only this schema's output is ever written. */
export function readDetails(stored: Prisma.JsonValue): SessionDetails {
  return sessionDetailsSchema.parse(stored);
}

function isSecureLink(text: string): boolean {
  if (!/^https:\/\//i.test(text) || /[\s<>|]/.test(text)) return false;
  if (!URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}
