/** The raw SQL of reports: who actually came to the sessions of a programme, people and companies, on site and online, which consultations were held, and who completed what was to be handed in. */
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
      count(DISTINCT a.person_id) FILTER (WHERE a.mode = 'online')::int AS online
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
  /** The type's. */
  code: z.string(),
  /** Companies that are to hand it in: those of the programme, without guests. */
  companies: z.number(),
  /** Of these, those whose management has approved it, published or not. */
  completed: z.number(),
});

export type DeliverableFigures = Readonly<z.infer<typeof deliverableRow>>;

/** One entry per deliverable of the programme, in its order; one that nobody has begun has zeros. Counts for the programme, whoever asks. */
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
    SELECT t.code, count(c.id)::int AS companies, count(d.id) FILTER (WHERE d.stage IN ('approved', 'published'))::int AS completed
    FROM deliverable_type t
    LEFT JOIN company c ON c.programme_id = t.programme_id AND NOT c.guest
    LEFT JOIN deliverable d ON d.type_id = t.id AND d.company_id = c.id
    WHERE t.programme_id = ${programmeId}::uuid
    GROUP BY t.id
    ORDER BY t.position, t.id`,
  );
  return z.array(deliverableRow).parse(rows);
}
