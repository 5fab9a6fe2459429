/** Works out what an import does to people and to their roles in the programme. */
import { randomUUID } from 'node:crypto';
import type { Language, Level, Membership, Person, Role, Transaction } from '../../prisma/client.js';
import { releaseSeats } from '../registrations/registrations.js';
import { type Change, groupBy, inBothLanguages } from './findings.js';
import { type ChangedMembership, type ChangedPerson, writeMemberships, writePeople } from './import.sql.js';
import { changedField, describeFields, inChunks, inWords, type Plan, type Said } from './plan.js';
import type { CompaniesPlan } from './plan-companies.js';
import type { RosterPerson } from './roster.js';

interface NewPerson extends Pick<Person, 'id' | 'nameJa' | 'nameEn' | 'furigana' | 'timeZone'> {
  email: string;
  language: Language;
}
type NewMembership = Pick<Membership, 'programmeId' | 'personId' | 'role' | 'level' | 'companyId'>;
type EndedMembership = Pick<Membership, 'id' | 'programmeId' | 'personId' | 'role'>;

interface Work {
  readonly people: NewPerson[];
  readonly changedPeople: ChangedPerson[];
  readonly memberships: NewMembership[];
  readonly changedMemberships: ChangedMembership[];
  readonly endedMemberships: EndedMembership[];
  readonly changes: Change[];
}

/** Where and when: what a plan of the people needs beside the roster. */
export interface PeopleScope {
  readonly programmeId: string;
  /** For new people whose line says none. */
  readonly timeZone: string;
  readonly companies: Pick<CompaniesPlan, 'idByCode' | 'codeById'>;
  readonly now: Date;
}

/**
 * The e-mail address is who a person is. Language and time zone are taken for new people only: later they are the person's
 * own choice, made in the chat. Roles that are not on the roster any more end; nothing of a person is deleted.
 */
export async function planPeople(
  transaction: Transaction,
  wanted: readonly RosterPerson[],
  scope: PeopleScope,
): Promise<Plan> {
  const known = new Map<string, Person>();
  for (const lines of inChunks(wanted)) {
    const found = await transaction.person.findMany({ where: { email: { in: lines.map(({ email }) => email) } } });
    for (const person of found) known.set(person.email ?? '', person);
  }
  const present = await transaction.membership.findMany({
    where: { programmeId: scope.programmeId },
    include: { person: true },
  });
  const byKey = new Map(present.map((membership) => [keyOf(membership.personId, membership.role), membership]));
  const work: Work = {
    people: [],
    changedPeople: [],
    memberships: [],
    changedMemberships: [],
    endedMemberships: [],
    changes: [],
  };
  const kept = new Set<string>();
  for (const [email, lines] of groupBy(wanted, (line) => line.email)) {
    const person = known.get(email);
    if (person === undefined) addPerson(work, lines, scope);
    else {
      changePerson(work, person, lines);
      for (const line of lines) {
        const membership = byKey.get(keyOf(person.id, line.role));
        if (membership !== undefined) kept.add(membership.id);
        settleMembership(work, person, line, membership, scope);
      }
    }
  }
  for (const membership of present) {
    if (kept.has(membership.id) || membership.endedAt !== null) continue;
    // Who walked in without leaving an e-mail address can be on no roster, so being absent from it says nothing.
    if (membership.person.email === null) continue;
    work.endedMemberships.push(membership);
    const details = inBothLanguages((texts) => texts.changes.leaves(texts.role[membership.role][0] ?? membership.role));
    work.changes.push({ what: 'end', kind: 'membership', name: nameOf(membership.person), details });
  }
  return { changes: work.changes, apply: (writing) => applyWork(writing, work, scope.now) };
}

function addPerson(work: Work, lines: readonly RosterPerson[], scope: PeopleScope): void {
  const [first] = lines;
  if (first === undefined) return;
  const { email, nameJa, nameEn, furigana } = first;
  const language = lines.find((line) => line.language !== null)?.language ?? 'ja';
  const timeZone = lines.find((line) => line.timeZone !== null)?.timeZone ?? scope.timeZone;
  const id = randomUUID();
  work.people.push({ id, email, nameJa, nameEn, furigana, language, timeZone });
  for (const line of lines) work.memberships.push({ personId: id, ...membershipOf(line, scope) });
  const details = inBothLanguages((texts) =>
    lines.map((line) => texts.changes.joins(inWords(roleWords(line), texts))).join(texts.changes.separator),
  );
  work.changes.push({ what: 'create', kind: 'person', name: nameOf(first), details });
}

function changePerson(work: Work, person: Person, [line]: readonly RosterPerson[]): void {
  if (line === undefined) return;
  const { nameJa, nameEn, furigana } = line;
  const fields = [
    ...changedField('nameJa', person.nameJa, nameJa),
    ...changedField('nameEn', person.nameEn, nameEn),
    ...changedField('furigana', person.furigana, furigana),
  ];
  if (fields.length === 0) return;
  work.changedPeople.push({ id: person.id, nameJa, nameEn, furigana });
  work.changes.push({ what: 'change', kind: 'person', name: nameOf(line), details: describeFields(fields) });
}

function settleMembership(
  work: Work,
  person: Person,
  line: RosterPerson,
  membership: Membership | undefined,
  scope: PeopleScope,
): void {
  const name = nameOf(line);
  const wanted = membershipOf(line, scope);
  if (membership === undefined) {
    work.memberships.push({ personId: person.id, ...wanted });
    const details = inBothLanguages((texts) => texts.changes.joins(inWords(roleWords(line), texts)));
    work.changes.push({ what: 'create', kind: 'membership', name, details });
    return;
  }
  const codeOf = (companyId: string | null) => scope.companies.codeById.get(companyId ?? '') ?? '';
  const fields = [
    ...changedField('level', levelWords(membership.level), levelWords(wanted.level)),
    ...changedField('company', codeOf(membership.companyId), codeOf(wanted.companyId)),
  ];
  if (fields.length === 0 && membership.endedAt === null) return;
  work.changedMemberships.push({ id: membership.id, level: wanted.level, companyId: wanted.companyId });
  const returns: Said[] =
    membership.endedAt === null ? [] : [(texts) => texts.changes.returns(inWords(roleWords(line), texts))];
  work.changes.push({ what: 'change', kind: 'membership', name, details: describeFields(fields, ...returns) });
}

function membershipOf(line: RosterPerson, { programmeId, companies }: PeopleScope): Omit<NewMembership, 'personId'> {
  const companyId = line.companyCode === null ? null : (companies.idByCode.get(line.companyCode) ?? null);
  return { programmeId, role: line.role, level: line.level, companyId };
}

async function applyWork(writing: Transaction, work: Work, now: Date): Promise<void> {
  for (const data of inChunks(work.people)) await writing.person.createMany({ data });
  for (const rows of inChunks(work.changedPeople)) await writePeople(writing, rows);
  for (const data of inChunks(work.memberships)) await writing.membership.createMany({ data });
  for (const rows of inChunks(work.changedMemberships)) await writeMemberships(writing, rows);
  for (const ended of inChunks(work.endedMemberships)) await endImportedMemberships(writing, ended, now);
}

/** The one place where an import takes roles away, and with a participant's role the places in sessions to come. */
async function endImportedMemberships(
  transaction: Transaction,
  ended: readonly EndedMembership[],
  now: Date,
): Promise<void> {
  await transaction.membership.updateMany({ where: { id: { in: ended.map(({ id }) => id) } }, data: { endedAt: now } });
  const attendees = ended.filter(({ role }) => role === 'participant');
  for (const [programmeId, left] of groupBy(attendees, (membership) => membership.programmeId)) {
    await releaseSeats(transaction, { programmeId, personIds: left.map(({ personId }) => personId), now });
  }
}

function roleWords({ role, level, companyCode }: RosterPerson): Said {
  return (texts) => {
    const more = [companyCode ?? '', inWords(levelWords(level), texts)].filter((word) => word !== '');
    return [texts.role[role][0] ?? role, ...(more.length === 0 ? [] : [`(${more.join(' ')})`])].join(' ');
  };
}

function levelWords(level: Level | null): Said {
  return level === null ? '' : (texts) => texts.level[level][0] ?? level;
}

function nameOf({ nameJa, email }: Pick<Person, 'nameJa' | 'email'>): string {
  return email === null ? nameJa : `${nameJa} <${email}>`;
}

function keyOf(personId: string, role: Role): string {
  return `${personId} ${role}`;
}
