/** The raw SQL of the secretariat's overview: each list once, from which its number and its pages are read alike, and the number of every list in one statement. */
import { z } from 'zod';
import { asViewer, DeliverableStage, Prisma, type Transaction } from '../../prisma/client.js';
import { stuckDeliverables, stuckSince } from '../deliverables/oversight/oversight.sql.js';
import { lastActivityOf, quietCompanies } from '../members/company-activity.sql.js';
import type { PageOf } from '../requests/page.js';
import type { OverviewScope } from './overview-scope.js';

/** The lists that a number counts; those of deliverables by stage are counted together. */
const countedLists = [
  'today',
  'week',
  'unanswered',
  'quiet',
  'seats',
  'booked',
  'unbooked',
  'stuck',
  'undeliverable',
  'decisions',
  'unhelpful',
] as const;

export const sqlLists = [...countedLists, 'stage'] as const;

/** Which list; of all sessions, or of one, and of which deliverable in which stage. */
export interface ListOf {
  readonly list: (typeof sqlLists)[number];
  readonly session?: string | undefined;
  readonly deliverableType?: string | undefined;
  readonly stage?: DeliverableStage | undefined;
}

/** What one entry of a list is about; what is not given is not there. */
interface Item {
  readonly kind?: string;
  readonly id: string;
  readonly company?: string;
  readonly person?: string;
  readonly session?: string;
  readonly type?: string;
  readonly at?: string;
  readonly due?: string;
}

/** The columns of every list, in one order: `kind`, `id`, `company_id`, `person_id`, `session_id`, `type_id`, `at`, `due_on`. */
function columns({ kind = "''", id, company, person, session, type, at, due }: Item): Prisma.Sql {
  const column = (value: string | undefined, of: string, name: string) => `${value ?? 'NULL'}::${of} AS ${name}`;
  return Prisma.raw(
    [
      ...[column(kind, 'text', 'kind'), column(id, 'text', 'id'), column(company, 'uuid', 'company_id')],
      ...[column(person, 'uuid', 'person_id'), column(session, 'uuid', 'session_id'), column(type, 'uuid', 'type_id')],
      ...[column(at, 'timestamptz', 'at'), column(due, 'date', 'due_on')],
    ].join(', '),
  );
}

/** The entries of a list, each once. */
function itemsOf(scope: OverviewScope, { list, session, deliverableType, stage }: ListOf): Prisma.Sql {
  const programme = Prisma.sql`${scope.programmeId}::uuid`;
  const now = Prisma.sql`${scope.now}::timestamptz`;
  switch (list) {
    case 'today':
    case 'week':
      return events(programme, scope[list]);
    case 'unanswered':
      return unanswered(programme, now, session);
    case 'quiet':
      return Prisma.sql`SELECT ${columns({ id: 'q.company_id', company: 'q.company_id' })}
        FROM (${quietCompanies(scope.programmeId, { since: scope.quietSince, now: scope.now })}) q`;
    case 'seats':
      return Prisma.sql`SELECT ${columns({ id: 's.id', session: 's.id', at: 's.starts_at' })}
        FROM session s WHERE s.programme_id = ${programme} AND s.state = 'scheduled' AND s.starts_at > ${now}`;
    case 'booked':
      return Prisma.sql`SELECT ${columns({ id: 'b.id', company: 'b.company_id', person: 'b.adviser_id', at: 'b.starts_at' })}
        FROM booking b WHERE b.programme_id = ${programme} AND b.state = 'booked' AND b.ends_at > ${now}`;
    case 'unbooked':
      // As the overview of consultations counts them, and as an announcement's audience finds them.
      return Prisma.sql`SELECT ${columns({ id: 'c.id', company: 'c.id' })} FROM company c
        WHERE c.programme_id = ${programme} AND NOT c.guest
          AND NOT EXISTS (SELECT FROM booking b WHERE b.company_id = c.id AND b.state <> 'cancelled')`;
    case 'stage':
      return Prisma.sql`SELECT ${columns({ id: 'c.id', company: 'c.id', type: 't.id', at: 'd.stage_at', due: 'coalesce(d.due_on, t.due_on)' })}
        FROM deliverable_type t JOIN company c ON c.programme_id = t.programme_id AND NOT c.guest
        LEFT JOIN deliverable d ON d.type_id = t.id AND d.company_id = c.id
        WHERE t.programme_id = ${programme} AND t.id = ${deliverableType ?? null}::uuid
          AND coalesce(d.stage, 'not_started')::text = ${stage ?? null}::text`;
    case 'stuck':
      return Prisma.sql`SELECT ${columns({ id: 'k.type_id || k.company_id::text', company: 'k.company_id', type: 'k.type_id', at: 'k.stage_at', due: 'k.due_on' })}
        FROM (${stuckDeliverables({ ...scope, today: scope.day, quietSince: stuckSince(scope.now) })}) k`;
    case 'undeliverable':
      return undeliverable(programme);
    case 'decisions':
      return decisions(programme, now);
    case 'unhelpful':
      return unhelpful(programme);
  }
}

/** Sessions and consultations that begin within, also those that are over by now. */
function events(programme: Prisma.Sql, { from, until }: OverviewScope['today']): Prisma.Sql {
  const within = (at: Prisma.Sql) => Prisma.sql`${at} >= ${from}::timestamptz AND ${at} < ${until}::timestamptz`;
  const consultation = { kind: "'consultation'", id: 'b.id', company: 'b.company_id', person: 'b.adviser_id' };
  return Prisma.sql`SELECT ${columns({ kind: "'session'", id: 's.id', session: 's.id', at: 's.starts_at' })} FROM session s
    WHERE s.programme_id = ${programme} AND s.state = 'scheduled' AND ${within(Prisma.sql`s.starts_at`)}
    UNION ALL SELECT ${columns({ ...consultation, at: 'b.starts_at' })} FROM booking b
    WHERE b.programme_id = ${programme} AND b.state <> 'cancelled' AND ${within(Prisma.sql`b.starts_at`)}`;
}

/** One entry for each person and coming session of which an answer is expected, as an announcement's audience counts them. */
function unanswered(programme: Prisma.Sql, now: Prisma.Sql, session: string | undefined): Prisma.Sql {
  const item = { id: 's.id || m.person_id::text', company: 'm.company_id', person: 'm.person_id', session: 's.id' };
  return Prisma.sql`SELECT ${columns({ ...item, at: 's.deadline' })} FROM session s
    JOIN membership m ON m.programme_id = s.programme_id AND m.role = 'participant' AND m.ended_at IS NULL AND NOT m.walked_in
      AND (s.audience = 'all' OR m.level IS NULL OR m.level::text = s.audience::text)
    LEFT JOIN company c ON c.id = m.company_id
    LEFT JOIN registration r ON r.session_id = s.id AND r.person_id = m.person_id
    WHERE s.programme_id = ${programme} AND s.state = 'scheduled' AND s.starts_at > ${now} AND c.guest IS NOT TRUE
      AND r.id IS NULL ${session === undefined ? Prisma.empty : Prisma.sql`AND s.id = ${session}::uuid`}`;
}

/** Those whom the call list names. */
function undeliverable(programme: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT ${columns({ id: 'm.person_id', company: 'm.company_id', person: 'm.person_id' })}
    FROM (SELECT DISTINCT ON (person_id) person_id, company_id FROM membership
      WHERE programme_id = ${programme} AND ended_at IS NULL ORDER BY person_id, company_id NULLS LAST) m
    JOIN (SELECT person_id FROM notification
        WHERE programme_id = ${programme} AND state IN ('unreachable', 'failed') AND called_at IS NULL
      UNION SELECT person_id FROM account WHERE unreachable_reason IS NOT NULL
      UNION SELECT id FROM person WHERE email_fault IS NOT NULL) untold ON untold.person_id = m.person_id`;
}

/** What waits for somebody of the secretariat to decide. */
function decisions(programme: Prisma.Sql, now: Prisma.Sql): Prisma.Sql {
  const booking = { id: 'b.id', company: 'b.company_id', person: 'b.adviser_id', at: 'b.starts_at' };
  const extension = { id: 'x.id', company: 'x.company_id', person: 'x.asked_by_id', type: 'd.type_id' };
  const advises = Prisma.sql`FROM assignment a WHERE a.adviser_id = b.adviser_id AND a.company_id = b.company_id`;
  return Prisma.sql`SELECT ${columns({ kind: "'extension'", ...extension, at: 'x.asked_at', due: 'x.until' })}
      FROM due_extension x JOIN deliverable d ON d.id = x.deliverable_id
      WHERE x.programme_id = ${programme} AND x.state = 'asked'
    UNION ALL SELECT ${columns({ kind: "'approval'", id: 'n.id', person: 'n.proposed_by_id', at: 'n.created_at' })}
      FROM announcement n WHERE n.programme_id = ${programme} AND n.state = 'proposed'
    UNION ALL SELECT ${columns({ kind: "'delivery'", id: 'n.id', person: 'n.person_id', at: 'n.settled_at' })}
      FROM notification n WHERE n.programme_id = ${programme} AND n.state = 'unknown'
    UNION ALL SELECT ${columns({ kind: "'post'", id: 'o.id', at: 'o.settled_at' })}
      FROM place_post o JOIN announcement n ON n.id = o.announcement_id WHERE n.programme_id = ${programme} AND o.state = 'unknown'
    UNION ALL SELECT ${columns({ kind: "'apart'", ...booking })} FROM booking b
      WHERE b.programme_id = ${programme} AND b.state = 'booked' AND b.ends_at > ${now}
        AND (NOT EXISTS (SELECT FROM membership m WHERE m.programme_id = b.programme_id AND m.person_id = b.adviser_id
            AND m.role = 'adviser' AND m.ended_at IS NULL)
          OR (EXISTS (SELECT ${advises}) AND NOT EXISTS (SELECT ${advises} AND a.ended_at IS NULL)))
    UNION ALL SELECT ${columns({ kind: "'record'", ...booking, at: 'b.ends_at' })} FROM booking b
      WHERE b.programme_id = ${programme} AND b.state = 'booked' AND b.ends_at <= ${now}`;
}

/** Answers that did not help, until they are settled; of people who have left, with the company that they had. */
function unhelpful(programme: Prisma.Sql): Prisma.Sql {
  const company = `(SELECT m.company_id FROM membership m WHERE m.programme_id = r.programme_id AND m.person_id = r.person_id
    ORDER BY m.ended_at IS NOT NULL, m.company_id NULLS LAST LIMIT 1)`;
  return Prisma.sql`SELECT ${columns({ id: 'r.id', company, person: 'r.person_id', at: 'r.answered_at' })} FROM answer_rating r
    WHERE r.programme_id = ${programme} AND NOT r.helpful AND r.settled_at IS NULL`;
}

const stageCount = z.object({
  typeId: z.string(),
  titleJa: z.string(),
  titleEn: z.string(),
  stage: z.enum(DeliverableStage),
  companies: z.int(),
});

const counts = z.object({
  ...{ today: z.int(), week: z.int(), unanswered: z.int(), quiet: z.int(), seats: z.int(), booked: z.int() },
  ...{ unbooked: z.int(), stuck: z.int(), undeliverable: z.int(), decisions: z.int(), unhelpful: z.int() },
  /** Only stages in which there is a company, in the order of deliverables and stages. */
  stages: z.array(stageCount),
});

export type OverviewCounts = Readonly<z.infer<typeof counts>>;

/** How many entries each list has. Of what the viewer sees. */
export async function readOverviewCounts(transaction: Transaction, scope: OverviewScope): Promise<OverviewCounts> {
  const numbers = countedLists.map(
    (list) => Prisma.sql`(SELECT count(*)::int FROM (${itemsOf(scope, { list })}) i) AS ${Prisma.raw(list)}`,
  );
  const rows = await transaction.$queryRaw<unknown[]>`SELECT ${Prisma.join(numbers)}, coalesce((
      SELECT json_agg(json_build_object('typeId', n.id, 'titleJa', n.title_ja, 'titleEn', n.title_en, 'stage', n.stage,
        'companies', n.companies) ORDER BY n.position, n.id, n.stage)
      FROM (SELECT t.position, t.id, t.title_ja, t.title_en, coalesce(d.stage, 'not_started') AS stage, count(*)::int AS companies
        FROM deliverable_type t JOIN company c ON c.programme_id = t.programme_id AND NOT c.guest
        LEFT JOIN deliverable d ON d.type_id = t.id AND d.company_id = c.id
        WHERE t.programme_id = ${scope.programmeId}::uuid GROUP BY t.id, coalesce(d.stage, 'not_started')) n), '[]') AS stages`;
  return z.tuple([counts]).parse(rows)[0];
}

const seatCounts = z.object({
  ...{ onsite: z.int(), online: z.int(), waiting: z.int() },
  /** Null: without limit. */
  ...{ room: z.int().nullable(), line: z.int().nullable() },
});

const listRow = z.object({
  /** Of a list of several kinds of things, which one this is. */
  kind: z.string(),
  id: z.string(),
  companyId: z.string().nullable(),
  sessionId: z.string().nullable(),
  ...{ companyJa: z.string(), companyEn: z.string(), nameJa: z.string(), nameEn: z.string() },
  /** The session's or the deliverable's. */
  ...{ code: z.string(), titleJa: z.string(), titleEn: z.string() },
  at: z.coerce.date().nullable(),
  /** 2025-03-31 */
  dueOn: z.string().nullable(),
  /** Of a quiet company: when something of it was last seen. */
  lastAt: z.coerce.date().nullable(),
  /** Hours that a company may still book. */
  left: z.int().nullable(),
  seats: seatCounts.nullable(),
  /** Of an answer that did not help: what was looked up, and what was missing. */
  ...{ words: z.string().nullable(), missing: z.string().nullable() },
});

export type ListRow = Readonly<z.infer<typeof listRow>>;

const pageRow = z.object({ total: z.int(), rows: z.array(listRow) });

/** What only some lists tell beside it, looked up for the page that is shown alone. */
function detailsOf(scope: OverviewScope, { list }: ListOf): Prisma.Sql {
  const lastAt = list === 'quiet' ? lastActivityOf(scope.programmeId, Prisma.sql`shown.company_id`) : Prisma.sql`NULL`;
  const left =
    list === 'unbooked'
      ? Prisma.sql`(SELECT available FROM entitlement e WHERE e.company_id = shown.company_id)`
      : Prisma.sql`NULL`;
  const seats =
    list === 'seats'
      ? Prisma.sql`(SELECT json_build_object('onsite', count(*) FILTER (WHERE r.state = 'confirmed' AND r.mode = 'onsite'),
          'online', count(*) FILTER (WHERE r.state = 'confirmed' AND r.mode = 'online'),
          'waiting', count(*) FILTER (WHERE r.waiting_for IS NOT NULL), 'room', s.room_capacity, 'line', s.line_capacity)
        FROM session s LEFT JOIN registration r ON r.session_id = s.id WHERE s.id = shown.session_id GROUP BY s.id)`
      : Prisma.sql`NULL`;
  const rated = (column: 'words' | 'missing') =>
    list === 'unhelpful'
      ? Prisma.sql`(SELECT r.${Prisma.raw(column)} FROM answer_rating r WHERE r.id = shown.id::uuid)`
      : Prisma.sql`NULL`;
  return Prisma.sql`'lastAt', ${lastAt}, 'left', ${left}, 'seats', ${seats}, 'words', ${rated('words')}, 'missing', ${rated('missing')}`;
}

/** Written out twice instead of numbered: to number all entries they would all be sorted, for a page of twenty. */
const LIST_ORDER = Prisma.sql`at NULLS LAST, kana NULLS LAST, furigana, id`;

/** One page of a list: what comes first by time, then by readings. Of what the viewer sees. */
export async function readListRows(
  transaction: Transaction,
  scope: OverviewScope,
  { from, size, ...which }: ListOf & PageOf,
): Promise<Readonly<z.infer<typeof pageRow>>> {
  const rows = await transaction.$queryRaw<unknown[]>`
    WITH items AS MATERIALIZED (${itemsOf(scope, which)}),
    shown AS MATERIALIZED (
      SELECT i.*, c.name_ja AS company_ja, c.name_en AS company_en, p.name_ja, p.name_en, coalesce(s.code, '') AS code,
        coalesce(s.title_ja, t.title_ja, '') AS title_ja, coalesce(s.title_en, t.title_en, '') AS title_en, c.kana, p.furigana
      FROM items i LEFT JOIN company c ON c.id = i.company_id LEFT JOIN person p ON p.id = i.person_id
      LEFT JOIN session s ON s.id = i.session_id LEFT JOIN deliverable_type t ON t.id = i.type_id
      ORDER BY ${LIST_ORDER} LIMIT ${size} OFFSET ${from})
    SELECT (SELECT count(*)::int FROM items) AS total, coalesce((
      SELECT json_agg(json_build_object('kind', kind, 'id', id, 'companyId', company_id, 'sessionId', session_id,
        'companyJa', coalesce(company_ja, ''), 'companyEn', coalesce(company_en, ''), 'nameJa', coalesce(name_ja, ''),
        'nameEn', coalesce(name_en, ''), 'code', code, 'titleJa', title_ja, 'titleEn', title_en, 'at', at, 'dueOn', due_on,
        ${detailsOf(scope, which)}) ORDER BY ${LIST_ORDER}) FROM shown), '[]') AS rows`;
  return z.tuple([pageRow]).parse(rows)[0];
}

const sessionCount = z.object({ id: z.string(), code: z.string(), people: z.int(), isOpen: z.boolean() });

/** The coming sessions to which somebody has not answered yet, the soonest first; of this one alone where it is named. */
export async function readUnansweredSessions(
  transaction: Transaction,
  scope: OverviewScope,
  session?: string,
): Promise<readonly Readonly<z.infer<typeof sessionCount>>[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT s.id, s.code, count(*)::int AS people, s.deadline > ${scope.now}::timestamptz AS "isOpen" FROM (${itemsOf(scope, { list: 'unanswered', session })}) i
    JOIN session s ON s.id = i.session_id GROUP BY s.id ORDER BY s.starts_at, s.id`;
  return z.array(sessionCount).parse(rows);
}

const lastRow = z.object({ at: z.coerce.date().nullable() });

/** When something of a company was last seen; null: never. Of what the viewer sees. */
export async function readLastActivity(
  transaction: Transaction,
  { programmeId, companyId }: { readonly programmeId: string; readonly companyId: string },
): Promise<Date | null> {
  const at = lastActivityOf(programmeId, Prisma.sql`${companyId}::uuid`);
  const rows = await transaction.$queryRaw<unknown[]>`SELECT ${at} AS at`;
  return z.tuple([lastRow]).parse(rows)[0].at;
}

const mirrorRow = z.object({
  companies: z.int(),
  /** Companies with a consultation that was not cancelled; null where none was ever offered. */
  booked: z.int().nullable(),
  deliverables: z.array(z.object({ titleJa: z.string(), titleEn: z.string(), submitted: z.int() })),
});

/** How many companies of the programme have handed in what, and consulted: numbers alone, the same no matter who asks. */
export async function readMirror(
  transaction: Transaction,
  programmeId: string,
): Promise<Readonly<z.infer<typeof mirrorRow>>> {
  const programme = Prisma.sql`${programmeId}::uuid`;
  const read = async () =>
    await transaction.$queryRaw<unknown[]>`SELECT
    (SELECT count(*)::int FROM company WHERE programme_id = ${programme} AND NOT guest) AS companies,
    CASE WHEN EXISTS (SELECT FROM consultation_slot WHERE programme_id = ${programme}) THEN (
      SELECT count(DISTINCT b.company_id)::int FROM booking b JOIN company c ON c.id = b.company_id AND NOT c.guest
      WHERE b.programme_id = ${programme} AND b.state <> 'cancelled') END AS booked,
    coalesce((SELECT json_agg(json_build_object('titleJa', n.title_ja, 'titleEn', n.title_en, 'submitted', n.submitted)
        ORDER BY n.position, n.id)
      FROM (SELECT t.id, t.position, t.title_ja, t.title_en,
          count(c.id) FILTER (WHERE d.stage NOT IN ('not_started', 'drafting'))::int AS submitted
        FROM deliverable_type t LEFT JOIN deliverable d ON d.type_id = t.id
        LEFT JOIN company c ON c.id = d.company_id AND NOT c.guest
        WHERE t.programme_id = ${programme} GROUP BY t.id) n), '[]') AS deliverables`;
  const rows = await asViewer(transaction, { kind: 'programme', programmeId }, read);
  return z.tuple([mirrorRow]).parse(rows)[0];
}
