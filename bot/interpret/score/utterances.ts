/** Reads sentences with what they mean, in the format of utterances.json, to be scored against. */
import { z } from 'zod';

const utteranceSchema = z.looseObject({
  id: z.string(),
  role: z.enum(['participant', 'adviser', 'secretariat', 'speaker']),
  text: z.string(),
  /** In the time zone of the person who speaks. */
  now: z.iso.datetime({ offset: true }),
  intent: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
  /** Other intents that are right as well. */
  accept_also: z.array(z.string()).default([]),
});

const fileSchema = z.looseObject({ utterances: z.array(utteranceSchema).min(1) });

export type Utterance = z.output<typeof utteranceSchema>;

/** @throws {z.ZodError} for a file of another form, {SyntaxError} for one that is no JSON */
export function readUtterances(json: string): readonly Utterance[] {
  return fileSchema.parse(JSON.parse(json)).utterances;
}
