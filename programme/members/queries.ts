/** What screens and use cases read about people, companies and programmes: data, without words. */
import type { Mode, Person, Platform, RegistrationState, Role, Transaction } from '../../prisma/client.js';
import { type Bilingual, inBoth } from '../messages/bilingual.js';
import { type Sought, soughtIn } from '../messages/canonical.js';
import { localOf } from '../messages/dates.js';
import type { ActingMember } from './acting-member.js';
import { makeSearchForms } from './members.sql.js';

/** A name as its row holds it. */
interface Named {
  readonly nameJa: string;
  readonly nameEn: string;
}

/** Something by its identifier and name. */
export interface Entry {
  readonly id: string;
  readonly name: Bilingual;
}

export interface Participant {
  readonly personId: string;
  readonly companyId: string | null;
  readonly name: Bilingual;
}

export function nameIn({ nameJa, nameEn }: Named): Bilingual {
  return inBoth(nameJa, nameEn);
}

/** Whom people turn to, in the language of the reader; where it is given once, it is for both. */
export function contactIn({ contact, contactEn }: { readonly contact: string; readonly contactEn: string }): Bilingual {
  return inBoth(contact, contactEn);
}

/** The name of somebody with a role in the programme; null where they have none, or none any more. */
export async function readMemberName(
  transaction: Transaction,
  programmeId: string,
  personId: string,
): Promise<Bilingual | null> {
  const found = await transaction.membership.findFirst({
    where: { programmeId, personId, endedAt: null },
    select: { person: { select: { nameJa: true, nameEn: true } } },
  });
  return found && nameIn(found.person);
}

/** The participants with these identifiers; null where one of them takes no part in the programme. */
export async function readParticipants(
  transaction: Transaction,
  programmeId: string,
  personIds: readonly string[],
): Promise<readonly Participant[] | null> {
  const members = await transaction.membership.findMany({
    where: { programmeId, role: 'participant', personId: { in: [...personIds] } },
    select: { personId: true, companyId: true, person: { select: { nameJa: true, nameEn: true } } },
  });
  if (members.length !== new Set(personIds).size) return null;
  return members.map(({ personId, companyId, person }) => ({ personId, companyId, name: nameIn(person) }));
}

export interface CompanyEntry extends Entry {
  /** It takes no part in the programme: people of it came as guests. */
  readonly isGuest: boolean;
}

export function companyEntry({ id, guest, ...named }: Named & { readonly id: string; readonly guest: boolean }) {
  return { id, name: nameIn(named), isGuest: guest } satisfies CompanyEntry;
}

/** Null where the programme has no such company; a guest may be one. */
export async function findCompany(
  transaction: Transaction,
  programmeId: string,
  companyId: string,
): Promise<CompanyEntry | null> {
  const found = await transaction.company.findFirst({ where: { id: companyId, programmeId } });
  return found && companyEntry(found);
}

interface SoughtCompanies {
  readonly typed: string;
  readonly most: number;
  /** Also those of guests. */
  readonly guests?: boolean;
}

/** The programme's own companies by what is typed of a name, a reading or a code, in the order of their readings. */
export async function findCompanies(
  transaction: Transaction,
  programmeId: string,
  { typed, most, guests = false }: SoughtCompanies,
): Promise<readonly CompanyEntry[]> {
  const { exact, loose } = soughtIn(typed);
  if (exact.length > 0) await makeSearchForms(transaction, programmeId);
  const read = async (words: Sought, except: readonly string[]) =>
    await transaction.company.findMany({
      where: {
        programmeId,
        id: { notIn: [...except] },
        ...(guests ? {} : { guest: false }),
        AND: words.map((choices) => ({ OR: choices.map((word) => ({ searchForm: { contains: word } })) })),
      },
      orderBy: [{ kana: 'asc' }, { id: 'asc' }],
      take: most - except.length,
    });
  const exactly = await read(exact, []);
  const ids = exactly.map(({ id }) => id);
  const companies = [...exactly, ...(exact.length > 0 && ids.length < most ? await read(loose, ids) : [])];
  return companies.map(companyEntry);
}

/** These programmes, the one that began last first. */
export async function readProgrammes(
  transaction: Transaction,
  ids: readonly string[],
): Promise<readonly (Entry & { readonly contact: Bilingual })[]> {
  const programmes = await transaction.programme.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
    select: { id: true, nameJa: true, nameEn: true, contact: true, contactEn: true },
  });
  return programmes.map((programme) => ({
    ...{ id: programme.id, name: nameIn(programme), contact: contactIn(programme) },
  }));
}

/** Whether its people may hear of a programme: one that was made from another one is its secretariat's alone until it is announced. */
export async function isAnnounced(transaction: Transaction, programmeId: string): Promise<boolean> {
  return (await transaction.programme.count({ where: { id: programmeId, openedAt: { not: null } } })) > 0;
}

/** A person and the role in which they came to a programme. */
export interface Welcomed {
  readonly person: Bilingual;
  readonly role: Role;
  readonly programme: Bilingual;
  readonly company: Bilingual | null;
}

/** In the programme that goes on and began last of those they belong to, or else in the last one; null where they belong to none. */
export async function readWelcomed(transaction: Transaction, personId: string, now: Date): Promise<Welcomed | null> {
  const membership = await findWelcoming(transaction, personId, now);
  if (membership === null) return null;
  const { person, programme, company, role } = membership;
  return { person: nameIn(person), role, programme: nameIn(programme), company: company && nameIn(company) };
}

/** In the order in which `identify` gives them: before its start next year's programme does not take the place of this year's. */
async function findWelcoming(transaction: Transaction, personId: string, now: Date) {
  const memberships = await transaction.membership.findMany({
    where: { personId, endedAt: null, programme: { openedAt: { not: null } } },
    include: { person: true, programme: true, company: true },
    orderBy: [{ programme: { startsOn: 'desc' } }, { role: 'asc' }],
  });
  const goesOn = ({ programme: { startsOn, endsOn, timeZone } }: (typeof memberships)[number]) => {
    const today = new Date(localOf(now, timeZone).date);
    return startsOn <= today && today <= endsOn;
  };
  return memberships.find(goesOn) ?? memberships[0] ?? null;
}

/** A session that somebody is to answer, in time. */
export interface NextToAnswer {
  readonly id: string;
  readonly title: Bilingual;
  readonly deadline: Date;
  readonly timeZone: string;
}

/** The first one that waits for a participant's answer, in the programme that they are welcomed to; null where none does. */
export async function readNextToAnswer(
  transaction: Transaction,
  personId: string,
  now: Date,
): Promise<NextToAnswer | null> {
  const membership = await findWelcoming(transaction, personId, now);
  if (membership?.role !== 'participant') return null;
  const { programmeId, level } = membership;
  const found = await transaction.session.findFirst({
    where: {
      ...{ programmeId, state: 'scheduled', deadline: { gt: now }, startsAt: { gt: now } },
      ...(level && { audience: { in: ['all', level] } }),
      registrations: { none: { personId, state: { not: 'cancelled' } } },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return (
    found && {
      id: found.id,
      title: inBoth(found.titleJa, found.titleEn),
      deadline: found.deadline,
      timeZone: found.timeZone,
    }
  );
}

/** The name of a person, a member or not; null where there is no such person. */
export async function readName(transaction: Transaction, personId: string): Promise<Bilingual | null> {
  const person = await transaction.person.findUnique({ where: { id: personId } });
  return person && nameIn(person);
}

export interface LinkedAccount {
  readonly id: string;
  readonly platform: Platform;
  /** Null: nobody's. */
  readonly personId: string | null;
  readonly linkedAt: Date | null;
  /** Who issued the code that linked it, where one did. */
  readonly issuerId: string | null;
  readonly issuer: Bilingual | null;
}

/** Null where there is no such account. */
export async function readLinkedAccount(transaction: Transaction, id: string): Promise<LinkedAccount | null> {
  const [account] = await findAccounts(transaction, { id });
  return account ?? null;
}

/** The accounts of a person, the ones linked first first. */
export async function readLinkedAccounts(
  transaction: Transaction,
  personId: string,
): Promise<readonly LinkedAccount[]> {
  return await findAccounts(transaction, { personId });
}

async function findAccounts(
  transaction: Transaction,
  where: { readonly id: string } | { readonly personId: string },
): Promise<readonly LinkedAccount[]> {
  const accounts = await transaction.account.findMany({
    where,
    orderBy: [{ linkedAt: { sort: 'asc', nulls: 'first' } }, { createdAt: 'asc' }, { id: 'asc' }],
    include: { grants: { orderBy: { createdAt: 'asc' }, take: 1, include: { issuedBy: true } } },
  });
  return accounts.map(({ id, platform, personId, linkedAt, grants }) => {
    const issuedBy = grants[0]?.issuedBy ?? null;
    return { id, platform, personId, linkedAt, issuerId: issuedBy?.id ?? null, issuer: issuedBy && nameIn(issuedBy) };
  });
}

/** What somebody else answered for a person, for a session to come. */
export interface Arranged {
  readonly session: {
    readonly id: string;
    readonly title: Bilingual;
    readonly startsAt: Date;
    readonly endsAt: Date;
    readonly timeZone: string;
  };
  readonly state: RegistrationState;
  readonly mode: Mode | null;
  readonly waitingFor: Mode | null;
  readonly by: Bilingual;
}

/** As many as fit into a message beside what it says. */
const MOST_ARRANGED = 10;

/** What was done meanwhile for somebody whom nobody could tell of it: the nearest sessions first. */
export async function readArranged(
  transaction: Transaction,
  personId: string,
  now: Date,
): Promise<readonly Arranged[]> {
  const rows = await transaction.registration.findMany({
    where: {
      personId,
      registeredById: { not: personId },
      state: { not: 'cancelled' },
      session: { state: 'scheduled', endsAt: { gt: now } },
    },
    orderBy: [{ session: { startsAt: 'asc' } }, { id: 'asc' }],
    take: MOST_ARRANGED,
    include: { session: true, registeredBy: true },
  });
  return rows.map(({ session, state, mode, waitingFor, registeredBy }) => {
    const { id, titleJa, titleEn, startsAt, endsAt, timeZone } = session;
    return {
      ...{ session: { id, title: inBoth(titleJa, titleEn), startsAt, endsAt, timeZone }, state, mode, waitingFor },
      by: nameIn(registeredBy),
    };
  });
}

/** More than any small company has. */
const MOST_COLLEAGUES = 500;

/** The names of the others of the company, whom a participant may speak of; none for the staff, who always say whom they mean. */
export async function readColleagues(
  database: Pick<Transaction, 'person'>,
  { programmeId, companyId, role, personId }: Pick<ActingMember, 'programmeId' | 'companyId' | 'role' | 'personId'>,
): Promise<readonly Pick<Person, 'nameJa' | 'nameEn'>[]> {
  if (role !== 'participant' || companyId === null) return [];
  return await database.person.findMany({
    where: { id: { not: personId }, memberships: { some: { programmeId, companyId, role, endedAt: null } } },
    orderBy: { id: 'asc' },
    take: MOST_COLLEAGUES,
    select: { nameJa: true, nameEn: true },
  });
}
