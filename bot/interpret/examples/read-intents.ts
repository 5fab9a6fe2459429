/** Reads which of our actions the intents of utterances.json mean, by which sentences of others are scored. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { otherMeanings } from './read-examples.js';

const FILE = new URL('../../../prompts/intents.json', import.meta.url);

/**
 * The field that holds the parameter, or several of which one does; null where our action has no such field, so that nothing is
 * compared.
 */
const heldIn = z.union([z.string(), z.array(z.string()).min(2)]).nullable();

const intentSchema = z.strictObject({
  /** Any of them is right. */
  actions: z.union([z.array(z.string()).min(1), z.enum(otherMeanings)]),
  parameters: z.record(z.string(), heldIn),
  /** Where a value has another name with us. */
  values: z.record(z.string(), z.record(z.string(), z.string())).optional(),
});

const tableSchema = z.strictObject({ intents: z.record(z.string(), intentSchema.nullable()) });

/** By the intent; null for what is nothing of ours. */
export type IntentTable = z.output<typeof tableSchema>['intents'];

export function readIntents(file: URL = FILE): IntentTable {
  return tableSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).intents;
}
