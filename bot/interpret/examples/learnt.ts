/** What is learnt from the examples, once and when it is first needed: most sentences are understood without it. */
import { learn, type Ranker } from '../rank/ranker.js';
import { isKeptApart } from './kept-apart.js';
import { readExamples } from './read-examples.js';

/** What a sentence means that asks for nothing of ours; it is no action's name. */
export const NOTHING = 'none';

let learnt: Ranker | null = null;

/** Of the sentences that stand for themselves: what depends on what was shown before is like anything. */
export function rankerOfExamples(): Ranker {
  learnt ??= learn(
    readExamples()
      .filter(({ say, before }) => before === undefined && !isKeptApart(say))
      .map(({ say, action }) => ({ say, meaning: action ?? NOTHING })),
  );
  return learnt;
}
