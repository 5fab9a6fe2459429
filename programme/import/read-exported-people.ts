/** Reads the people of a programme as the lines of a roster: one for each role, in an order that rests on what they say alone. */
import type { Language, Level, Prisma, Role, Transaction } from '../../prisma/client.js';

/** A company as the lines of its people name it. */
interface ExportedCompany {
  readonly code: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly kana: string;
  readonly slack: readonly string[];
  readonly teams: readonly string[];
  /** E-mail addresses. */
  readonly advisers: readonly string[];
}

interface ExportedRole {
  readonly nameJa: string;
  readonly nameEn: string;
  readonly furigana: string;
  readonly email: string;
  readonly role: Role;
  readonly level: Level | null;
  readonly language: Language;
  readonly timeZone: string;
  readonly personCode: string | null;
  readonly titleJa: string;
  readonly titleEn: string;
}

export interface ExportedPerson {
  /** Null: all but participants. */
  readonly company: ExportedCompany | null;
  /** Null: nobody of the company belongs to the programme now. */
  readonly person: ExportedRole | null;
}

interface ExportedPeople {
  readonly people: readonly ExportedPerson[];
  /** Japanese names of those whom a roster cannot name. */
  readonly unnamed: readonly string[];
}

type Member = Prisma.MembershipGetPayload<{ include: { person: true } }>;

/** In the roster participants stand first, by their companies. */
const roleOrder: readonly Role[] = ['participant', 'adviser', 'secretariat', 'speaker'];

/** Guests and those who only walked in are on no roster. */
export async function readExportedPeople(transaction: Transaction, programmeId: string): Promise<ExportedPeople> {
  const members = await transaction.membership.findMany({
    where: { programmeId, endedAt: null, person: { mergedIntoId: null } },
    include: { person: true },
  });
  const companies = await readCompanies(transaction, programmeId);
  const known = members.filter(({ walkedIn }) => !walkedIn);
  const lines: ExportedPerson[] = [];
  const unnamed = new Set(members.filter(({ walkedIn }) => walkedIn).map(({ person }) => person.nameJa));
  const occupied = new Set<string>();
  for (const member of known) {
    const company = member.role === 'participant' ? companies.get(member.companyId ?? '') : null;
    const person = roleOf(member);
    if (person === null || company === undefined) {
      unnamed.add(member.person.nameJa);
      continue;
    }
    if (company !== null) occupied.add(company.code);
    lines.push({ company, person });
  }
  for (const company of companies.values()) {
    if (!occupied.has(company.code)) lines.push({ company, person: null });
  }
  return { people: lines.toSorted(compareLines), unnamed: [...unnamed].toSorted(compareTexts) };
}

async function readCompanies(
  transaction: Transaction,
  programmeId: string,
): Promise<ReadonlyMap<string, ExportedCompany>> {
  const companies = await transaction.company.findMany({
    where: { programmeId, guest: false },
    include: {
      bindings: { orderBy: { tenant: 'asc' } },
      assignments: { where: { endedAt: null }, include: { adviser: { select: { email: true } } } },
    },
  });
  return new Map(
    companies.map(({ id, code, nameJa, nameEn, kana, bindings, assignments }) => {
      const of = (platform: 'slack' | 'teams') =>
        bindings.filter((one) => one.platform === platform).map(({ tenant }) => tenant);
      const advisers = assignments.flatMap(({ adviser }) => adviser.email ?? []).toSorted(compareTexts);
      return [id, { code, nameJa, nameEn, kana, slack: of('slack'), teams: of('teams'), advisers }];
    }),
  );
}

/** Null where the person left no e-mail address. */
function roleOf({ person, role, level, personCode, titleJa, titleEn }: Member): ExportedRole | null {
  const { nameJa, nameEn, furigana, email, language, timeZone } = person;
  if (email === null) return null;
  return { nameJa, nameEn, furigana, email, role, level, language, timeZone, personCode, titleJa, titleEn };
}

function compareLines(one: ExportedPerson, other: ExportedPerson): number {
  return compareTexts(placeOf(one), placeOf(other));
}

/** No address stands in two lines of one role. */
function placeOf({ company, person }: ExportedPerson): string {
  const role = roleOrder.indexOf(person?.role ?? 'participant');
  return [role, company?.code ?? '', person?.email ?? ''].join(' ');
}

/** The same in every language and place. */
export function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
