/** The raw SQL of a programme that is made from another one: companies and people in one statement each, however many there are. */
import { z } from 'zod';
import { Prisma, type Transaction } from '../../prisma/client.js';
import { isOpenedBy } from '../members/members.sql.js';

interface WhoContinues {
  /** The programme that is copied. */
  readonly fromId: string;
  readonly intoId: string;
  /** Null: all companies. */
  readonly companyIds: readonly string[] | null;
  /** Advisers, speakers and members of the secretariat; null: all of them. */
  readonly personIds: readonly string[] | null;
  /** Who does it, and continues in all that they are. */
  readonly byId: string;
}

const copiedRow = z.object({ companies: z.number(), people: z.number(), assignments: z.number() });

/** How many of each continue. */
export type CopiedPeople = Readonly<z.infer<typeof copiedRow>>;

/** Nobody who left or only walked in, and no guest, continues. */
export async function copyPeople(transaction: Transaction, who: WhoContinues, now: Date): Promise<CopiedPeople> {
  const { fromId, intoId, byId } = who;
  const companies = who.companyIds === null ? Prisma.empty : Prisma.sql`AND id = ANY(${[...who.companyIds]}::uuid[])`;
  const staff =
    who.personIds === null
      ? Prisma.empty
      : Prisma.sql`AND (m.role = 'participant' OR m.person_id = ANY(${[...who.personIds, byId]}::uuid[]))`;
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
      AND (m.role <> 'participant' OR n.id IS NOT NULL) ${staff}`;
  await copyGrants(transaction, who, now);
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

/**
 * An account that a code or the secretariat linked opens the new programme where it opens the first, also where nobody who vouched
 * for it continues. By whom it was granted before: in the maker's name it would open their other programmes, too.
 */
async function copyGrants(transaction: Transaction, { fromId, intoId }: WhoContinues, now: Date): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO account_grant (account_id, programme_id, issued_by_id, created_at)
    SELECT DISTINCT ON (a.id) a.id, ${intoId}::uuid, g.issued_by_id, ${now}::timestamptz
    FROM membership m JOIN account a ON a.person_id = m.person_id JOIN account_grant g ON g.account_id = a.id
    WHERE m.programme_id = ${intoId}::uuid AND ${isOpenedBy(Prisma.sql`a.id`, Prisma.sql`${fromId}::uuid`)}
    ORDER BY a.id, (g.programme_id = ${fromId}::uuid) DESC, g.created_at
    ON CONFLICT DO NOTHING`;
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
