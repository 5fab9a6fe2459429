/** Tells what of a clause was kept, removed and added, word by word. */
import { diffArrays } from 'diff';
import type { RevisionRun } from '../../messages/message.js';
import { isJapanese } from './comparable.js';
import type { Effort } from './effort.js';

/** More differences are not looked for: of two sentences that differ so much, nobody reads them word by word. */
const MOST_EDITS = 500;

/** Where less of the shorter text was kept, it is shown as replaced: red and green by turns cannot be read. */
const LEAST_KEPT = 0.3;

/** To tell words apart takes longer than to compare them. */
const STEPS_PER_CHARACTER = 4;

/** Of no longer clauses the words are told apart. */
const LONGEST_BY_WORDS = 20_000;

/**
 * What was kept and removed is the older text, what was kept and added the newer one, character by character. Where the
 * effort does not suffice, the text is replaced as a whole.
 */
export function runsBetween(older: string, newer: string, effort: Effort): readonly RevisionRun[] {
  if (older === newer) return older === '' ? [] : [{ kind: 'kept', text: older }];
  const words = wordRuns(older, newer, effort);
  return words === null || isUnreadable(words, older, newer) ? replaced(older, newer) : words;
}

function replaced(older: string, newer: string): readonly RevisionRun[] {
  const [removed, added] = [{ kind: 'removed', text: older } as const, { kind: 'added', text: newer } as const];
  return [removed, added].filter(({ text }) => text !== '');
}

function wordRuns(older: string, newer: string, effort: Effort): readonly RevisionRun[] | null {
  if (older.length > LONGEST_BY_WORDS || newer.length > LONGEST_BY_WORDS) return sentenceRuns(older, newer, effort);
  if (!effort.spend((older.length + newer.length) * STEPS_PER_CHARACTER)) return null;
  const language = isJapanese(older) || isJapanese(newer) ? 'ja' : 'en';
  const stretches = stretchesOf(wordsOf(older, language), wordsOf(newer, language), effort);
  return stretches === null ? sentenceRuns(older, newer, effort) : runsOf(readable(stretches, language));
}

/** Of a clause of many pages whole sentences are compared. */
function sentenceRuns(older: string, newer: string, effort: Effort): readonly RevisionRun[] | null {
  if (!effort.spend((older.length + newer.length) / 10)) return null;
  const stretches = stretchesOf(piecesOf(older), piecesOf(newer), effort);
  return stretches === null ? null : runsOf(stretches);
}

/** What was put in the place of something, either of which may be nothing, and the words that were kept after it. */
interface Stretch {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  readonly kept: readonly string[];
}

function stretchesOf(older: readonly string[], newer: readonly string[], effort: Effort): readonly Stretch[] | null {
  const maxEditLength = effort.editsUpTo(MOST_EDITS);
  const found = diffArrays([...older], [...newer], { maxEditLength });
  const edits = found?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
  effort.spendEdits(edits ?? null, maxEditLength);
  if (found === undefined) return null;
  const stretches: Stretch[] = [];
  let [removed, added]: [string[], string[]] = [[], []];
  for (const change of found) {
    if (change.removed) removed = change.value;
    else if (change.added) added = change.value;
    else {
      stretches.push({ removed, added, kept: change.value });
      [removed, added] = [[], []];
    }
  }
  if (removed.length + added.length > 0) stretches.push({ removed, added, kept: [] });
  return stretches;
}

const segmenters = {
  ja: new Intl.Segmenter('ja', { granularity: 'word' }),
  en: new Intl.Segmenter('en', { granularity: 'word' }),
};

const piece = /[^。．.!?！？\n]{0,400}(?:[。．.!?！？\n]+[\s\u3000」』）)]*|(?=.)|$)/gsu;

/** Sentences, or pieces where they have no end. */
function piecesOf(text: string): readonly string[] {
  return text.match(piece)?.filter((one) => one !== '') ?? [];
}

/** The segmenter's time grows with more than the length of what it is given at once. */
function wordsOf(text: string, language: 'ja' | 'en'): readonly string[] {
  return piecesOf(text).flatMap((one) => Array.from(segmenters[language].segment(one), ({ segment }) => segment));
}

/** Of fewer characters that were kept between two changes nobody takes notice. */
const SLIGHT = { ja: 4, en: 6 } as const;

/** A word or two that two longer changes have between them are changed with them, so that the reader sees one change. */
function readable(stretches: readonly Stretch[], language: 'ja' | 'en'): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const [at, next] of stretches.entries()) {
    const before = found.at(-1);
    const between = before?.kept.join('') ?? '';
    const isSlight = between.trim().length <= SLIGHT[language] && !/[。.!?！？\n]/u.test(between);
    const isBetween = before !== undefined && isSlight && between.length <= Math.min(sizeOf(before), sizeOf(next));
    if (!isBetween || (at === 1 && sizeOf(before) === 0)) {
      found.push(next);
      continue;
    }
    const { removed, added, kept } = before;
    found[found.length - 1] = {
      removed: [...removed, ...kept, ...next.removed],
      added: [...added, ...kept, ...next.added],
      kept: next.kept,
    };
  }
  return found.flatMap(withoutCommonEnds);
}

function sizeOf({ removed, added }: Stretch): number {
  return Math.max(removed.join('').length, added.join('').length);
}

/** What begins or ends alike is kept after all. */
function withoutCommonEnds({ removed, added, kept }: Stretch): readonly Stretch[] {
  const shorter = Math.min(removed.length, added.length);
  let start = 0;
  while (start < shorter && removed[start] === added[start]) start += 1;
  let end = 0;
  while (end < shorter - start && removed.at(-1 - end) === added.at(-1 - end)) end += 1;
  const rest = {
    removed: removed.slice(start, removed.length - end),
    added: added.slice(start, added.length - end),
    kept: [...removed.slice(removed.length - end), ...kept],
  };
  return start === 0 ? [rest] : [{ removed: [], added: [], kept: removed.slice(0, start) }, rest];
}

/** One run of each kind at a time, the removed one before the added one. */
function runsOf(stretches: readonly Stretch[]): readonly RevisionRun[] {
  const runs: RevisionRun[] = [];
  for (const stretch of stretches) {
    for (const kind of ['removed', 'added', 'kept'] as const) {
      const text = stretch[kind].join('');
      const before = runs.at(-1);
      if (text === '') continue;
      if (before?.kind === kind) runs[runs.length - 1] = { kind, text: before.text + text };
      else runs.push({ kind, text });
    }
  }
  return runs;
}

function isUnreadable(runs: readonly RevisionRun[], older: string, newer: string): boolean {
  const lengthOf = (kind: RevisionRun['kind']) =>
    runs.reduce((sum, run) => sum + (run.kind === kind ? run.text.length : 0), 0);
  const changes = lengthOf('removed') > 0 && lengthOf('added') > 0;
  return changes && lengthOf('kept') < LEAST_KEPT * Math.min(older.length, newer.length);
}
