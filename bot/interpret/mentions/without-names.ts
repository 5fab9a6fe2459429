/** Takes the names of companies and people out of a sentence: what it asks for is the same whomever it names. */
import type { KnownNames } from './known-names.js';
import { companiesIn, peopleIn } from './spoken-names.js';

/** Letters that nobody types (Unicode's private use), one for each kind of name. */
export const nameMarks = { company: '\ue000', person: '\ue001', adviser: '\ue002' } as const;

const possessives = new RegExp(`([${Object.values(nameMarks).join('')}])['’]s?(?![a-z])`, 'gi');

/** The sentence in NFKC, with a mark in place of each name. */
export function withoutNames(text: string, { companies, members }: Pick<KnownNames, 'companies' | 'members'>): string {
  const typed = text.normalize('NFKC');
  const advisers = new Set(members.filter(({ role }) => role === 'adviser').map(({ id }) => id));
  const people = peopleIn(text, members).map(({ ids, ...place }) => ({
    ...place,
    mark: [...ids].every((id) => advisers.has(id)) ? nameMarks.adviser : nameMarks.person,
  }));
  const named = [...companiesIn(text, companies).map((one) => ({ ...one, mark: nameMarks.company })), ...people];
  let at = 0;
  let marked = '';
  for (const { from, to, mark } of named.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    // A person's name within a company's.
    if (from < at) continue;
    marked += `${typed.slice(at, from)}${mark}`;
    at = to;
  }
  return `${marked}${typed.slice(at)}`.replace(possessives, '$1');
}
