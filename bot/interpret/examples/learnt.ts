/** What is learnt from the examples, once and when it is first needed: many sentences say outright what they mean. */

import { withoutNames } from '../mentions/without-names.js';
import { type Classifier, classifierOf, learnFrom } from '../rank/classifier.js';
import { conceptReader, readLexicon } from '../rank/concepts.js';
import { learn, type Ranker } from '../rank/ranker.js';
import { NOTHING } from '../weigh.js';
import { exampleDirectory } from './example-directory.js';
import { isKeptApart } from './kept-apart.js';
import { fingerprintOf, keptOrLearnt } from './learnt-file.js';
import { readExamples, readPhrasings } from './read-examples.js';

let ranker: Ranker | null = null;

/** By which roles may mean what: once for each set of actions in a process. */
const learnt = new Map<string, Promise<Classifier>>();

/** What a sentence may mean, from the examples. @param may whether people of a role can mean something at all */
export async function classifierOfExamples(may: (meaning: string, role: string) => boolean): Promise<Classifier> {
  const directory = exampleDirectory();
  const examples = labelled().map((one) => ({ ...one, say: withoutNames(one.say, directory) }));
  const [meanings, roles] = [
    new Set(examples.map(({ meaning }) => meaning)),
    new Set(examples.map(({ role }) => role)),
  ];
  const allowed = [...meanings]
    .flatMap((meaning) => [...roles].map((role) => (may(meaning, role) ? '1' : '0')))
    .join('');
  const known = learnt.get(allowed) ?? readOrLearn(examples, allowed, may);
  learnt.set(allowed, known);
  return await known;
}

async function readOrLearn(
  examples: ReturnType<typeof labelled>,
  allowed: string,
  may: (meaning: string, role: string) => boolean,
): Promise<Classifier> {
  const lexicon = readLexicon();
  const conceptsOf = conceptReader(lexicon);
  const fingerprint = await fingerprintOf(JSON.stringify(examples), JSON.stringify(lexicon), allowed);
  return classifierOf(await keptOrLearnt(fingerprint, () => learnFrom(examples, { conceptsOf, may })), conceptsOf);
}

/** Which of the examples a sentence is most like. */
export function rankerOfExamples(): Ranker {
  ranker ??= learn(labelled());
  return ranker;
}

/** Of the sentences that stand for themselves: what depends on what was shown before is like anything. */
function labelled() {
  const examples = readExamples().filter(({ before }) => before === undefined);
  return [...examples, ...readPhrasings()]
    .filter(({ say }) => !isKeptApart(say))
    .map(({ say, role, action }) => ({ say, role, meaning: action ?? NOTHING }));
}
