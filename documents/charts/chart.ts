/** A chart as data: what is drawn, with all its words. Nobody needs to tell colours apart to read one. */

export type Chart = StackedBars | Steps;

/** One bar for each label, made of one part for each name in `parts`, from the bottom up. */
export interface StackedBars {
  readonly kind: 'stacked bars';
  readonly title: string;
  /** What the numbers count, as "people". */
  readonly unit: string;
  /** At most two: a third pattern is not told apart in grey. */
  readonly parts: readonly string[];
  readonly bars: readonly { readonly label: string; readonly values: readonly number[] }[];
}

/** How numbers rose from day to day: each line holds its value until its next point. */
export interface Steps {
  readonly kind: 'steps';
  readonly title: string;
  readonly unit: string;
  /** 2024-11-01, the left and the right edge. */
  readonly from: string;
  readonly to: string;
  /** How many there could be; drawn as a dashed line with `limitLabel`. */
  readonly limit: number;
  readonly limitLabel: string;
  readonly lines: readonly {
    readonly name: string;
    readonly points: readonly { readonly day: string; readonly value: number }[];
  }[];
}
