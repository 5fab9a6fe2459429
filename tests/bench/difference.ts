/**
 * The difference between two versions of 30 pages in either language, beside what its parts alone take in the same run: the words of both
 * told apart and their clauses compared for equality. And pairs made to be slow, of which the work and memory must be bounded.
 */
import { diffArrays } from 'diff';
import type { Language } from '../../prisma/client.js';
import { compareDrafts } from '../../programme/drafts/difference/compare-drafts.js';
import { type DraftVersions, hostileVersions, thirtyPages } from './draft-versions.js';
import { type Extent, median, report } from './measure.js';

const ROUNDS = { full: 20, few: 5 };
const LIMIT_SECONDS = 0.5;
const HOSTILE_LIMIT_SECONDS = 2;
const MEMORY_LIMIT_MEGABYTES = 200;

export async function benchDifference({ full }: Extent): Promise<void> {
  const rounds = full ? ROUNDS.full : ROUNDS.few;
  for (const language of ['ja', 'en'] as const) {
    const versions = thirtyPages(language);
    const floors: number[] = [];
    const ours: number[] = [];
    // The first one loads dictionaries and compiles, as the first of a process does: it counts like the others.
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await secondsOf(async () => await compareDrafts(versions.older, versions.newer)));
      floors.push(await secondsOf(async () => partsAlone(versions, language)));
    }
    const line = { unit: 's', floor: median(floors), rounds, limit: `<= ${LIMIT_SECONDS}` };
    report({ ...line, goal: `difference (${language})`, ours: median(ours), met: median(ours) <= LIMIT_SECONDS });
    report({
      ...line,
      goal: `difference (${language}), slowest`,
      ours: Math.max(...ours),
      met: Math.max(...ours) <= LIMIT_SECONDS,
    });
  }
  const before = megabytes();
  for (const [name, { older, newer }] of Object.entries(hostileVersions)) {
    const seconds = await secondsOf(async () => await compareDrafts(older, newer));
    report({
      ...{ goal: `difference, ${name}`, unit: 's', floor: HOSTILE_LIMIT_SECONDS, ours: seconds, rounds: 1 },
      ...{ limit: `<= ${HOSTILE_LIMIT_SECONDS}`, met: seconds <= HOSTILE_LIMIT_SECONDS },
    });
  }
  const grown = megabytes() - before;
  report({
    ...{ goal: 'difference memory', unit: 'MB', floor: MEMORY_LIMIT_MEGABYTES, ours: grown, rounds: 1 },
    ...{ limit: `<= ${MEMORY_LIMIT_MEGABYTES}`, met: grown <= MEMORY_LIMIT_MEGABYTES },
  });
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** The most that the process has taken up to now. */
function megabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}

/** What no comparison can do without; it says nothing of changed, moved or renumbered clauses. */
async function partsAlone({ older, newer }: DraftVersions, language: Language): Promise<void> {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const texts = [older, newer].map(({ paragraphs }) => paragraphs.map(({ text }) => text));
  for (const text of texts.flat()) Array.from(segmenter.segment(text));
  diffArrays(texts[0] ?? [], texts[1] ?? []);
}
