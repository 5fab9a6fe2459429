/** Finds whom a roster's column of advisers means: people who stand in the same roster as advisers. */
import { identifierText } from '../messages/canonical.js';
import { type Findings, fault } from './findings.js';
import type { NamedCompany } from './merge-companies.js';
import type { TableLine } from './read-table.js';
import type { RosterCompany, RosterPerson } from './roster.js';
import { headingOf } from './roster-cells.js';

interface Read {
  readonly companies: readonly RosterCompany[];
  readonly named: readonly NamedCompany[];
  readonly people: readonly RosterPerson[];
}

/** The companies with the e-mail addresses of their advisers; a fault for each cell that names somebody else. */
export function resolveAdvisers(
  file: string,
  lines: readonly TableLine[],
  { companies, named, people }: Read,
  { faults }: Findings,
): readonly RosterCompany[] {
  const emails = advisersByName(people);
  // Whose own line could not be read has a fault already.
  const readLines = new Set(people.map(({ line }) => line));
  const unread = new Set(
    lines
      .filter(({ line }) => !readLines.has(line))
      .flatMap(({ cells }) => [cells.email, cells.personCode].map((cell) => identifierText(cell).toLowerCase())),
  );
  const reported = new Set<string>();
  for (const { line, code, advisers } of named) {
    for (const key of advisers) {
      if (emails.has(key) || unread.has(key) || reported.has(`${code} ${key}`)) continue;
      reported.add(`${code} ${key}`);
      faults.push(fault(file, line, (texts, { columns }) => texts.adviserUnknown(headingOf(columns, 'advisers'), key)));
    }
  }
  return companies.map((company) => ({
    ...company,
    advisers: [...new Set(company.advisers.flatMap((key) => emails.get(key) ?? []))],
  }));
}

/** The e-mail address of each adviser of a roster, by that address and by the person code, both in lower case. */
export function advisersByName(people: readonly RosterPerson[]): ReadonlyMap<string, string> {
  const emails = new Map<string, string>();
  for (const { role, email, personCode } of people) {
    if (role !== 'adviser') continue;
    emails.set(email, email);
    if (personCode !== null) emails.set(personCode.toLowerCase(), email);
  }
  return emails;
}
