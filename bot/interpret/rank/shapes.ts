/** Finds what is no word of a list but tells what is spoken of: a day, an hour, a code, a question. */
import { nameMarks } from '../mentions/without-names.js';
import type { Mention } from './word-finder.js';

const shapes: readonly (readonly [string, RegExp])[] = [
  [
    '#date',
    /\d{1,2}[/月]\d{1,2}|\d{1,2}日|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/g,
  ],
  [
    '#day',
    /明日|あした|あす|明後日|あさって|来週|再来週|[月火水木金]曜|tomorrow|next week|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day/g,
  ],
  ['#hour', /\d時|\d:\d\d|\d ?[ap]m\b|o.clock|午前|午後/g],
  ['#code', /\b[a-z]{3}-\d\b/g],
  ['#check-in-code', /\d(?: ?\d){5}/g],
  ['#question', /[?か] ?。?$/g],
  ['#company', new RegExp(nameMarks.company, 'g')],
  ['#person', new RegExp(nameMarks.person, 'g')],
  ['#adviser', new RegExp(nameMarks.adviser, 'g')],
];

/** In no order. @param said in lower case and half width */
export function shapesIn(said: string): readonly Mention[] {
  return shapes.flatMap(([concept, shape]) =>
    [...said.matchAll(shape)].map(({ index, 0: { length } }) => ({ concept, start: index, end: index + length })),
  );
}
