/** Whether the material answers a question so well that it is answered where nobody was sure what was asked. */
import { inTransaction, type PrismaClient } from '../../../prisma/client.js';
import type { Language } from '../../requests/context.js';
import { type KnowledgeAnswer, searchKnowledge } from './search-knowledge.js';

/** By `npm run measure:assistant -- --xsid`: nothing that is said to other assistants is answered. */
const LEAST_SHARE = 0.75;
/** One word alone stands in many a text. */
const LEAST_TELLING = 2;

export function isWellAnswered({ share, telling }: Pick<KnowledgeAnswer, 'share' | 'telling'>): boolean {
  return share >= LEAST_SHARE && telling >= LEAST_TELLING;
}

interface Asking {
  readonly personId: string;
  readonly programmeId: string;
  readonly language: Language;
  readonly words: string;
}

/** For a member of the programme, in a transaction of its own. */
export async function answersWell(database: PrismaClient, { personId, ...question }: Asking): Promise<boolean> {
  const search = { viewer: { kind: 'person', personId } } as const;
  return isWellAnswered(await inTransaction(database, (own) => searchKnowledge(own, question), search));
}
