/** What is learnt from the examples, once and when it is first needed: many sentences say outright what they mean. */
import { katakana } from '../../../programme/messages/canonical.js';
import type { Action } from '../../../programme/requests/action.js';
import { mayMeanBy } from '../may-mean.js';
import type { KnownName } from '../mentions/known-names.js';
import { withoutNames } from '../mentions/without-names.js';
import { type Classifier, classifierOf, type Labelled, type Learnt, learnFrom } from '../rank/classifier.js';
import { conceptReader, readLexicon } from '../rank/concepts.js';
import { givingWay } from '../rank/giving-way.js';
import { learn, type Ranker } from '../rank/ranker.js';
import { NOTHING } from '../weigh.js';
import { exampleDirectory } from './example-directory.js';
import { isKeptApart } from './kept-apart.js';
import { fingerprintOf, keptOrLearnt } from './learnt-file.js';
import { type Phrasing, readExamples, readPhrasings } from './read-examples.js';

let ranker: Ranker | null = null;

/** By which roles may take which actions: once for each set of them in a process. */
const learnt = new Map<string, Promise<Classifier>>();

/** What a sentence may mean, from the examples. @param actions those that there are, by their names */
export async function classifierOfExamples(
  actions: Pick<ReadonlyMap<string, Action>, 'get' | 'values'>,
): Promise<Classifier> {
  const allowed = [...actions.values()]
    .map(({ name, who }) => `${name} ${String(who)}`)
    .sort()
    .join('\n');
  const known = learnt.get(allowed) ?? readOrLearn(allowed, mayMeanBy(actions));
  learnt.set(allowed, known);
  return await known;
}

async function readOrLearn(allowed: string, may: (meaning: string, role: string) => boolean): Promise<Classifier> {
  const conceptsOf = conceptReader(readLexicon());
  const learnNow = async (): Promise<Learnt> =>
    await learnFrom(await nameless(examplesByThemselves()), { conceptsOf, may });
  return classifierOf(await keptOrLearnt(await fingerprintOf(allowed), learnNow), conceptsOf);
}

/** Which of the examples a sentence is most like. */
export function rankerOfExamples(): Ranker {
  ranker ??= learn(labelled(readExamples().filter(({ before }) => before === undefined)));
  return ranker;
}

/** Those that stand for themselves: what depends on what was shown before is like anything. */
function examplesByThemselves(): readonly Labelled[] {
  return labelled([...readExamples().filter(({ before }) => before === undefined), ...readPhrasings()]);
}

function labelled(phrasings: readonly Pick<Phrasing, 'say' | 'role' | 'action'>[]): readonly Labelled[] {
  return phrasings
    .filter(({ say }) => !isKeptApart(say))
    .map(({ say, role, action }) => ({ say, role, meaning: action ?? NOTHING }));
}

async function nameless(sentences: readonly Labelled[]): Promise<readonly Labelled[]> {
  const directory = exampleDirectory();
  const giveWay = givingWay();
  const plain: Labelled[] = [];
  const mayName = beginningsOf([...directory.companies, ...directory.members]);
  for (const sentence of sentences) {
    const isPlain = !mayName.test(katakana(sentence.say.normalize('NFKC')));
    plain.push(isPlain ? sentence : { ...sentence, say: withoutNames(sentence.say, directory) });
    await giveWay();
  }
  return plain;
}

/** With how many letters a name begins, of ideographs and of kana. */
const [FEW, SOME] = [2, 3];

/** Finds what may be a name, in katakana: to look for each in each of thousands of sentences takes ten seconds. */
function beginningsOf(names: readonly KnownName[]): RegExp {
  const parts = names.flatMap(({ nameJa, nameEn, reading, also = [] }) => [
    ...[nameJa, ...also].map((name) => katakana(name.replace(/株式会社/g, '').trim()).slice(0, FEW)),
    ...nameEn.split(/\s+/).filter((word) => word.length >= SOME),
    katakana(reading).slice(0, SOME),
  ]);
  return new RegExp([...new Set(parts)].map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'i');
}
