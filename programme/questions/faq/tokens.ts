/** Cuts a text into what is searched: Latin words by their stem, Japanese by pairs of characters, and the notions that it speaks of. */
import { withoutInvisible } from '../../messages/canonical.js';
import { notionsIn } from './notions.js';

/** Words that say nothing of what is asked. */
const empty = new Set(
  (
    'a an the and or but if of to in on at for from by with as into about over after before is are was were be been being am do does did ' +
    'have has had having i me my we us our you your he she it its they them their this that these those there here what which who whom ' +
    'when where why how can could may might must shall should will would not no yes so than then too very just also any some all each ' +
    'please tell know want need like get got make thing question ask anyone someone something possible still already'
  ).split(' '),
);

const pieces = /[a-z0-9]+(?:['’-][a-z0-9]+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+/gu;

/** Both characters carry meaning: 承認, not 認の. */
const meaningful = /^[\p{Script=Han}\p{Script=Katakana}ー々]{2}$|^\p{Script=Han}$/u;

/** What begins the name of a notion, so that no word is taken for one. */
const NOTION = '§';

/** In half width and lower case, as texts are compared everywhere (NFKC). */
export function plainText(text: string): string {
  return withoutInvisible(text).normalize('NFKC').toLowerCase();
}

/** Each as often as it stands there. */
export function tokensOf(text: string): string[] {
  const plain = plainText(text);
  const found = plain.match(pieces) ?? [];
  const words = found.flatMap((piece) => (/^[a-z0-9]/.test(piece) ? stemsOf(piece) : pairsOf(piece)));
  return [...words, ...notionsIn(plain).map((notion) => `${NOTION}${notion}`)];
}

/** How much a token of a query counts: notions most, endings and particles little. */
export function weightOf(token: string): number {
  if (token.startsWith(NOTION)) return 2;
  return /^[a-z0-9]/.test(token) || meaningful.test(token) ? 1 : 0.15;
}

/** Whether a token tells what a text is about. */
export function isTelling(token: string): boolean {
  return weightOf(token) >= 1;
}

function stemsOf(word: string): readonly string[] {
  const bare = word.replace(/['’]s?$/, '');
  if (empty.has(bare)) return [];
  return [stemOf(bare)];
}

/** Submitting, submitted and submits are one; as little as that needs. */
function stemOf(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(?<=[^s])s$/, '')
    .replace(/sses$/, 'ss');
  const bare = singular.length > 5 ? singular.replace(/(?:ing|ed)$/, '') : singular;
  return bare.replace(/([bdgmnprt])\1$/, '$1').replace(/e$/, '');
}

/** 青葉工業 → 青葉, 葉工, 工業; one character alone stays one. */
function pairsOf(run: string): readonly string[] {
  const signs = [...run];
  if (signs.length === 1) return signs;
  return signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`);
}
