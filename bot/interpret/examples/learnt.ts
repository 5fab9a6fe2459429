/** What is learnt from the examples, once and when it is first needed: many sentences say outright what they mean. */
import { type Classifier, learnToClassify } from '../rank/classifier.js';
import { conceptReader, readLexicon } from '../rank/concepts.js';
import { NOTHING } from '../weigh.js';
import { isKeptApart } from './kept-apart.js';
import { readExamples } from './read-examples.js';

/** Of the sentences that stand for themselves: what depends on what was shown before is like anything. */
export function classifierOfExamples(may: (meaning: string, role: string) => boolean): Classifier {
  const examples = readExamples().filter(({ say, before }) => before === undefined && !isKeptApart(say));
  const labelled = examples.map(({ say, role, action }) => ({ say, role, meaning: action ?? NOTHING }));
  return learnToClassify(labelled, { conceptsOf: conceptReader(readLexicon()), may });
}
