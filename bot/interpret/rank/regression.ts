/** Multinomial logistic regression over sparse vectors, where classes that are alike share a part of what is learnt. */

/** Which parts a sentence has, and how much each tells. */
export interface Vector {
  readonly features: Int32Array;
  readonly values: Float32Array;
}

/** Some of the classes, and the columns of weights by which they are scored: their own and those that they share. */
export interface Among {
  readonly classes: Int32Array;
  readonly columns: Int32Array;
}

export interface Regression {
  among(classes: readonly number[]): Among;
  /** How likely each of the classes is; those that are not among them keep whatever they had. */
  probabilities(vector: Vector, among: Among, bonus?: (index: number) => number): Float64Array;
  /** One step of gradient descent towards the class that was wanted, which is one of them. */
  learn(vector: Vector, among: Among, wanted: number, rate: number): void;
}

/** How much what classes share counts beside what each has of its own. */
const SHARED = 0.7;
/** A smaller error changes nothing worth its time. */
const NEGLIGIBLE = 0.003;

/** @param groupsOf of each class, the groups that it shares weights with */
export function regression(features: number, groupsOf: readonly (readonly string[])[]): Regression {
  const classes = groupsOf.length;
  const names = shared(groupsOf);
  const columnsOf = groupsOf.map((groups) =>
    Int32Array.from(
      groups.filter((group) => names.includes(group)),
      (group) => classes + names.indexOf(group),
    ),
  );
  const width = classes + names.length;
  const weights = new Float32Array(features * width);
  const scores = new Float64Array(width);
  const none = new Int32Array(0);

  function probabilities(vector: Vector, among: Among, bonus?: (index: number) => number): Float64Array {
    score(vector, weights, scores, among.columns);
    for (const one of among.classes) {
      let sum = (scores[one] ?? 0) + (bonus?.(one) ?? 0);
      for (const column of columnsOf[one] ?? none) sum += SHARED * (scores[column] ?? 0);
      scores[one] = sum;
    }
    toProbabilities(scores, among.classes);
    return scores;
  }

  return {
    among: (some) => ({
      classes: Int32Array.from(some),
      columns: Int32Array.from(new Set([...some, ...some.flatMap((one) => [...(columnsOf[one] ?? none)])])),
    }),
    probabilities,
    learn(vector, among, wanted, rate) {
      probabilities(vector, among);
      scores[wanted] = (scores[wanted] ?? 0) - 1;
      scores.fill(0, classes);
      for (const one of among.classes) {
        const error = scores[one] ?? 0;
        for (const column of columnsOf[one] ?? none) scores[column] = (scores[column] ?? 0) + SHARED * error;
      }
      adjust(vector, weights, scores, among.columns, rate);
    },
  };
}

/** The groups of at least two classes. */
function shared(groupsOf: readonly (readonly string[])[]): readonly string[] {
  const all = groupsOf.flat();
  return [...new Set(all)].filter((group) => all.indexOf(group) !== all.lastIndexOf(group));
}

/** Writes the score of each of the columns into `scores`. */
function score({ features, values }: Vector, weights: Float32Array, scores: Float64Array, columns: Int32Array): void {
  const width = scores.length;
  const many = columns.length;
  scores.fill(0);
  for (let at = 0; at < features.length; at += 1) {
    const from = (features[at] ?? 0) * width;
    const value = values[at] ?? 0;
    for (let index = 0; index < many; index += 1) {
      const column = columns[index] ?? 0;
      scores[column] = (scores[column] ?? 0) + value * (weights[from + column] ?? 0);
    }
  }
}

/** Turns the scores of some classes into probabilities (softmax). */
function toProbabilities(scores: Float64Array, classes: Int32Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const one of classes) most = Math.max(most, scores[one] ?? 0);
  let sum = 0;
  for (const one of classes) {
    const share = Math.exp((scores[one] ?? 0) - most);
    scores[one] = share;
    sum += share;
  }
  for (const one of classes) scores[one] = (scores[one] ?? 0) / sum;
}

/** Against the errors, one of each column. */
function adjust(
  { features, values }: Vector,
  weights: Float32Array,
  errors: Float64Array,
  columns: Int32Array,
  rate: number,
): void {
  const width = errors.length;
  const many = features.length;
  for (const column of columns) {
    const step = rate * (errors[column] ?? 0);
    if (Math.abs(step) < NEGLIGIBLE) continue;
    for (let at = 0; at < many; at += 1) {
      const weight = (features[at] ?? 0) * width + column;
      weights[weight] = (weights[weight] ?? 0) - step * (values[at] ?? 0);
    }
  }
}
