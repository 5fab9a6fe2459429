/** The raw SQL of questions: locks one, lists those that wait, reads how long answers took, and makes one person of two. */
import { z } from 'zod';
import { executePipelined, Prisma, QuestionState, type Transaction } from '../../prisma/client.js';
import type { PageOf } from '../requests/page.js';

/** Whether the adviser who is asked looks after the company still; otherwise the secretariat is asked in their place. */
const held = Prisma.sql`q.adviser_id IS NOT NULL AND EXISTS (
  SELECT FROM assignment a JOIN membership m
    ON m.person_id = a.adviser_id AND m.programme_id = a.programme_id AND m.role = 'adviser' AND m.ended_at IS NULL
  WHERE a.adviser_id = q.adviser_id AND a.company_id = q.company_id AND a.ended_at IS NULL)`;

const questionRow = z.object({
  id: z.string(),
  programmeId: z.string(),
  companyId: z.string().nullable(),
  /** Null once the asker is erased. */
  personId: z.string().nullable(),
  /** Null: the secretariat. */
  adviserId: z.string().nullable(),
  state: z.enum(QuestionState),
  askedAt: z.date(),
});

/** A question as it stands, with whom it waits for at this moment. */
export type QuestionRow = Readonly<z.infer<typeof questionRow>>;

const passedRow = questionRow.pick({ id: true, personId: true });

const standing = Prisma.sql`SELECT q.id, q.programme_id AS "programmeId", q.company_id AS "companyId", q.person_id AS "personId",
  CASE WHEN ${held} THEN q.adviser_id END AS "adviserId", q.state::text AS state, q.asked_at AS "askedAt"`;

/** Locks the row until the transaction ends, so that it is answered, handed over or withdrawn once. Null where there is none. */
export async function lockQuestion(transaction: Transaction, id: string): Promise<QuestionRow | null> {
  const rows = await transaction.$queryRaw<unknown[]>`
    ${standing} FROM question q WHERE q.id = ${id}::uuid FOR UPDATE OF q`;
  return z.array(questionRow).parse(rows)[0] ?? null;
}

/** The same for what is only shown. */
export async function findQuestion(transaction: Transaction, id: string): Promise<QuestionRow | null> {
  const rows = await transaction.$queryRaw<unknown[]>`${standing} FROM question q WHERE q.id = ${id}::uuid`;
  return z.array(questionRow).parse(rows)[0] ?? null;
}

/**
 * Makes what waits for these advisers the secretariat's; without a company, in the whole programme. One that is being answered in
 * this moment is answered first, and then left as it is.
 */
export async function passLeftBehind(
  transaction: Transaction,
  {
    programmeId,
    advisers,
  }: {
    readonly programmeId: string;
    readonly advisers: readonly { readonly adviserId: string; readonly companyId?: string }[];
  },
): Promise<readonly Readonly<z.infer<typeof passedRow>>[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    UPDATE question SET adviser_id = NULL WHERE id IN (
      SELECT q.id FROM question q
      JOIN unnest(${advisers.map(({ adviserId }) => adviserId)}::uuid[],
        ${advisers.map(({ companyId }) => companyId ?? null)}::uuid[]) AS left_by (adviser_id, company_id)
        ON left_by.adviser_id = q.adviser_id AND (left_by.company_id IS NULL OR left_by.company_id = q.company_id)
      WHERE q.programme_id = ${programmeId}::uuid AND q.state = 'waiting'
      ORDER BY q.id FOR UPDATE OF q)
    RETURNING id, person_id AS "personId"`;
  return z.array(passedRow).parse(rows);
}

/**
 * Whether an adviser looks after a company; it stays so until the transaction ends, as who withdraws the adviser meanwhile waits
 * and then finds what was asked here.
 */
export async function lockAssignment(
  transaction: Transaction,
  { adviserId, companyId }: { readonly adviserId: string; readonly companyId: string },
): Promise<boolean> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT id FROM assignment WHERE adviser_id = ${adviserId}::uuid AND company_id = ${companyId}::uuid AND ended_at IS NULL
    FOR SHARE`;
  return rows.length > 0;
}

const listedRow = questionRow.extend({
  companyJa: z.string().nullable(),
  companyEn: z.string().nullable(),
  askerJa: z.string(),
  askerEn: z.string(),
  adviserJa: z.string().nullable(),
  adviserEn: z.string().nullable(),
  /** Empty to those for whom it is not. */
  text: z.string(),
  /** The last note of who handed it over; empty without one. */
  note: z.string(),
  total: z.int(),
});

export type ListedQuestion = Readonly<z.infer<typeof listedRow>>;

interface Asked {
  readonly programmeId: string;
  /** Whose: one adviser's by their identifier, all advisers', or those of the secretariat. */
  readonly of: { readonly adviserId: string } | 'advisers' | 'secretariat';
}

function whose(of: Asked['of']): Prisma.Sql {
  if (of === 'secretariat') return Prisma.sql`w."adviserId" IS NULL`;
  return of === 'advisers' ? Prisma.sql`w."adviserId" IS NOT NULL` : Prisma.sql`w."adviserId" = ${of.adviserId}::uuid`;
}

function waitingIn(programmeId: string): Prisma.Sql {
  return Prisma.sql`WITH waiting AS (
    ${standing} FROM question q WHERE q.programme_id = ${programmeId}::uuid AND q.state = 'waiting')`;
}

/** What waits for an answer, the oldest first; each row has the number of all. What is for another has no text. */
export async function readWaiting(
  transaction: Transaction,
  { programmeId, of, from, size }: Asked & PageOf,
): Promise<readonly ListedQuestion[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    ${waitingIn(programmeId)}
    SELECT w.*, c.name_ja AS "companyJa", c.name_en AS "companyEn", coalesce(p.name_ja, '') AS "askerJa",
      coalesce(p.name_en, '') AS "askerEn", v.name_ja AS "adviserJa", v.name_en AS "adviserEn",
      coalesce((SELECT t.text FROM question_text t WHERE t.question_id = w.id), '') AS text,
      coalesce((SELECT s.note FROM question_pass s WHERE s.question_id = w.id ORDER BY s.at DESC, s.id LIMIT 1), '') AS note,
      (count(*) OVER ())::int AS total
    FROM waiting w LEFT JOIN company c ON c.id = w."companyId" LEFT JOIN person p ON p.id = w."personId"
      LEFT JOIN person v ON v.id = w."adviserId"
    WHERE ${whose(of)} ORDER BY w."askedAt", w.id LIMIT ${size} OFFSET ${from}`;
  return z.array(listedRow).parse(rows);
}

/** How many wait, where only that is of interest. */
export async function countWaiting(transaction: Transaction, { programmeId, of }: Asked): Promise<number> {
  const rows = await transaction.$queryRaw<unknown[]>`
    ${waitingIn(programmeId)} SELECT count(*)::int AS count FROM waiting w WHERE ${whose(of)}`;
  return z.tuple([z.object({ count: z.int() })]).parse(rows)[0].count;
}

/** Which of the questions are for the adviser who was asked still. */
export async function readHeld(transaction: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT q.id FROM question q WHERE q.id = ANY(${ids}::uuid[]) AND ${held}`;
  return new Set(
    z
      .array(questionRow.pick({ id: true }))
      .parse(rows)
      .map(({ id }) => id),
  );
}

const spanRow = z.object({ askedAt: z.date(), answeredAt: z.date() });

/** Of the last ones that were answered: when each was asked and answered. */
export async function readAnsweredSpans(
  transaction: Transaction,
  {
    programmeId,
    adviserId,
    most,
  }: { readonly programmeId: string; readonly adviserId: string | null; readonly most: number },
): Promise<readonly Readonly<z.infer<typeof spanRow>>[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT asked_at AS "askedAt", answered_at AS "answeredAt" FROM question
    WHERE programme_id = ${programmeId}::uuid AND state = 'answered' AND adviser_id IS NOT DISTINCT FROM ${adviserId}::uuid
    ORDER BY answered_at DESC, id LIMIT ${most}`;
  return z.array(spanRow).parse(rows);
}

/** What one person asked, holds, answered and handed over becomes another's. */
export async function mergeQuestions(
  transaction: Transaction,
  { fromId, intoId }: { readonly fromId: string; readonly intoId: string },
): Promise<void> {
  const from = Prisma.sql`${fromId}::uuid`;
  const into = Prisma.sql`${intoId}::uuid`;
  const statements = [
    Prisma.sql`UPDATE question_text SET asker_id = ${into} WHERE asker_id = ${from}`,
    Prisma.sql`UPDATE question_answer SET by_id = ${into} WHERE by_id = ${from}`,
    Prisma.sql`UPDATE question_pass SET by_id = ${into} WHERE by_id = ${from}`,
    Prisma.sql`UPDATE question SET person_id = ${into} WHERE person_id = ${from}`,
    Prisma.sql`UPDATE question SET adviser_id = ${into} WHERE adviser_id = ${from}`,
    Prisma.sql`UPDATE question SET answered_by_id = ${into} WHERE answered_by_id = ${from}`,
    Prisma.sql`UPDATE faq_entry SET created_by_id = ${into} WHERE created_by_id = ${from}`,
    Prisma.sql`UPDATE faq_entry SET changed_by_id = ${into} WHERE changed_by_id = ${from}`,
  ];
  for (const statement of statements) await executePipelined(transaction, statement);
}
