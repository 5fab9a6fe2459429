/** The raw SQL on what companies do: when something of a company was last seen, and which companies have gone quiet with something still open. */
import { Prisma } from '../../prisma/client.js';

/** Stages in which a version is still awaited, as `outstandingStages` of deliverables names them. */
const OUTSTANDING = Prisma.sql`('not_started', 'drafting', 'to_be_revised')`;

/** What a company itself reports and hands in; what its adviser does about it is no activity of the company's. */
const OWN_EVENTS = Prisma.sql`('begun', 'submitted', 'replaced', 'approved', 'published', 'withdrawn')`;

type Condition = (company: Prisma.Sql, at: Prisma.Sql) => Prisma.Sql;

/**
 * What companies of a programme did (`company_id`, `at`): their people were heard in the chat, answered an invitation or an
 * announcement, came to a session, booked or held a consultation, or reported something of what they hand in.
 */
function activities(programme: Prisma.Sql, holds: Condition): Prisma.Sql {
  const of = (company: string, at: string) => holds(Prisma.raw(company), Prisma.raw(at));
  return Prisma.sql`SELECT m.company_id, a.last_seen_at AS at FROM membership m JOIN account a ON a.person_id = m.person_id
      WHERE m.programme_id = ${programme} AND m.role = 'participant' AND m.ended_at IS NULL AND ${of('m.company_id', 'a.last_seen_at')}
    UNION ALL SELECT r.company_id, r.changed_at FROM registration r JOIN session s ON s.id = r.session_id
      WHERE s.programme_id = ${programme} AND ${of('r.company_id', 'r.changed_at')}
    UNION ALL SELECT t.company_id, s.starts_at FROM attendance t JOIN session s ON s.id = t.session_id
      WHERE s.programme_id = ${programme} AND t.present AND t.superseded_at IS NULL AND ${of('t.company_id', 's.starts_at')}
    UNION ALL SELECT b.company_id, b.created_at FROM booking b
      WHERE b.programme_id = ${programme} AND ${of('b.company_id', 'b.created_at')}
    UNION ALL SELECT b.company_id, b.starts_at FROM booking b
      WHERE b.programme_id = ${programme} AND b.state = 'held' AND ${of('b.company_id', 'b.starts_at')}
    UNION ALL SELECT e.company_id, e.at FROM deliverable_event e
      WHERE e.programme_id = ${programme} AND e.kind IN ${OWN_EVENTS} AND ${of('e.company_id', 'e.at')}
    UNION ALL SELECT m.company_id, w.answered_at FROM announcement_answer w JOIN announcement n ON n.id = w.announcement_id
      JOIN membership m ON m.person_id = w.person_id AND m.programme_id = n.programme_id AND m.role = 'participant'
      WHERE n.programme_id = ${programme} AND ${of('m.company_id', 'w.answered_at')}`;
}

/** When something of this company was last seen; NULL: never. Of what the viewer sees. */
export function lastActivityOf(programmeId: string, company: Prisma.Sql): Prisma.Sql {
  const only = activities(Prisma.sql`${programmeId}::uuid`, (of) => Prisma.sql`${of} = ${company}`);
  return Prisma.sql`(SELECT max(done.at) FROM (${only}) done)`;
}

interface QuietAt {
  readonly since: Date | string;
  readonly now: Date;
}

/**
 * The companies (`company_id`) of which nothing was seen since then and that owe something by a day or a deadline: a deliverable that
 * has a due date and was not handed in, or the answer to an invitation that can still be answered. Neither a programme nor a company
 * that began after that instant had the time to be quiet; a company is in it from when the first of its people was entered.
 */
export function quietCompanies(programmeId: string, { since, now }: QuietAt): Prisma.Sql {
  const [programme, from] = [Prisma.sql`${programmeId}::uuid`, Prisma.sql`${since}::timestamptz`];
  const stirred = activities(programme, (_company, at) => Prisma.sql`${at} >= ${from}`);
  const hasRun = Prisma.sql`(SELECT p.starts_on::timestamp AT TIME ZONE p.time_zone < ${from} FROM programme p WHERE p.id = ${programme})`;
  // By sets: as conditions of each company it took four times as long with ten thousand of them.
  return Prisma.sql`(SELECT o.id AS company_id FROM company o JOIN deliverable_type t ON t.programme_id = o.programme_id
        LEFT JOIN deliverable d ON d.type_id = t.id AND d.company_id = o.id
        WHERE o.programme_id = ${programme} AND NOT o.guest AND coalesce(d.due_on, t.due_on) IS NOT NULL
          AND coalesce(d.stage, 'not_started') IN ${OUTSTANDING}
          AND ${hasRun}
      UNION SELECT m.company_id FROM session s
        JOIN membership m ON m.programme_id = s.programme_id AND m.role = 'participant' AND m.ended_at IS NULL AND NOT m.walked_in
          AND (s.audience = 'all' OR m.level IS NULL OR m.level::text = s.audience::text)
        JOIN company o ON o.id = m.company_id AND NOT o.guest
        LEFT JOIN registration r ON r.session_id = s.id AND r.person_id = m.person_id
        WHERE s.programme_id = ${programme} AND s.state = 'scheduled' AND s.deadline > ${now}::timestamptz
          AND s.starts_at > ${now}::timestamptz AND r.id IS NULL
          AND ${hasRun})
    EXCEPT (SELECT done.company_id FROM (${stirred}) done
      UNION ALL SELECT m.company_id FROM membership m JOIN person p ON p.id = m.person_id
        WHERE m.programme_id = ${programme} AND m.role = 'participant' GROUP BY m.company_id HAVING min(p.created_at) >= ${from})`;
}
