/** Finds in a sentence which of the programme's concepts it speaks of, in whichever of their words: prompts/lexicon.json lists them. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { folded } from '../normalise.js';

const FILE = new URL('../../../prompts/lexicon.json', import.meta.url);

const words = z.array(z.string().trim().min(1)).min(1);
const lexiconSchema = z.strictObject({ concepts: z.record(z.string(), z.strictObject({ ja: words, en: words })) });

/** Japanese words are found anywhere; English ones as whole words, where a hyphen at the end stands for any ending. */
export type Lexicon = z.output<typeof lexiconSchema>['concepts'];

/** @throws {z.ZodError} for a file of another form */
export function readLexicon(file: URL = FILE): Lexicon {
  return lexiconSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).concepts;
}

/** What is no word but tells what is spoken of: a day, an hour, a code, a question. */
const shapes: readonly (readonly [string, RegExp])[] = [
  ['#date', /\d{1,2}[/月]\d{1,2}|\d{1,2}日|\d(?:st|nd|rd|th)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/],
  [
    '#day',
    /明日|あした|あす|明後日|あさって|来週|[月火水木金]曜|tomorrow|next week|\b(?:mon|tues|wednes|thurs|fri|satur)day/,
  ],
  ['#hour', /\d時|\d:\d\d|\d ?[ap]m\b|o.clock/],
  ['#code', /\b[a-z]{3}-\d\b/],
  ['#check-in-code', /\d(?: ?\d){5}/],
  ['#question', /[?か] ?。?$/],
];

/** Reads the concepts of a sentence, each once. */
export function conceptReader(lexicon: Lexicon): (text: string) => readonly string[] {
  const patterns = [...Object.entries(lexicon)].map(([concept, { ja, en }]) => ({
    concept,
    pattern: toPattern(ja, en),
  }));
  return (text) => {
    const said = inHiragana(text).trim();
    return [
      ...patterns.filter(({ pattern }) => pattern.test(said)).map(({ concept }) => concept),
      ...shapes.filter(([, shape]) => shape.test(said)).map(([name]) => name),
    ];
  };
}

function toPattern(ja: readonly string[], en: readonly string[]): RegExp {
  const japanese = ja.map((word) => escaped(inHiragana(word)));
  const english = en.map((word) => (word.endsWith('-') ? `${escaped(word.slice(0, -1))}[a-z]*` : escaped(word)));
  return new RegExp(`${japanese.join('|')}|(?<![a-z])(?:${english.join('|')})(?![a-z])`);
}

/** Katakana as hiragana, without long-vowel marks: people in a hurry write わーくしょっぷ. */
function inHiragana(text: string): string {
  return folded(text)
    .replace(/ー/g, '')
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
