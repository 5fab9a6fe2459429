/** The raw SQL on accounts and people: who is asking, with which every request begins, the lock under which wrong codes are counted, the e-mails that a workspace vouches for, who can be told, and search forms. */
import { z } from 'zod';
import {
  executePipelined,
  Language,
  Level,
  Prisma,
  type PrismaClient,
  Role,
  type Transaction,
} from '../../prisma/client.js';
import { searchForm, searchFormStart } from '../messages/canonical.js';
import type { AccountIdentity, Json } from '../requests/context.js';

const membershipRow = z.object({
  programmeId: z.string(),
  role: z.enum(Role),
  level: z.enum(Level).nullable(),
  companyId: z.string().nullable(),
  programmeEndsAt: z.coerce.date(),
});

const accountRow = z.object({
  accountId: z.string(),
  address: z.unknown(),
  lastSeenAt: z.date(),
  lookedUpAt: z.date().nullable(),
  unreachable: z.boolean(),
  /** Null with all that follows until the account is linked. */
  personId: z.string().nullable(),
  nameJa: z.string().nullable(),
  nameEn: z.string().nullable(),
  language: z.enum(Language).nullable(),
  timeZone: z.string().nullable(),
  chosenProgrammeId: z.string().nullable(),
  memberships: z.array(membershipRow),
});

/**
 * The account with its person and that person's memberships; null for one that never came before. First those of programmes that
 * are going on: the next year's, announced before its start, is not what a session's code means.
 */
export async function readAccount(
  transaction: Transaction,
  { platform, tenant, userId }: AccountIdentity,
  now: Date,
): Promise<Readonly<z.infer<typeof accountRow>> | null> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT a.id AS "accountId", a.address, a.last_seen_at AS "lastSeenAt", a.looked_up_at AS "lookedUpAt",
      a.unreachable_reason IS NOT NULL AS unreachable,
      p.id AS "personId", p.name_ja AS "nameJa", p.name_en AS "nameEn", p.language, p.time_zone AS "timeZone",
      p.chosen_programme_id AS "chosenProgrammeId",
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('programmeId', m.programme_id, 'role', m.role, 'level', m.level, 'companyId', m.company_id,
            'programmeEndsAt', (g.ends_on + 1)::timestamp AT TIME ZONE g.time_zone)
          ORDER BY (g.opened_at IS NULL), NOT ((${now}::timestamptz AT TIME ZONE g.time_zone)::date BETWEEN g.starts_on AND g.ends_on),
            g.starts_on DESC, m.role)
        FROM membership m JOIN programme g ON g.id = m.programme_id
        WHERE m.person_id = p.id AND m.ended_at IS NULL AND (g.opened_at IS NOT NULL OR m.role = 'secretariat')
          AND ${isOpenedBy(Prisma.sql`a.id`, Prisma.sql`m.programme_id`)}), '[]') AS memberships
    FROM account a LEFT JOIN person p ON p.id = a.person_id
    WHERE a.platform = ${platform}::platform AND a.tenant = ${tenant} AND a.user_id = ${userId}`;
  return z.array(accountRow).parse(rows)[0] ?? null;
}

/** Notes that the account was heard from and can be reached at this address, without waiting for it. */
export async function writeSeen(
  database: Transaction | PrismaClient,
  { accountId, address, now }: { readonly accountId: string; readonly address: Json; readonly now: Date },
): Promise<void> {
  await executePipelined(
    database,
    Prisma.sql`UPDATE account SET last_seen_at = ${now}::timestamptz, unreachable_reason = NULL, unreachable_since = NULL,
      address = ${JSON.stringify(address)}::jsonb
      WHERE id = ${accountId}::uuid`,
  );
}

const codeTriesRow = z.object({
  /** Who the tries are counted for. */
  id: z.string(),
  failedCodes: z.number(),
  codesLockedUntil: z.date().nullable(),
});

/** The codes that an account, or a person with all of their accounts, tried so far. */
export type CodeTries = Readonly<z.infer<typeof codeTriesRow>>;

const triesOfAccountRow = codeTriesRow.extend({
  /** Set where the account is linked. */
  personId: z.string().nullable(),
  linkedAt: z.date().nullable(),
});

/** An account with its tries; its row stays locked, so that tries at the same instant count one after the other. Throws where there is none. */
export async function lockAccount(
  transaction: Transaction,
  accountId: string,
): Promise<Readonly<z.infer<typeof triesOfAccountRow>>> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT id, person_id AS "personId", linked_at AS "linkedAt", failed_codes AS "failedCodes",
      codes_locked_until AS "codesLockedUntil"
    FROM account WHERE id = ${accountId}::uuid FOR UPDATE`;
  return z.tuple([triesOfAccountRow]).parse(rows)[0];
}

/** The same over all accounts of a person: with a further account come no further tries. References to the person do not wait for it. */
export async function lockCodeTriesOf(transaction: Transaction, personId: string): Promise<CodeTries> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT id, failed_codes AS "failedCodes", codes_locked_until AS "codesLockedUntil"
    FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  return z.tuple([codeTriesRow]).parse(rows)[0];
}

/**
 * Whether an account opens its person's roles in a programme: all of them, unless a code or the secretariat linked it. Then those
 * in which it was granted, and in those whose secretariat the issuer belongs or belonged to, such as next year's programme.
 */
export function isOpenedBy(account: Prisma.Sql, programme: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(NOT EXISTS (SELECT FROM account_grant t WHERE t.account_id = ${account})
    OR EXISTS (SELECT FROM account_grant t WHERE t.account_id = ${account} AND (t.programme_id = ${programme}
      OR EXISTS (SELECT FROM membership i WHERE i.person_id = t.issued_by_id AND i.programme_id = ${programme} AND i.role = 'secretariat'))))`;
}

/**
 * The person with this e-mail whom the workspace or tenant vouches for, or null. It vouches only for the people of the
 * companies that it is bound to (and, bound without a company, for the programme's staff): an administrator of one company's
 * tenant can set any address, but never become someone elsewhere. A person with a further role that the workspace is not
 * bound to therefore needs an invitation code.
 */
export async function findVouchedFor(
  transaction: Transaction,
  { platform, tenant }: Pick<AccountIdentity, 'platform' | 'tenant'>,
  email: string,
): Promise<string | null> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT p.id FROM person e JOIN person p ON p.id = coalesce(e.merged_into_id, e.id)
    JOIN membership m ON m.person_id = p.id AND m.ended_at IS NULL
    WHERE e.email = ${email} GROUP BY p.id
    HAVING bool_and(EXISTS (
      SELECT FROM binding b WHERE b.programme_id = m.programme_id AND b.company_id IS NOT DISTINCT FROM m.company_id
        AND b.platform = ${platform}::platform AND b.tenant = ${tenant}))`;
  return z.array(z.object({ id: z.string() })).parse(rows)[0]?.id ?? null;
}

/**
 * Keeps others from adding companies to a programme until the transaction ends: two at once would each add the same one. What
 * only refers to the programme does not wait. To be taken before the lock of a session, as an import does.
 */
export async function lockCompanies(transaction: Transaction, programmeId: string): Promise<void> {
  await transaction.$executeRaw`SELECT id FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`;
}

/** Whether a person, by the alias of their row, can be told by e-mail: they have an address that takes mails, and workers send them. */
export function isMailable(person: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${person}.email IS NOT NULL AND ${person}.email_fault IS NULL
    AND EXISTS (SELECT FROM channel_setup u WHERE u.channel = 'email'))`;
}

const reachRow = z.object({ nameJa: z.string(), nameEn: z.string(), byMail: z.boolean() });

/** Those of the people whom no chat reaches, with whether a mail does; in the order of their readings. */
export async function readBeyondChat(
  transaction: Transaction,
  personIds: readonly string[],
): Promise<readonly Readonly<z.infer<typeof reachRow>>[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT p.name_ja AS "nameJa", p.name_en AS "nameEn", ${isMailable(Prisma.sql`p`)} AS "byMail"
    FROM person p WHERE p.id = ANY(${personIds}::uuid[])
      AND NOT EXISTS (SELECT FROM account x WHERE x.person_id = p.id AND x.unreachable_reason IS NULL)
    ORDER BY p.furigana, p.id`;
  return z.array(reachRow).parse(rows);
}

const textsRow = z.object({ id: z.string(), texts: z.array(z.string().nullable()) });

/** Forms that are made in one statement; a programme after its first import has a few hundred. */
const FORMS_AT_ONCE = 5_000;

/**
 * Makes the search forms that are missing among a programme's people and companies: of those that are new, whose texts have
 * changed (a trigger makes the form void), or whose form older rules made. A search begins with this, so that it is never
 * answered by what a name was. Costs two index scans where nothing is missing.
 */
export async function makeSearchForms(transaction: Transaction, programmeId: string): Promise<void> {
  const current = `${searchFormStart}%`;
  // In the order of their identifiers, so that two searches at once wait for each other in one direction.
  const people = await transaction.$queryRaw<unknown[]>`
    SELECT p.id, ARRAY[p.name_ja, p.name_en, p.furigana, p.email] AS texts FROM person p
    WHERE (p.search_form IS NULL OR p.search_form NOT LIKE ${current})
      AND EXISTS (SELECT FROM membership m WHERE m.person_id = p.id AND m.programme_id = ${programmeId}::uuid)
    ORDER BY p.id LIMIT ${FORMS_AT_ONCE} FOR NO KEY UPDATE OF p`;
  const companies = await transaction.$queryRaw<unknown[]>`
    SELECT c.id, ARRAY[c.name_ja, c.name_en, c.kana, c.code] AS texts FROM company c
    WHERE (c.search_form IS NULL OR c.search_form NOT LIKE ${current}) AND c.programme_id = ${programmeId}::uuid
    ORDER BY c.id LIMIT ${FORMS_AT_ONCE} FOR NO KEY UPDATE OF c`;
  if (people.length > 0) {
    await transaction.$executeRaw`
      UPDATE person SET search_form = v.form FROM jsonb_to_recordset(${formsOf(people)}::jsonb) AS v(id uuid, form text)
      WHERE person.id = v.id`;
  }
  if (companies.length > 0) {
    await transaction.$executeRaw`
      UPDATE company SET search_form = v.form FROM jsonb_to_recordset(${formsOf(companies)}::jsonb) AS v(id uuid, form text)
      WHERE company.id = v.id`;
  }
  if (people.length === FORMS_AT_ONCE || companies.length === FORMS_AT_ONCE) {
    await makeSearchForms(transaction, programmeId);
  }
}

function formsOf(rows: readonly unknown[]): string {
  return JSON.stringify(
    z
      .array(textsRow)
      .parse(rows)
      .map(({ id, texts }) => ({ id, form: searchForm(texts) })),
  );
}
