/** Reads sentences with what they mean, in the format of utterances.json, to be scored against. */
import { z } from 'zod';
import type { KnownNames } from '../mentions/known-names.js';

const roles = ['participant', 'adviser', 'secretariat', 'speaker'] as const;

const utteranceSchema = z.looseObject({
  id: z.string(),
  role: z.enum(roles),
  text: z.string(),
  /** In the time zone of the person who speaks. */
  now: z.iso.datetime({ offset: true }),
  intent: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
  /** Other intents that are right as well. */
  accept_also: z.array(z.string()).default([]),
});

/** Who and what the sentences name. */
const directorySchema = z.looseObject({
  companies: z
    .array(z.looseObject({ id: z.string(), ja: z.string(), en: z.string(), also: z.array(z.string()).default([]) }))
    .default([]),
  people: z
    .array(z.looseObject({ id: z.string(), ja: z.string(), en: z.string().optional(), role: z.string().default('') }))
    .default([]),
});

const fileSchema = z.looseObject({
  utterances: z.array(utteranceSchema).min(1),
  fictional_directory: directorySchema.optional(),
});

export type Utterance = z.output<typeof utteranceSchema>;

export interface UtteranceFile {
  readonly utterances: readonly Utterance[];
  readonly companies: KnownNames['companies'];
  readonly members: KnownNames['members'];
}

/** @throws {z.ZodError} for a file of another form, {SyntaxError} for one that is no JSON */
export function readUtterances(json: string): UtteranceFile {
  const { utterances, fictional_directory: directory } = fileSchema.parse(JSON.parse(json));
  return {
    utterances,
    companies: (directory?.companies ?? []).map(({ id, ja, en, also }) => ({
      ...{ id, nameJa: ja, nameEn: en, reading: '', also },
    })),
    // Of people the directory has what they are called in Japanese; their identifiers are that in Latin letters.
    members: (directory?.people ?? []).map(({ id, ja, en, role }) => ({
      ...{ id, nameJa: ja, nameEn: en ?? id.charAt(0).toUpperCase() + id.slice(1), reading: '' },
      role: roles.find((one) => role.includes(one)) ?? 'participant',
    })),
  };
}
