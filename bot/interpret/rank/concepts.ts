/** Finds in a sentence which of the programme's concepts it speaks of, in whichever of their words: prompts/lexicon.json lists them. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { folded } from '../normalise.js';
import { shapesIn } from './shapes.js';
import { type Mention, wordFinder } from './word-finder.js';

const FILE = new URL('../../../prompts/lexicon.json', import.meta.url);

const words = z.array(z.string().trim().min(1)).min(1);
const lexiconSchema = z.strictObject({ concepts: z.record(z.string(), z.strictObject({ ja: words, en: words })) });

/**
 * Japanese words are found anywhere, English ones as whole words, where a hyphen at the end stands for any ending; a word within a
 * longer one of the lexicon is not found.
 */
export type Lexicon = z.output<typeof lexiconSchema>['concepts'];

/** @throws {z.ZodError} for a file of another form */
export function readLexicon(file: URL = FILE): Lexicon {
  return lexiconSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).concepts;
}

/** What follows asks for nothing that the beginning would not tell. */
const LONGEST = 2000;
/** Shorter words of kana alone stand within too many others, once katakana and hiragana are the same. */
const LEAST_KANA = 4;

/** Reads the concepts of a sentence in their order; one that is spoken of twice comes twice. */
export function conceptReader(lexicon: Lexicon): (text: string) => readonly string[] {
  const entries = Object.entries(lexicon).flatMap(([concept, { ja, en }]) =>
    [...ja.map(withoutVowelMarks), ...en].map((word) => ({ concept, word: folded(word) })),
  );
  const asWritten = wordFinder(entries);
  const asSpoken = wordFinder(
    entries
      .map(({ concept, word }) => ({ concept, word: inHiragana(word) }))
      .filter(({ word }) => /^[ぁ-ゖ]+$/.test(word) && word.length >= LEAST_KANA),
  );
  return (text) => {
    const said = withoutVowelMarks(folded(text.slice(0, LONGEST))).trim();
    const mentions = [...asWritten(said), ...asSpoken(inHiragana(said))];
    return [...longest(mentions), ...shapesIn(said)].sort((a, b) => a.start - b.start).map(({ concept }) => concept);
  };
}

/** Without those that stand within a longer one: キャンセル in キャンセル待ち. */
function longest(mentions: readonly Mention[]): readonly Mention[] {
  const kept: Mention[] = [];
  let reach: Mention | undefined;
  for (const mention of mentions.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (reach !== undefined && mention.end <= reach.end && mention.end - mention.start < reach.end - reach.start)
      continue;
    const isKnown = kept.some(
      (other) => other.start === mention.start && other.end === mention.end && other.concept === mention.concept,
    );
    if (isKnown) continue;
    kept.push(mention);
    if (reach === undefined || mention.end > reach.end) reach = mention;
  }
  return kept;
}

/** People in a hurry write わーくしょっぷ, or スケジュル. */
function withoutVowelMarks(text: string): string {
  return text.replace(/ー/g, '');
}

function inHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}
