/** Compares the lines of a roster that name the same e-mail address: they must be one person in different roles. */
import { sameText } from '../messages/canonical.js';
import { type Findings, fault, groupBy } from './findings.js';
import type { Column } from './headings.js';
import type { RosterPerson } from './roster.js';
import { headingOf } from './roster-cells.js';

/** The people as they are to be imported: what is written in two ways is written as in a person's first line. */
export function checkPeople(
  file: string,
  people: readonly RosterPerson[],
  findings: Findings,
): readonly RosterPerson[] {
  const settled = new Map<RosterPerson, RosterPerson>();
  for (const lines of groupBy(people, ({ email }) => email).values()) {
    const [first, ...others] = lines;
    if (first === undefined) continue;
    for (const person of others) {
      const earlier = lines.filter(({ line }) => line < person.line);
      checkPerson(file, person, first, earlier.find(({ role }) => role === person.role) ?? null, findings);
    }
    const { nameJa, nameEn, furigana } = first;
    const personCode = lines.find((line) => line.personCode !== null)?.personCode ?? null;
    for (const person of lines) settled.set(person, { ...person, nameJa, nameEn, furigana, personCode });
  }
  checkCodes(file, people, findings);
  return people.map((person) => settled.get(person) ?? person);
}

/** Texts that people write in one way and another; codes, languages and zones are the same or not. */
const names: ReadonlySet<Column> = new Set(['nameJa', 'nameEn', 'furigana']);

function checkCodes(file: string, people: readonly RosterPerson[], { faults }: Findings): void {
  const coded = people.filter(({ personCode }) => personCode !== null);
  for (const lines of groupBy(coded, ({ personCode }) => personCode?.toLowerCase() ?? '').values()) {
    const [first, ...others] = lines;
    for (const { line, email, personCode } of others) {
      if (first === undefined || email === first.email) continue;
      faults.push(fault(file, line, (texts) => texts.codeShared(personCode ?? '', first.line)));
    }
  }
}

function checkPerson(
  file: string,
  person: RosterPerson,
  first: RosterPerson,
  sameRole: RosterPerson | null,
  { faults, warnings }: Findings,
): void {
  const { line, email } = person;
  if (!sameText(person.nameJa, first.nameJa)) {
    faults.push(fault(file, line, (texts) => texts.emailShared(email, first.line)));
    return;
  }
  const compare = (column: Column, value: string, other: string) => {
    if (value === other) return;
    if (names.has(column) && sameText(value, other)) {
      warnings.push(
        fault(file, line, (_faults, { columns, warnings: words }) =>
          words.writtenTwoWays(headingOf(columns, column), value, first.line, other),
        ),
      );
      return;
    }
    faults.push(
      fault(file, line, (texts, { columns }) =>
        texts.personDiffers(headingOf(columns, column), value, first.line, other),
      ),
    );
  };
  compare('nameJa', person.nameJa, first.nameJa);
  compare('nameEn', person.nameEn, first.nameEn);
  compare('furigana', person.furigana, first.furigana);
  if (person.personCode !== null && first.personCode !== null) {
    compare('personCode', person.personCode, first.personCode);
  }
  if (person.language !== null && first.language !== null) compare('language', person.language, first.language);
  if (person.timeZone !== null && first.timeZone !== null) compare('timeZone', person.timeZone, first.timeZone);
  for (const [session, mode] of person.attendance) {
    const other = first.attendance.get(session);
    if (other !== undefined && other !== mode) {
      faults.push(
        fault(file, line, (texts, { mode: modes }) =>
          texts.personDiffers(session, modes[mode][0] ?? mode, first.line, modes[other][0] ?? other),
        ),
      );
    }
  }
  if (sameRole === null) return;
  const { companyCode } = sameRole;
  if (person.companyCode !== null && companyCode !== null && person.companyCode !== companyCode) {
    const company = person.companyCode;
    faults.push(fault(file, line, (texts) => texts.twoCompanies(email, company, sameRole.line, companyCode)));
  } else {
    faults.push(
      fault(file, line, (texts, { role }) =>
        texts.personTwice(email, role[person.role][0] ?? person.role, sameRole.line),
      ),
    );
  }
}
