/** Makes groups of the people of a session from nothing: how many there are, for room or line, who facilitates, and who is in which. */
import type { Mode } from '../../prisma/client.js';
import { type Grouped, type GroupOf, placeable } from './rules.js';
import { spreadPeople } from './spread-people.js';

/** How groups are asked for. */
export interface GroupWish {
  /** 'size': the most people of one. */
  readonly by: 'size' | 'number';
  readonly value: number;
  /** Room and line in groups of their own. */
  readonly apart: boolean;
  /** In the order of the groups. */
  readonly facilitators: readonly string[];
}

export interface MadeGroups {
  readonly groups: readonly GroupOf[];
  readonly places: ReadonlyMap<string, number | null>;
}

/** There must be people. Groups for the room come before those online. */
export function makeGroups(people: readonly Grouped[], wish: GroupWish): MadeGroups {
  const pools = poolsOf(people, wish);
  const groups: GroupOf[] = [];
  const places = new Map<string, number | null>(people.map(({ id }) => [id, null]));
  for (const { own, mode, count } of pools) {
    const offset = groups.length + 1;
    for (let index = 0; index < count; index += 1) {
      const number = offset + index;
      groups.push({ number, mode, facilitator: wish.facilitators[number - 1] ?? '' });
    }
    for (const [id, index] of spreadPeople(own, count)) places.set(id, offset + index);
  }
  return { groups, places };
}

interface Pool {
  readonly own: readonly Grouped[];
  readonly mode: Mode | null;
  readonly count: number;
}

function poolsOf(people: readonly Grouped[], { by, value, apart }: GroupWish): readonly Pool[] {
  const bySize = (own: readonly Grouped[]) => Math.max(1, Math.ceil(own.length / value));
  if (!apart) return [{ own: people, mode: null, count: by === 'size' ? bySize(people) : value }];
  const pools = (['onsite', 'online'] as const)
    .map((mode) => ({ mode, own: people.filter((one) => one.mode === mode) }))
    .filter(({ own }) => own.length > 0);
  const [first, second] = pools;
  if (by === 'size' || first === undefined) return pools.map((pool) => ({ ...pool, count: bySize(pool.own) }));
  if (second === undefined) return [{ ...first, count: value }];
  const count = shareOf(first.own, second.own, Math.max(2, value));
  return [
    { ...first, count },
    { ...second, count: Math.max(2, value) - count },
  ];
}

/** How many of the groups the first get: so that the fewest are left out, and then so that all groups are as equal as can be. */
function shareOf(first: readonly Grouped[], second: readonly Grouped[], groups: number): number {
  let best = { count: 1, leftOut: Number.POSITIVE_INFINITY, spread: Number.POSITIVE_INFINITY };
  for (let count = 1; count < groups; count += 1) {
    const [one, other] = [placeable(first, count), placeable(second, groups - count)];
    const leftOut = first.length + second.length - one - other;
    const sizes = [one / count, other / (groups - count)];
    const spread = Math.ceil(Math.max(...sizes)) - Math.floor(Math.min(...sizes));
    const isBetter = leftOut < best.leftOut || (leftOut === best.leftOut && spread < best.spread);
    if (isBetter) best = { count, leftOut, spread };
  }
  return best.count;
}
