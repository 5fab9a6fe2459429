/** The raw SQL that finds whom and which companies a text may name, among those of whom the person who writes may speak. */
import { z } from 'zod';
import { Prisma, type PrismaClient, Role, type Transaction } from '../../../prisma/client.js';
import type { ActingMember } from '../acting-member.js';

const companyRow = z.object({ id: z.string(), nameJa: z.string(), nameEn: z.string(), reading: z.string() });
const personRow = companyRow.extend({ role: z.enum(Role) });

/** A company by what it is called. `reading`: in katakana. */
export type CompanyCalled = Readonly<z.infer<typeof companyRow>>;
/** A member by what they are called, and as whom they belong to the programme. */
export type MemberCalled = Readonly<z.infer<typeof personRow>>;

/** A text in the forms in which names are looked for: as it stands and its kana in katakana, both in lower case. */
export interface SearchedText {
  readonly written: string;
  readonly inKatakana: string;
}

type Reader = Pick<ActingMember, 'programmeId' | 'companyId' | 'role' | 'personId'>;

/** More names than anybody writes in a sentence; the exact search comes after. */
const MOST = 200;

/** A company is called by the beginning of its name: by two letters in Japanese, by its first word in English. */
const LEAST_JA = 2;
const LEAST_EN = 3;

/** The secretariat may speak of all companies, an adviser of those they look after; a participant has only their own, which they do not name. */
export async function findNamedCompanies(
  database: Transaction | PrismaClient,
  { programmeId, role, personId }: Reader,
  text: SearchedText,
): Promise<readonly CompanyCalled[]> {
  if (role !== 'secretariat' && role !== 'adviser') return [];
  const own =
    role === 'secretariat'
      ? Prisma.empty
      : Prisma.sql`AND EXISTS (SELECT FROM assignment a
          WHERE a.company_id = c.id AND a.adviser_id = ${personId}::uuid AND a.ended_at IS NULL)`;
  const bare = Prisma.sql`regexp_replace(c.name_ja, '^(株式会社|有限会社|合同会社|[(（][株有同][)）]|㈱)[ 　]*', '')`;
  const rows = await database.$queryRaw<unknown[]>`
    SELECT c.id, c.name_ja AS "nameJa", c.name_en AS "nameEn", c.kana AS reading FROM company c
    WHERE c.programme_id = ${programmeId}::uuid ${own}
      AND (${begins(Prisma.sql`lower(left(${bare}, ${LEAST_JA}))`, LEAST_JA, text.written)}
        OR ${begins(Prisma.sql`lower(split_part(c.name_en, ' ', 1))`, LEAST_EN, text.written)}
        OR ${begins(Prisma.sql`left(c.kana, ${LEAST_EN})`, LEAST_EN, text.inKatakana)})
    ORDER BY c.kana, c.id LIMIT ${MOST}`;
  return z.array(companyRow).parse(rows);
}

/** Everybody may speak of the advisers; participants also of their colleagues, advisers of the people of their companies, the secretariat of all. */
export async function findNamedMembers(
  database: Transaction | PrismaClient,
  { programmeId, role, personId, companyId }: Reader,
  text: SearchedText,
): Promise<readonly MemberCalled[]> {
  const inReach =
    role === 'secretariat'
      ? Prisma.sql`true`
      : Prisma.sql`(m.role = 'adviser' OR ${
          role === 'adviser'
            ? Prisma.sql`EXISTS (SELECT FROM assignment a
                WHERE a.company_id = m.company_id AND a.adviser_id = ${personId}::uuid AND a.ended_at IS NULL)`
            : Prisma.sql`m.company_id = ${companyId}::uuid`
        })`;
  const spaced = (column: string) => Prisma.raw(`regexp_replace(trim(p.${column}), '[ 　・]+', ' ', 'g')`);
  const rows = await database.$queryRaw<unknown[]>`
    SELECT p.id, p.name_ja AS "nameJa", p.name_en AS "nameEn", p.furigana AS reading, m.role
    FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.programme_id = ${programmeId}::uuid AND m.ended_at IS NULL AND p.id <> ${personId}::uuid AND ${inReach}
      AND (${begins(Prisma.sql`lower(split_part(${spaced('name_ja')}, ' ', 1))`, 1, text.written)}
        OR (${spaced('name_ja')} NOT LIKE '% %' AND ${begins(Prisma.sql`left(${spaced('name_ja')}, ${LEAST_JA})`, LEAST_JA, text.written)})
        OR ${begins(Prisma.sql`lower(split_part(${spaced('name_en')}, ' ', 1))`, LEAST_EN, text.written)}
        OR ${begins(Prisma.sql`lower(split_part(${spaced('name_en')}, ' ', -1))`, LEAST_EN, text.written)}
        OR ${begins(Prisma.sql`split_part(${spaced('furigana')}, ' ', 1)`, LEAST_JA, text.inKatakana)})
    ORDER BY p.furigana, p.id, m.role LIMIT ${MOST}`;
  return z.array(personRow).parse(rows);
}

/** Whether the text holds that part of a name, which is long enough to be one. */
function begins(part: Prisma.Sql, least: number, text: string): Prisma.Sql {
  return Prisma.sql`(length(${part}) >= ${least} AND strpos(${text}, ${part}) > 0)`;
}
