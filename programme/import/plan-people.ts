/** Works out what an import does to people and to their roles in the programme. */
import { randomUUID } from 'node:crypto';
import type { Language, Level, Membership, Person, Role, Transaction } from '../../prisma/client.js';
import { withdrawRequestsTo } from '../consultations/handovers/withdraw-requests.js';
import { releaseSeats } from '../registrations/registrations.js';
import { type Change, type Fault, fault, groupBy, inBothLanguages } from './findings.js';
import { type ChangedMembership, type ChangedPerson, writeMemberships, writePeople } from './import.sql.js';
import { type Answers, addressAfter, matchPeople, nameOf, type Question } from './match-people.js';
import { changedField, describeFields, inChunks, inWords, type Plan, type Said } from './plan.js';
import type { CompaniesPlan } from './plan-companies.js';
import type { RosterPerson } from './roster.js';
import { kanaReading } from './roster-cells.js';

interface NewPerson extends Pick<Person, 'id' | 'nameJa' | 'nameEn' | 'furigana' | 'timeZone'> {
  email: string;
  language: Language;
}
type NewMembership = Pick<
  Membership,
  'programmeId' | 'personId' | 'role' | 'level' | 'companyId' | 'personCode' | 'titleJa' | 'titleEn'
>;
type EndedMembership = Pick<Membership, 'id' | 'programmeId' | 'personId' | 'role'>;

interface Work {
  readonly people: NewPerson[];
  readonly changedPeople: ChangedPerson[];
  /** Those among them whose address changes. */
  readonly moved: ChangedPerson[];
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
  /** The roster's name, for faults and questions. */
  readonly file: string;
  readonly answers: Answers;
  readonly restIsSame: boolean;
  /** Whether people of other programmes, too, may be given another e-mail address: it is the key to all that they may do. */
  readonly mayMove: boolean;
}

export interface PeoplePlan extends Plan {
  /** Unanswered: as long as there are any, nothing may be applied. */
  readonly questions: readonly Question[];
  readonly faults: readonly Fault[];
  /** By the address in the roster; without those who hang on a question. */
  readonly idByEmail: ReadonlyMap<string, string>;
  /** Whose role as an adviser ends. */
  readonly leavingAdvisers: ReadonlySet<string>;
}

/**
 * The person code or else the e-mail address says who a person is. Language and time zone are taken for new people only: later they are the person's
 * own choice, made in the chat. Roles that are not on the roster any more end; nothing of a person is deleted.
 */
export async function planPeople(
  transaction: Transaction,
  wanted: readonly RosterPerson[],
  scope: PeopleScope,
): Promise<PeoplePlan> {
  const known = new Map<string, Person>();
  for (const lines of inChunks(wanted)) {
    const found = await transaction.person.findMany({
      where: { email: { in: lines.map(({ email }) => email) } },
      include: { mergedInto: true },
    });
    // An address that stayed with a duplicate is that of the person whom the duplicate was merged into.
    for (const { mergedInto, ...person } of found) known.set(person.email ?? '', mergedInto ?? person);
  }
  const present = await transaction.membership.findMany({
    where: { programmeId: scope.programmeId },
    include: { person: { include: { mergedInto: true } } },
  });
  const byKey = new Map(present.map((membership) => [keyOf(membership.personId, membership.role), membership]));
  const work: Work = {
    people: [],
    changedPeople: [],
    moved: [],
    memberships: [],
    changedMemberships: [],
    endedMemberships: [],
    changes: [],
  };
  const { matches, questions, asked, faults } = matchPeople(wanted, {
    file: scope.file,
    byEmail: known,
    members: present,
    companyIdOf: (line) => companyIdOf(line, scope),
    answers: scope.answers,
    restIsSame: scope.restIsSame,
  });
  const kept = new Set<string>();
  const idByEmail = new Map<string, string>();
  for (const { lines, person } of matches) {
    const id = person === null ? addPerson(work, lines, scope) : person.id;
    for (const { email } of lines) if (id !== null) idByEmail.set(email, id);
    if (person !== null) {
      changePerson(work, person, lines, known);
      for (const line of lines) {
        const membership = byKey.get(keyOf(person.id, line.role));
        if (membership !== undefined) kept.add(membership.id);
        settleMembership(work, person, line, membership, scope);
      }
    }
  }
  for (const membership of present) {
    if (kept.has(membership.id) || membership.endedAt !== null || asked.has(membership.personId)) continue;
    // Who only walked in, or left no e-mail address, can be on no roster, so being absent from it says nothing.
    if (membership.person.email === null || membership.walkedIn) continue;
    work.endedMemberships.push(membership);
    const details = inBothLanguages((texts) => texts.changes.leaves(texts.role[membership.role][0] ?? membership.role));
    work.changes.push({ what: 'end', kind: 'membership', name: nameOf(membership.person), details });
  }
  const elsewhere = scope.mayMove ? [] : await findElsewhere(transaction, work, scope);
  return {
    changes: work.changes,
    questions,
    faults: [...faults, ...elsewhere],
    idByEmail,
    leavingAdvisers: new Set(
      work.endedMemberships.filter(({ role }) => role === 'adviser').map(({ personId }) => personId),
    ),
    apply: (writing) => applyWork(writing, work, scope.now),
  };
}

/** People whose address would change though they also take part in another programme, whose secretariat is not asked. */
async function findElsewhere(
  transaction: Transaction,
  { moved }: Work,
  { programmeId, file }: PeopleScope,
): Promise<readonly Fault[]> {
  const elsewhere = await transaction.membership.findMany({
    where: { personId: { in: moved.map(({ id }) => id) }, programmeId: { not: programmeId }, endedAt: null },
    select: { personId: true },
  });
  const ids = new Set(elsewhere.map(({ personId }) => personId));
  return moved
    .filter(({ id }) => ids.has(id))
    .map(({ nameJa, email }) => fault(file, null, (texts) => texts.emailElsewhere(nameJa, email ?? '')));
}

/** The identifier of the new person. */
function addPerson(work: Work, lines: readonly RosterPerson[], scope: PeopleScope): string | null {
  const [first] = lines;
  if (first === undefined) return null;
  const { email, nameJa, nameEn, furigana } = first;
  const language = lines.find((line) => line.language !== null)?.language ?? 'ja';
  const timeZone = lines.find((line) => line.timeZone !== null)?.timeZone ?? scope.timeZone;
  const id = randomUUID();
  work.people.push({ id, email, nameJa, nameEn, furigana, language, timeZone });
  for (const line of lines) work.memberships.push({ personId: id, ...membershipOf(line, scope) });
  const details = inBothLanguages((texts, language) =>
    lines.map((line) => texts.changes.joins(inWords(roleWords(line), texts, language))).join(texts.changes.separator),
  );
  work.changes.push({ what: 'create', kind: 'person', name: nameOf(first), details });
  return id;
}

function changePerson(
  work: Work,
  person: Person,
  [line]: readonly RosterPerson[],
  known: ReadonlyMap<string, Person>,
): void {
  if (line === undefined) return;
  const { nameJa, nameEn, furigana } = line;
  const email = addressAfter(person, line.email, known);
  const fields = [
    ...changedField('email', person.email ?? '', email),
    ...changedField('nameJa', person.nameJa, nameJa),
    ...changedField('nameEn', person.nameEn, nameEn),
    // What was typed in the chat may be in hiragana.
    ...changedField('furigana', kanaReading(person.furigana), furigana),
  ];
  if (fields.length === 0) return;
  const changed = { id: person.id, nameJa, nameEn, furigana, email };
  work.changedPeople.push(changed);
  if (email !== person.email) work.moved.push(changed);
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
    const details = inBothLanguages((texts, language) =>
      texts.changes.joins(inWords(roleWords(line), texts, language)),
    );
    work.changes.push({ what: 'create', kind: 'membership', name, details });
    return;
  }
  // A roster without codes takes nobody's code away.
  const personCode = wanted.personCode ?? membership.personCode;
  // Nor one without job titles anybody's.
  const titleJa = wanted.titleJa || membership.titleJa;
  const titleEn = wanted.titleEn || membership.titleEn;
  const codeOf = (companyId: string | null) => scope.companies.codeById.get(companyId ?? '') ?? '';
  const fields = [
    ...changedField('level', levelWords(membership.level), levelWords(wanted.level)),
    ...changedField('company', codeOf(membership.companyId), codeOf(wanted.companyId)),
    ...changedField('personCode', membership.personCode ?? '', personCode ?? ''),
    ...changedField('jobTitleJa', membership.titleJa, titleJa),
    ...changedField('jobTitleEn', membership.titleEn, titleEn),
  ];
  // Who only walked in until now belongs to the programme from now on, and is asked to answer.
  const { endedAt, walkedIn } = membership;
  if (fields.length === 0 && endedAt === null && !walkedIn) return;
  const { level, companyId } = wanted;
  work.changedMemberships.push({ id: membership.id, level, companyId, personCode, titleJa, titleEn });
  const as = endedAt === null ? 'joins' : 'returns';
  const returns: Said[] =
    endedAt === null && !walkedIn
      ? []
      : [(texts, language) => texts.changes[as](inWords(roleWords(line), texts, language))];
  work.changes.push({ what: 'change', kind: 'membership', name, details: describeFields(fields, ...returns) });
}

function membershipOf(line: RosterPerson, scope: PeopleScope): Omit<NewMembership, 'personId'> {
  const { role, level, personCode, jobTitleJa: titleJa, jobTitleEn: titleEn } = line;
  const { programmeId } = scope;
  return { programmeId, role, level, companyId: companyIdOf(line, scope), personCode, titleJa, titleEn };
}

function companyIdOf({ companyCode }: RosterPerson, { companies }: PeopleScope): string | null {
  return companyCode === null ? null : (companies.idByCode.get(companyCode) ?? null);
}

async function applyWork(writing: Transaction, work: Work, now: Date): Promise<void> {
  // Addresses that people give up come first, since somebody new may take one of them.
  for (const rows of inChunks(work.changedPeople)) await writePeople(writing, rows);
  for (const data of inChunks(work.people)) {
    await writing.person.createMany({ data: data.map((person) => ({ ...person, createdAt: now })) });
  }
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
  const advisers = ended.filter(({ role }) => role === 'adviser');
  for (const [programmeId, left] of groupBy(advisers, (membership) => membership.programmeId)) {
    const asked = left.map(({ personId }) => ({ adviserId: personId }));
    await withdrawRequestsTo(transaction, { programmeId, advisers: asked, byId: null, now });
  }
  const attendees = ended.filter(({ role }) => role === 'participant');
  for (const [programmeId, left] of groupBy(attendees, (membership) => membership.programmeId)) {
    await releaseSeats(transaction, { programmeId, personIds: left.map(({ personId }) => personId), now });
  }
}

function roleWords({ role, level, companyCode }: RosterPerson): Said {
  return (texts, language) => {
    const more = [companyCode ?? '', inWords(levelWords(level), texts, language)].filter((word) => word !== '');
    return [texts.role[role][0] ?? role, ...(more.length === 0 ? [] : [`(${more.join(' ')})`])].join(' ');
  };
}

function levelWords(level: Level | null): Said {
  return level === null ? '' : (texts) => texts.level[level][0] ?? level;
}

function keyOf(personId: string, role: Role): string {
  return `${personId} ${role}`;
}
