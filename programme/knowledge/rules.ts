/** How much knowledge a programme holds, what a document is called in it, and how much is looked up in it at once. */

/** As much as is made into an index within a second, and searched in 0.06 s. */
export const MOST_SOURCES = 200;
export const MOST_PASSAGES = 3_000;

export const LONGEST_SOURCE_TITLE = 200;

/** Of the words or the question that are looked up, in characters. */
export const LONGEST_LOOKED_UP = 300;

/** As titles are kept and compared: in one line, width and spaces alike; case is compared by the database. */
export function titleOfSource(typed: string): string {
  return [...typed.normalize('NFKC').replace(/\s+/gu, ' ').trim()].slice(0, LONGEST_SOURCE_TITLE).join('').trim();
}

/** What a file is called without its ending. */
export function titleOfFile(name: string): string {
  return titleOfSource(name.replace(/\.[a-z]{1,8}$/i, '')) || titleOfSource(name);
}
