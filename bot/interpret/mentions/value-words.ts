/** Reads which of a field's values a sentence means, by what people call them (prompts/values.json). */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Values } from '../../../programme/messages/message.js';
import { normal } from '../normalise.js';

const FILE = new URL('../../../prompts/values.json', import.meta.url);

const valueSchema = z.strictObject({
  value: z.union([z.string(), z.boolean(), z.array(z.string()).min(1)]),
  /** As people write them, in lower case and half width. */
  words: z.array(z.string().min(1)).min(1),
});

/** By "action field", or "* field" where it means the same in all of them. */
const fileSchema = z.strictObject({ fields: z.record(z.string(), z.array(valueSchema).min(1)) });

export type ValueWords = z.output<typeof fileSchema>['fields'];

let known: ValueWords | null = null;

export function readValueWords(): ValueWords {
  known ??= fileSchema.parse(JSON.parse(readFileSync(FILE, 'utf8'))).fields;
  return known;
}

/** The longest words decide; what two values are called alike is asked. Null: nothing of it is said. */
export function valueIn(text: string, action: string, field: string): Values[string] | null {
  const choices = readValueWords()[`${action} ${field}`] ?? readValueWords()[`* ${field}`] ?? [];
  const said = normal(text);
  const found = choices
    .map(({ value, words }) => ({ value, length: longestIn(said, words) }))
    .filter(({ length }) => length > 0)
    .toSorted((one, other) => other.length - one.length);
  const [first, second] = found;
  return first === undefined || first.length === second?.length ? null : first.value;
}

function longestIn(said: string, words: readonly string[]): number {
  return Math.max(0, ...words.map((one) => (isIn(said, one) ? one.length : 0)));
}

/** Latin letters are a word of their own. */
function isIn(said: string, words: string): boolean {
  if (!/[a-z]/.test(words)) return said.includes(words);
  for (let at = said.indexOf(words); at >= 0; at = said.indexOf(words, at + 1)) {
    const around = `${said.charAt(at - 1)}${said.charAt(at + words.length)}`;
    if (!/[a-z0-9]/.test(around)) return true;
  }
  return false;
}
