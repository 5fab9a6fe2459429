/** Turns a sentence into the parts by which sentences are compared: words and groups of letters, without what only is polite. */
import { normal } from '../normalise.js';

/** What stands in any message and tells nothing of what it asks for. */
const polite =
  /お世話になっております|お世話になります|いつもありがとうございます|お疲れ様です|よろしくお願い(?:いた|致)?します|よろしくお願い申し上げます|恐れ入りますが|恐縮ですが|お手数ですが|お忙しいところ|すみませんが|(?:して|を)?(?:いただけ|頂け)(?:ます|れば|ません)(?:でしょう)?か?|ください(?:ませ)?|下さい|でしょうか|ます(?=\s|$)|です(?=\s|$)|\b(?:please|kindly|could you|can you|would you|i would like to|i'd like to|i want to|thank you|thanks|hello|hi|dear|regards|best regards)\b/g;

/** Codes and numbers differ from sentence to sentence; that there is one matters, which does not. */
const codes = /\b[a-z]{2,5}-\d{1,3}\b/g;
const digits = /\d+(?:[:/.]\d+)*/g;

/** Of Japanese, groups of two to four letters and single ideographs; a word of another script as a whole, beside the next, and its groups of four. */
export function featuresOf(text: string): ReadonlySet<string> {
  const said = normal(text).replace(codes, '§').replace(digits, '0').replace(polite, ' ').replace(/\s+/g, ' ').trim();
  const features = new Set<string>();
  for (const run of said.match(/[a-z'’-]+(?: [a-z'’-]+)*|[^a-z\s]+/g) ?? []) {
    if (/^[a-z]/.test(run)) addWords(features, run.split(' '));
    else {
      addGroups(features, run, [2, 3, 4]);
      // One ideograph has a meaning: 辞退 and 辞める share it.
      for (const letter of run.match(/\p{Script=Han}/gu) ?? []) features.add(letter);
    }
  }
  return features;
}

function addWords(features: Set<string>, words: readonly string[]): void {
  for (const [at, word] of words.entries()) {
    features.add(word);
    const next = words[at + 1];
    if (next !== undefined) features.add(`${word} ${next}`);
    // Misspelt and inflected words share most of their groups.
    if (word.length > 4) addGroups(features, `_${word}_`, [4]);
  }
}

function addGroups(features: Set<string>, run: string, sizes: readonly number[]): void {
  if (run.length === 1) features.add(run);
  for (const size of sizes) {
    for (let start = 0; start + size <= run.length; start += 1) features.add(run.slice(start, start + size));
  }
}
