/** The check keeps how well it finds what stands in policies that no rule was written from, and in those that were read afterwards. */
import { expect, it } from 'vitest';
import { alwaysYesOf, f1Of, precisionOf, recallOf, scoreLabelled } from './labelled-policies.js';

/** What was reached; `npm run measure:check` prints it beside the goals. */
const floors = [
  { language: 'ja', set: 'development', precision: 0.95, recall: 0.95 },
  { language: 'ja', set: 'held out', precision: 0.94, recall: 0.92 },
  { language: 'ja', set: 'second', precision: 0.95, recall: 0.95 },
  { language: 'ja', set: 'third', precision: 0.95, recall: 0.9 },
  { language: 'ja', set: 'fifth', precision: 0.95, recall: 0.9 },
  { language: 'ja', set: 'tenth', precision: 0.95, recall: 0.95 },
  { language: 'ja', set: 'eleventh', precision: 0.95, recall: 0.95 },
  { language: 'ja', set: 'twelfth', precision: 0.95, recall: 0.9 },
  { language: 'ja', set: 'thirteenth', precision: 0.95, recall: 0.9 },
  { language: 'ja', set: 'sixteenth', precision: 0.95, recall: 0.68 },
  { language: 'ja', set: 'seventeenth', precision: 0.95, recall: 0.7 },
  { language: 'en', set: 'development', precision: 0.95, recall: 0.95 },
  { language: 'en', set: 'held out', precision: 0.95, recall: 0.9 },
  { language: 'en', set: 'second', precision: 0.95, recall: 0.95 },
  { language: 'en', set: 'third', precision: 0.95, recall: 0.9 },
  { language: 'en', set: 'tenth', precision: 0.95, recall: 0.95 },
] as const;

it.each(floors)('scores the $set policies in $language', ({ language, set, precision, recall }) => {
  const counts = scoreLabelled(language, set);
  expect(counts.hits + counts.misses).toBeGreaterThan(40);
  expect(precisionOf(counts)).toBeGreaterThanOrEqual(precision);
  expect(recallOf(counts)).toBeGreaterThanOrEqual(recall);
  expect(f1Of(counts)).toBeGreaterThan(alwaysYesOf(counts));
});

/** Little stands in them that counts; what is said of others, planned or refused must not be taken for it. */
it.each([
  ['ja', 'fourth'],
  ['ja', 'sixth'],
  ['ja', 'seventh'],
  ['ja', 'fifteenth'],
  ['en', 'fourth'],
  ['en', 'seventh'],
] as const)('leaves alone what the misleading policies in %s only name (%s set)', (language, set) => {
  const counts = scoreLabelled(language, set);
  expect(counts.absent).toBeGreaterThan(40);
  expect(precisionOf(counts)).toBeGreaterThanOrEqual(0.93);
});
