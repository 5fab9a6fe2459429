/** A table as entries of a list, for places and clients that show no table: each row under its first cell. */
import type { Item, TableElement } from './message.js';

/** Stands where a cell is empty, so that a row has as many lines as it has columns. */
export const EMPTY_CELL = '–';

export function tableItems({ columns, rows }: TableElement): readonly Item[] {
  return rows.map(([first = '', ...others]) => ({
    title: `${columns[0] ?? ''}: ${first || EMPTY_CELL}`,
    lines: others.map((cell, at) => `${columns[at + 1] ?? ''}: ${cell || EMPTY_CELL}`),
    buttons: [],
  }));
}
