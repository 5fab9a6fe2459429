/** What is learnt from the examples, once and when it is first needed: many sentences say outright what they mean. */
import { type Classifier, learnToClassify } from '../rank/classifier.js';
import { conceptReader, readLexicon } from '../rank/concepts.js';
import { learn, type Ranker } from '../rank/ranker.js';
import { NOTHING } from '../weigh.js';
import { isKeptApart } from './kept-apart.js';
import { readExamples } from './read-examples.js';

let ranker: Ranker | null = null;

/** What a sentence may mean, from the examples. @param may whether people of a role can mean something at all */
export async function classifierOfExamples(may: (meaning: string, role: string) => boolean): Promise<Classifier> {
  return await learnToClassify(labelled(), { conceptsOf: conceptReader(readLexicon()), may });
}

/** Which of the examples a sentence is most like. */
export function rankerOfExamples(): Ranker {
  ranker ??= learn(labelled());
  return ranker;
}

/** Of the sentences that stand for themselves: what depends on what was shown before is like anything. */
function labelled() {
  const examples = readExamples().filter(({ say, before }) => before === undefined && !isKeptApart(say));
  return examples.map(({ say, role, action }) => ({ say, role, meaning: action ?? NOTHING }));
}
