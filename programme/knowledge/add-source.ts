/** Adds a document to what a programme answers from: once, and in the place of an older one of its title. */
import type { DocumentText } from '../../documents/document-text.js';
import type { DocumentSource, KnowledgeSource, Language, Transaction } from '../../prisma/client.js';
import type { Refusal } from '../requests/refusal.js';
import { type CutPassage, cutPassages } from './cut-passages.js';
import { refuseKnowledge } from './refuse-knowledge.js';
import { MOST_PASSAGES, MOST_SOURCES, titleOfSource } from './rules.js';

export interface NewSource {
  readonly programmeId: string;
  readonly title: string;
  readonly kind: DocumentSource;
  readonly language: Language;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly text: DocumentText;
}

type Standing = Pick<KnowledgeSource, 'id' | 'title' | 'sha256' | 'addedAt'>;

/** What adding it does: it is new, it takes the place of another, or it is there already. */
export type PlannedSource =
  | { readonly outcome: 'added'; readonly passages: readonly CutPassage[] }
  | { readonly outcome: 'replaced'; readonly passages: readonly CutPassage[]; readonly older: Standing }
  | { readonly outcome: 'known'; readonly known: Standing };

/** What adding would do; writes nothing. */
export async function planSource(
  transaction: Transaction,
  { programmeId, title, sha256, text }: NewSource,
): Promise<PlannedSource | Refusal> {
  const standing = await transaction.knowledgeSource.findMany({
    where: { programmeId, retiredAt: null },
    select: { id: true, title: true, sha256: true, addedAt: true, _count: { select: { passages: true } } },
  });
  const known = standing.find((one) => one.sha256 === sha256);
  if (known !== undefined) return { outcome: 'known', known };
  const wanted = titleOfSource(title).toLowerCase();
  const older = standing.find((one) => one.title.toLowerCase() === wanted);
  const passages = cutPassages(text);
  if (passages.length === 0) return refuseKnowledge('source_says_nothing', {}, { field: 'files' });
  const others = standing.filter((one) => one !== older);
  if (others.length >= MOST_SOURCES) return refuseKnowledge('too_many_sources', { most: MOST_SOURCES });
  const held = others.reduce((sum, one) => sum + one._count.passages, 0);
  if (held + passages.length > MOST_PASSAGES) return refuseKnowledge('too_much_knowledge', {}, { field: 'files' });
  return older === undefined ? { outcome: 'added', passages } : { outcome: 'replaced', passages, older };
}

/**
 * Cuts it into passages and keeps them; the file itself is not kept. May violate `knowledge_source_title` and
 * `knowledge_source_content`, where somebody else adds the same at the same time.
 */
export async function addSource(
  transaction: Transaction,
  { by, now, ...source }: NewSource & { readonly by: string | null; readonly now: Date },
): Promise<PlannedSource | Refusal> {
  const planned = await planSource(transaction, source);
  if ('refused' in planned || planned.outcome === 'known') return planned;
  if (planned.outcome === 'replaced') await retire(transaction, planned.older.id, now);
  const { programmeId, title, kind, language, sha256 } = source;
  const { id: sourceId } = await transaction.knowledgeSource.create({
    data: { programmeId, title: titleOfSource(title), kind, language, sha256, addedById: by, addedAt: now },
  });
  await transaction.knowledgePassage.createMany({
    data: planned.passages.map((passage, at) => ({ sourceId, position: at + 1, ...passage })),
  });
  return planned;
}

/** Null where nothing is answered from it any more. */
export async function retireSource(
  transaction: Transaction,
  { sourceId, now }: { readonly sourceId: string; readonly now: Date },
): Promise<Refusal | null> {
  return (await retire(transaction, sourceId, now)) ? null : refuseKnowledge('source_gone', {});
}

/** Its passages go: what is not quoted any more need not be kept. */
async function retire(transaction: Transaction, id: string, now: Date): Promise<boolean> {
  const { count } = await transaction.knowledgeSource.updateMany({
    where: { id, retiredAt: null },
    data: { retiredAt: now },
  });
  if (count > 0) await transaction.knowledgePassage.deleteMany({ where: { sourceId: id } });
  return count > 0;
}
