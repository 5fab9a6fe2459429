/** Follows a document from clause to clause and tells under which numbers and titles each one stands. */
import type { ClauseNumber, NumberReading } from './numbering.js';

export interface PlacedClause {
  readonly path: readonly string[];
  readonly under: string | null;
  /** Clauses without a number that stand under the same number or title. */
  readonly group: number;
  /** Within that group, from 1; 0 for a clause that has a number or is a title. */
  readonly ordinal: number;
}

export interface ToPlace {
  readonly number: ClauseNumber | null;
  readonly text: string;
  readonly isTitle: boolean;
  readonly heading: number | null;
}

interface Level {
  readonly style: string;
  readonly value: number;
  readonly written: string;
  readonly isTitle: boolean;
  readonly heading: number | null;
}

interface Next {
  readonly reading: NumberReading;
  /** Its place among the levels. */
  readonly at: number;
}

/** The larger stands in none of the smaller, whatever came before. */
const RANKS: Readonly<Record<string, number>> = {
  編: 0,
  部: 0,
  part: 0,
  章: 1,
  chapter: 1,
  節: 2,
  款: 3,
  条: 4,
  article: 4,
  項: 5,
  号: 6,
};
const ARTICLE = 4;

/** So many clauses may have been taken out of a numbering before a further one is no longer held to belong to it. */
const MOST_SKIPPED = 3;

export class ClausePlace {
  #levels: Level[] = [];
  /** The nearest title without a number, and how many numbers it stands within. */
  #title: { readonly text: string; readonly depth: number } | null = null;
  #group = 0;
  #ordinal = 0;

  /** Whether a number that looks like other things, too, is one here. */
  accepts(number: ClauseNumber): boolean {
    return (
      !number.isWeak || number.readings.some(({ value }) => value === 1) || this.#next(number.readings) !== undefined
    );
  }

  put({ number, text, isTitle, heading }: ToPlace): PlacedClause {
    if (number !== null) this.#enter(number, isTitle, heading);
    else if (isTitle) this.#leave(heading, text.trim());
    if (number !== null || isTitle) {
      this.#group += 1;
      this.#ordinal = 0;
    } else this.#ordinal += 1;
    const under = isTitle ? null : (this.#title?.text ?? null);
    return { path: this.#path(), under, group: this.#group, ordinal: this.#ordinal };
  }

  /** The reading that counts on from a number before, and where that stands; titles count on from titles where they can. */
  #next(readings: readonly NumberReading[], isTitle?: boolean): Next | undefined {
    const found: (Next & { readonly isAlike: boolean })[] = [];
    for (const [at, level] of this.#levels.entries()) {
      const reading = readings.find(
        ({ style, value }) => style === level.style && value > level.value && value <= level.value + 1 + MOST_SKIPPED,
      );
      if (reading !== undefined) found.push({ reading, at, isAlike: level.isTitle === isTitle });
    }
    return found.findLast(({ isAlike }) => isAlike) ?? found.at(-1);
  }

  #enter(number: ClauseNumber, isTitle: boolean, heading: number | null): void {
    const next = this.#next(number.readings, isTitle);
    const reading = next?.reading ?? number.readings.find(({ value }) => value === 1) ?? number.readings[0];
    if (reading === undefined) return;
    const depth = next?.at ?? this.#depthOf(reading, isTitle);
    this.#levels = this.#levels.slice(0, depth);
    this.#levels.push({ ...reading, written: number.written, isTitle, heading });
    if (isTitle || depth < (this.#title?.depth ?? 0)) this.#title = null;
  }

  /** Of a number that does not count on: 1.1 within 1, (1) within 第3条, a list from 1 within chapter 3. */
  #depthOf({ style, value }: NumberReading, isTitle: boolean): number {
    const rank = RANKS[style];
    const larger = rank === undefined ? -1 : this.#levels.findIndex((level) => (RANKS[level.style] ?? 99) >= rank);
    if (larger !== -1) return larger;
    if (rank !== undefined) return this.#levels.findIndex(({ style: other }) => !(other in RANKS)) + 1 || 0;
    const parts = partsOf(style);
    const same = this.#levels.findIndex((level) =>
      parts === 0 ? level.style === style : partsOf(level.style) >= parts,
    );
    if (same === -1) return this.#levels.length;
    // A list from 1 that stands under a title with a number of the same kind belongs to that title.
    const isList = value === 1 && !isTitle && this.#levels[same]?.isTitle === true;
    return isList ? same + 1 : same;
  }

  /** A title without a number ends all lists, and what stands under titles of its level. */
  #leave(heading: number | null, text: string): void {
    const end = this.#levels.findIndex(
      (level) => !level.isTitle || heading === null || level.heading === null || level.heading >= heading,
    );
    if (end !== -1) this.#levels = this.#levels.slice(0, end);
    this.#title = { text, depth: this.#levels.length };
  }

  /** Articles are counted through all chapters, and 3.1 says that it is in 3. */
  #path(): readonly string[] {
    const article = this.#levels.findIndex(({ style }) => RANKS[style] === ARTICLE);
    return this.#levels
      .slice(Math.max(0, article))
      .filter(({ style }, at, levels) => partsOf(style) === 0 || partsOf(levels[at + 1]?.style ?? '') < 2)
      .map(({ written }) => written);
  }
}

/** How many numbers a decimal one consists of, 2 for 3.1; 0 where it is of another style. */
function partsOf(style: string): number {
  return style.startsWith('decimal') ? Number(style.slice('decimal'.length)) : 0;
}
