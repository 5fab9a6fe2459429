/** Percentiles and medians, and the one JSON line in which each goal is reported. */

/** In full, or in so few rounds and variants that all benches together take minutes. */
export interface Extent {
  readonly full: boolean;
}

export interface Latencies {
  readonly p50: number;
  readonly p99: number;
}

/** Nearest-rank percentiles, in the unit given. */
export function latencies(milliseconds: readonly number[]): Latencies {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

export function median(values: readonly number[]): number {
  return latencies(values).p50;
}

export interface Report {
  readonly goal: string;
  readonly unit: string;
  /** What the same run measured for comparison, or the limit that the goal names. */
  readonly floor: number;
  readonly ours: number;
  readonly rounds: number;
  readonly limit: string;
  readonly met: boolean;
}

/** One line a goal: the floor, our figure and the ratio of the two. */
export function report(line: Report): void {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const { floor, ours, ...rest } = line;
  process.stdout.write(
    `${JSON.stringify({ ...rest, floor: round(floor), ours: round(ours), ratio: round(ours / floor) })}\n`,
  );
}
