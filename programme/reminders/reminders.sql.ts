/** The raw SQL on reminders: their terms in one wait, the moments of many things, and the messages of many people in one statement. */
import { z } from 'zod';
import { executePipelined, Prisma, ReminderKind, type Transaction } from '../../prisma/client.js';
import { outstandingStages } from '../deliverables/stages.js';
import type { Moment } from './moments.js';

/** The keys of the kinds of notification: everything of one moment, and what is said to the minute. */
export const TOGETHER = 'reminder.day';
export const ALONE = 'reminder.soon';

const terms = z.object({
  rules: z.array(z.object({ id: z.uuid(), kind: z.enum(ReminderKind), before: z.int() })),
  closures: z.array(
    z.object({ firstDay: z.string(), lastDay: z.string(), name: z.object({ ja: z.string(), en: z.string() }) }),
  ),
  windows: z.array(z.int()),
  opensAt: z.int(),
  closesAt: z.int(),
  /** The programme's, in which due dates are days. */
  timeZone: z.string(),
  /** Of the people of the programme. */
  timeZones: z.array(z.string()),
});

export type ReminderTerms = Readonly<z.infer<typeof terms>>;

/** The rules that are switched on, with all that their moments rest on. */
export async function readReminderTerms(transaction: Transaction, programmeId: string): Promise<ReminderTerms> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT g.time_zone AS "timeZone", g.windows, g.opens_at AS "opensAt", g.closes_at AS "closesAt",
      coalesce((SELECT json_agg(json_build_object('id', r.id, 'kind', r.kind, 'before', r.before))
        FROM reminder_rule r WHERE r.programme_id = g.id AND r.enabled AND g.opened_at IS NOT NULL), '[]') AS rules,
      coalesce((SELECT json_agg(json_build_object('firstDay', c.first_day::text, 'lastDay', c.last_day::text,
        'name', json_build_object('ja', c.name_ja, 'en', c.name_en)))
        FROM closure c WHERE c.programme_id = g.id), '[]') AS closures,
      ARRAY(SELECT DISTINCT p.time_zone FROM membership m JOIN person p ON p.id = m.person_id
        WHERE m.programme_id = g.id AND m.ended_at IS NULL) AS "timeZones"
    FROM programme g WHERE g.id = ${programmeId}::uuid`;
  return z.tuple([terms]).parse(rows)[0];
}

/**
 * To be held until the transaction ends by everything that plans reminders: `alone` where all of a programme's are planned anew, so that
 * nobody plans beside it from what they read before.
 */
export async function lockReminders(transaction: Transaction, programmeId: string, alone: boolean): Promise<void> {
  const key = Prisma.sql`hashtextextended(${`reminders:${programmeId}`}::text, 0)`;
  await executePipelined(
    transaction,
    alone ? Prisma.sql`SELECT pg_advisory_xact_lock(${key})` : Prisma.sql`SELECT pg_advisory_xact_lock_shared(${key})`,
  );
}

/**
 * Whether what the moment reminds of still concerns the person: they are to come, have not answered, or their company has not
 * handed in what is due. Over `m`, a reminder_moment.
 */
export function concerns(person: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE m.kind
    WHEN 'session' THEN EXISTS (SELECT FROM registration r WHERE r.session_id = m.subject_id AND r.person_id = ${person}
      AND r.state = 'confirmed')
    WHEN 'consultation' THEN EXISTS (SELECT FROM booking_attendee a JOIN booking b ON b.id = a.booking_id
      WHERE a.booking_id = m.subject_id AND a.person_id = ${person} AND b.state = 'booked')
    WHEN 'invitation' THEN EXISTS (SELECT FROM session s JOIN membership i ON i.programme_id = s.programme_id
      JOIN company c ON c.id = i.company_id
      WHERE s.id = m.subject_id AND s.state = 'scheduled' AND i.person_id = ${person} AND i.role = 'participant'
        AND i.ended_at IS NULL AND NOT i.walked_in AND NOT c.guest
        AND (s.audience = 'all' OR i.level IS NULL OR i.level::text = s.audience::text)
        AND NOT EXISTS (SELECT FROM registration r WHERE r.session_id = s.id AND r.person_id = i.person_id))
    WHEN 'deadline' THEN EXISTS (SELECT FROM membership i JOIN company c ON c.id = i.company_id
      JOIN deliverable_type t ON t.programme_id = i.programme_id
      LEFT JOIN deliverable d ON d.type_id = t.id AND d.company_id = i.company_id
      WHERE i.person_id = ${person} AND i.role = 'participant' AND i.ended_at IS NULL AND NOT i.walked_in AND NOT c.guest
        AND m.subject_id = CASE WHEN d.due_on IS NULL THEN t.id ELSE d.id END
        AND coalesce(d.stage::text, 'not_started') = ANY (${[...outstandingStages]}::text[]))
    ELSE false END`;
}

/** Whom planning is about: everyone about some things, or some people about these or about everything. */
export interface ReminderReach {
  readonly programmeId: string;
  readonly subjectIds: readonly string[] | null;
  readonly personIds: readonly string[] | null;
}

/** One is compared by itself: of a list PostgreSQL expects ten and therefore plans anew each time, which takes longer than all else. */
function among(column: Prisma.Sql, ids: readonly string[] | null): Prisma.Sql {
  if (ids === null) return Prisma.sql`true`;
  const [only, other] = ids;
  return only !== undefined && other === undefined
    ? Prisma.sql`${column} = ${only}::uuid`
    : Prisma.sql`${column} = ANY(${[...ids]}::uuid[])`;
}

const milliseconds = (column: Prisma.Sql) => Prisma.sql`(extract(epoch FROM ${column}) * 1000)::bigint`;

export interface MomentsOf {
  readonly programmeId: string;
  /** Null: of everything in the programme. */
  readonly subjectIds: readonly string[] | null;
  readonly now: Date;
}

/**
 * Replaces the moments of these things. One that has passed stays as it was while it is about the same occasion: its messages are
 * planned or sent.
 */
export async function writeMoments(
  transaction: Transaction,
  { programmeId, subjectIds, now }: MomentsOf,
  moments: readonly Moment[],
): Promise<void> {
  await executePipelined(
    transaction,
    Prisma.sql`
    DELETE FROM reminder_moment m WHERE m.programme_id = ${programmeId}::uuid AND ${among(Prisma.sql`m.subject_id`, subjectIds)}
      AND (m.rule_id, m.subject_id, m.time_zone) NOT IN (SELECT * FROM unnest(${moments.map(({ ruleId }) => ruleId)}::uuid[],
        ${moments.map((moment) => moment.subjectId)}::uuid[], ${moments.map(({ timeZone }) => timeZone)}::text[]))`,
  );
  if (moments.length === 0) return;
  await executePipelined(
    transaction,
    Prisma.sql`
    INSERT INTO reminder_moment AS m (programme_id, rule_id, subject_id, time_zone, kind, occurs_at, due_at, latest_at, together)
    SELECT ${programmeId}::uuid, row.* FROM unnest(${moments.map(({ ruleId }) => ruleId)}::uuid[],
      ${moments.map((moment) => moment.subjectId)}::uuid[], ${moments.map(({ timeZone }) => timeZone)}::text[],
      ${moments.map(({ kind }) => kind)}::text[]::reminder_kind[],
      ${moments.map(({ occursAt }) => occursAt.toISOString())}::timestamptz[],
      ${moments.map(({ dueAt }) => dueAt.toISOString())}::timestamptz[],
      ${moments.map(({ latestAt }) => latestAt.toISOString())}::timestamptz[],
      ${moments.map(({ together }) => together)}::boolean[]) AS row
    ON CONFLICT (rule_id, subject_id, time_zone) DO UPDATE SET occurs_at = excluded.occurs_at, due_at = excluded.due_at,
      latest_at = excluded.latest_at, together = excluded.together
    WHERE m.occurs_at <> excluded.occurs_at OR m.due_at > ${now}::timestamptz`,
  );
}

/**
 * Plans what the moments ahead ask for within this reach, in one statement for however many people. A message that is planned
 * moves along, and one that was suppressed is planned again; what was sent, or is being sent at this moment, stays.
 */
export async function layReminders(transaction: Transaction, reach: ReminderReach, now: Date): Promise<void> {
  await executePipelined(
    transaction,
    Prisma.sql`
    INSERT INTO notification AS n (key, kind, programme_id, person_id, subject_id, data, due_at, latest_at, created_at)
    SELECT wanted.key, wanted.kind, ${reach.programmeId}::uuid, wanted.person_id, wanted.subject_id, wanted.data,
      wanted.due_at, max(wanted.latest_at), ${now}::timestamptz
    FROM (
      SELECT ${keyOf(Prisma.sql`p.id`)} AS key, CASE WHEN m.together THEN ${TOGETHER} ELSE ${ALONE} END AS kind, p.id AS person_id,
        CASE WHEN NOT m.together THEN m.subject_id END AS subject_id,
        CASE WHEN m.together THEN jsonb_build_object('programme', m.programme_id, 'at', ${milliseconds(Prisma.sql`m.due_at`)},
          'zone', m.time_zone)
          ELSE jsonb_build_object('rule', m.rule_id, 'occursAt', ${milliseconds(Prisma.sql`m.occurs_at`)}) END AS data,
        m.due_at, m.latest_at
      FROM reminder_moment m JOIN person p ON NOT m.together OR p.time_zone = m.time_zone
      WHERE m.programme_id = ${reach.programmeId}::uuid AND m.due_at > ${now}::timestamptz
        AND ${among(Prisma.sql`m.subject_id`, reach.subjectIds)} AND ${members(reach)} AND ${concerns(Prisma.sql`p.id`)}) AS wanted
    WHERE NOT EXISTS (SELECT FROM notification x WHERE x.key = wanted.key AND x.state IN ('pending', 'queued')
      AND x.due_at = wanted.due_at AND x.latest_at = wanted.latest_at)
    GROUP BY wanted.key, wanted.kind, wanted.person_id, wanted.subject_id, wanted.data, wanted.due_at
    ORDER BY wanted.key
    ON CONFLICT (key) DO UPDATE SET state = 'pending', due_at = excluded.due_at,
      latest_at = CASE WHEN n.kind = ${TOGETHER} AND n.state <> 'suppressed' THEN greatest(n.latest_at, excluded.latest_at)
        ELSE excluded.latest_at END,
      reason = NULL, settled_at = NULL, claimed_until = NULL, faults = 0
    WHERE n.state = 'suppressed' OR (n.state IN ('pending', 'queued')
      AND (n.due_at <> excluded.due_at OR n.latest_at < excluded.latest_at OR (n.kind = ${ALONE} AND n.latest_at > excluded.latest_at)))`,
  );
}

/** Of the people in reach those who belong to the programme, looked up one by one where they are named. */
function members({ programmeId, personIds }: ReminderReach): Prisma.Sql {
  const membership = Prisma.sql`FROM membership e WHERE e.programme_id = ${programmeId}::uuid AND e.ended_at IS NULL`;
  return personIds === null
    ? Prisma.sql`p.id IN (SELECT e.person_id ${membership})`
    : Prisma.sql`${among(Prisma.sql`p.id`, personIds)} AND (SELECT true ${membership} AND e.person_id = p.id LIMIT 1)`;
}

/** One message a person and moment, or one a rule, thing, occasion and person. */
function keyOf(person: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN m.together
    THEN concat_ws(':', ${TOGETHER}::text, m.programme_id, ${person}, ${milliseconds(Prisma.sql`m.due_at`)})
    ELSE concat_ws(':', ${ALONE}::text, m.rule_id, m.subject_id, ${milliseconds(Prisma.sql`m.occurs_at`)}, ${person}) END`;
}

/**
 * Suppresses what is planned within this reach and reminds of nothing any more, in the order of the identifiers. What is too late
 * already is left to its sender, which says so.
 */
export async function withdrawReminders(transaction: Transaction, reach: ReminderReach, now: Date): Promise<void> {
  const { programmeId, subjectIds, personIds } = reach;
  const said = Prisma.sql`SELECT FROM reminder_moment m JOIN person p ON p.id = n.person_id AND (NOT m.together OR p.time_zone = m.time_zone)
    WHERE m.programme_id = n.programme_id AND ${concerns(Prisma.sql`n.person_id`)}
      AND EXISTS (SELECT FROM membership e WHERE e.programme_id = m.programme_id AND e.person_id = n.person_id
        AND e.ended_at IS NULL)`;
  await executePipelined(
    transaction,
    Prisma.sql`
    UPDATE notification SET state = 'suppressed', reason = 'a later change took its place', settled_at = ${now}::timestamptz,
      claimed_until = NULL
    WHERE id IN (SELECT n.id FROM notification n
      WHERE n.programme_id = ${programmeId}::uuid AND n.state IN ('pending', 'queued')
        AND ${among(Prisma.sql`n.person_id`, personIds)} AND n.latest_at > ${now}::timestamptz
        AND ((n.kind = ${ALONE} AND ${among(Prisma.sql`n.subject_id`, subjectIds)} AND NOT EXISTS (${said}
            AND m.rule_id = (n.data->>'rule')::uuid AND m.subject_id = n.subject_id
            AND ${milliseconds(Prisma.sql`m.occurs_at`)} = (n.data->>'occursAt')::bigint))
          OR (n.kind = ${TOGETHER} AND NOT EXISTS (${said}
            AND m.together AND m.due_at = to_timestamp((n.data->>'at')::numeric / 1000))))
      ORDER BY n.id FOR UPDATE)`,
  );
}
