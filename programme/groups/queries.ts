/** What screens and use cases read about group work: who takes part, the groups as they are now, and one's own. */
import type { GroupPlan, Mode, Prisma, Session, SessionGroup, Transaction } from '../../prisma/client.js';
import { nameIn } from '../members/queries.js';
import type { Bilingual } from '../messages/bilingual.js';
import type { Grouped, GroupOf } from './rules.js';
import { type ToldGroup, toldGroupOf } from './told.js';

/** Who takes part in a session, by name. */
export interface TakingPart extends Grouped {
  readonly name: Bilingual;
  readonly companyName: Bilingual | null;
}

const named = {
  person: { select: { nameJa: true, nameEn: true, furigana: true } },
  company: { select: { nameJa: true, nameEn: true, kana: true } },
} as const;

interface Row {
  readonly personId: string;
  readonly companyId: string | null;
  readonly person: { readonly nameJa: string; readonly nameEn: string; readonly furigana: string };
  readonly company: { readonly nameJa: string; readonly nameEn: string; readonly kana: string } | null;
}

/** Who holds a place, unless recorded as absent, and who came without one; each as they came, where that is recorded. By their readings. */
export async function readTakingPart(
  transaction: Transaction,
  { id: sessionId }: Pick<Session, 'id'>,
): Promise<readonly TakingPart[]> {
  const registered = await transaction.registration.findMany({
    where: { sessionId, state: 'confirmed', mode: { not: null } },
    include: named,
  });
  const recorded = await transaction.attendance.findMany({
    where: { sessionId, supersededAt: null },
    include: named,
  });
  const came = new Map(recorded.map((row) => [row.personId, row]));
  const known = new Set(registered.map(({ personId }) => personId));
  const rows = [
    ...registered.filter(({ personId }) => came.get(personId)?.present !== false),
    ...recorded.filter(({ personId, present }) => present && !known.has(personId)),
  ];
  const reading = ({ company, person, personId }: Row) => `${company?.kana ?? ''}\n${person.furigana}\n${personId}`;
  return rows
    .toSorted((one, other) => (reading(one) < reading(other) ? -1 : 1))
    .flatMap(({ mode, ...row }): TakingPart[] => {
      const actual = came.get(row.personId)?.mode ?? mode;
      return actual === null ? [] : [takingPart(row, actual)];
    });
}

function takingPart({ personId: id, companyId, person, company }: Row, mode: Mode): TakingPart {
  return { id, company: companyId, mode, name: nameIn(person), companyName: company && nameIn(company) };
}

/** Somebody in the groups as they are now. */
export interface PlacedPerson extends TakingPart {
  readonly number: number | null;
  /** As they were last told of their group; null: never. */
  readonly told: ToldGroup | null;
  readonly toldWith: number | null;
}

export interface ReadPlan extends GroupPlan {
  readonly groups: readonly (GroupOf & Pick<SessionGroup, 'planId'>)[];
  /** By their readings. */
  readonly placed: readonly PlacedPerson[];
}

/** Null where no groups were made. */
export async function readPlan(transaction: Transaction, sessionId: string): Promise<ReadPlan | null> {
  const found = await transaction.groupPlan.findUnique({
    where: { sessionId },
    include: {
      groups: { orderBy: { number: 'asc' } },
      places: {
        include: named,
        orderBy: [{ company: { kana: 'asc' } }, { person: { furigana: 'asc' } }, { personId: 'asc' }],
      },
    },
  });
  if (found === null) return null;
  const { places, ...plan } = found;
  const placed = places.map(({ mode, ...row }) => ({
    ...takingPart(row, mode),
    ...{ number: row.number, told: toldGroupOf(row), toldWith: row.toldWith },
  }));
  return { ...plan, placed };
}

/** Who has come or gone, or attends in another way, since the groups were made. */
export interface PeopleChange {
  readonly joined: readonly Grouped[];
  readonly left: readonly Grouped[];
  readonly changed: readonly Grouped[];
}

export function differenceOf({ placed }: Pick<ReadPlan, 'placed'>, people: readonly Grouped[]): PeopleChange {
  const before = new Map(placed.map((one) => [one.id, one]));
  const now = new Set(people.map(({ id }) => id));
  return {
    joined: people.filter(({ id }) => !before.has(id)),
    left: placed.filter(({ id }) => !now.has(id)),
    changed: people.filter(({ id, mode, company }) => {
      const known = before.get(id);
      return known !== undefined && (known.mode !== mode || known.company !== company);
    }),
  };
}

export function isOutdated({ joined, left, changed }: PeopleChange): boolean {
  return joined.length + left.length + changed.length > 0;
}

/** The group that somebody was told of last, as they were told of it. */
export interface OwnGroup extends ToldGroup {
  readonly session: Session;
}

/** Of the sessions that are not over and in which they take part, the next one first; of one alone where it is named. */
export async function readOwnGroups(
  transaction: Transaction,
  about: {
    readonly programmeId: string;
    readonly personId: string;
    readonly sessionId: string | null;
    readonly now: Date;
  },
): Promise<readonly OwnGroup[]> {
  const { programmeId, personId, sessionId, now } = about;
  const session = { state: 'scheduled', endsAt: { gt: now }, ...(sessionId !== null && { id: sessionId }) } as const;
  const rows = await transaction.groupPlace.findMany({
    where: {
      ...{ personId, toldNumber: { not: null } },
      plan: { programmeId, session: { ...session, ...takenPartInBy(personId) } },
    },
    include: { plan: { include: { session: true } } },
    orderBy: [{ plan: { session: { startsAt: 'asc' } } }, { planId: 'asc' }],
  });
  return rows.flatMap((row) => {
    const told = toldGroupOf(row);
    return told === null ? [] : [{ session: row.plan.session, ...told }];
  });
}

/** As `readTakingPart` has it, of one person. */
function takenPartInBy(personId: string): Prisma.SessionWhereInput {
  return {
    OR: [
      {
        registrations: { some: { personId, state: 'confirmed', mode: { not: null } } },
        attendances: { none: { personId, present: false, supersededAt: null } },
      },
      { attendances: { some: { personId, present: true, supersededAt: null } } },
    ],
  };
}
