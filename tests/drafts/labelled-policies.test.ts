/** The check keeps how well it finds what stands in policies that no rule was written from. */
import { expect, it } from 'vitest';
import { alwaysYesOf, f1Of, precisionOf, recallOf, scoreLabelled } from './labelled-policies.js';

/** What was reached; `npm run measure:check` prints it beside the goals. */
const floors = [
  { language: 'ja', half: 'development', precision: 0.95, recall: 0.9 },
  { language: 'ja', half: 'held out', precision: 0.89, recall: 0.86 },
  { language: 'en', half: 'development', precision: 0.95, recall: 0.9 },
  { language: 'en', half: 'held out', precision: 0.93, recall: 0.73 },
] as const;

it.each(floors)('scores the $half policies in $language', ({ language, half, precision, recall }) => {
  const counts = scoreLabelled(language, half);
  expect(counts.hits + counts.misses).toBeGreaterThan(50);
  expect(precisionOf(counts)).toBeGreaterThanOrEqual(precision);
  expect(recallOf(counts)).toBeGreaterThanOrEqual(recall);
  expect(f1Of(counts)).toBeGreaterThan(alwaysYesOf(counts));
});
