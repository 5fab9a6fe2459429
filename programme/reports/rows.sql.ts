/** The raw SQL of what stands behind a figure: the people, companies, consultations and deliverables that it counts, page by page. */
import { z } from 'zod';
import { Prisma, type Transaction } from '../../prisma/client.js';
import type { PageOf } from '../requests/page.js';
import type { FigureName } from './figures.js';

const figureRow = z.object({
  /** The person's, or the kind of notification; empty where it is about a company alone. */
  nameJa: z.string(),
  nameEn: z.string(),
  /** Empty where there is none. */
  companyJa: z.string(),
  companyEn: z.string(),
  mode: z.enum(['onsite', 'online']).nullable(),
  at: z.coerce.date().nullable(),
  /** Minutes of a consultation, messages of a kind, or how many people came from a company. */
  amount: z.number().nullable(),
});

export type FigureRow = Readonly<z.infer<typeof figureRow>>;

const pageRow = z.object({ total: z.number(), rows: z.array(figureRow) });

interface RowsOf extends PageOf {
  readonly programmeId: string;
  readonly name: FigureName;
  /** The session's or the deliverable type's; null: the whole programme's. */
  readonly subjectId: string | null;
}

/** One page of what a figure counts, in the order of readings; of what the viewer sees. */
export async function readFigureRows(
  transaction: Transaction,
  { programmeId, name, subjectId, from, size }: RowsOf,
): Promise<Readonly<z.infer<typeof pageRow>>> {
  const rows = await transaction.$queryRaw<unknown[]>`
    WITH counted (name_ja, name_en, company_ja, company_en, mode, at, amount, reading, id) AS (
      ${countedBy(name, programmeId, subjectId)}
    ), shown AS (
      SELECT * FROM counted ORDER BY reading, at, id LIMIT ${size} OFFSET ${from}
    )
    SELECT (SELECT count(*)::int FROM counted) AS total, coalesce((
      SELECT json_agg(json_build_object('nameJa', coalesce(name_ja, ''), 'nameEn', coalesce(name_en, ''),
        'companyJa', coalesce(company_ja, ''), 'companyEn', coalesce(company_en, ''), 'mode', mode, 'at', at,
        'amount', amount) ORDER BY reading, at, id) FROM shown), '[]') AS rows`;
  return z.tuple([pageRow]).parse(rows)[0];
}

const NOTHING = Prisma.sql`NULL::timestamptz, NULL::float8`;

function countedBy(name: FigureName, programmeId: string, subjectId: string | null): Prisma.Sql {
  switch (name) {
    case 'people':
      return attendees(subjectId, Prisma.sql`true`);
    case 'offline':
      return attendees(subjectId, Prisma.sql`a.mode = 'onsite'`);
    case 'online':
      return attendees(subjectId, Prisma.sql`a.mode = 'online'`);
    case 'guests':
      return attendees(subjectId, Prisma.sql`c.guest`);
    case 'companies':
      return Prisma.sql`SELECT '', '', c.name_ja, c.name_en, NULL, NULL::timestamptz, count(DISTINCT a.person_id)::float8, c.kana, c.id::text
        FROM attendance a JOIN session s ON s.id = a.session_id AND s.state = 'scheduled'
        JOIN company c ON c.id = a.company_id AND NOT c.guest
        WHERE a.session_id = ${subjectId}::uuid AND a.present AND a.superseded_at IS NULL GROUP BY c.id`;
    case 'registered':
      return Prisma.sql`SELECT p.name_ja, p.name_en, c.name_ja, c.name_en, r.mode::text, r.changed_at, NULL::float8, p.furigana, r.id::text
        FROM registration r JOIN person p ON p.id = r.person_id LEFT JOIN company c ON c.id = r.company_id
        WHERE r.session_id = ${subjectId}::uuid AND r.state = 'confirmed'`;
    case 'participatingCompanies':
      return Prisma.sql`SELECT '', '', c.name_ja, c.name_en, NULL, ${NOTHING}, c.kana, c.id::text
        FROM company c WHERE c.programme_id = ${programmeId}::uuid AND NOT c.guest`;
    case 'consultationsHeld':
    case 'consultationHours':
      return Prisma.sql`SELECT p.name_ja, p.name_en, c.name_ja, c.name_en, b.mode::text, b.starts_at, r.minutes::float8, c.kana, r.id::text
        ${held(programmeId)} JOIN person p ON p.id = b.adviser_id`;
    case 'consultationCompanies':
      return Prisma.sql`SELECT '', '', c.name_ja, c.name_en, NULL, NULL::timestamptz, count(*)::float8, c.kana, c.id::text
        ${held(programmeId)} GROUP BY c.id`;
    case 'deliverableCompanies':
      return Prisma.sql`SELECT '', '', c.name_ja, c.name_en, NULL, ${NOTHING}, c.kana, c.id::text
        FROM deliverable_type t JOIN company c ON c.programme_id = t.programme_id AND NOT c.guest WHERE t.id = ${subjectId}::uuid`;
    case 'deliverablesCompleted':
      return Prisma.sql`SELECT '', '', c.name_ja, c.name_en, NULL, d.stage_at, NULL::float8, c.kana, c.id::text
        FROM deliverable d JOIN company c ON c.id = d.company_id AND NOT c.guest
        WHERE d.type_id = ${subjectId}::uuid AND d.stage IN ('approved', 'published')`;
    case 'notificationsPlanned':
      return notifications(programmeId, Prisma.sql`('pending', 'queued', 'sending', 'stopped')`, Prisma.sql`NOT IN`);
    case 'notificationsDelivered':
      return notifications(programmeId, Prisma.sql`('delivered')`, Prisma.sql`IN`);
  }
}

/** A person who was recorded twice stands there once, as the figure counts. */
function attendees(sessionId: string | null, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT p.name_ja, p.name_en, min(c.name_ja), min(c.name_en), min(a.mode::text), min(a.recorded_at), NULL::float8,
      p.furigana, p.id::text
    FROM attendance a JOIN session s ON s.id = a.session_id AND s.state = 'scheduled' JOIN person p ON p.id = a.person_id
    LEFT JOIN company c ON c.id = a.company_id
    WHERE a.session_id = ${sessionId}::uuid AND a.present AND a.superseded_at IS NULL AND ${which} GROUP BY p.id`;
}

function held(programmeId: string): Prisma.Sql {
  return Prisma.sql`FROM consultation_record r JOIN booking b ON b.id = r.booking_id AND b.programme_id = ${programmeId}::uuid
    AND r.superseded_at IS NULL AND r.outcome = 'held' JOIN company c ON c.id = b.company_id`;
}

/** One row a kind: whom each was for and what it said belongs to its recipient. */
function notifications(programmeId: string, states: Prisma.Sql, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT kind, kind, '', '', NULL, NULL::timestamptz, count(*)::float8, kind, kind FROM (
      SELECT kind, state FROM notification WHERE programme_id = ${programmeId}::uuid
      UNION ALL SELECT 'announcement.post', p.state FROM place_post p JOIN announcement a ON a.id = p.announcement_id
      WHERE a.programme_id = ${programmeId}::uuid) n
    WHERE state ${which} ${states} GROUP BY kind`;
}

const faultRow = z.object({
  sessionId: z.string().nullable(),
  /** Of people, or of companies where there is no session. */
  ids: z.array(z.string()),
  nameJa: z.string(),
  nameEn: z.string(),
  companyJa: z.string(),
  companyEn: z.string(),
});

export type DoubleRow = Readonly<z.infer<typeof faultRow>>;

/** More are not named; who mends these finds the rest. */
const MOST_FAULTS = 100;

/**
 * Who is counted twice in a session: one person with two records that hold, or two people of one company whose names and readings
 * are the same. `ids` has one or two entries, accordingly.
 */
export async function readDoubles(transaction: Transaction, programmeId: string): Promise<readonly DoubleRow[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    WITH present AS (
      SELECT a.session_id, p.id, p.name_ja, p.name_en, p.furigana, c.name_ja AS company_ja, c.name_en AS company_en, a.company_id
      FROM attendance a JOIN session s ON s.id = a.session_id AND s.state = 'scheduled' JOIN person p ON p.id = a.person_id
      LEFT JOIN company c ON c.id = a.company_id
      WHERE s.programme_id = ${programmeId}::uuid AND a.present AND a.superseded_at IS NULL
    )
    SELECT session_id AS "sessionId", array_agg(DISTINCT id::text) AS ids, min(name_ja) AS "nameJa", min(name_en) AS "nameEn",
      coalesce(min(company_ja), '') AS "companyJa", coalesce(min(company_en), '') AS "companyEn"
    FROM present
    GROUP BY session_id, company_id, regexp_replace(normalize(name_ja, NFKC), '\\s', '', 'g'), regexp_replace(normalize(furigana, NFKC), '\\s', '', 'g')
    HAVING count(*) > 1
    ORDER BY 1, min(furigana) LIMIT ${MOST_FAULTS}`;
  return z.array(faultRow).parse(rows);
}

/** Companies of the programme that have one name but for width, spaces and the form of company, so that one may be counted as two. */
export async function readSameCompanies(transaction: Transaction, programmeId: string): Promise<readonly DoubleRow[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT NULL AS "sessionId", array_agg(id::text ORDER BY code) AS ids, '' AS "nameJa", '' AS "nameEn",
      string_agg(code || ' ' || name_ja, ', ' ORDER BY code) AS "companyJa",
      string_agg(code || ' ' || name_en, ', ' ORDER BY code) AS "companyEn"
    FROM company WHERE programme_id = ${programmeId}::uuid AND NOT guest
    GROUP BY regexp_replace(normalize(name_ja, NFKC), '株式会社|有限会社|合同会社|\\(株\\)|\\(有\\)|\\s', '', 'g')
    HAVING count(*) > 1 ORDER BY min(kana) LIMIT ${MOST_FAULTS}`;
  return z.array(faultRow).parse(rows);
}
