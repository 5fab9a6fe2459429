/** `npm run measure:dates -- --xsid FOLDER [--half odd|even] [--show]`: scores the date phrases found in sentences that others labelled; ends with 1 where a goal is missed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findDatePhrases } from '../../programme/calendar/phrases/find-date-phrases.js';

const GOAL = 0.9;

const { values } = parseArgs({
  options: { xsid: { type: 'string' }, half: { type: 'string' }, show: { type: 'boolean', default: false } },
});

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Sentence {
  readonly text: string;
  readonly labelled: readonly Span[];
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Words with their labels; of Japanese the words stand without spaces. */
function readSentence(block: string, separator: string): Sentence {
  let text = '';
  const labelled: Span[] = [];
  for (const line of block.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
    const [, word = '', , label = 'O'] = line.split('\t');
    const from = text === '' ? 0 : text.length + separator.length;
    text = text === '' ? word : `${text}${separator}${word}`;
    if (!/-(?:recurring_)?datetime$/.test(label)) continue;
    const last = labelled.at(-1);
    const follows = label.startsWith('I-') && last !== undefined;
    if (follows) labelled[labelled.length - 1] = { from: last.from, to: text.length };
    else labelled.push({ from, to: text.length });
  }
  return { text, labelled };
}

/** What both cover is half of what either covers, or more. */
function overlapsByHalf(a: Span, b: Span): boolean {
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return shared > 0 && shared / (Math.max(a.to, b.to) - Math.min(a.from, b.from)) >= 0.5;
}

function readSentences(file: string, language: 'ja' | 'en'): readonly Sentence[] {
  const blocks = readFileSync(file, 'utf8')
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '');
  return blocks
    .filter((_, at) => values.half === undefined || (at % 2 === 0) === (values.half === 'odd'))
    .map((block) => readSentence(block, language === 'ja' ? '' : ' '));
}

/** Of all that was found or labelled, what has a partner of its own on the other side. */
function score(file: string, language: 'ja' | 'en'): boolean {
  const at = { now: new Date('2025-02-12T01:00:00Z'), timeZone: 'Asia/Tokyo', language };
  let [hits, found, labelled] = [0, 0, 0];
  for (const sentence of readSentences(file, language)) {
    const phrases = findDatePhrases(sentence.text, at);
    const left = [...phrases];
    for (const span of sentence.labelled) {
      const match = left.findIndex((phrase) => overlapsByHalf(phrase, span));
      if (match >= 0) left.splice(match, 1);
      else if (values.show) print(`missed: ${sentence.text.slice(span.from, span.to)} | ${sentence.text}`);
    }
    hits += phrases.length - left.length;
    found += phrases.length;
    labelled += sentence.labelled.length;
    if (values.show) for (const phrase of left) print(`found without label: ${phrase.text} | ${sentence.text}`);
  }
  const [precision, recall] = [hits / Math.max(1, found), hits / Math.max(1, labelled)];
  const f1 = (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall);
  const reached = f1 >= GOAL;
  print(
    `date phrases, ${language}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)} (goal ${GOAL}${reached ? '' : ', missed'}; ${labelled} labelled)`,
  );
  return reached;
}

if (values.xsid === undefined) {
  print('say where the labelled sentences are: --xsid FOLDER');
  process.exitCode = 2;
} else {
  const folder = values.xsid;
  for (const language of ['ja', 'en'] as const) {
    const file = join(folder, `${language}.valid.conll`);
    if (!existsSync(file)) throw new Error(`there is no ${file}`);
    if (!score(file, language)) process.exitCode = 1;
  }
}
