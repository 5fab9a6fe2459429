/** Learns from sentences whose meaning is known how likely each meaning of another sentence is. */
import { givingWay } from './giving-way.js';
import { learningRegression, learntRegression, type Weights } from './regression.js';
import { type ConceptsOf, type Labelled, type Vocabulary, vectoriser, vocabularyOf } from './vectoriser.js';

export type { Labelled } from './vectoriser.js';

export interface Likely {
  readonly meaning: string;
  /** From 0 to 1; those of all meanings together are 1. */
  readonly confidence: number;
}

export interface Classifier {
  /**
   * The likeliest first; none where the sentence has nothing in common with any known one.
   * @param among whether a meaning can be meant here
   * @param named meanings that the sentence names by words of their own
   */
  classify(
    text: string,
    role: string,
    among?: (meaning: string) => boolean,
    named?: readonly string[],
  ): readonly Likely[];
}

export interface Learning {
  /** The concepts that a sentence speaks of, in their order. */
  readonly conceptsOf: ConceptsOf;
  /** Whether people of a role can mean something at all. */
  readonly may: (meaning: string, role: string) => boolean;
}

/** What was learnt from sentences. */
export interface Learnt {
  readonly meanings: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly weights: Weights;
}

/** Chosen by four-fold cross-validation over the examples that are learnt from. */
const EPOCHS = 4;
const RATE = 1;
/** How much smaller each epoch's steps are than those of the one before. */
const DECAY = 0.85;
/** How much a name within the sentence adds to the score of what it names. */
const NAMED_BONUS = 1.2;

/**
 * Takes some seconds of work, in slices between which requests are served.
 * @param labelled in any order; the same sentences always give the same result
 */
export async function learnFrom(labelled: readonly Labelled[], { conceptsOf, may }: Learning): Promise<Learnt> {
  const meanings = [...new Set(labelled.map(({ meaning }) => meaning))].sort();
  const place = new Map(meanings.map((meaning, at) => [meaning, at]));
  const { vocabulary, vectors } = await vocabularyOf(labelled, conceptsOf);
  const model = learningRegression(vocabulary.parts.length, meanings.map(groupsOf));
  const amongFor = new Map<string, ReturnType<typeof model.among>>();
  const amongOf = ({ role, meaning }: Labelled) => {
    // A meaning that the role may not have is learnt all the same: others ask in the same words.
    const key = may(meaning, role) ? role : `${role} ${meaning}`;
    const known = amongFor.get(key);
    if (known !== undefined) return known;
    const found = model.among(
      [...meanings.keys()].filter((at) => meanings[at] === meaning || may(meanings[at] ?? '', role)),
    );
    if (key === role) amongFor.set(key, found);
    return found;
  };
  const amongs = labelled.map(amongOf);
  const giveWay = givingWay();
  let rate = RATE;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const at of shuffled(labelled.length, epoch)) {
      const [vector, among] = [vectors[at], amongs[at]];
      const wanted = place.get(labelled[at]?.meaning ?? '');
      if (vector !== undefined && among !== undefined && wanted !== undefined) model.learn(vector, among, wanted, rate);
      await giveWay();
    }
    rate *= DECAY;
  }
  return { meanings, vocabulary, weights: model.weights() };
}

/** @param conceptsOf as it was learnt with */
export function classifierOf({ meanings, vocabulary, weights }: Learnt, conceptsOf: ConceptsOf): Classifier {
  const model = learntRegression(weights, meanings.map(groupsOf));
  const { of, saysSomething } = vectoriser(vocabulary, conceptsOf);
  return {
    classify(text, role, among = () => true, named = []) {
      const vector = of(text, role);
      const allowed = [...meanings.keys()].filter((at) => among(meanings[at] ?? ''));
      if (allowed.length === 0 || !saysSomething(vector)) return [];
      const bonus = (at: number) => (named.includes(meanings[at] ?? '') ? NAMED_BONUS : 0);
      const probabilities = model.probabilities(vector, model.among(allowed), bonus);
      return allowed
        .map((at): Likely => ({ meaning: meanings[at] ?? '', confidence: probabilities[at] ?? 0 }))
        .filter(({ confidence }) => confidence > 0)
        .toSorted((a, b) => b.confidence - a.confidence);
    },
  };
}

/** An action's name tells its room and what is done: consultation.cancel is like consultation.show, and like session.cancel. */
function groupsOf(meaning: string): readonly string[] {
  const [room, done] = meaning.split('.');
  return room === undefined || done === undefined ? [] : [`${room}.`, `.${done}`];
}

/** Every place once, in an order that looks like none and is always the same. */
function shuffled(length: number, seed: number): Int32Array {
  const order = Int32Array.from({ length }, (_, at) => at);
  let state = seed * 2_654_435_761 + 12_345;
  for (let at = length - 1; at > 0; at -= 1) {
    // The linear congruential generator of Numerical Recipes.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}
