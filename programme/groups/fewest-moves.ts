/**
 * Places people into groups that are there, so that the rules hold and as few as possible of those who had a place leave it.
 * Purely, and exactly: a flow of least cost from people through one place for each company in each group. That nobody is left out
 * weighs more than that sizes differ by at most one, and that more than any number of moves.
 */
import { type Arc, cheapestFlow } from './cheapest-flow.js';
import { byCompany, type Grouped, type GroupOf, groupsFor, type Places, placeable } from './rules.js';

/** `before`: who is not named there is new. Of groups for room and line each is filled by its own people. */
export function placeWithFewestMoves(
  people: readonly Grouped[],
  groups: readonly GroupOf[],
  before: Places,
): ReadonlyMap<string, number | null> {
  const places = new Map<string, number | null>();
  const pools = groups.some(({ mode }) => mode === null) ? [null] : (['onsite', 'online'] as const);
  for (const pool of pools) {
    const own = people.filter(({ mode }) => pool === null || mode === pool);
    const [first] = own;
    const possible = first === undefined ? [] : groupsFor(first, groups);
    for (const [id, number] of placePool(own, possible, before)) places.set(id, number);
  }
  return places;
}

function placePool(
  people: readonly Grouped[],
  groups: readonly GroupOf[],
  before: Places,
): ReadonlyMap<string, number | null> {
  const least = groups.length === 0 ? 0 : Math.floor(placeable(people, groups.length) / groups.length);
  const uneven = people.length + 1;
  const leftOut = uneven * uneven;
  // Node 0 is the source, 1 the sink; then the people, the groups, and the places of each company in each group.
  const arcs: Arc[] = [];
  const groupNode = (index: number) => 2 + people.length + index;
  let nodes = 2 + people.length + groups.length;
  for (const index of groups.keys()) {
    arcs.push({ from: groupNode(index), to: 1, capacity: least, cost: 0 });
    // Where all have the least, a person who is left makes a group one larger; a second one would make it uneven.
    arcs.push({ from: groupNode(index), to: 1, capacity: 1, cost: uneven });
  }
  const chosen: { readonly arc: number; readonly id: string; readonly number: number }[] = [];
  const personNode = new Map(people.map(({ id }, index) => [id, 2 + index]));
  for (const own of byCompany(people).values()) {
    const first = nodes;
    nodes += groups.length;
    for (const index of groups.keys()) arcs.push({ from: first + index, to: groupNode(index), capacity: 1, cost: 0 });
    for (const { id } of own) {
      const from = personNode.get(id) ?? 0;
      const had = before.get(id) ?? null;
      arcs.push({ from: 0, to: from, capacity: 1, cost: 0 });
      // Who loses a place to somebody who had none has moved, too.
      arcs.push({ from, to: 1, capacity: 1, cost: had === null ? leftOut : leftOut + 1 });
      for (const [index, { number }] of groups.entries()) {
        chosen.push({ arc: arcs.length, id, number });
        arcs.push({ from, to: first + index, capacity: 1, cost: had === null || had === number ? 0 : 1 });
      }
    }
  }
  const flow = cheapestFlow(nodes, arcs);
  const places = new Map<string, number | null>(people.map(({ id }) => [id, null]));
  for (const { arc, id, number } of chosen) if ((flow[arc] ?? 0) > 0) places.set(id, number);
  return places;
}
