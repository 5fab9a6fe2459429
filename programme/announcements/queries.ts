/** What screens and notices read about announcements: data, without words. */
import type { AnnouncementState, NotificationState, Prisma, Transaction } from '../../prisma/client.js';
import { nameIn } from '../members/queries.js';
import type { Bilingual } from '../messages/bilingual.js';
import { inBoth, pick } from '../messages/bilingual.js';
import type { Language } from '../requests/context.js';
import { type Page, type PageOf, page } from '../requests/page.js';
import { tallyMessages } from './announcements.sql.js';
import type { Audience, AudienceNames } from './audience.js';
import { placeName } from './places/place-name.js';
import type { CountedMessages } from './words.js';

/** What became of the messages of an announcement. */
export async function countedMessages(transaction: Transaction, id: string): Promise<CountedMessages> {
  const tally = await tallyMessages(transaction, id);
  const sum = (...states: readonly NotificationState[]) =>
    states.reduce((all, state) => all + (tally.get(state) ?? 0), 0);
  return {
    planned: sum(...tally.keys()),
    delivered: sum('delivered'),
    underWay: sum('pending', 'queued', 'sending'),
    stopped: sum('stopped'),
    unreachable: sum('unreachable'),
    unknown: sum('unknown'),
    missed: sum('missed'),
    failed: sum('failed'),
    suppressed: sum('suppressed'),
  };
}

export interface ListedAnnouncement {
  readonly id: string;
  readonly state: AnnouncementState;
  readonly textJa: string;
  readonly textEn: string;
  readonly version: number;
  readonly sendAt: Date;
  readonly by: Bilingual;
  /** Where it is posted to; null: it goes to people. */
  readonly place: string | null;
  /** Who wrote, changed or proposed it. */
  readonly authors: readonly (string | null)[];
}

const listed = {
  createdBy: true,
  place: true,
  versions: { orderBy: { version: 'desc' }, take: 1 },
} as const satisfies Prisma.AnnouncementInclude;

type Row = Prisma.AnnouncementGetPayload<{ include: typeof listed }>;

function entry({ id, state, sendAt, createdBy, createdById, proposedById, place, versions }: Row): ListedAnnouncement {
  const { textJa = '', textEn = '', version = 0, madeById = null } = versions[0] ?? {};
  return {
    ...{ id, state, textJa, textEn, version, sendAt, by: nameIn(createdBy) },
    ...{ place: place === null ? null : placeName(place), authors: [createdById, madeById, proposedById] },
  };
}

/** Drafts are their author's alone. */
function seenBy(personId: string) {
  return { OR: [{ state: { not: 'draft' as const } }, { createdById: personId }] };
}

/** Those of a programme that this person sees, the latest first. */
export async function readAnnouncements(
  transaction: Transaction,
  { programmeId, personId }: { readonly programmeId: string; readonly personId: string },
  pageOf: PageOf,
): Promise<Page<ListedAnnouncement>> {
  const where = { programmeId, ...seenBy(personId) };
  const rows = await transaction.announcement.findMany({
    where,
    include: listed,
    orderBy: [{ sendAt: 'desc' }, { id: 'asc' }],
    skip: pageOf.from,
    take: pageOf.size,
  });
  return page(rows.map(entry), await transaction.announcement.count({ where }), pageOf);
}

/** The latest ones in these states that this person sees, for choosing one. */
export async function readInStates(
  transaction: Transaction,
  { programmeId, personId }: { readonly programmeId: string; readonly personId: string },
  {
    states,
    where = {},
    most,
  }: {
    readonly states: readonly AnnouncementState[];
    readonly where?: Prisma.AnnouncementWhereInput;
    readonly most: number;
  },
): Promise<readonly ListedAnnouncement[]> {
  const rows = await transaction.announcement.findMany({
    where: { AND: [where], programmeId, state: { in: [...states] }, ...seenBy(personId) },
    include: listed,
    orderBy: [{ sendAt: 'desc' }, { id: 'asc' }],
    take: most,
  });
  return rows.map(entry);
}

/** The names of what an audience holds by identifier. */
export async function readAudienceNames(
  transaction: Transaction,
  { session, companies, deliverableType, people }: Audience,
  language: Language,
): Promise<AudienceNames> {
  const named = { nameJa: true, nameEn: true } as const;
  const found = session === null ? null : await transaction.session.findUnique({ where: { id: session } });
  const ofCompanies = await transaction.company.findMany({
    where: { id: { in: [...companies] } },
    orderBy: [{ kana: 'asc' }, { id: 'asc' }],
    select: named,
  });
  const ofPeople = await transaction.person.findMany({
    where: { id: { in: [...people] } },
    orderBy: [{ furigana: 'asc' }, { id: 'asc' }],
    select: named,
  });
  const type =
    deliverableType === null ? null : await transaction.deliverableType.findUnique({ where: { id: deliverableType } });
  const word = (row: { readonly nameJa: string; readonly nameEn: string }) =>
    pick(language, inBoth(row.nameJa, row.nameEn));
  const deliverable = type && pick(language, inBoth(type.titleJa, type.titleEn));
  return { session: found?.code ?? null, deliverable, companies: ofCompanies.map(word), people: ofPeople.map(word) };
}

/** Everyone else of the secretariat now. */
export async function readOtherSecretaries(
  transaction: Transaction,
  programmeId: string,
  except: readonly string[],
): Promise<readonly { readonly personId: string; readonly name: Bilingual }[]> {
  const members = await transaction.membership.findMany({
    where: { programmeId, role: 'secretariat', endedAt: null, personId: { notIn: [...except] } },
    orderBy: [{ person: { furigana: 'asc' } }, { personId: 'asc' }],
    include: { person: true },
  });
  return members.map(({ personId, person }) => ({ personId, name: nameIn(person) }));
}

export interface Demands {
  readonly people: number;
  readonly asksNumber: boolean;
  readonly asksApproval: boolean;
}

/** How many it goes to by its preview, and what the programme asks for at so many. */
export async function readDemands(
  transaction: Transaction,
  { id, programmeId }: { readonly id: string; readonly programmeId: string },
): Promise<Demands> {
  const people = await transaction.announcementPerson.count({ where: { announcementId: id, previewed: true } });
  const { placeId } = await transaction.announcement.findUniqueOrThrow({ where: { id }, select: { placeId: true } });
  const { askNumberFrom, approvalFrom } = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
  return {
    people,
    asksNumber: people > 0 && people >= askNumberFrom,
    // How many read a channel is not known: they may be more than any limit.
    asksApproval: approvalFrom !== null && (placeId !== null || (people > 0 && people >= approvalFrom)),
  };
}
