/**
 * Spreads people over groups so that nobody is with a colleague, the groups differ in size by at most one, and room and line are
 * spread as evenly. Purely. A person is an edge between a company and a dozen of people of one mode, a group a colour: edges that
 * meet have different colours, which König's theorem promises, and swapping two colours along a path makes their numbers even.
 */
import { byCompany, companyOf, type Grouped } from './rules.js';

interface Edge {
  readonly person: Grouped;
  /** The two vertices that it joins. */
  readonly ends: readonly [number, number];
}

/** By vertex and colour the edge that has it. */
type Coloured = (number | undefined)[][];

/** The group of each person, from 0 on; of a company with more people than groups the last ones are left out. */
export function spreadPeople(people: readonly Grouped[], groups: number): ReadonlyMap<string, number> {
  const edges = edgesOf(withoutSurplus(people, groups), groups);
  const vertices = edges.reduce((most, { ends }) => Math.max(most, ...ends), -1) + 1;
  const at: Coloured = Array.from({ length: vertices }, () => []);
  const colours: number[] = [];
  for (const [index, edge] of edges.entries()) colour({ edges, at, colours, groups }, index, edge);
  evenOut({ edges, at, colours, groups });
  return new Map(edges.map(({ person }, index) => [person.id, colours[index] ?? 0]));
}

function withoutSurplus(people: readonly Grouped[], groups: number): readonly Grouped[] {
  const seen = new Map<string, number>();
  return people.filter((person) => {
    const before = seen.get(companyOf(person)) ?? 0;
    seen.set(companyOf(person), before + 1);
    return before < groups;
  });
}

/** Company by company, so that those of one are dealt out one after another. */
function edgesOf(people: readonly Grouped[], groups: number): readonly Edge[] {
  const vertices = new Map<string, number>();
  const vertexOf = (name: string) => {
    const known = vertices.get(name);
    if (known !== undefined) return known;
    vertices.set(name, vertices.size);
    return vertices.size - 1;
  };
  const counts = { onsite: 0, online: 0 };
  return [...byCompany(people).values()].flat().map((person): Edge => {
    const part = Math.floor(counts[person.mode] / groups);
    counts[person.mode] += 1;
    return { person, ends: [vertexOf(`company ${companyOf(person)}`), vertexOf(`mode ${person.mode} ${part}`)] };
  });
}

interface Colouring {
  readonly edges: readonly Edge[];
  readonly at: Coloured;
  /** Of each edge that has one. */
  readonly colours: number[];
  readonly groups: number;
}

function colour(all: Colouring, index: number, { ends: [one, other] }: Edge): void {
  const { at, colours, groups } = all;
  const isFree = (vertex: number, shade: number) => at[vertex]?.[shade] === undefined;
  const shades = Array.from({ length: groups }, (_, shade) => shade);
  const free = shades.filter((shade) => isFree(one, shade));
  const common = free.find((shade) => isFree(other, shade));
  const [first = 0] = free;
  const second = shades.find((shade) => isFree(other, shade)) ?? 0;
  // Where the two ends have no free colour in common, the path from the other end that has the first one gives it up.
  if (common === undefined) flip(all, pathFrom(all, other, [first, second]), [first, second]);
  const shade = common ?? first;
  colours[index] = shade;
  put(at, [one, other], shade, index);
}

function put(at: Coloured, vertices: readonly number[], shade: number, index: number | undefined): void {
  for (const vertex of vertices) {
    const row = at[vertex];
    if (row !== undefined) row[shade] = index;
  }
}

/** The edges of two colours in turn, from a vertex on that has the first and not the second. */
function pathFrom(
  { edges, at }: Colouring,
  from: number,
  [first, second]: readonly [number, number],
): readonly number[] {
  const path: number[] = [];
  let vertex = from;
  for (let shade = first; ; shade = shade === first ? second : first) {
    const index = at[vertex]?.[shade];
    const edge = index === undefined ? undefined : edges[index];
    if (index === undefined || edge === undefined) return path;
    path.push(index);
    const [one, other] = edge.ends;
    vertex = one === vertex ? other : one;
  }
}

/** Each edge of the path gets the other one of the two colours. */
function flip(
  { edges, at, colours }: Colouring,
  path: readonly number[],
  [first, second]: readonly [number, number],
): void {
  for (const index of path) put(at, edges[index]?.ends ?? [], colours[index] ?? 0, undefined);
  for (const index of path) {
    const shade = colours[index] === first ? second : first;
    colours[index] = shade;
    put(at, edges[index]?.ends ?? [], shade, index);
  }
}

/** While a group has two more than another, a path of the two has one more of the first: it is swapped. */
function evenOut(all: Colouring): void {
  const { colours, groups, edges } = all;
  const sizes = Array.from({ length: groups }, (_, shade) => colours.filter((one) => one === shade).length);
  for (;;) {
    const [largest, smallest] = [sizes.indexOf(Math.max(...sizes)), sizes.indexOf(Math.min(...sizes))];
    if ((sizes[largest] ?? 0) - (sizes[smallest] ?? 0) <= 1) return;
    const path = longerPath(all, edges, [largest, smallest]);
    flip(all, path, [largest, smallest]);
    sizes[largest] = (sizes[largest] ?? 0) - 1;
    sizes[smallest] = (sizes[smallest] ?? 0) + 1;
  }
}

/** One that begins and ends with the first colour: there is one, as there are more edges of it. */
function longerPath(all: Colouring, edges: readonly Edge[], shades: readonly [number, number]): readonly number[] {
  const [first, second] = shades;
  for (const [index, { ends }] of edges.entries()) {
    if (all.colours[index] !== first) continue;
    const start = ends.find((vertex) => all.at[vertex]?.[second] === undefined);
    if (start === undefined) continue;
    const path = pathFrom(all, start, shades);
    if (path.length % 2 === 1) return path;
  }
  throw new Error('two colours of different numbers have a path with one more of the first');
}
