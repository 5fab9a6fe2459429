/** Cuts a text where it is longer than its place holds. */

/** At most so many characters, of which the last says that there is more. */
export function shortened(text: string, most: number): string {
  const signs = [...text];
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`;
}

/** The same in one line, for a list and for a choice. */
export function inOneLine(text: string, most: number): string {
  return shortened(text.replace(/\s+/gu, ' ').trim(), most);
}
