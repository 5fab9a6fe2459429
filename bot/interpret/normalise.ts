/** Brings what somebody wrote to one form: width, case, apostrophes, and every dash that stands for a hyphen. */

/** Hyphens, dashes and minus signs, whatever keyboard they come from. The long-vowel marks are letters elsewhere. */
const dashes = '\u00ad\u2010-\u2015\u2043\u2212\u2500\u2e3a\u2e3b\ufe58\ufe63\uff0d';
const vowelMarks = '\u30fc\uff70\u30a0';

const betweenLetters = new RegExp(`(?<=[a-z0-9]) ?[${dashes}${vowelMarks}](?=[a-z0-9])`, 'gi');
const elsewhere = new RegExp(`[${dashes}]`, 'g');

/** A hyphen where a dash joins letters or digits, as in MSM−1; elsewhere it separates. */
export function withHyphens(text: string): string {
  return text.normalize('NFKC').replace(betweenLetters, '-').replace(elsewhere, ' ');
}

/** In lower case and half width, with plain apostrophes. Punctuation stays. */
export function folded(text: string): string {
  return withHyphens(text)
    .toLowerCase()
    .replace(/[‘’ʼ´`]/g, "'");
}

/** The same with one space for punctuation and white space. */
export function normal(text: string): string {
  return folded(text)
    .replace(/(?:[\s、。,.!?…\p{Extended_Pictographic}]|\u200d|\ufe0f)+/gu, ' ')
    .trim();
}
