/** The raw SQL of a programme that is made from another one: companies and people in one statement each, however many there are. */
import { z } from 'zod';
import { Prisma, type Transaction } from '../../prisma/client.js';

interface WhoContinues {
  /** The programme that is copied. */
  readonly fromId: string;
  readonly intoId: string;
  /** Null: all companies. */
  readonly companyIds: readonly string[] | null;
  /** Advisers, speakers and members of the secretariat. */
  readonly personIds: readonly string[];
  /** Who does it, and is of the new secretariat. */
  readonly byId: string;
}

const copiedRow = z.object({ companies: z.number(), people: z.number(), assignments: z.number() });

/** How many of each continue. */
export type CopiedPeople = Readonly<z.infer<typeof copiedRow>>;

/** Nobody who left or only walked in, and no guest, continues. */
export async function copyPeople(transaction: Transaction, who: WhoContinues, now: Date): Promise<CopiedPeople> {
  const { fromId, intoId, byId } = who;
  const personIds = [...who.personIds];
  const companies = who.companyIds === null ? Prisma.empty : Prisma.sql`AND id = ANY(${[...who.companyIds]}::uuid[])`;
  await transaction.$executeRaw`
    INSERT INTO company (programme_id, code, name_ja, name_en, kana, search_form)
    SELECT ${intoId}::uuid, code, name_ja, name_en, kana, search_form FROM company
    WHERE programme_id = ${fromId}::uuid AND NOT guest ${companies}`;
  await transaction.$executeRaw`
    INSERT INTO binding (programme_id, company_id, platform, tenant)
    SELECT n.programme_id, n.id, b.platform, b.tenant
    FROM binding b JOIN company o ON o.id = b.company_id JOIN company n ON n.code = o.code AND n.programme_id = ${intoId}::uuid
    WHERE b.programme_id = ${fromId}::uuid
    UNION ALL SELECT ${intoId}::uuid, NULL, platform, tenant FROM binding WHERE programme_id = ${fromId}::uuid AND company_id IS NULL`;
  await transaction.$executeRaw`
    INSERT INTO membership (programme_id, person_id, role, level, company_id, person_code, title_ja, title_en)
    SELECT ${intoId}::uuid, m.person_id, m.role, m.level, n.id, m.person_code, m.title_ja, m.title_en
    FROM membership m LEFT JOIN company o ON o.id = m.company_id
    LEFT JOIN company n ON n.code = o.code AND n.programme_id = ${intoId}::uuid
    WHERE m.programme_id = ${fromId}::uuid AND m.ended_at IS NULL AND NOT m.walked_in
      AND CASE WHEN m.role = 'participant' THEN n.id IS NOT NULL
        ELSE m.person_id = ANY(${personIds}::uuid[]) OR (m.person_id = ${byId}::uuid AND m.role = 'secretariat') END`;
  await transaction.$executeRaw`
    INSERT INTO member_change (programme_id, person_id, kind, by_id, at)
    SELECT DISTINCT programme_id, person_id, 'added'::member_change_kind, ${byId}::uuid, ${now}::timestamptz
    FROM membership WHERE programme_id = ${intoId}::uuid`;
  await transaction.$executeRaw`
    INSERT INTO assignment (programme_id, adviser_id, company_id, set_by_id, since)
    SELECT ${intoId}::uuid, a.adviser_id, n.id, ${byId}::uuid, ${now}::timestamptz
    FROM assignment a JOIN company o ON o.id = a.company_id JOIN company n ON n.code = o.code AND n.programme_id = ${intoId}::uuid
    JOIN membership m ON m.programme_id = ${intoId}::uuid AND m.person_id = a.adviser_id AND m.role = 'adviser'
    WHERE a.programme_id = ${fromId}::uuid AND a.ended_at IS NULL`;
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT (SELECT count(*)::int FROM company WHERE programme_id = ${intoId}::uuid) AS companies,
      (SELECT count(DISTINCT person_id)::int FROM membership WHERE programme_id = ${intoId}::uuid) AS people,
      (SELECT count(*)::int FROM assignment WHERE programme_id = ${intoId}::uuid) AS assignments`;
  return z.tuple([copiedRow]).parse(rows)[0];
}

/** Does the work and takes back what it wrote, within a transaction that goes on. */
export async function takenBack<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  await transaction.$executeRaw`SAVEPOINT dry_copy`;
  try {
    return await work();
  } finally {
    await transaction.$executeRaw`ROLLBACK TO SAVEPOINT dry_copy`;
  }
}

/** Those who are in a programme, apart from one person; each once. */
export async function readTold(
  transaction: Transaction,
  { programmeId, exceptId }: { readonly programmeId: string; readonly exceptId: string },
): Promise<readonly string[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT DISTINCT person_id AS "personId" FROM membership
    WHERE programme_id = ${programmeId}::uuid AND ended_at IS NULL AND person_id <> ${exceptId}::uuid ORDER BY 1`;
  return z
    .array(z.object({ personId: z.string() }))
    .parse(rows)
    .map(({ personId }) => personId);
}
