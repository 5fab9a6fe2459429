/** The raw SQL on announcements: their lock, who was shown, many messages at once, and what became of them. */
import { z } from 'zod';
import {
  AnnouncementReply,
  AnnouncementState,
  NotificationState,
  Prisma,
  type PrismaClient,
  type Transaction,
} from '../../prisma/client.js';
import { audienceSchema } from './audience.js';
import { type AudienceAt, peopleOf } from './audience.sql.js';

const lockedRow = z.object({
  id: z.uuid(),
  programmeId: z.uuid(),
  createdById: z.uuid(),
  state: z.enum(AnnouncementState),
  audience: audienceSchema.nullable(),
  placeId: z.uuid().nullable(),
  proposedById: z.uuid().nullable(),
  sendAt: z.date(),
  latestAt: z.date(),
  reminders: z.int(),
  version: z.int(),
  madeById: z.uuid(),
  madeAt: z.date(),
});

/** An announcement whose state nobody else changes until the transaction ends; `version`, `madeById` and `madeAt` of its last version. */
export type LockedAnnouncement = Readonly<z.infer<typeof lockedRow>>;

/** Everything that changes an announcement's state passes here. Null where there is none. */
export async function lockAnnouncement(transaction: Transaction, id: string): Promise<LockedAnnouncement | null> {
  await transaction.$executeRaw`SELECT FROM lock_announcement(${id}::uuid)`;
  // Only now, so that it reads what the holder of the lock before it has written.
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT a.id, a.programme_id AS "programmeId", a.created_by_id AS "createdById", a.state::text AS state, a.audience,
      a.place_id AS "placeId", a.proposed_by_id AS "proposedById", a.send_at AS "sendAt", a.latest_at AS "latestAt", a.reminders, v.version,
      v.made_by_id AS "madeById", v.made_at AS "madeAt"
    FROM announcement a JOIN LATERAL (SELECT version, made_by_id, made_at FROM announcement_version v
      WHERE v.announcement_id = a.id ORDER BY version DESC LIMIT 1) v ON true
    WHERE a.id = ${id}::uuid`;
  const [row] = z.array(lockedRow).parse(rows);
  return row ?? null;
}

interface ForAudience extends AudienceAt {
  readonly id: string;
}

/** Writes down whom the preview counts, in place of an earlier one. */
export async function writePreviewed(transaction: Transaction, { id, ...of }: ForAudience) {
  await transaction.$executeRaw`DELETE FROM announcement_person WHERE announcement_id = ${id}::uuid`;
  await transaction.$executeRaw`
    INSERT INTO announcement_person (announcement_id, person_id, previewed)
    SELECT ${id}::uuid, person_id, true FROM (${peopleOf(of)}) audience`;
}

/**
 * Plans one message for everyone of the audience as it is now, in one statement; returns how many. The keys are those of the
 * first version, whatever the message will say when it is sent.
 */
export async function fanOut(
  transaction: Transaction,
  { id, programmeId, audience, now, latestAt }: ForAudience & { readonly latestAt: Date },
): Promise<number> {
  return await transaction.$executeRaw`
    INSERT INTO notification (key, kind, programme_id, person_id, subject_id, data, due_at, latest_at, bulk_id, created_at)
    SELECT ${`announcement:${id}:1:`} || person_id, 'announcement.message', ${programmeId}::uuid, person_id, ${id}::uuid,
      '{}'::jsonb, ${now}::timestamptz, ${latestAt}::timestamptz, ${id}::uuid, ${now}::timestamptz
    FROM (${peopleOf({ programmeId, audience, now })}) audience
    ON CONFLICT DO NOTHING`;
}

const differenceRow = z.object({ why: z.enum(['added', 'left', 'cancelled', 'answered', 'other']), people: z.int() });

/** How many were added since the preview, and how many dropped, by the reason. */
export type Difference = readonly Readonly<z.infer<typeof differenceRow>>[];

/** Notes and counts where sending has decided otherwise than the preview. To be called once the messages are planned. */
export async function noteDifference(
  transaction: Transaction,
  { id, programmeId, audience }: Omit<ForAudience, 'now'>,
): Promise<Difference> {
  await transaction.$executeRaw`
    UPDATE announcement_person SET included = false WHERE announcement_id = ${id}::uuid
      AND NOT EXISTS (SELECT FROM notification n WHERE n.key = ${`announcement:${id}:1:`} || announcement_person.person_id)`;
  await transaction.$executeRaw`
    INSERT INTO announcement_person (announcement_id, person_id, previewed, included)
    SELECT ${id}::uuid, n.person_id, false, true FROM notification n
    WHERE n.bulk_id = ${id}::uuid AND NOT EXISTS (SELECT FROM announcement_person p
      WHERE p.announcement_id = ${id}::uuid AND p.person_id = n.person_id)`;
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT why, count(*)::int AS people FROM (
      SELECT CASE WHEN p.included THEN 'added'
        WHEN NOT EXISTS (SELECT FROM membership m WHERE m.person_id = p.person_id AND m.programme_id = ${programmeId}::uuid
          AND m.ended_at IS NULL) THEN 'left'
        WHEN r.state IN ('cancelled', 'declined') AND NOT ${audience.answers.includes('unanswered')} THEN 'cancelled'
        WHEN r.id IS NOT NULL AND ${audience.answers.includes('unanswered')} THEN 'answered'
        ELSE 'other' END AS why
      FROM announcement_person p
      LEFT JOIN registration r ON r.session_id = ${audience.session}::uuid AND r.person_id = p.person_id
      WHERE p.announcement_id = ${id}::uuid AND p.included IS NOT NULL) decided
    GROUP BY why ORDER BY why`;
  return z.array(differenceRow).parse(rows);
}

/** Stops what has not been taken up by a sender; returns how many. What is being sent and comes back is stopped by a trigger. */
export async function stopUnsent(transaction: Transaction, id: string): Promise<number> {
  return await transaction.$executeRaw`
    UPDATE notification SET state = 'stopped', claimed_until = NULL
    WHERE bulk_id = ${id}::uuid AND kind <> 'announcement.correction' AND state IN ('pending', 'queued')`;
}

/** Takes stopped messages up again; returns how many. */
export async function resumeStopped(transaction: Transaction, id: string): Promise<number> {
  return await transaction.$executeRaw`
    UPDATE notification SET state = 'pending', reason = NULL WHERE bulk_id = ${id}::uuid AND state = 'stopped'`;
}

/** Withdraws what is not sent yet. */
export async function suppressUnsent(transaction: Transaction, id: string, now: Date): Promise<void> {
  await transaction.$executeRaw`
    UPDATE notification SET state = 'suppressed', reason = 'withdrawn', settled_at = ${now}::timestamptz, claimed_until = NULL
    WHERE bulk_id = ${id}::uuid AND state IN ('pending', 'queued', 'stopped')`;
}

/** Ends what was stopped until it was too late to be of use. */
export async function missStopped(transaction: Transaction, id: string, now: Date): Promise<void> {
  await transaction.$executeRaw`
    UPDATE notification SET state = 'missed', reason = 'too late to be of use', settled_at = ${now}::timestamptz
    WHERE bulk_id = ${id}::uuid AND state = 'stopped'`;
}

/** For how long a message that is being sent while it is corrected may take to arrive, in milliseconds. */
const BEING_SENT_MILLISECONDS = 120_000;

/**
 * Plans the correction of every message and reminder that is out or may be, as version `version` of it; returns of how many people.
 * Of a reminder by mail the mail before it is corrected, in the same thread. What is not out yet
 * is locked first: a sender that takes one up waits, and says the new version. What a sender has taken up already said the old one
 * and is corrected once it has arrived.
 */
export async function correctSent(
  transaction: Transaction,
  { id, version, now }: { readonly id: string; readonly version: number; readonly now: Date },
): Promise<number> {
  await transaction.$executeRaw`
    SELECT FROM notification WHERE bulk_id = ${id}::uuid AND state IN ('pending', 'queued') ORDER BY id FOR UPDATE`;
  await transaction.$executeRaw`
    UPDATE notification SET state = 'suppressed', reason = 'a later version took its place',
      settled_at = ${now}::timestamptz, claimed_until = NULL
    WHERE bulk_id = ${id}::uuid AND kind = 'announcement.correction' AND state IN ('pending', 'queued')`;
  const rows = await transaction.$queryRaw<unknown[]>`
    WITH planned AS (
    INSERT INTO notification (key, kind, programme_id, person_id, subject_id, data, due_at, bulk_id, created_at)
    SELECT ${`announcement:${id}:${version}:`} || id, 'announcement.correction', programme_id, person_id, ${id}::uuid,
      jsonb_build_object('version', ${version}::int, 'corrects', key),
      CASE WHEN state = 'sending' THEN ${new Date(now.getTime() + BEING_SENT_MILLISECONDS)}::timestamptz ELSE ${now}::timestamptz END,
      ${id}::uuid, ${now}::timestamptz
    FROM notification WHERE bulk_id = ${id}::uuid AND state IN ('delivered', 'unknown', 'sending')
      AND (kind = 'announcement.message' OR (kind = 'announcement.reminder' AND channel IS DISTINCT FROM 'email'))
    ON CONFLICT DO NOTHING RETURNING person_id)
    SELECT count(DISTINCT person_id)::int AS count FROM planned`;
  return z.tuple([z.object({ count: z.int() })]).parse(rows)[0].count;
}

/** Those that are being sent and whose messages are all settled: of all of them, a few at a time, or of one. */
export async function findSettled(
  database: Transaction | PrismaClient,
  { most = 1, id = null }: { readonly most?: number; readonly id?: string | null },
): Promise<readonly string[]> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT id FROM announcement a WHERE state = 'sending' AND (${id}::uuid IS NULL OR a.id = ${id}::uuid)
      AND NOT EXISTS (SELECT FROM place_post p WHERE p.announcement_id = a.id AND p.state IN ('pending', 'queued', 'sending'))
      AND NOT EXISTS (SELECT FROM notification n WHERE n.bulk_id = a.id AND n.state IN ('pending', 'queued', 'sending'))
    ORDER BY began_at LIMIT ${most}`;
  return z
    .array(z.object({ id: z.uuid() }))
    .parse(rows)
    .map(({ id }) => id);
}

const tallyRow = z.object({ state: z.enum(NotificationState), people: z.int() });

/** How many of the messages (not of their corrections) are in each state; states that none is in are left out. */
export async function tallyMessages(
  transaction: Transaction,
  id: string,
): Promise<ReadonlyMap<NotificationState, number>> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT state::text AS state, count(*)::int AS people FROM notification
    WHERE bulk_id = ${id}::uuid AND kind = 'announcement.message' GROUP BY state`;
  return new Map(
    z
      .array(tallyRow)
      .parse(rows)
      .map(({ state, people }) => [state, people]),
  );
}

const answerRow = z.object({
  nameJa: z.string().nullable(),
  nameEn: z.string().nullable(),
  read: z.int(),
  attend: z.int(),
  help: z.int(),
  /** Of those to whom it was brought. */
  unanswered: z.int(),
  /** Names of some who have not answered. */
  missing: z.array(z.object({ ja: z.string(), en: z.string() })),
});

/** What one company, or those without one, answered. */
export type CompanyAnswers = Readonly<z.infer<typeof answerRow>>;

interface AnswersPage {
  readonly id: string;
  readonly programmeId: string;
  readonly from: number;
  readonly size: number;
  /** As many as are named of one company. */
  readonly named: number;
}

/** Everyone to whom it was brought or may have been, or who answered, company by company. Of what was posted to a place: who answered. */
const reached = (id: string, programmeId: string) => Prisma.sql`
  SELECT DISTINCT ON (p.id) p.id AS person_id, m.company_id, x.answer, p.name_ja, p.name_en, p.furigana
  FROM (SELECT person_id FROM notification n WHERE n.bulk_id = ${id}::uuid AND n.kind = 'announcement.message'
      AND (n.state IN ('delivered', 'unknown') OR EXISTS (SELECT FROM announcement_answer x
        WHERE x.announcement_id = ${id}::uuid AND x.person_id = n.person_id))
    UNION SELECT person_id FROM announcement_answer WHERE announcement_id = ${id}::uuid) n
  JOIN person told ON told.id = n.person_id JOIN person p ON p.id = coalesce(told.merged_into_id, told.id)
  LEFT JOIN announcement_answer x ON x.announcement_id = ${id}::uuid AND x.person_id = p.id
  LEFT JOIN LATERAL (SELECT company_id FROM membership m WHERE m.person_id = p.id AND m.programme_id = ${programmeId}::uuid
    ORDER BY m.ended_at NULLS FIRST, m.role LIMIT 1) m ON true`;

export async function readAnswers(
  transaction: Transaction,
  { id, programmeId, from, size, named }: AnswersPage,
): Promise<readonly CompanyAnswers[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    WITH reached AS (${reached(id, programmeId)}), numbered AS (
      SELECT *, row_number() OVER (PARTITION BY company_id, answer IS NULL ORDER BY furigana, person_id) AS place FROM reached)
    SELECT c.name_ja AS "nameJa", c.name_en AS "nameEn",
      (count(*) FILTER (WHERE answer = 'read'))::int AS read, (count(*) FILTER (WHERE answer = 'attend'))::int AS attend,
      (count(*) FILTER (WHERE answer = 'help'))::int AS help, (count(*) FILTER (WHERE answer IS NULL))::int AS unanswered,
      coalesce(jsonb_agg(jsonb_build_object('ja', r.name_ja, 'en', r.name_en) ORDER BY place)
        FILTER (WHERE answer IS NULL AND place <= ${named}), '[]') AS missing
    FROM numbered r LEFT JOIN company c ON c.id = r.company_id
    GROUP BY c.id ORDER BY c.kana NULLS LAST, c.id OFFSET ${from} LIMIT ${size}`;
  return z.array(answerRow).parse(rows);
}

/** How many companies `readAnswers` has on all pages, those without one counted as one more, and how many people have not answered. */
export async function countAnswering(
  transaction: Transaction,
  { id, programmeId }: { readonly id: string; readonly programmeId: string },
): Promise<{ readonly companies: number; readonly unanswered: number }> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT (count(DISTINCT company_id) + count(DISTINCT 1) FILTER (WHERE company_id IS NULL))::int AS companies,
      (count(*) FILTER (WHERE answer IS NULL))::int AS unanswered FROM (${reached(id, programmeId)}) r`;
  return z.tuple([z.object({ companies: z.int(), unanswered: z.int() })]).parse(rows)[0];
}

const personRow = z.object({
  code: z.string().nullable(),
  companyJa: z.string().nullable(),
  companyEn: z.string().nullable(),
  nameJa: z.string(),
  nameEn: z.string(),
  furigana: z.string(),
  /** Null: has not answered. */
  answer: z.enum(AnnouncementReply).nullable(),
  answeredAt: z.date().nullable(),
});

/** Everyone of whom an answer is counted, in the order of the companies' and people's readings, those without a company last. */
export async function readAnswersByPerson(
  transaction: Transaction,
  { id, programmeId }: { readonly id: string; readonly programmeId: string },
): Promise<readonly Readonly<z.infer<typeof personRow>>[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT c.code, c.name_ja AS "companyJa", c.name_en AS "companyEn", r.name_ja AS "nameJa", r.name_en AS "nameEn",
      coalesce(r.furigana, '') AS furigana, r.answer::text AS answer, x.answered_at AS "answeredAt"
    FROM (${reached(id, programmeId)}) r LEFT JOIN company c ON c.id = r.company_id
    LEFT JOIN announcement_answer x ON x.announcement_id = ${id}::uuid AND x.person_id = r.person_id
    ORDER BY c.kana NULLS LAST, c.id, r.furigana, r.person_id`;
  return z.array(personRow).parse(rows);
}

/** Plans a reminder for everyone who has it and has not answered, the `number`th one; returns how many. */
export async function remindRest(
  transaction: Transaction,
  {
    id,
    number,
    now,
    latestAt,
  }: { readonly id: string; readonly number: number; readonly now: Date; readonly latestAt: Date },
): Promise<number> {
  return await transaction.$executeRaw`
    INSERT INTO notification (key, kind, programme_id, person_id, subject_id, data, due_at, latest_at, bulk_id, created_at)
    SELECT ${`announcement:${id}:reminder:${number}:`} || n.person_id, 'announcement.reminder', n.programme_id, n.person_id,
      ${id}::uuid, '{}'::jsonb, ${now}::timestamptz, ${latestAt}::timestamptz, ${id}::uuid, ${now}::timestamptz
    FROM notification n WHERE n.bulk_id = ${id}::uuid AND n.kind = 'announcement.message' AND n.state IN ('delivered', 'unknown')
      AND NOT EXISTS (SELECT FROM announcement_answer x WHERE x.announcement_id = ${id}::uuid AND x.person_id = n.person_id)
      AND EXISTS (SELECT FROM person p WHERE p.id = n.person_id AND p.merged_into_id IS NULL)
    ON CONFLICT DO NOTHING`;
}
