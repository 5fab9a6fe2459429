/** The documents that a programme answers from: data, without words. */
import type { DocumentSource, KnowledgePassage, KnowledgeSource, Language, Transaction } from '../../prisma/client.js';
import { MOST_PASSAGES } from './rules.js';

export type ShownSource = Pick<KnowledgeSource, 'id' | 'title' | 'kind' | 'language' | 'addedAt'> & {
  /** Null where the operator added it, or the person is gone. */
  readonly addedBy: { readonly nameJa: string; readonly nameEn: string } | null;
  readonly passages: number;
};

const shown = {
  ...{ id: true, title: true, kind: true, language: true, addedAt: true },
  addedBy: { select: { nameJa: true, nameEn: true } },
  _count: { select: { passages: true } },
} as const;

/** What stands, by title. */
export async function readSources(transaction: Transaction, programmeId: string): Promise<readonly ShownSource[]> {
  const rows = await transaction.knowledgeSource.findMany({
    where: { programmeId, retiredAt: null },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    select: shown,
  });
  return rows.map(({ _count, ...row }) => ({ ...row, passages: _count.passages }));
}

/** Null where it is not there, or nothing is answered from it any more. */
export async function readSource(transaction: Transaction, id: string): Promise<ShownSource | null> {
  const row = await transaction.knowledgeSource.findFirst({ where: { id, retiredAt: null }, select: shown });
  if (row === null) return null;
  const { _count, ...rest } = row;
  return { ...rest, passages: _count.passages };
}

export interface SourcePassage extends Pick<KnowledgePassage, 'position' | 'heading' | 'page' | 'text'> {
  readonly sourceId: string;
  readonly title: string;
  readonly kind: DocumentSource;
  readonly language: Language;
}

/** Of all that stands, in the order of each document. */
export async function readSourcePassages(
  transaction: Transaction,
  programmeId: string,
): Promise<readonly SourcePassage[]> {
  const rows = await transaction.knowledgeSource.findMany({
    where: { programmeId, retiredAt: null },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, title: true, kind: true, language: true },
      passages: { orderBy: { position: 'asc' }, select: { position: true, heading: true, page: true, text: true } },
    },
  });
  return rows
    .flatMap(({ id, passages, ...source }) => passages.map((passage) => ({ sourceId: id, ...source, ...passage })))
    .slice(0, MOST_PASSAGES);
}

/** Differs wherever what stands does. */
export async function readSourcesMark(transaction: Transaction, programmeId: string): Promise<string> {
  const { _count, _max } = await transaction.knowledgeSource.aggregate({
    where: { programmeId },
    ...{ _count: { _all: true, retiredAt: true }, _max: { addedAt: true, retiredAt: true } },
  });
  return [_count._all, _count.retiredAt, _max.addedAt?.getTime(), _max.retiredAt?.getTime()].join(':');
}
