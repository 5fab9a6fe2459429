/** Sends as much as possible through a network at the least cost (successive shortest paths with potentials). Purely. */

export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
  /** Of each unit; not negative. */
  readonly cost: number;
}

interface Network {
  /** By node the numbers of the arcs that leave it; an odd one leads back along the one before. */
  readonly leaving: number[][];
  readonly to: number[];
  readonly left: number[];
  readonly cost: number[];
}

/** How much goes through each arc, in whole units. The source is node 0, the sink node 1. */
export function cheapestFlow(nodes: number, arcs: readonly Arc[]): readonly number[] {
  const network: Network = { leaving: Array.from({ length: nodes }, () => []), to: [], left: [], cost: [] };
  for (const { from, to, capacity, cost } of arcs) {
    network.leaving[from]?.push(network.to.length);
    network.to.push(to);
    network.left.push(capacity);
    network.cost.push(cost);
    network.leaving[to]?.push(network.to.length);
    network.to.push(from);
    network.left.push(0);
    network.cost.push(-cost);
  }
  const potential = new Array<number>(nodes).fill(0);
  while (augment(network, potential));
  return arcs.map((_, index) => network.left[2 * index + 1] ?? 0);
}

/** One more unit along the cheapest way; false where there is none. */
function augment(network: Network, potential: number[]): boolean {
  const { leaving, to, left, cost } = network;
  const distance = new Array<number>(potential.length).fill(Number.POSITIVE_INFINITY);
  const by = new Array<number>(potential.length).fill(-1);
  const done = new Array<boolean>(potential.length).fill(false);
  const heap = new Heap();
  distance[0] = 0;
  heap.push(0, 0);
  for (let node = heap.pop(); node !== null && !done[1]; node = heap.pop()) {
    if (done[node]) continue;
    done[node] = true;
    for (const arc of leaving[node] ?? []) {
      const next = to[arc] ?? 0;
      if ((left[arc] ?? 0) === 0 || done[next]) continue;
      const reduced = (cost[arc] ?? 0) + (potential[node] ?? 0) - (potential[next] ?? 0);
      const reached = (distance[node] ?? 0) + reduced;
      if (reached >= (distance[next] ?? 0)) continue;
      distance[next] = reached;
      by[next] = arc;
      heap.push(reached, next);
    }
  }
  const reached = distance[1] ?? Number.POSITIVE_INFINITY;
  if (reached === Number.POSITIVE_INFINITY) return false;
  // Who is further than the sink is taken to be as far: no reduced cost becomes negative by it.
  for (const [node, far] of distance.entries()) potential[node] = (potential[node] ?? 0) + Math.min(far, reached);
  for (let node = 1; node !== 0; ) {
    const arc = by[node] ?? 0;
    left[arc] = (left[arc] ?? 0) - 1;
    left[arc ^ 1] = (left[arc ^ 1] ?? 0) + 1;
    node = to[arc ^ 1] ?? 0;
  }
  return true;
}

/** Nodes by their distance, the nearest first. */
class Heap {
  readonly #keys: number[] = [];
  readonly #nodes: number[] = [];

  push(key: number, node: number): void {
    let at = this.#keys.length;
    for (; at > 0; at = (at - 1) >> 1) {
      const above = (at - 1) >> 1;
      if ((this.#keys[above] ?? 0) <= key) break;
      this.#copy(above, at);
    }
    this.#keys[at] = key;
    this.#nodes[at] = node;
  }

  pop(): number | null {
    const first = this.#nodes[0];
    const [key, node] = [this.#keys.pop(), this.#nodes.pop()];
    if (first === undefined || key === undefined || node === undefined) return null;
    const length = this.#keys.length;
    if (length === 0) return first;
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      if (left >= length) break;
      const below = right < length && (this.#keys[right] ?? 0) < (this.#keys[left] ?? 0) ? right : left;
      if ((this.#keys[below] ?? 0) >= key) break;
      this.#copy(below, at);
      at = below;
    }
    this.#keys[at] = key;
    this.#nodes[at] = node;
    return first;
  }

  #copy(from: number, to: number): void {
    this.#keys[to] = this.#keys[from] ?? 0;
    this.#nodes[to] = this.#nodes[from] ?? 0;
  }
}
