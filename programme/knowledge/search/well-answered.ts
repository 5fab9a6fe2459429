/** Whether the material answers a question so well that it is answered where nobody was sure what was asked. */
import type { KnowledgeAnswer } from './search-knowledge.js';

/** By `npm run measure:assistant -- --xsid`: with less, sentences for other assistants were answered. */
const LEAST_SHARE = 0.75;
/** One word alone stands in many a text. */
const LEAST_TELLING = 2;

export function isWellAnswered({ share, telling }: Pick<KnowledgeAnswer, 'share' | 'telling'>): boolean {
  return share >= LEAST_SHARE && telling >= LEAST_TELLING;
}
