/** Compares what is typed with what is on the screen, as lenient as typing at a terminal needs. */
import { NotPossible } from './place.js';

/** Without case, without the difference between full and half width, and with single spaces. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/**
 * The label that is meant: itself, or the only one that holds what was typed.
 * @param what for the sentence: "button", "field", "option"
 * @throws NotPossible with what there is
 */
export function labelMeant(labels: readonly string[], typed: string, what: string): string {
  const known = [...new Set(labels)];
  const same = known.find((label) => label === typed) ?? known.find((label) => plain(label) === plain(typed));
  if (same !== undefined) return same;
  const holding = plain(typed) === '' ? [] : known.filter((label) => plain(label).includes(plain(typed)));
  const [only, another] = holding;
  if (only !== undefined && another === undefined) return only;
  if (another !== undefined) throw new NotPossible(`Several ${what}s match "${typed}": ${inBrackets(holding)}`);
  throw new NotPossible(
    known.length === 0
      ? `There is no ${what} "${typed}" on the screen, nor any other.`
      : `There is no ${what} "${typed}" on the screen; there are: ${inBrackets(known)}`,
  );
}

/** Each once, with how often it is there. */
export function inBrackets(labels: readonly string[]): string {
  return [...new Set(labels)]
    .map((label) => {
      const times = labels.filter((other) => other === label).length;
      return times > 1 ? `[${label}] ×${times}` : `[${label}]`;
    })
    .join('  ');
}

export function firstLine(text: string, most = 100): string {
  const [line = ''] = text.split('\n').filter((one) => one.trim() !== '');
  return [...line].length > most ? `${[...line].slice(0, most).join('')}…` : line;
}
