/** The raw SQL of reports: who actually came to the sessions of a programme, people and companies, on site and online, which consultations were held, who completed what was to be handed in, and what became of the messages. */
import { z } from 'zod';
import { asViewer, type PrismaClient, type Transaction } from '../../prisma/client.js';

const attendanceRow = z.object({
  sessionId: z.string(),
  code: z.string(),
  titleJa: z.string(),
  titleEn: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  /** Different people, each once per session however often they were recorded. */
  people: z.number(),
  /** Of the people, those who came from companies outside the programme. */
  guests: z.number(),
  /** Different companies of the programme, of these people, as they belonged to when they were recorded; guests' are not among them. */
  companies: z.number(),
  /** Of the people, those who came to the room; with `online` they add up to `people`. */
  offline: z.number(),
  online: z.number(),
  /** Different people who hold a place now, whether they came or not. */
  registered: z.number(),
});

/**
 * What is counted: the attendance records that say "present" and that no correction has superseded.
 * A session that was called off did not take place, so nobody came. Who was registered but did not come counts nowhere; who came without being registered counts like everyone else.
 */
export type AttendanceFigures = Readonly<z.infer<typeof attendanceRow>>;

/** One entry per session of the programme, in the order of their starts; a session to which nobody came has zeros. */
export async function countAttendance(
  database: PrismaClient | Transaction,
  programmeId: string,
): Promise<readonly AttendanceFigures[]> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT s.id AS "sessionId", s.code, s.title_ja AS "titleJa", s.title_en AS "titleEn",
      s.starts_at AS "startsAt", s.ends_at AS "endsAt",
      count(DISTINCT a.person_id)::int AS people,
      count(DISTINCT a.person_id) FILTER (WHERE c.guest)::int AS guests,
      count(DISTINCT a.company_id) FILTER (WHERE NOT c.guest)::int AS companies,
      count(DISTINCT a.person_id) FILTER (WHERE a.mode = 'onsite')::int AS offline,
      count(DISTINCT a.person_id) FILTER (WHERE a.mode = 'online')::int AS online,
      (SELECT count(*)::int FROM registration r WHERE r.session_id = s.id AND r.state = 'confirmed') AS registered
    FROM session s
    LEFT JOIN attendance a ON a.session_id = s.id AND s.state = 'scheduled' AND a.present AND a.superseded_at IS NULL
    LEFT JOIN company c ON c.id = a.company_id
    WHERE s.programme_id = ${programmeId}::uuid
    GROUP BY s.id
    ORDER BY s.starts_at, s.code`;
  return z.array(attendanceRow).parse(rows);
}

const consultationRow = z.object({
  /** Consultations that were held, each once however often its record was corrected. */
  held: z.number(),
  /** Different companies of the programme that had at least one. */
  companies: z.number(),
  /** Hours that they took as recorded, to the hundredth. */
  hours: z.number(),
});

/** What is counted: the records that say "held" and that no correction has superseded. A consultation without a record counts nowhere. */
export type ConsultationFigures = Readonly<z.infer<typeof consultationRow>>;

export async function countConsultations(
  database: PrismaClient | Transaction,
  programmeId: string,
): Promise<ConsultationFigures> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT count(*)::int AS held, count(DISTINCT b.company_id)::int AS companies,
      round(coalesce(sum(r.minutes), 0) / 60.0, 2)::float8 AS hours
    FROM consultation_record r JOIN booking b ON b.id = r.booking_id
    WHERE b.programme_id = ${programmeId}::uuid AND r.superseded_at IS NULL AND r.outcome = 'held'`;
  const [figures] = z.tuple([consultationRow]).parse(rows);
  return figures;
}

const deliverableRow = z.object({
  typeId: z.string(),
  /** The type's. */
  code: z.string(),
  /** Companies that are to hand it in: those of the programme, without guests. */
  companies: z.number(),
  /** Of these, those whose management has approved it, published or not. */
  completed: z.number(),
});

export type DeliverableFigures = Readonly<z.infer<typeof deliverableRow>>;

/** One entry per deliverable of the programme, in its order; one that nobody has begun has zeros. Counts for the programme, no matter who asks. */
export async function countDeliverables(
  transaction: Transaction,
  programmeId: string,
): Promise<readonly DeliverableFigures[]> {
  const viewer = { kind: 'programme', programmeId } as const;
  const rows = await asViewer(
    transaction,
    viewer,
    async () =>
      await transaction.$queryRaw<unknown[]>`
    SELECT t.id AS "typeId", t.code, count(c.id)::int AS companies, count(d.id) FILTER (WHERE d.stage IN ('approved', 'published'))::int AS completed
    FROM deliverable_type t
    LEFT JOIN company c ON c.programme_id = t.programme_id AND NOT c.guest
    LEFT JOIN deliverable d ON d.type_id = t.id AND d.company_id = c.id
    WHERE t.programme_id = ${programmeId}::uuid
    GROUP BY t.id
    ORDER BY t.position, t.id`,
  );
  return z.array(deliverableRow).parse(rows);
}

const monthRow = z.object({
  /** 2025-02, on the programme's calendar. */
  month: z.string(),
  held: z.number(),
});

/** The consultations that were held, by the month in which they began; a month without any is left out. */
export async function countConsultationsByMonth(
  transaction: Transaction,
  programmeId: string,
): Promise<readonly Readonly<z.infer<typeof monthRow>>[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT to_char(b.starts_at AT TIME ZONE p.time_zone, 'YYYY-MM') AS month, count(*)::int AS held
    FROM consultation_record r JOIN booking b ON b.id = r.booking_id JOIN programme p ON p.id = b.programme_id
    WHERE b.programme_id = ${programmeId}::uuid AND r.superseded_at IS NULL AND r.outcome = 'held'
    GROUP BY 1 ORDER BY 1`;
  return z.array(monthRow).parse(rows);
}

const progressRow = z.object({
  typeId: z.string(),
  /** 2025-03-20, on which the approval was reported to have been given. */
  day: z.string(),
  /** Companies that had completed by the end of that day. */
  completed: z.number(),
});

/** How many companies had completed each deliverable by which day; only days on which one did. Of what the viewer sees. */
export async function countProgress(
  transaction: Transaction,
  programmeId: string,
): Promise<readonly Readonly<z.infer<typeof progressRow>>[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT "typeId", day::text, (sum(count(*)) OVER (PARTITION BY "typeId" ORDER BY day))::int AS completed FROM (
      SELECT d.type_id AS "typeId", coalesce(max(e.day), (max(e.at) AT TIME ZONE max(p.time_zone))::date) AS day
      FROM deliverable d JOIN company c ON c.id = d.company_id AND NOT c.guest JOIN programme p ON p.id = d.programme_id
      JOIN LATERAL (SELECT day, at FROM deliverable_event WHERE deliverable_id = d.id AND kind = 'approved'
        ORDER BY position DESC LIMIT 1) e ON true
      WHERE d.programme_id = ${programmeId}::uuid AND d.stage IN ('approved', 'published')
      GROUP BY d.id, d.type_id) AS done
    GROUP BY "typeId", day ORDER BY day, "typeId"`;
  return z.array(progressRow).parse(rows);
}

const stateRow = z.object({ state: z.string(), count: z.number() });

/** How many of the programme's notifications are in each state, its posts to channels among them. */
export async function countNotificationStates(
  transaction: Transaction,
  programmeId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT state::text AS state, count(*)::int AS count FROM (
      SELECT state FROM notification WHERE programme_id = ${programmeId}::uuid
      UNION ALL SELECT p.state FROM place_post p JOIN announcement a ON a.id = p.announcement_id
      WHERE a.programme_id = ${programmeId}::uuid) AS planned GROUP BY state`;
  return new Map(
    z
      .array(stateRow)
      .parse(rows)
      .map(({ state, count }) => [state, count]),
  );
}

/** What the report says changes in one transaction at a time, so that nothing slips in while it is frozen. */
export async function lockReport(transaction: Transaction, programmeId: string): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`report:${programmeId}`}::text, 0))`;
}
