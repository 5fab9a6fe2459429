/** Takes what one programme answers from along to another one. */
import type { Transaction } from '../../prisma/client.js';

interface CopySources {
  readonly fromId: string;
  /** The person who copies is of the secretariat of both by then; otherwise the database shows nothing to copy. */
  readonly programmeId: string;
  readonly byId: string;
  readonly now: Date;
}

/** How many documents came along. */
export async function copySources(
  transaction: Transaction,
  { fromId, programmeId, byId, now }: CopySources,
): Promise<number> {
  const sources = await transaction.knowledgeSource.findMany({
    where: { programmeId: fromId, retiredAt: null },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    include: { passages: { orderBy: { position: 'asc' } } },
  });
  for (const { title, kind, language, sha256, passages } of sources) {
    const { id: sourceId } = await transaction.knowledgeSource.create({
      data: { programmeId, title, kind, language, sha256, addedById: byId, addedAt: now },
    });
    await transaction.knowledgePassage.createMany({ data: passages.map((passage) => ({ ...passage, sourceId })) });
  }
  return sources.length;
}
