/** The labelled policies and how well the check finds what their labels say. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Language } from '../../prisma/client.js';
import { checkText } from '../../programme/drafts/check/check-text.js';
import { humanRightsPolicy } from '../../programme/drafts/checklists/human-rights-policy/checklist.js';

const labelled = z.object({
  language: z.enum(['ja', 'en']),
  elements: z.record(z.string(), z.object({ status: z.enum(['found', 'weak', 'partly', 'not found']) })),
});

/**
 * In the first folder odd numbers were read while the rules were written, and even ones are held out. Each of the others was written,
 * labelled and scored before anybody looked at what the rules made of it, and read afterwards.
 */
export const labelledSets = {
  development: { folder: 'policies', isOdd: true },
  'held out': { folder: 'policies', isOdd: false },
  second: { folder: 'policies-second', isOdd: null },
  third: { folder: 'policies-third', isOdd: null },
  fourth: { folder: 'policies-fourth', isOdd: null },
  fifth: { folder: 'policies-fifth', isOdd: null },
  sixth: { folder: 'policies-sixth', isOdd: null },
  seventh: { folder: 'policies-seventh', isOdd: null },
  eighth: { folder: 'policies-eighth', isOdd: null },
  ninth: { folder: 'policies-ninth', isOdd: null },
  tenth: { folder: 'policies-tenth', isOdd: null },
  eleventh: { folder: 'policies-eleventh', isOdd: null },
  twelfth: { folder: 'policies-twelfth', isOdd: null },
  thirteenth: { folder: 'policies-thirteenth', isOdd: null },
  fourteenth: { folder: 'policies-fourteenth', isOdd: null },
  fifteenth: { folder: 'policies-fifteenth', isOdd: null },
  sixteenth: { folder: 'policies-sixteenth', isOdd: null },
  seventeenth: { folder: 'policies-seventeenth', isOdd: null },
  eighteenth: { folder: 'policies-eighteenth', isOdd: null },
  nineteenth: { folder: 'policies-nineteenth', isOdd: null },
} as const;

export type LabelledSet = keyof typeof labelledSets;

export interface Counts {
  hits: number;
  falseHits: number;
  misses: number;
  /** What always saying yes would get wrong. */
  absent: number;
}

export function scoreLabelled(language: Language, set: LabelledSet): Counts {
  const counts = noCounts();
  const { folder: named, isOdd } = labelledSets[set];
  const folder = fileURLToPath(new URL(`${named}/`, import.meta.url));
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.txt'))) {
    if (isOdd !== null && (Number(name.slice(3, 5)) % 2 === 1) !== isOdd) continue;
    const labels = labelled.parse(JSON.parse(readFileSync(`${folder}${name.replace('.txt', '.labels.json')}`, 'utf8')));
    if (labels.language !== language) continue;
    for (const { id, status } of checkText(humanRightsPolicy, readFileSync(`${folder}${name}`, 'utf8'), language))
      count(counts, status !== 'not_found', labels.elements[id]?.status !== 'not found');
  }
  return counts;
}

export const noCounts = (): Counts => ({ hits: 0, falseHits: 0, misses: 0, absent: 0 });

export function count(counts: Counts, isFound: boolean, isThere: boolean): void {
  if (isFound && isThere) counts.hits += 1;
  if (isFound && !isThere) counts.falseHits += 1;
  if (!isFound && isThere) counts.misses += 1;
  if (!isThere) counts.absent += 1;
}

export const precisionOf = ({ hits, falseHits }: Counts) => hits / (hits + falseHits);
export const recallOf = ({ hits, misses }: Counts) => hits / (hits + misses);
export const f1Of = ({ hits, falseHits, misses }: Counts) => (2 * hits) / (2 * hits + falseHits + misses);
/** Of what is not there, how much was left alone. */
export const specificityOf = ({ falseHits, absent }: Counts) => 1 - falseHits / absent;
/** The F1 of always saying yes. */
export const alwaysYesOf = ({ hits, misses, absent }: Counts) => (2 * (hits + misses)) / (2 * (hits + misses) + absent);
