/** Ranks the things that a sentence may mean by how much it is like sentences whose meaning is known. */
import { featuresOf } from './features.js';

/** A sentence whose meaning is known. */
export interface Known {
  readonly say: string;
  readonly meaning: string;
}

export interface Ranked {
  readonly meaning: string;
  /** From 0 (nothing in common) to 1 (the same sentence). */
  readonly likeness: number;
  /** The sentence that it is most like. */
  readonly nearest: string;
}

export interface Ranker {
  /** The likeliest first. @param among asked for each meaning: whether it can be meant here */
  rank(text: string, among?: (meaning: string) => boolean): readonly Ranked[];
}

interface Vector {
  readonly known: Known;
  readonly length: number;
}

/** As many of a meaning's nearest sentences speak for it: one alone may be like it by chance. */
const VOICES = 3;
/** What the second and third nearest add. */
const FURTHER = [1, 0.25, 0.15] as const;

/** Learns from the sentences: the rarer a part, the more it tells. */
export function learn(sentences: readonly Known[]): Ranker {
  const parts = sentences.map(({ say }) => featuresOf(say));
  const counts = new Map<string, number>();
  for (const features of parts) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const weightOf = (feature: string) => Math.log(1 + sentences.length / (1 + (counts.get(feature) ?? 0)));
  const holding = new Map<string, number[]>();
  const vectors = sentences.map((known, at): Vector => {
    let square = 0;
    for (const feature of parts[at] ?? []) {
      square += weightOf(feature) ** 2;
      const list = holding.get(feature);
      if (list === undefined) holding.set(feature, [at]);
      else list.push(at);
    }
    return { known, length: Math.sqrt(square) };
  });

  function likenesses(text: string): ReadonlyMap<number, number> {
    const products = new Map<number, number>();
    let square = 0;
    for (const feature of featuresOf(text)) {
      const weight = weightOf(feature) ** 2;
      square += weight;
      for (const at of holding.get(feature) ?? []) products.set(at, (products.get(at) ?? 0) + weight);
    }
    const own = Math.sqrt(square);
    return new Map([...products].map(([at, product]) => [at, product / (own * (vectors[at]?.length ?? 1))]));
  }

  return {
    rank(text, among = () => true) {
      const voices = new Map<string, { readonly likeness: number; readonly say: string }[]>();
      for (const [at, likeness] of likenesses(text)) {
        const known = vectors[at]?.known;
        if (known === undefined || !among(known.meaning)) continue;
        const list = voices.get(known.meaning) ?? [];
        list.push({ likeness, say: known.say });
        voices.set(known.meaning, list);
      }
      return [...voices]
        .map(([meaning, list]): Ranked => {
          const nearest = list.toSorted((a, b) => b.likeness - a.likeness).slice(0, VOICES);
          const heard = nearest.reduce((sum, { likeness }, place) => sum + likeness * (FURTHER[place] ?? 0), 0);
          const most = FURTHER.reduce((sum, share) => sum + share, 0);
          return { meaning, likeness: heard / most, nearest: nearest[0]?.say ?? '' };
        })
        .toSorted((a, b) => b.likeness - a.likeness);
    },
  };
}
