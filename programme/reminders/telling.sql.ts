/** The raw SQL of a reminder that is about to be sent, and of whom a rule reaches. */
import { z } from 'zod';
import { Prisma, ReminderKind, type Transaction } from '../../prisma/client.js';
import type { Moment } from './moments.js';
import { concerns } from './reminders.sql.js';

const part = z.object({
  ruleId: z.uuid(),
  subjectId: z.uuid(),
  kind: z.enum(ReminderKind),
  before: z.int(),
  occursAt: z.date(),
});

/** One thing to remind of, by one rule. */
export type ReminderPart = Readonly<z.infer<typeof part>>;

interface Telling {
  readonly notificationId: string;
  readonly personId: string;
  readonly now: Date;
}

interface Together {
  readonly programmeId: string;
  readonly at: Date;
  readonly timeZone: string;
}

function isTogether({ programmeId, at, timeZone }: Together): Prisma.Sql {
  return Prisma.sql`m.programme_id = ${programmeId}::uuid AND m.together AND m.due_at = ${at}::timestamptz
    AND m.time_zone = ${timeZone}`;
}

/** What the message of one moment and zone still has to say. */
export async function tellTogether(
  transaction: Transaction,
  telling: Telling,
  moment: Together,
): Promise<readonly ReminderPart[]> {
  return await tell(transaction, telling, isTogether(moment));
}

/** Whether it has nothing to say since it comes too late for something that nobody else has said. */
export async function isTogetherLate(transaction: Transaction, telling: Telling, moment: Together): Promise<boolean> {
  const { notificationId, personId, now } = telling;
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT EXISTS (SELECT ${momentsFor(personId, isTogether(moment))} AND m.latest_at <= ${now}::timestamptz
      AND NOT EXISTS (SELECT FROM reminder_told t WHERE t.person_id = ${personId}::uuid AND t.rule_id = m.rule_id
        AND t.subject_id = m.subject_id AND t.occurs_at = m.occurs_at AND t.notification_id <> ${notificationId}::uuid)) AS late`;
  return z.tuple([z.object({ late: z.boolean() })]).parse(rows)[0].late;
}

/** The moments of rules that are switched on which still concern the person: what follows SELECT and its columns. */
function momentsFor(personId: string, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`FROM reminder_moment m JOIN reminder_rule r ON r.id = m.rule_id AND r.enabled
    WHERE ${which} AND ${concerns(Prisma.sql`${personId}::uuid`)}
      AND EXISTS (SELECT FROM membership e WHERE e.programme_id = m.programme_id AND e.person_id = ${personId}::uuid
        AND e.ended_at IS NULL)`;
}

/** The same of a message about one thing alone. */
export async function tellAlone(
  transaction: Transaction,
  telling: Telling,
  { ruleId, subjectId, occursAt }: Pick<ReminderPart, 'ruleId' | 'subjectId' | 'occursAt'>,
): Promise<readonly ReminderPart[]> {
  return await tell(
    transaction,
    telling,
    Prisma.sql`m.rule_id = ${ruleId}::uuid AND m.subject_id = ${subjectId}::uuid AND m.occurs_at = ${occursAt}::timestamptz
      AND NOT m.together`,
  );
}

/** What either of two people was told who turned out to be one is not said again. */
export async function mergeTold(
  transaction: Transaction,
  { fromId, intoId }: { readonly fromId: string; readonly intoId: string },
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE reminder_told t SET person_id = ${intoId}::uuid WHERE person_id = ${fromId}::uuid AND NOT EXISTS (
      SELECT FROM reminder_told o WHERE o.person_id = ${intoId}::uuid AND o.rule_id = t.rule_id
        AND o.subject_id = t.subject_id AND o.occurs_at = t.occurs_at)`;
}

/**
 * Takes what is true, of use and said by no other message, and notes that this one says it: whatever else is planned, nobody is
 * reminded twice of one occasion by one rule. The message that noted it says it again when it is tried again.
 */
async function tell(transaction: Transaction, telling: Telling, which: Prisma.Sql): Promise<readonly ReminderPart[]> {
  const { notificationId, personId, now } = telling;
  const rows = await transaction.$queryRaw<unknown[]>`
    WITH due AS (
      SELECT DISTINCT m.rule_id, m.subject_id, m.kind, m.occurs_at, r.before ${momentsFor(personId, which)}
        AND m.latest_at > ${now}::timestamptz),
    told AS (
      INSERT INTO reminder_told AS t (person_id, rule_id, subject_id, occurs_at, notification_id)
      SELECT ${personId}::uuid, rule_id, subject_id, occurs_at, ${notificationId}::uuid FROM due
      ORDER BY rule_id, subject_id
      ON CONFLICT (person_id, rule_id, subject_id, occurs_at) DO UPDATE SET notification_id = t.notification_id
      RETURNING rule_id, subject_id, notification_id)
    SELECT due.rule_id AS "ruleId", due.subject_id AS "subjectId", due.kind::text AS kind, due.before, due.occurs_at AS "occursAt"
    FROM due JOIN told ON told.rule_id = due.rule_id AND told.subject_id = due.subject_id
    WHERE told.notification_id = ${notificationId}::uuid
    ORDER BY due.occurs_at, due.subject_id, due.before`;
  return z.array(part).parse(rows);
}

const reach = z.object({ people: z.int(), first: z.date().nullable() });

export type RuleReach = Readonly<z.infer<typeof reach>>;

/** How many people these moments would remind, and when first. Who has muted reminders is left out. */
export async function readReach(
  transaction: Transaction,
  { programmeId, now }: { readonly programmeId: string; readonly now: Date },
  moments: readonly Moment[],
): Promise<RuleReach> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT count(DISTINCT p.id)::int AS people, min(m.due_at) AS first
    FROM unnest(${moments.map(({ subjectId }) => subjectId)}::uuid[], ${moments.map(({ kind }) => kind)}::text[]::reminder_kind[],
      ${moments.map(({ timeZone }) => timeZone)}::text[], ${moments.map(({ dueAt }) => dueAt.toISOString())}::timestamptz[])
      AS m (subject_id, kind, time_zone, due_at)
    JOIN person p ON p.time_zone = m.time_zone
    WHERE m.due_at > ${now}::timestamptz AND ${isMember(programmeId)} AND ${concerns(Prisma.sql`p.id`)} AND ${hears}`;
  return z.tuple([reach]).parse(rows)[0];
}

/** Over `p`, a person. */
const hears = Prisma.sql`NOT EXISTS (SELECT FROM muted_topic t WHERE t.person_id = p.id AND t.topic = 'reminders')`;

function isMember(programmeId: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM membership e WHERE e.programme_id = ${programmeId}::uuid AND e.person_id = p.id
    AND e.ended_at IS NULL)`;
}

const upcoming = z.object({
  subjectId: z.uuid(),
  kind: z.enum(ReminderKind),
  before: z.int(),
  dueAt: z.date(),
  people: z.int(),
  /** On all pages. */
  total: z.int(),
});

export type UpcomingReminder = Readonly<z.infer<typeof upcoming>>;

/** What will be sent if nothing changes, the soonest first: one entry a moment, rule and thing. Who has muted reminders is left out. */
export async function readUpcoming(
  transaction: Transaction,
  { programmeId, now }: { readonly programmeId: string; readonly now: Date },
  { from, size }: { readonly from: number; readonly size: number },
): Promise<readonly UpcomingReminder[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT m.subject_id AS "subjectId", m.kind::text AS kind, r.before, m.due_at AS "dueAt", count(DISTINCT p.id)::int AS people,
      count(*) OVER ()::int AS total
    FROM reminder_moment m JOIN reminder_rule r ON r.id = m.rule_id JOIN person p ON p.time_zone = m.time_zone
    WHERE m.programme_id = ${programmeId}::uuid AND m.due_at > ${now}::timestamptz AND ${isMember(programmeId)}
      AND ${concerns(Prisma.sql`p.id`)} AND ${hears}
    GROUP BY m.subject_id, m.kind, r.before, m.due_at
    ORDER BY m.due_at, m.kind, m.subject_id, r.before
    OFFSET ${from} LIMIT ${size}`;
  return z.array(upcoming).parse(rows);
}
