/** The raw SQL that finds whom an audience holds, whether they can be told, and by which way. */
import { z } from 'zod';
import { Prisma, type Transaction } from '../../prisma/client.js';
import { quietCompanies } from '../members/company-activity.sql.js';
import { isMailable } from '../members/members.sql.js';
import { type Audience, rolesOf } from './audience.js';

/** What somebody's registration `r` in the session `s` says, by the name of the group. */
const answered = {
  registered: Prisma.sql`r.state = 'confirmed'`,
  onsite: Prisma.sql`(r.state = 'confirmed' AND r.mode = 'onsite')`,
  online: Prisma.sql`(r.state = 'confirmed' AND r.mode = 'online')`,
  waiting: Prisma.sql`r.waiting_for IS NOT NULL`,
  // As the list of attendees counts it: only those of whom an answer is expected.
  unanswered: Prisma.sql`(r.id IS NULL AND m.role = 'participant' AND NOT m.walked_in
    AND (s.audience = 'all' OR m.level IS NULL OR m.level::text = s.audience::text))`,
} as const;

/** Of a company (`m.company_id`): as the secretariat's overview counts who has booked. */
const consulted = {
  booked: Prisma.sql`EXISTS (SELECT FROM booking b WHERE b.company_id = m.company_id AND b.state <> 'cancelled')`,
  not_booked: Prisma.sql`(m.company_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM booking b WHERE b.company_id = m.company_id AND b.state <> 'cancelled'))`,
} as const;

/** Of a company (`m.company_id`): in one of these stages. Where nothing has happened it has not begun. */
function standsIn(typeId: string, groups: Audience['stages']): Prisma.Sql {
  const stages = groups.flatMap((group) => (group === 'not_submitted' ? ['not_started', 'drafting'] : [group]));
  return Prisma.sql`(m.company_id IS NOT NULL AND EXISTS (SELECT FROM deliverable_type t
    LEFT JOIN deliverable d ON d.type_id = t.id AND d.company_id = m.company_id
    WHERE t.id = ${typeId}::uuid AND t.programme_id = m.programme_id
      AND coalesce(d.stage::text, 'not_started') = ANY (${stages}::text[])))`;
}

/** An audience as it is at an instant. */
export interface AudienceAt {
  readonly programmeId: string;
  readonly audience: Audience;
  readonly now: Date;
}

function conditionsOf({ programmeId, audience, now }: AudienceAt): readonly Prisma.Sql[] {
  const { levels, companies, session, answers, consultation, deliverableType, stages, people, quietSince } = audience;
  const roles = rolesOf(audience);
  // Who only ever walked in, and guests, belong to the programme by what they registered for alone.
  const isNamed = people.length > 0 || answers.some((answer) => answer !== 'unanswered');
  return [
    ...(roles === null ? [] : [Prisma.sql`m.role::text = ANY (${[...roles]}::text[])`]),
    ...(levels.length === 0 ? [] : [Prisma.sql`m.level::text = ANY (${[...levels]}::text[])`]),
    ...(companies.length === 0 ? [] : [Prisma.sql`m.company_id = ANY (${[...companies]}::uuid[])`]),
    ...(people.length === 0 ? [] : [Prisma.sql`m.person_id = ANY (${[...people]}::uuid[])`]),
    ...(isNamed ? [] : [Prisma.sql`NOT m.walked_in AND c.guest IS NOT TRUE`]),
    ...(quietSince === null
      ? []
      : [
          Prisma.sql`m.company_id IN (SELECT company_id FROM (${quietCompanies(programmeId, { since: quietSince, now })}) quiet)`,
        ]),
    ...(consultation === null ? [] : [consulted[consultation]]),
    ...(deliverableType === null || stages.length === 0 ? [] : [standsIn(deliverableType, stages)]),
    ...(session === null || answers.length === 0
      ? []
      : [
          Prisma.sql`EXISTS (SELECT FROM session s
            LEFT JOIN registration r ON r.session_id = s.id AND r.person_id = m.person_id
            WHERE s.id = ${session}::uuid AND s.programme_id = m.programme_id
              AND (${Prisma.join(
                answers.map((answer) => answered[answer]),
                ' OR ',
              )}))`,
        ]),
  ];
}

/** Each person once (`person_id`), with the company as which they belong to it (`company_id`). */
export function peopleOf(of: AudienceAt): Prisma.Sql {
  return Prisma.sql`SELECT DISTINCT ON (m.person_id) m.person_id, m.company_id
    FROM membership m LEFT JOIN company c ON c.id = m.company_id
    WHERE m.programme_id = ${of.programmeId}::uuid AND m.ended_at IS NULL
      ${Prisma.join(
        conditionsOf(of).map((condition) => Prisma.sql`AND ${condition}`),
        ' ',
      )}
    ORDER BY m.person_id, m.role`;
}

/** By which way a person of `audience` is written to: the account used last, otherwise e-mail, where that is taken. */
const ways = Prisma.sql`SELECT audience.person_id, audience.company_id, muted.person_id IS NOT NULL AS muted,
    coalesce(best.platform::text, CASE WHEN ${isMailable(Prisma.sql`p`)} THEN 'email' ELSE 'none' END) AS way,
    CASE WHEN p.email_fault IS NOT NULL THEN 'bounced'
      WHEN EXISTS (SELECT FROM account a WHERE a.person_id = p.id) THEN 'blocked' ELSE 'never' END AS why,
    p.name_ja, p.name_en, p.furigana
  FROM audience JOIN person p ON p.id = audience.person_id
  LEFT JOIN muted_topic muted ON muted.person_id = p.id AND muted.topic = 'announcements'
  LEFT JOIN LATERAL (SELECT platform FROM account a WHERE a.person_id = p.id AND a.unreachable_reason IS NULL
    ORDER BY last_seen_at DESC, a.id LIMIT 1) best ON true`;

const companyRow = z.object({
  companyId: z.uuid().nullable(),
  nameJa: z.string().nullable(),
  nameEn: z.string().nullable(),
  slack: z.int(),
  teams: z.int(),
  email: z.int(),
  none: z.int(),
  muted: z.int(),
});

/** Of one company, or of all who have none: how many are reached by which way. Who muted announcements counts among `muted` alone. */
export type ReachedCompany = Readonly<z.infer<typeof companyRow>>;

/** In the order of the companies' readings, those without a company last. */
export async function readReachOf(transaction: Transaction, of: AudienceAt): Promise<readonly ReachedCompany[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    WITH audience AS (${peopleOf(of)}), reach AS (${ways})
    SELECT c.id AS "companyId", c.name_ja AS "nameJa", c.name_en AS "nameEn",
      (count(*) FILTER (WHERE way = 'slack' AND NOT muted))::int AS slack,
      (count(*) FILTER (WHERE way = 'teams' AND NOT muted))::int AS teams,
      (count(*) FILTER (WHERE way = 'email' AND NOT muted))::int AS email,
      (count(*) FILTER (WHERE way = 'none' AND NOT muted))::int AS none,
      (count(*) FILTER (WHERE muted))::int AS muted
    FROM reach LEFT JOIN company c ON c.id = reach.company_id
    GROUP BY c.id ORDER BY c.kana NULLS LAST, c.id`;
  return z.array(companyRow).parse(rows);
}

const unreachedRow = z.object({
  nameJa: z.string(),
  nameEn: z.string(),
  /** `never`: has no account; `blocked`: has only accounts that cannot be written to; `bounced`: and mails come back. */
  why: z.enum(['never', 'blocked', 'bounced']),
});

export type Unreached = Readonly<z.infer<typeof unreachedRow>>;

/** At most `most` of those to whom there is no way, by their readings. */
export async function readUnreachedOf(
  transaction: Transaction,
  { most, ...of }: AudienceAt & { readonly most: number },
): Promise<readonly Unreached[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    WITH audience AS (${peopleOf(of)}), reach AS (${ways})
    SELECT name_ja AS "nameJa", name_en AS "nameEn", why FROM reach WHERE way = 'none' AND NOT muted
    ORDER BY furigana, person_id LIMIT ${most}`;
  return z.array(unreachedRow).parse(rows);
}
