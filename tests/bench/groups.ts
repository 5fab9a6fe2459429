/** Groups of two hundred people, made and rebuilt after a tenth has dropped out, beside dealing the same people out without any rule. */
import { placeWithFewestMoves } from '../../programme/groups/fewest-moves.js';
import { type GroupWish, makeGroups } from '../../programme/groups/make-groups.js';
import { brokenRules, type Grouped, isUntellable } from '../../programme/groups/rules.js';
import { type Extent, median, report } from './measure.js';

const PEOPLE = 200;
const COMPANIES = 60;
const ROUNDS = { full: 20, few: 3 };
const LIMIT_SECONDS = 1;

const wishes: Readonly<Record<string, GroupWish>> = {
  'mixed, groups of 5': { by: 'size', value: 5, apart: false, facilitators: [] },
  'apart, groups of 5': { by: 'size', value: 5, apart: true, facilitators: [] },
  'apart, 60 groups': { by: 'number', value: 60, apart: true, facilitators: [] },
};

export async function benchGroups({ full }: Extent): Promise<void> {
  const rounds = full ? ROUNDS.full : ROUNDS.few;
  const people = Array.from(
    { length: PEOPLE },
    (_, index): Grouped => ({
      id: `p${index}`,
      company: `c${index % COMPANIES}`,
      mode: index % 3 === 0 ? 'online' : 'onsite',
    }),
  );
  const fewer = people.filter((_, index) => index % 10 !== 0);
  for (const [name, wish] of Object.entries(wishes)) {
    const made: number[] = [];
    const rebuilt: number[] = [];
    const floors: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      floors.push(secondsOf(() => new Map(people.map(({ id }, index) => [id, index % 40]))));
      made.push(secondsOf(() => makeGroups(people, wish)));
      const { groups, places } = makeGroups(people, wish);
      rebuilt.push(secondsOf(() => placeWithFewestMoves(fewer, groups, places)));
      const broken = brokenRules(fewer, groups, placeWithFewestMoves(fewer, groups, places));
      if (broken.some(isUntellable)) throw new Error(`groups do not keep the rules: ${JSON.stringify(broken)}`);
    }
    const line = { unit: 's', floor: median(floors), rounds, limit: `<= ${LIMIT_SECONDS}` };
    for (const [what, seconds] of [
      ['made', Math.max(...made)],
      ['rebuilt', Math.max(...rebuilt)],
    ] as const)
      report({
        ...line,
        goal: `groups of ${PEOPLE} people, ${name}, ${what}, slowest`,
        ours: seconds,
        met: seconds <= LIMIT_SECONDS,
      });
  }
}

function secondsOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}
