/** The pure rules of group work: what a group must be, which of it a set of groups does not keep, and why. */
import type { Mode } from '../../prisma/client.js';

/** Somebody who takes part. */
export interface Grouped {
  readonly id: string;
  /** Null: of none, so that nobody is a colleague. */
  readonly company: string | null;
  readonly mode: Mode;
}

export interface GroupOf {
  /** From 1 on. */
  readonly number: number;
  /** The only mode of its people; null where room and line are mixed. */
  readonly mode: Mode | null;
  /** Empty while there is none. */
  readonly facilitator: string;
}

/** In which group each person is; null: in none. */
export type Places = ReadonlyMap<string, number | null>;

/** A rule that is not kept, and why. */
export type Broken =
  /** More people of one company than groups that they could be in: some are left without one. */
  | { readonly rule: 'company'; readonly company: string; readonly people: number; readonly groups: number }
  | { readonly rule: 'together'; readonly company: string; readonly group: number }
  | { readonly rule: 'apart'; readonly person: string; readonly group: number }
  | { readonly rule: 'no_group'; readonly mode: Mode; readonly people: number }
  | { readonly rule: 'unplaced'; readonly people: readonly string[] }
  | { readonly rule: 'sizes'; readonly smallest: number; readonly largest: number }
  | { readonly rule: 'facilitators'; readonly groups: readonly number[] };

/** Who has no company stands for one of their own. */
export function companyOf({ id, company }: Grouped): string {
  return company ?? `person:${id}`;
}

/** The people of each company, in the order in which they come. */
export function byCompany(people: readonly Grouped[]): ReadonlyMap<string, readonly Grouped[]> {
  const companies = new Map<string, Grouped[]>();
  for (const person of people) {
    const own = companies.get(companyOf(person));
    if (own === undefined) companies.set(companyOf(person), [person]);
    else own.push(person);
  }
  return companies;
}

/** How many can be placed in so many groups that are open to all of them: of each company one in each. */
export function placeable(people: readonly Grouped[], groups: number): number {
  return [...byCompany(people).values()].reduce((sum, own) => sum + Math.min(own.length, groups), 0);
}

/** The groups that somebody may be in. */
export function groupsFor({ mode }: Pick<Grouped, 'mode'>, groups: readonly GroupOf[]): readonly GroupOf[] {
  return groups.filter((group) => group.mode === null || group.mode === mode);
}

/** Everything that is not kept, in the order of its weight. */
export function brokenRules(people: readonly Grouped[], groups: readonly GroupOf[], places: Places): readonly Broken[] {
  const leftOut = people.filter(({ id }) => (places.get(id) ?? null) === null);
  const crowded = crowdedCompanies(leftOut, people, groups);
  const explained = new Set(crowded.map(({ company }) => company));
  const withoutGroup = leftOut.filter((person) => groupsFor(person, groups).length === 0);
  const unexplained = leftOut.filter((person) => !explained.has(companyOf(person)) && !withoutGroup.includes(person));
  return [
    ...crowded,
    ...together(people, places),
    ...people.flatMap((person): Broken[] => {
      const number = places.get(person.id) ?? null;
      const group = groups.find((one) => one.number === number);
      const isApart = group === undefined || group.mode === null || group.mode === person.mode;
      return isApart ? [] : [{ rule: 'apart', person: person.id, group: group.number }];
    }),
    ...(['onsite', 'online'] as const).flatMap((mode): Broken[] => {
      const count = withoutGroup.filter((person) => person.mode === mode).length;
      return count === 0 ? [] : [{ rule: 'no_group', mode, people: count }];
    }),
    ...(unexplained.length === 0 ? [] : [{ rule: 'unplaced' as const, people: unexplained.map(({ id }) => id) }]),
    ...sizesOf(people, groups, places),
    ...(groups.every(({ facilitator }) => facilitator !== '')
      ? []
      : [
          {
            rule: 'facilitators' as const,
            groups: groups.filter(({ facilitator }) => facilitator === '').map(({ number }) => number),
          },
        ]),
  ];
}

function crowdedCompanies(leftOut: readonly Grouped[], people: readonly Grouped[], groups: readonly GroupOf[]) {
  const found = new Map<string, { rule: 'company'; company: string; people: number; groups: number }>();
  for (const person of leftOut) {
    const possible = groupsFor(person, groups);
    const company = companyOf(person);
    const same = people.filter(
      (one) => companyOf(one) === company && groupsFor(one, groups).some((group) => possible.includes(group)),
    );
    if (possible.length === 0 || same.length <= possible.length || found.has(company)) continue;
    found.set(company, { rule: 'company', company, people: same.length, groups: possible.length });
  }
  return [...found.values()];
}

function together(people: readonly Grouped[], places: Places): readonly Broken[] {
  const seen = new Set<string>();
  const twice = new Map<string, Broken>();
  for (const person of people) {
    const number = places.get(person.id) ?? null;
    if (number === null) continue;
    const key = `${number} ${companyOf(person)}`;
    if (seen.has(key)) twice.set(key, { rule: 'together', company: companyOf(person), group: number });
    seen.add(key);
  }
  return [...twice.values()];
}

function sizesOf(people: readonly Grouped[], groups: readonly GroupOf[], places: Places): readonly Broken[] {
  const sizes = groups.map(({ number }) => people.filter(({ id }) => places.get(id) === number).length);
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  return groups.length === 0 || largest - smallest <= 1 ? [] : [{ rule: 'sizes', smallest, largest }];
}

/** What keeps groups from being told to people: nobody is left without one, and nobody is with a colleague. */
export function isUntellable({ rule }: Broken): boolean {
  return rule !== 'sizes' && rule !== 'facilitators';
}
