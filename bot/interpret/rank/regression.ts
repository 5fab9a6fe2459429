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
}

export interface LearningRegression extends Regression {
  /** One step of gradient descent towards the class that was wanted, which is one of them. */
  learn(vector: Vector, among: Among, wanted: number, rate: number): void;
  weights(): Weights;
}

/** What was learnt: of each feature one weight a column, in 127ths of the largest of them. */
export interface Weights {
  readonly steps: Int8Array;
  readonly largest: Float32Array;
}

/** How much what classes share counts beside what each has of its own. */
const SHARED = 0.7;
/** A smaller error changes nothing worth its time. */
const NEGLIGIBLE = 0.003;
const STEPS = 127;

interface Columns {
  /** Of each class, those that it shares. */
  readonly of: readonly Int32Array[];
  readonly width: number;
}

/** @param groupsOf of each class, the groups that it shares weights with */
export function learningRegression(features: number, groupsOf: readonly (readonly string[])[]): LearningRegression {
  const columns = columnsOf(groupsOf);
  const { width } = columns;
  const weights = new Float32Array(features * width);
  const scores = new Float64Array(width);
  const { among, probabilities } = scored(columns, scores, (vector, some) => score(vector, weights, scores, some));
  return {
    among,
    probabilities,
    learn(vector, some, wanted, rate) {
      probabilities(vector, some);
      scores[wanted] = (scores[wanted] ?? 0) - 1;
      scores.fill(0, groupsOf.length);
      for (const one of some.classes) {
        const error = scores[one] ?? 0;
        for (const column of columns.of[one] ?? none) scores[column] = (scores[column] ?? 0) + SHARED * error;
      }
      adjust(vector, weights, scores, some.columns, rate);
    },
    weights: () => inSteps(weights, features, width),
  };
}

/** The regression that was learnt. @param groupsOf as it was learnt with */
export function learntRegression(weights: Weights, groupsOf: readonly (readonly string[])[]): Regression {
  const columns = columnsOf(groupsOf);
  const scores = new Float64Array(columns.width);
  return scored(columns, scores, ({ features, values }, some) => {
    const inSteps = {
      features,
      values: values.map((value, at) => (value * (weights.largest[features[at] ?? 0] ?? 0)) / STEPS),
    };
    score(inSteps, weights.steps, scores, some);
  });
}

const none = new Int32Array(0);

/** @param score writes into `scores` what each of the columns makes of a vector */
function scored(
  { of: columnsOf }: Columns,
  scores: Float64Array,
  score: (vector: Vector, columns: Int32Array) => void,
): Regression {
  return {
    among: (some) => ({
      classes: Int32Array.from(some),
      columns: Int32Array.from(new Set([...some, ...some.flatMap((one) => [...(columnsOf[one] ?? none)])])),
    }),
    probabilities(vector, { classes, columns }, bonus) {
      score(vector, columns);
      for (const one of classes) {
        let sum = (scores[one] ?? 0) + (bonus?.(one) ?? 0);
        for (const column of columnsOf[one] ?? none) sum += SHARED * (scores[column] ?? 0);
        scores[one] = sum;
      }
      toProbabilities(scores, classes);
      return scores;
    },
  };
}

function columnsOf(groupsOf: readonly (readonly string[])[]): Columns {
  const names = shared(groupsOf);
  const of = groupsOf.map((groups) =>
    Int32Array.from(
      groups.filter((group) => names.includes(group)),
      (group) => groupsOf.length + names.indexOf(group),
    ),
  );
  return { of, width: groupsOf.length + names.length };
}

/** A quarter of the memory, and as right. */
function inSteps(weights: Float32Array, features: number, width: number): Weights {
  const steps = new Int8Array(weights.length);
  const largest = new Float32Array(features);
  for (let feature = 0; feature < features; feature += 1) {
    const own = weights.subarray(feature * width, (feature + 1) * width);
    const most = own.reduce((sum, weight) => Math.max(sum, Math.abs(weight)), 0);
    largest[feature] = most;
    if (most > 0)
      for (const [at, weight] of own.entries()) steps[feature * width + at] = Math.round((weight / most) * STEPS);
  }
  return { steps, largest };
}

/** The groups of at least two classes. */
function shared(groupsOf: readonly (readonly string[])[]): readonly string[] {
  const all = groupsOf.flat();
  return [...new Set(all)].filter((group) => all.indexOf(group) !== all.lastIndexOf(group));
}

/** Writes the score of each of the columns into `scores`. */
function score(
  { features, values }: Vector,
  weights: Float32Array | Int8Array,
  scores: Float64Array,
  columns: Int32Array,
): void {
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
