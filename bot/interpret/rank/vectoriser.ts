/** Turns sentences into numbers: which parts they have, and how much each tells. */
import { featuresOf } from './features.js';
import { givingWay } from './giving-way.js';
import type { Vector } from './regression.js';

/** A sentence whose meaning is known, and the role of the person who says it. */
export interface Labelled {
  readonly say: string;
  readonly meaning: string;
  readonly role: string;
}

export interface Vectoriser {
  of(text: string, role: string): Vector;
  saysSomething(vector: Vector): boolean;
}

/** The parts by which sentences are told apart, and how rare each is. */
export interface Vocabulary {
  readonly parts: readonly string[];
  readonly rarity: Float32Array;
}

export type ConceptsOf = (text: string) => readonly string[];

/** A part that stands in fewer sentences tells nothing of others. */
const LEAST_SENTENCES = 3;
/** What follows asks for nothing that the beginning would not tell. */
const LONGEST = 2000;
/** What letters and words, concepts, pairs of them, and their order weigh. */
const SHARES = [1.2, 1.2, 0.8, 0.6] as const;
const ROLE = 'role:';

/** The vocabulary of the sentences, and each of them in it, in their order. */
export async function vocabularyOf(
  labelled: readonly Labelled[],
  conceptsOf: ConceptsOf,
): Promise<{ readonly vocabulary: Vocabulary; readonly vectors: readonly Vector[] }> {
  const giveWay = givingWay();
  const parts: (readonly ReadonlySet<string>[])[] = [];
  for (const { say, role } of labelled) {
    parts.push(partsOf(say, role, conceptsOf(say)));
    await giveWay();
  }
  const counts = new Map<string, number>();
  for (const kinds of parts)
    for (const kind of kinds) for (const part of kind) counts.set(part, (counts.get(part) ?? 0) + 1);
  const frequent = [...counts].filter(([, times]) => times >= LEAST_SENTENCES);
  const vocabulary = {
    parts: frequent.map(([part]) => part),
    rarity: Float32Array.from(frequent, ([, times]) => Math.log(1 + labelled.length / (1 + times))),
  };
  const places = placesOf(vocabulary);
  return { vocabulary, vectors: parts.map((kinds) => toVector(kinds, places, vocabulary.rarity)) };
}

/** The rarer a part, the more it tells; each kind of part has the same length together. */
export function vectoriser(vocabulary: Vocabulary, conceptsOf: ConceptsOf): Vectoriser {
  const places = placesOf(vocabulary);
  const roles = new Set(vocabulary.parts.filter((part) => part.startsWith(ROLE)).map((part) => places.get(part)));
  return {
    of: (text, role) => toVector(partsOf(text, role, conceptsOf(text)), places, vocabulary.rarity),
    saysSomething: ({ features }) => features.some((at) => !roles.has(at)),
  };
}

function placesOf({ parts }: Vocabulary): ReadonlyMap<string, number> {
  return new Map(parts.map((part, at) => [part, at]));
}

function toVector(
  kinds: readonly ReadonlySet<string>[],
  places: ReadonlyMap<string, number>,
  rarity: Float32Array,
): Vector {
  const features: number[] = [];
  const values: number[] = [];
  for (const [kind, found] of kinds.entries()) {
    const from = features.length;
    let square = 0;
    for (const part of found) {
      const place = places.get(part);
      if (place === undefined) continue;
      const value = rarity[place] ?? 0;
      features.push(place);
      values.push(value);
      square += value * value;
    }
    const scale = (SHARES[kind] ?? 1) / Math.sqrt(square);
    for (let at = from; at < values.length; at += 1) values[at] = (values[at] ?? 0) * scale;
  }
  return { features: Int32Array.from(features), values: Float32Array.from(values) };
}

function partsOf(text: string, role: string, spoken: readonly string[]): readonly ReadonlySet<string>[] {
  const letters = new Set(featuresOf(text.slice(0, LONGEST))).add(`${ROLE}${role}`);
  const concepts = [...new Set(spoken)].sort();
  const pairs = new Set<string>();
  for (const [at, one] of concepts.entries())
    for (let other = at + 1; other < concepts.length; other += 1) pairs.add(`${one}+${concepts[other]}`);
  return [letters, new Set(concepts.map((concept) => `c:${concept}`)), pairs, orderOf(spoken)];
}

/** A Japanese sentence asks with its end, an English one with its beginning. */
function orderOf(spoken: readonly string[]): ReadonlySet<string> {
  const words = spoken.filter((concept) => !concept.startsWith('#'));
  const order = new Set([`first:${words[0]}`, `last:${words.at(-1)}`]);
  for (const [at, one] of words.entries()) {
    const next = words[at + 1];
    if (next !== undefined && next !== one) order.add(`${one}>${next}`);
  }
  return order;
}
