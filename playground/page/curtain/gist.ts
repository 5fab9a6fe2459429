/** Cuts what was said down to its first words, to be read at a glance in one line. */

/** More than any line shows; the page cuts it to what fits. */
const mostCharacters = 120;

/** Longer texts are cut before they are looked through. */
const looksAt = 600;

/** @returns the text in one line, with … where it goes on; empty where nothing is said */
export function gistOf(text: string): string {
  const line = text.slice(0, looksAt).replaceAll(/\s+/g, ' ').trim();
  // By whole characters: half of one would be drawn as a hole.
  const characters = [...line];
  const whole = characters.length <= mostCharacters && text.length <= looksAt;
  return whole ? line : `${characters.slice(0, mostCharacters).join('').trimEnd()}…`;
}
