/** The heaviest chain of pairs that rises in both versions: what kept its order. */

interface Weighed {
  readonly older: number;
  readonly newer: number;
  readonly weight: number;
}

/** Each position at most once on either side. Takes n log n steps. */
export function risingChain<T extends Weighed>(pairs: readonly T[]): readonly T[] {
  const inOrder = [...pairs].sort((one, other) => one.older - other.older);
  const size = pairs.reduce((most, { newer }) => Math.max(most, newer), -1) + 2;
  // A Fenwick tree of the heaviest chain that ends at or before a position of the newer version.
  const best = new Int32Array(size).fill(-1);
  const weights: number[] = [];
  const before: number[] = [];
  for (const [at, { newer, weight }] of inOrder.entries()) {
    let from = -1;
    for (let node = newer; node > 0; node -= node & -node) {
      const candidate = best[node] ?? -1;
      if (candidate !== -1 && (from === -1 || (weights[candidate] ?? 0) > (weights[from] ?? 0))) from = candidate;
    }
    weights.push(weight + (from === -1 ? 0 : (weights[from] ?? 0)));
    before.push(from);
    for (let node = newer + 1; node < size; node += node & -node) {
      const held = best[node] ?? -1;
      if (held === -1 || (weights[at] ?? 0) > (weights[held] ?? 0)) best[node] = at;
    }
  }
  let end = weights.reduce((most, weight, at) => (most === -1 || weight > (weights[most] ?? 0) ? at : most), -1);
  const chain: T[] = [];
  while (end !== -1) {
    const pair = inOrder[end];
    if (pair !== undefined) chain.push(pair);
    end = before[end] ?? -1;
  }
  return chain.reverse();
}
