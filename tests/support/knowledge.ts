/** Documents of a programme's knowledge and ratings of its answers, as rows: for the tests of what is answered, and of what did not help. */
import { createHash } from 'node:crypto';
import { readMarkdown } from '../../documents/read-markdown.js';
import { inTransaction, type Language, type Programme } from '../../prisma/client.js';
import { addSource } from '../../programme/knowledge/add-source.js';
import { rateAnswer } from '../../programme/knowledge/ratings/ratings.sql.js';
import { isRefusal } from '../../programme/requests/refusal.js';
import type { TestServices } from './factories.js';

/** The tables behind the walls around a programme's knowledge. */
export const walledKnowledge = ['answer_rating', 'knowledge_passage', 'knowledge_source'] as const;

interface BuildSource {
  readonly title?: string;
  /** Markdown. */
  readonly text?: string;
  readonly language?: Language;
  readonly by?: string | null;
}

let built = 0;

/** Of its own title and text unless told; returns its identifier. */
export async function buildSource(
  { database, clock }: Pick<TestServices, 'database' | 'clock'>,
  { id: programmeId }: Pick<Programme, 'id'>,
  { title, text, language = 'en', by = null }: BuildSource = {},
): Promise<string> {
  built += 1;
  const written = text ?? `# Remedy\n\nA company remedies harm. This is text ${built}.`;
  const source = {
    ...({ programmeId, title: title ?? `Handbook ${built}`, kind: 'markdown', language } as const),
    sha256: createHash('sha256').update(written).digest('hex'),
    text: readMarkdown(written),
  };
  return await inTransaction(
    database,
    async (transaction) => {
      const added = await addSource(transaction, { ...source, by, now: clock.now() });
      if (isRefusal(added) || added.outcome === 'known') throw new Error('the document was not added');
      const row = { programmeId, sha256: source.sha256, retiredAt: null };
      return (await transaction.knowledgeSource.findFirstOrThrow({ where: row })).id;
    },
    { viewer: { kind: 'programme', programmeId } },
  );
}

interface BuildRating {
  readonly personId: string;
  readonly words?: string;
  readonly helpful?: boolean;
  readonly missing?: string;
}

/** That an answer did not help, unless told; returns what the button holds that settles it. */
export async function buildRating(
  { database, clock }: Pick<TestServices, 'database' | 'clock'>,
  { id: programmeId }: Pick<Programme, 'id'>,
  { personId, words = 'remedy', helpful = false, missing = '' }: BuildRating,
): Promise<{ readonly answerRating: string; readonly seenAt: string }> {
  const now = clock.now();
  const id = await inTransaction(
    database,
    async (transaction) => {
      await rateAnswer(transaction, { programmeId, personId, words, helpful, missing, now });
      const which = { programmeId_personId_words: { programmeId, personId, words } };
      return (await transaction.answerRating.findUniqueOrThrow({ where: which })).id;
    },
    { viewer: { kind: 'person', personId } },
  );
  return { answerRating: id, seenAt: now.toISOString() };
}
