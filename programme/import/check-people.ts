/** Compares the lines of a roster that name the same e-mail address: they must be one person in different roles. */
import { type Fault, fault, groupBy } from './findings.js';
import type { Column } from './read-table.js';
import type { RosterPerson } from './roster.js';
import { headingOf } from './roster-cells.js';

export function checkPeople(file: string, people: readonly RosterPerson[], faults: Fault[]): void {
  for (const lines of groupBy(people, ({ email }) => email).values()) {
    const [first, ...others] = lines;
    if (first === undefined) continue;
    for (const person of others) {
      const earlier = lines.filter(({ line }) => line < person.line);
      checkPerson(file, person, first, earlier.find(({ role }) => role === person.role) ?? null, faults);
    }
  }
}

function checkPerson(
  file: string,
  person: RosterPerson,
  first: RosterPerson,
  sameRole: RosterPerson | null,
  faults: Fault[],
): void {
  const { line, email } = person;
  if (person.nameJa !== first.nameJa) {
    faults.push(fault(file, line, (texts) => texts.emailShared(email, first.line)));
    return;
  }
  const compare = (column: Column, value: string, other: string) => {
    if (value === other) return;
    faults.push(
      fault(file, line, (texts, { columns }) =>
        texts.personDiffers(headingOf(columns, column), value, first.line, other),
      ),
    );
  };
  compare('nameEn', person.nameEn, first.nameEn);
  compare('furigana', person.furigana, first.furigana);
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
