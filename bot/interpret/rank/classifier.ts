/** Learns from sentences whose meaning is known how likely each meaning of another sentence is: multinomial logistic regression. */
import { featuresOf } from './features.js';

/** A sentence whose meaning is known, and the role of the person who says it. */
export interface Labelled {
  readonly say: string;
  readonly meaning: string;
  readonly role: string;
}

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
  /** The concepts that a sentence speaks of. */
  readonly conceptsOf: (text: string) => readonly string[];
  /** Whether people of a role can mean something at all. */
  readonly may: (meaning: string, role: string) => boolean;
}

/** Chosen by four-fold cross-validation over the examples that are learnt from. */
const EPOCHS = 4;
const RATE = 1.5;
/** What concepts, and pairs of them, weigh beside the letters and words themselves. */
const CONCEPT_SHARE = 0.8;
/** A part that stands in fewer sentences tells nothing of others. */
const LEAST_SENTENCES = 3;
/** How much a name within the sentence adds to the score of what it names. */
const NAMED_BONUS = 1.2;
/** A smaller error changes nothing worth its time. */
const NEGLIGIBLE = 0.002;

interface Vector {
  readonly features: Int32Array;
  readonly values: Float32Array;
}

/** @param labelled in any order; the same sentences always give the same result */
export function learnToClassify(labelled: readonly Labelled[], { conceptsOf, may }: Learning): Classifier {
  const meanings = [...new Set(labelled.map(({ meaning }) => meaning))].sort();
  const place = new Map(meanings.map((meaning, at) => [meaning, at]));
  const toVector = vectoriser(labelled, conceptsOf);
  const examples = labelled.map(({ say, role, meaning }) => ({
    vector: toVector.of(say, role),
    role,
    wanted: place.get(meaning) ?? 0,
  }));
  const count = meanings.length;
  const weights = new Float32Array(toVector.size * count);
  const scores = new Float64Array(count);
  const allowedFor = new Map(
    [...new Set(labelled.map(({ role }) => role))].map((role) => [role, meanings.map((meaning) => may(meaning, role))]),
  );
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const at of shuffled(examples.length, epoch)) {
      const example = examples[at];
      if (example === undefined) continue;
      score(example.vector, weights, scores);
      const allowed = allowedFor.get(example.role) ?? [];
      toProbabilities(scores, (meaning) => allowed[meaning] === true || meaning === example.wanted);
      adjust(example.vector, weights, scores, example.wanted);
    }
  }
  return {
    classify(text, role, among = () => true, named = []) {
      const vector = toVector.of(text, role);
      if (!toVector.saysSomething(vector)) return [];
      score(vector, weights, scores);
      for (const meaning of named) {
        const at = place.get(meaning);
        if (at !== undefined) scores[at] = (scores[at] ?? 0) + NAMED_BONUS;
      }
      const allowed = meanings.map(among);
      if (!allowed.includes(true)) return [];
      toProbabilities(scores, (meaning) => allowed[meaning] === true);
      return meanings
        .map((meaning, at): Likely => ({ meaning, confidence: scores[at] ?? 0 }))
        .filter(({ confidence }) => confidence > 0)
        .toSorted((a, b) => b.confidence - a.confidence);
    },
  };
}

interface Vectoriser {
  readonly size: number;
  of(text: string, role: string): Vector;
  saysSomething(vector: Vector): boolean;
}

/** The parts of a sentence as numbers: the rarer a part, the more it tells; each kind of part has the same length together. */
function vectoriser(labelled: readonly Labelled[], conceptsOf: Learning['conceptsOf']): Vectoriser {
  const partsOf = (text: string, role: string) => {
    const concepts = [...conceptsOf(text)].sort();
    const pairs = concepts.flatMap((one, at) => concepts.slice(at + 1).map((other) => `p:${one}+${other}`));
    return [[...featuresOf(text), `role:${role}`], concepts.map((concept) => `c:${concept}`), pairs] as const;
  };
  const counts = new Map<string, number>();
  const known = labelled.map(({ say, role }) => partsOf(say, role));
  for (const part of known.flat(2)) counts.set(part, (counts.get(part) ?? 0) + 1);
  const frequent = [...counts].filter(([, times]) => times >= LEAST_SENTENCES);
  const places = new Map(frequent.map(([part], at) => [part, at]));
  const rarity = Float32Array.from(frequent, ([, times]) => Math.log(1 + labelled.length / (1 + times)));
  const roles = new Set([...new Set(labelled.map(({ role }) => role))].map((role) => places.get(`role:${role}`)));
  const shares = [1, CONCEPT_SHARE, CONCEPT_SHARE] as const;
  return {
    size: places.size,
    of(text, role) {
      const features: number[] = [];
      const values: number[] = [];
      for (const [kind, parts] of partsOf(text, role).entries()) {
        const found = parts.flatMap((part) => places.get(part) ?? []);
        const length = Math.sqrt(found.reduce((sum, at) => sum + (rarity[at] ?? 0) ** 2, 0));
        for (const at of found) {
          features.push(at);
          values.push(((rarity[at] ?? 0) / length) * (shares[kind] ?? 1));
        }
      }
      return { features: Int32Array.from(features), values: Float32Array.from(values) };
    },
    saysSomething: ({ features }) => features.some((at) => !roles.has(at)),
  };
}

/** Writes each meaning's score into `scores`. */
function score({ features, values }: Vector, weights: Float32Array, scores: Float64Array): void {
  scores.fill(0);
  const count = scores.length;
  for (let at = 0; at < features.length; at += 1) {
    const from = (features[at] ?? 0) * count;
    const value = values[at] ?? 0;
    for (let meaning = 0; meaning < count; meaning += 1)
      scores[meaning] = (scores[meaning] ?? 0) + value * (weights[from + meaning] ?? 0);
  }
}

/** Turns scores into probabilities (softmax); what cannot be meant gets none. */
function toProbabilities(scores: Float64Array, isAllowed: (meaning: number) => boolean): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at += 1) if (isAllowed(at)) most = Math.max(most, scores[at] ?? 0);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const share = isAllowed(at) ? Math.exp((scores[at] ?? 0) - most) : 0;
    scores[at] = share;
    sum += share;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / sum;
}

/** One step of gradient descent towards the meaning that was wanted. */
function adjust(
  { features, values }: Vector,
  weights: Float32Array,
  probabilities: Float64Array,
  wanted: number,
): void {
  const count = probabilities.length;
  for (let meaning = 0; meaning < count; meaning += 1) {
    const error = (probabilities[meaning] ?? 0) - (meaning === wanted ? 1 : 0);
    if (Math.abs(error) < NEGLIGIBLE) continue;
    for (let at = 0; at < features.length; at += 1) {
      const weight = (features[at] ?? 0) * count + meaning;
      weights[weight] = (weights[weight] ?? 0) - RATE * error * (values[at] ?? 0);
    }
  }
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
