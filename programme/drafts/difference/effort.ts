/** Bounds the work of one comparison by counting it, whatever the texts hold, and lets other work have its turn meanwhile. */
import { setImmediate } from 'node:timers/promises';

export interface EffortLimits {
  /** Ends the search for a finer difference early, never the comparison. */
  readonly milliseconds?: number;
  readonly signal?: AbortSignal;
}

/** A fraction of a second. Two drafts of 30 pages that differ in every clause need a sixth of it. */
const MOST_STEPS = 6_000_000;

/** After so long something else of the process gets its turn. */
const TURN_MILLISECONDS = 10;

export class Effort {
  #left = MOST_STEPS;
  #turn = performance.now();
  readonly #ends: number;
  readonly #signal: AbortSignal | undefined;
  #wasLimited = false;

  constructor({ milliseconds, signal }: EffortLimits) {
    this.#ends = milliseconds === undefined ? Number.POSITIVE_INFINITY : performance.now() + milliseconds;
    this.#signal = signal;
  }

  /** Something was left coarser than it could be. */
  get wasLimited(): boolean {
    return this.#wasLimited;
  }

  /** Whether so much work may be done; it counts as done. */
  spend(steps: number): boolean {
    this.#left -= steps;
    if (this.#left >= 0 && performance.now() < this.#ends) return true;
    this.#wasLimited = true;
    return false;
  }

  /** The most edits that a search may try, of which the work grows with the square; 0 where nothing is left. */
  editsUpTo(most: number): number {
    if (performance.now() >= this.#ends) return 0;
    return Math.min(most, Math.floor(Math.sqrt(2 * Math.max(0, this.#left))));
  }

  /** What a search found, or null where it gave up, cost. */
  spendEdits(edits: number | null, most: number): void {
    this.#left -= (edits ?? most) ** 2 / 2;
    if (edits === null) this.#wasLimited = true;
  }

  /** @throws the signal's reason */
  async turn(): Promise<void> {
    this.#signal?.throwIfAborted();
    if (performance.now() - this.#turn < TURN_MILLISECONDS) return;
    await setImmediate();
    this.#turn = performance.now();
    this.#signal?.throwIfAborted();
  }
}
