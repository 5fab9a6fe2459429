/** Finds who the people of a roster are: by their person code, their e-mail, or the answer to a question. */
import type { Language, Membership, Person } from '../../prisma/client.js';
import { canonicalText, sameText } from '../messages/canonical.js';
import { type Fault, fault, groupBy, inBothLanguages } from './findings.js';
import type { RosterPerson } from './roster.js';

/** A person of the roster who may be one that is registered under another e-mail address, or under none. */
export interface Question {
  readonly file: string;
  readonly line: number;
  /** The address in the roster. */
  readonly email: string;
  readonly name: string;
  readonly candidates: readonly Candidate[];
}

/** One sentence for the person who imports. */
export function wordQuestion({ file, line, name, candidates }: Question, language: Language): string {
  const known = candidates.map((candidate) => candidate.name);
  return inBothLanguages((texts) => texts.question(file, line, name, known))[language];
}

interface Candidate {
  /** What an answer calls the candidate: the address, or without one the identifier. */
  readonly key: string;
  readonly name: string;
}

/** By the address in the roster: the key of the candidate who it is, or null for somebody else. */
export type Answers = ReadonlyMap<string, string | null>;

type Member = Membership & { readonly person: Person & { readonly mergedInto: Person | null } };

interface Match {
  readonly lines: readonly RosterPerson[];
  /** Null for a person who is new. */
  readonly person: Person | null;
}

export interface Matches {
  readonly matches: readonly Match[];
  /** What nobody has answered yet; these people of the roster are in no match. */
  readonly questions: readonly Question[];
  /** People who may be meant by a question: nothing of theirs ends before it is answered. */
  readonly asked: ReadonlySet<string>;
  readonly faults: readonly Fault[];
}

interface Known {
  /** The roster's name, for faults and questions. */
  readonly file: string;
  /** An address that a merged duplicate has leads to the person who stayed. */
  readonly byEmail: ReadonlyMap<string, Person>;
  /** All of the programme's, those that have ended included. */
  readonly members: readonly Member[];
  readonly companyIdOf: (line: RosterPerson) => string | null;
  readonly answers: Answers;
  /** Each person about whom no answer was given is the candidate, where there is one only. */
  readonly restIsSame: boolean;
}

interface Group {
  readonly first: RosterPerson;
  readonly lines: readonly RosterPerson[];
}

/** Codes come first, since they outlive an address; then addresses; what is left may be a corrected address. */
export function matchPeople(wanted: readonly RosterPerson[], known: Known): Matches {
  const { file, byEmail } = known;
  const byCode = new Map<string, Person>();
  for (const { personCode, person } of known.members)
    if (personCode !== null) byCode.set(personCode.toLowerCase(), person.mergedInto ?? person);
  const groups = [...groupBy(wanted, ({ email }) => email).values()].flatMap((lines): Group[] =>
    lines[0] === undefined ? [] : [{ first: lines[0], lines }],
  );
  const matches: Match[] = [];
  const faults: Fault[] = [];
  const taken = new Map<string, RosterPerson>();
  const take = ({ first, lines }: Group, person: Person) => {
    const other = taken.get(person.id);
    if (other !== undefined) {
      const name = nameOf(person);
      faults.push(fault(file, first.line, (texts) => texts.mergedTwice(name, other.line)));
      return;
    }
    matches.push({ lines, person });
    taken.set(person.id, first);
  };
  const uncoded = groups.filter((group) => {
    const coded = group.lines.find(({ personCode }) => personCode !== null);
    const holder = byCode.get(coded?.personCode?.toLowerCase() ?? '');
    if (holder === undefined) return true;
    const other = byEmail.get(group.first.email);
    if (other === undefined || other.id === holder.id) take(group, holder);
    else {
      const { line, email } = group.first;
      const [code, name] = [coded?.personCode ?? '', nameOf(holder)];
      faults.push(fault(file, coded?.line ?? line, (texts) => texts.codeDisagrees(code, name, email)));
    }
    return false;
  });
  const unknown = uncoded.filter((group) => {
    const person = byEmail.get(group.first.email);
    if (person === undefined) return true;
    const other = taken.get(person.id);
    // The person who had this address has just been given another by their code.
    if (other && person.email === group.first.email && addressAfter(person, other.email, byEmail) !== person.email)
      return true;
    take(group, person);
    return false;
  });
  const left = known.members.filter(({ personId, endedAt }) => !taken.has(personId) && endedAt === null);
  return { ...matchByAnswers(unknown, left, known, matches), faults };
}

/** The person's address after an import that names them by this one: their own, where this one led to them already. */
export function addressAfter(person: Person, email: string, byEmail: ReadonlyMap<string, Person>): string {
  return byEmail.get(email)?.id === person.id ? (person.email ?? email) : email;
}

function matchByAnswers(
  groups: readonly Group[],
  left: readonly Member[],
  { file, companyIdOf, answers, restIsSame }: Known,
  matches: readonly Match[],
): Omit<Matches, 'faults'> {
  const byName = groupBy(left, ({ person }) => canonicalName(person));
  const settled: Match[] = [];
  const questions: Question[] = [];
  const asked = new Set<string>();
  const taken = new Set<string>();
  for (const { first, lines } of groups) {
    const alike = (byName.get(canonicalName(first)) ?? []).filter(
      (member) => !taken.has(member.personId) && lines.some((line) => mayBe(line, member, companyIdOf(line))),
    );
    const people = [...new Map(alike.map(({ person }) => [person.id, person])).values()];
    const answer = answers.get(first.email);
    const only = restIsSame && answer === undefined && people.length === 1 ? people[0] : undefined;
    const meant = only ?? people.find((person) => keyOf(person) === answer);
    if (meant !== undefined) {
      taken.add(meant.id);
      settled.push({ lines, person: meant });
    } else if (people.length === 0 || answer === null) settled.push({ lines, person: null });
    else {
      for (const { id } of people) asked.add(id);
      const candidates = people.map((person) => ({ key: keyOf(person), name: nameOf(person) }));
      questions.push({ file, line: first.line, email: first.email, name: nameOf(first), candidates });
    }
  }
  const inFileOrder = [...matches, ...settled].sort((one, other) => lineOf(one) - lineOf(other));
  return { matches: inFileOrder, questions, asked };
}

function lineOf({ lines }: Match): number {
  return lines[0]?.line ?? 0;
}

/** The same company, name and reading, and no code that says otherwise. A walk-in may have left no reading. */
function mayBe(line: RosterPerson, { companyId, personCode, person }: Member, wantedCompanyId: string | null): boolean {
  if (companyId !== wantedCompanyId) return false;
  if (personCode !== null && line.personCode !== null) return false;
  return person.furigana === '' || sameText(person.furigana, line.furigana);
}

function canonicalName({ nameJa }: Pick<Person, 'nameJa'>): string {
  return canonicalText(nameJa);
}

function keyOf({ id, email }: Person): string {
  return email ?? id;
}

/** The Japanese name with the address, where there is one. */
export function nameOf({ nameJa, email }: Pick<Person, 'nameJa' | 'email'>): string {
  return email === null ? nameJa : `${nameJa} <${email}>`;
}
