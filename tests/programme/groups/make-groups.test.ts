/** Groups keep the rules, or it is said which one cannot be kept and why; groups that are rebuilt move as few people as can be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeWithFewestMoves } from '../../../programme/groups/fewest-moves.js';
import { type GroupWish, makeGroups } from '../../../programme/groups/make-groups.js';
import {
  type Broken,
  brokenRules,
  companyOf,
  type Grouped,
  type GroupOf,
  groupsFor,
  type Places,
} from '../../../programme/groups/rules.js';

const modes = ['onsite', 'online'] as const;

function peopleOf(most: number, companies: number): fc.Arbitrary<readonly Grouped[]> {
  const one = fc.record({
    company: fc.option(
      fc.integer({ min: 1, max: companies }).map((number) => `c${number}`),
      { freq: 8 },
    ),
    mode: fc.constantFrom(...modes),
  });
  return fc
    .array(one, { minLength: 1, maxLength: most })
    .map((people) => people.map((person, index) => ({ ...person, id: `p${index}` })));
}

const wishes: fc.Arbitrary<GroupWish> = fc.record({
  by: fc.constantFrom('size', 'number'),
  value: fc.integer({ min: 1, max: 9 }),
  apart: fc.boolean(),
  facilitators: fc.array(fc.constantFrom('Aki', 'Sumi', 'Emi'), { maxLength: 9 }),
});

/** Which rules the groups do not keep, found in another way than the app does: by looking at each group. */
function lookAt(people: readonly Grouped[], groups: readonly GroupOf[], places: Places): ReadonlySet<Broken['rule']> {
  const found = new Set<Broken['rule']>();
  const sizes: number[] = [];
  for (const { number, mode, facilitator } of groups) {
    const members = people.filter(({ id }) => places.get(id) === number);
    sizes.push(members.length);
    const named = members.flatMap(({ company }) => company ?? []);
    if (new Set(named).size < named.length) found.add('together');
    if (mode !== null && members.some((one) => one.mode !== mode)) found.add('apart');
    if (facilitator === '') found.add('facilitators');
  }
  if (Math.max(...sizes) - Math.min(...sizes) > 1) found.add('sizes');
  for (const person of people) {
    if (groups.some(({ number }) => number === places.get(person.id))) continue;
    const possible = groupsFor(person, groups).length;
    const colleagues = people.filter(
      (one) =>
        companyOf(one) === companyOf(person) &&
        groupsFor(one, groups).length === possible &&
        possible > 0 &&
        groupsFor(one, groups)[0]?.number === groupsFor(person, groups)[0]?.number,
    );
    if (possible === 0) found.add('no_group');
    else found.add(colleagues.length > possible ? 'company' : 'unplaced');
  }
  return found;
}

const rulesIn = (broken: readonly Broken[]) => new Set(broken.map(({ rule }) => rule));

describe('groups that are made', () => {
  it('never put two of one company together, nor room and line where they are apart, and say what cannot be kept', () => {
    fc.assert(
      fc.property(peopleOf(40, 8), wishes, (people, wish) => {
        const { groups, places } = makeGroups(people, wish);
        const broken = brokenRules(people, groups, places);
        expect(rulesIn(broken)).toEqual(lookAt(people, groups, places));
        for (const rule of ['together', 'apart', 'no_group', 'unplaced'] as const)
          expect([...rulesIn(broken)]).not.toContain(rule);
        // All groups of one kind differ by at most one, unless somebody had to be left out.
        for (const mode of [null, ...modes]) {
          const sizes = groups
            .filter((group) => group.mode === mode)
            .map(({ number }) => people.filter(({ id }) => places.get(id) === number).length);
          if (sizes.length > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        }
        if (wish.by === 'size') {
          for (const { number } of groups)
            expect([...places.values()].filter((place) => place === number).length).toBeLessThanOrEqual(wish.value);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('leave somebody out only where a company sends more people than there are groups for them', () => {
    fc.assert(
      fc.property(peopleOf(40, 8), wishes, (people, wish) => {
        const { groups, places } = makeGroups(people, wish);
        for (const person of people) {
          const possible = groupsFor(person, groups);
          const own = people.filter(
            (one) => companyOf(one) === companyOf(person) && (!wish.apart || one.mode === person.mode),
          );
          const placed = own.filter(({ id }) => places.get(id) !== null);
          expect(placed).toHaveLength(Math.min(own.length, possible.length));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('spread room and line evenly over all groups where they are mixed', () => {
    fc.assert(
      fc.property(peopleOf(40, 12), fc.integer({ min: 2, max: 9 }), (people, value) => {
        const { groups, places } = makeGroups(people, { by: 'number', value, apart: false, facilitators: [] });
        for (const mode of modes) {
          const counts = groups.map(
            ({ number }) => people.filter((one) => one.mode === mode && places.get(one.id) === number).length,
          );
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('would not pass where people are simply dealt out', () => {
    const dealt = (people: readonly Grouped[], groups: readonly GroupOf[]): Places =>
      new Map(people.map(({ id }, index) => [id, groups[index % groups.length]?.number ?? null]));
    let noticed = 0;
    fc.assert(
      fc.property(peopleOf(40, 8), wishes, (people, wish) => {
        const { groups } = makeGroups(people, wish);
        const places = dealt(people, groups);
        const broken = rulesIn(brokenRules(people, groups, places));
        expect(broken).toEqual(lookAt(people, groups, places));
        if (broken.has('together') || broken.has('apart')) noticed += 1;
      }),
      { numRuns: 200 },
    );
    expect(noticed).toBeGreaterThan(20);
  });

  it('say of whom there are too many, and for how many groups', () => {
    const people = [1, 2, 3].map((number) => ({ id: `p${number}`, company: 'AOI', mode: 'onsite' as const }));
    const { groups, places } = makeGroups(people, { by: 'number', value: 2, apart: false, facilitators: ['Aki'] });
    expect(brokenRules(people, groups, places)).toEqual([
      { rule: 'company', company: 'AOI', people: 3, groups: 2 },
      { rule: 'facilitators', groups: [2] },
    ]);
  });
});

/** The least number of moves with which the rules hold, by trying every way of placing everybody. */
function fewestByTrying(people: readonly Grouped[], groups: readonly GroupOf[], before: Places): readonly number[] {
  let best: readonly number[] = [];
  const places = new Map<string, number | null>();
  const isBetter = (one: readonly number[]) => {
    for (const [index, value] of one.entries()) {
      const other = best[index] ?? Number.POSITIVE_INFINITY;
      if (value !== other) return value < other;
    }
    return false;
  };
  const place = (index: number): void => {
    const person = people[index];
    if (person === undefined) {
      const weighed = weigh(people, groups, { before, places });
      if (isBetter(weighed)) best = weighed;
      return;
    }
    const taken = people
      .slice(0, index)
      .filter((one) => companyOf(one) === companyOf(person))
      .map(({ id }) => places.get(id));
    for (const number of [null, ...groupsFor(person, groups).map((group) => group.number)]) {
      if (number !== null && taken.includes(number)) continue;
      places.set(person.id, number);
      place(index + 1);
    }
  };
  place(0);
  return best;
}

/** How many are left out, by how much the groups of each kind differ beyond one, and how many have moved. */
function weigh(
  people: readonly Grouped[],
  groups: readonly GroupOf[],
  { before, places }: { readonly before: Places; readonly places: Places },
): readonly number[] {
  const leftOut = people.filter(({ id }) => places.get(id) === null).length;
  const uneven = [null, ...modes].reduce((sum, mode) => {
    const sizes = groups
      .filter((group) => group.mode === mode)
      .map(({ number }) => [...places.values()].filter((place) => place === number).length);
    return sizes.length === 0 ? sum : sum + Math.max(0, Math.max(...sizes) - Math.min(...sizes) - 1);
  }, 0);
  const moved = people.filter(({ id }) => {
    const had = before.get(id) ?? null;
    return had !== null && places.get(id) !== had;
  }).length;
  return [leftOut, uneven, moved];
}

describe('groups that are rebuilt', () => {
  it('move as few as trying every way does, when people drop out and join', () => {
    const left = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(
        peopleOf(5, 3),
        peopleOf(2, 3),
        left,
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        (people, more, stays, value, apart) => {
          const { groups, places } = makeGroups(people, { by: 'number', value, apart, facilitators: [] });
          const joined = more.map((person) => ({ ...person, id: `new ${person.id}` }));
          const now = [...people.filter((_, index) => stays[index]), ...joined];
          const rebuilt = placeWithFewestMoves(now, groups, places);
          expect(weigh(now, groups, { before: places, places: rebuilt })).toEqual(fewestByTrying(now, groups, places));
          expect([...rulesIn(brokenRules(now, groups, rebuilt))]).not.toContain('together');
        },
      ),
      { numRuns: 60 },
    );
  });

  it('would move more people where they were made anew', () => {
    let more = 0;
    fc.assert(
      fc.property(peopleOf(20, 6), fc.integer({ min: 2, max: 4 }), (people, value) => {
        const wish = { by: 'number', value, apart: false, facilitators: [] } as const;
        const { groups, places } = makeGroups(people, wish);
        const now = people.slice(1);
        const movedBy = (after: Places) => weigh(now, groups, { before: places, places: after })[2] ?? 0;
        if (movedBy(makeGroups(now, wish).places) > movedBy(placeWithFewestMoves(now, groups, places))) more += 1;
      }),
    );
    expect(more).toBeGreaterThan(10);
  });

  it('leave everybody where nothing has changed', () => {
    fc.assert(
      fc.property(peopleOf(40, 8), wishes, (people, wish) => {
        const { groups, places } = makeGroups(people, wish);
        expect(new Map(placeWithFewestMoves(people, groups, places))).toEqual(new Map(places));
      }),
      { numRuns: 60 },
    );
  });
});
