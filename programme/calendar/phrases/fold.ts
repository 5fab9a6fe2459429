/** One form for what was typed (width, case, dashes, white space), with the place of each letter in the original. */

export interface FoldedText {
  readonly text: string;
  /** Where the letter at a position stands in the original; one more for the end. */
  readonly starts: readonly number[];
  /** Where it ends there. */
  readonly ends: readonly number[];
}

/** A letter with the marks that NFKC joins to it: half-width kana carry theirs behind them. */
const letter = /[\s\S][\ufe00-\ufe0f\u200d]?|[\s\S]/gu;
const joined = /^[\p{M}\uff9e\uff9f]$/u;

const same: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'‘’ʼ´`'].map((one) => [one, "'"])),
  ...Object.fromEntries([...'\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500'].map((one) => [one, '-'])),
  ...{ '〜': '~', '∼': '~', '、': ',', '，': ',', '。': '.', '〔': '(', '〕': ')', '【': '(', '】': ')' },
};

/** In lower case and half width, white space as one blank, 、as a comma. Case and width of the original make no difference. */
export function foldWithPlaces(original: string): FoldedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { unit, at } of unitsOf(original)) {
    for (const one of formOf(unit)) {
      const end = at + unit.length;
      if (one === ' ' && (text === '' || text.endsWith(' '))) {
        if (text !== '') ends[ends.length - 1] = end;
        continue;
      }
      text += one;
      for (let place = 0; place < one.length; place += 1) {
        starts.push(at);
        ends.push(end);
      }
    }
  }
  return { text, starts, ends };
}

/** A letter together with the marks behind it. */
function unitsOf(original: string): readonly { unit: string; readonly at: number }[] {
  const units: { unit: string; at: number }[] = [];
  for (const { 0: one, index } of original.matchAll(letter)) {
    const last = units.at(-1);
    // No more than a few: a thousand marks on one letter are nobody's word, and each would be read again.
    if (last !== undefined && joined.test(one) && last.unit.length < 8) last.unit += one;
    else units.push({ unit: one, at: index });
  }
  return units;
}

function formOf(unit: string): string {
  const plain = same[unit] ?? unit.normalize('NFKC').toLowerCase();
  return [...plain].map((one) => same[one] ?? (/^\s$/.test(one) ? ' ' : one)).join('');
}
