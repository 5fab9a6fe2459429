/** A chart as lines of text: what it shows, for those who see no picture. */
import type { ChartElement } from './message.js';

/** The title with what is counted, then a line for each label. */
export function chartLines({ title, unit, labels, series }: ChartElement): readonly string[] {
  return [
    `${title} (${unit})`,
    ...labels.map(
      (label, at) => `${label}: ${series.map(({ name, values }) => `${name} ${values[at] ?? 0}`).join(' / ')}`,
    ),
  ];
}
