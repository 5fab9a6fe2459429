/** The raw SQL that finds whose names may stand in a sentence, however many people and companies a programme has. */
import { z } from 'zod';
import type { PrismaClient } from '../../prisma/client.js';
import { ideographForms } from '../messages/variant-ideographs.js';

const rows = z.array(
  z.object({
    kind: z.enum(['person', 'company']),
    nameJa: z.string(),
    nameEn: z.string(),
    reading: z.string(),
  }),
);

/** A person or a company, a part of whose name stands in a sentence. */
export type PerhapsNamed = Readonly<z.infer<typeof rows>[number]>;

/** More than any sentence names. */
const MOST_NAMED = 500;

/**
 * Everybody in these programmes, past members too, of whose name some part of at least two letters stands in the text; a family name
 * of one letter (森) is found by itself. Which of them are meant the reader decides.
 * @param text in NFKC, with ideographs in their usual form
 */
export async function readPerhapsNamed(
  database: PrismaClient,
  programmeIds: readonly string[],
  text: string,
): Promise<readonly PerhapsNamed[]> {
  const found = await database.$queryRaw<unknown[]>`
    WITH named AS (
      SELECT DISTINCT 'person' AS kind, p.name_ja, p.name_en, p.furigana AS reading
      FROM membership m JOIN person p ON p.id = m.person_id WHERE m.programme_id = ANY(${[...programmeIds]}::uuid[])
      UNION
      SELECT 'company', c.name_ja, c.name_en, c.kana FROM company c WHERE c.programme_id = ANY(${[...programmeIds]}::uuid[])
    )
    SELECT kind, name_ja AS "nameJa", name_en AS "nameEn", reading FROM named
    WHERE EXISTS (
      SELECT FROM regexp_split_to_table(
        lower(translate(normalize(
          name_ja || ' ' || replace(name_ja, ' ', '') || ' ' || name_en || ' ' || coalesce(reading, '')
            || ' ' || regexp_replace(name_ja, '株式会社|有限会社|合同会社|合資会社|合名会社|[(（][株有同][)）]|㈱|㈲', ' ', 'g'),
          NFKC), ${ideographForms.variants}::text, ${ideographForms.usual}::text)),
        '[\\s,.、。]+') AS part
      WHERE part <> '' AND (length(part) > 1 OR part ~ '[^a-z0-9]') AND strpos(lower(${text}::text), part) > 0)
    LIMIT ${MOST_NAMED}`;
  return rows.parse(found);
}
