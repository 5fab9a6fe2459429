/** The raw SQL of the call list: whom nothing reaches, or not everything, and what they could not be told. */
import { z } from 'zod';
import { Platform, type Transaction } from '../../prisma/client.js';

const faultRow = z.object({ platform: z.enum(Platform), reason: z.string(), since: z.coerce.date().nullable() });
const untoldRow = z.object({ kind: z.string(), at: z.coerce.date() });

const callRow = z.object({
  personId: z.string(),
  nameJa: z.string(),
  nameEn: z.string(),
  companyJa: z.string().nullable(),
  companyEn: z.string().nullable(),
  email: z.string().nullable(),
  emailFault: z.string().nullable(),
  emailFaultSince: z.date().nullable(),
  /** The accounts that cannot be written to. */
  faults: z.array(faultRow),
  /** How many can. */
  accounts: z.int(),
  /** What nobody has told them yet, the newest last. */
  untold: z.array(untoldRow),
  /** Of how many people this is one. */
  total: z.int(),
  /** And of how many who could not be told something. */
  untoldTotal: z.int(),
});

/** Of one person; the same in every row are `total` and `untoldTotal`. */
export type PersonToCall = Readonly<z.infer<typeof callRow>>;

/**
 * The members of a programme who could not be told something and were not called, and those of whom an account or an address
 * takes nothing any more: who is to be called first, then by company and reading, at most `limit`.
 */
export async function readCallList(
  transaction: Transaction,
  { programmeId, limit }: { readonly programmeId: string; readonly limit: number },
): Promise<readonly PersonToCall[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    WITH member AS (
      SELECT DISTINCT ON (m.person_id) m.person_id, m.company_id FROM membership m
      WHERE m.programme_id = ${programmeId}::uuid AND m.ended_at IS NULL ORDER BY m.person_id, m.company_id NULLS LAST),
    untold AS (
      SELECT n.person_id, jsonb_agg(jsonb_build_object('kind', n.kind, 'at', n.settled_at) ORDER BY n.settled_at, n.id) AS rows
      FROM notification n
      WHERE n.programme_id = ${programmeId}::uuid AND n.state IN ('unreachable', 'failed') AND n.called_at IS NULL
      GROUP BY n.person_id),
    account_of AS (
      SELECT a.person_id, count(*) FILTER (WHERE a.unreachable_reason IS NULL)::int AS accounts,
        jsonb_agg(jsonb_build_object('platform', a.platform, 'reason', a.unreachable_reason, 'since', a.unreachable_since)
          ORDER BY a.unreachable_since, a.id) FILTER (WHERE a.unreachable_reason IS NOT NULL) AS faults
      FROM account a JOIN member ON member.person_id = a.person_id GROUP BY a.person_id)
    SELECT p.id AS "personId", p.name_ja AS "nameJa", p.name_en AS "nameEn", c.name_ja AS "companyJa", c.name_en AS "companyEn",
      p.email, p.email_fault AS "emailFault", p.email_fault_since AS "emailFaultSince",
      coalesce(o.faults, '[]') AS faults, coalesce(o.accounts, 0) AS accounts, coalesce(u.rows, '[]') AS untold,
      (count(*) OVER ())::int AS total, (count(u.rows) OVER ())::int AS "untoldTotal"
    FROM member JOIN person p ON p.id = member.person_id
      LEFT JOIN company c ON c.id = member.company_id
      LEFT JOIN untold u ON u.person_id = p.id
      LEFT JOIN account_of o ON o.person_id = p.id
    WHERE u.rows IS NOT NULL OR o.faults IS NOT NULL OR p.email_fault IS NOT NULL
    ORDER BY (u.rows IS NULL), c.kana NULLS FIRST, c.id, p.furigana, p.id
    LIMIT ${limit}`;
  return z.array(callRow).parse(rows);
}
