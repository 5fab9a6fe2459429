/** The raw SQL that finds where what an input names belongs: one query, with which every request begins. */
import { z } from 'zod';
import { Prisma, type Transaction } from '../../prisma/client.js';
import { isId } from './is-id.js';

/** 'member': with a role in a programme now; 'former member': now or before; 'attendee': of a consultation. */
const identifierKinds = [
  'session',
  'member',
  'former member',
  'attendee',
  'company',
  'assignment',
  'slot',
  'booking',
  'booking request',
  'watch',
  'record',
  'next action',
  'deliverable type',
  'deliverable',
  'draft',
  'review comment',
  'due extension',
  'announcement',
  'question',
  'own question',
  'faq entry',
  'knowledge source',
  'answer rating',
  'named audience',
  'feedback',
  'feedback quote',
  'report photograph',
  'report presentation',
  'place',
  'programme',
  'notification',
  'account',
  'own account',
  'own file',
  'own preview',
] as const;

export type IdentifierKind = (typeof identifierKinds)[number];

const placeRow = z.object({
  kind: z.enum(identifierKinds),
  key: z.string(),
  /** The identifier, where the input holds something else that leads to it, such as a session's code. */
  id: z.string(),
  programmeId: z.string(),
  /** The company whose data it is; null where it belongs to the whole programme. */
  companyId: z.string().nullable(),
  /** The person whose own it is, e.g. an account: beyond the reach of everyone else, staff included. */
  personId: z.string().nullable(),
  /** Who of the advisers reaches it: those who look after that company now, and whose it is, unless taken off the company. */
  adviserIds: z.array(z.string()),
});

type PlaceRow = Readonly<z.infer<typeof placeRow>>;

/** Where something belongs. */
export type Belonging = Omit<PlaceRow, 'kind' | 'key'>;

/** The places of everything with these keys: identifiers in lower case, of a session also its code. */
export async function readPlaces(
  transaction: Transaction,
  sought: ReadonlyMap<IdentifierKind, readonly string[]>,
): Promise<readonly PlaceRow[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT kind, key, id, programme_id AS "programmeId", company_id AS "companyId", person_id AS "personId",
      ARRAY(SELECT adviser_id::text FROM assignment a WHERE a.company_id = named.company_id AND a.ended_at IS NULL
        UNION SELECT named.adviser_id::text WHERE named.adviser_id IS NOT NULL AND NOT EXISTS (
          SELECT FROM assignment a WHERE a.company_id = named.company_id AND a.adviser_id = named.adviser_id)) AS "adviserIds"
    FROM (${Prisma.join([...sought].map(placesOf), ' UNION ALL ')})
      AS named (kind, key, id, programme_id, company_id, person_id, adviser_id)`;
  return z.array(placeRow).parse(rows);
}

function placesOf([kind, keys]: readonly [IdentifierKind, readonly string[]]): Prisma.Sql {
  const ids = Prisma.sql`ANY (${keys.filter(isId)}::uuid[])`;
  switch (kind) {
    case 'session':
      // One or the other: an input names one session.
      return keys.every(isId)
        ? Prisma.sql`SELECT 'session', id::text, id, programme_id, NULL::uuid, NULL::uuid, NULL::uuid FROM session WHERE id = ${ids}`
        : Prisma.sql`SELECT 'session', lower(code), id, programme_id, NULL::uuid, NULL::uuid, NULL::uuid
          FROM session WHERE lower(code) = ANY (${keys})`;
    case 'member':
      return Prisma.sql`SELECT 'member', person_id::text, person_id, programme_id, company_id, NULL::uuid, NULL::uuid
        FROM membership WHERE ended_at IS NULL AND person_id = ${ids}`;
    case 'former member':
      return Prisma.sql`SELECT 'former member', person_id::text, person_id, programme_id, company_id, NULL::uuid, NULL::uuid
        FROM membership WHERE person_id = ${ids}`;
    case 'attendee':
      return Prisma.sql`SELECT 'attendee', a.person_id::text, a.person_id, b.programme_id, b.company_id, NULL::uuid, b.adviser_id
        FROM booking_attendee a JOIN booking b ON b.id = a.booking_id WHERE a.person_id = ${ids}`;
    case 'notification':
      return Prisma.sql`SELECT 'notification', id::text, id, programme_id, NULL::uuid, NULL::uuid, NULL::uuid
        FROM notification WHERE id = ${ids} AND programme_id IS NOT NULL`;
    case 'company':
      return Prisma.sql`SELECT 'company', id::text, id, programme_id, id, NULL::uuid, NULL::uuid FROM company WHERE id = ${ids}`;
    case 'booking':
      return Prisma.sql`SELECT 'booking', id::text, id, programme_id, company_id, NULL::uuid, adviser_id FROM booking WHERE id = ${ids}`;
    case 'booking request': // The adviser who is asked has not the booking yet.
      return Prisma.sql`SELECT 'booking request', r.id::text, r.id, b.programme_id, b.company_id, NULL::uuid, r.asked_of_id
        FROM booking_request r JOIN booking b ON b.id = r.booking_id WHERE r.id = ${ids}`;
    case 'record':
      return Prisma.sql`SELECT 'record', c.id::text, c.id, b.programme_id, b.company_id, NULL::uuid, b.adviser_id
        FROM consultation_record c JOIN booking b ON b.id = c.booking_id WHERE c.id = ${ids}`;
    case 'next action':
      return Prisma.sql`SELECT 'next action', n.id::text, n.id, b.programme_id, b.company_id, NULL::uuid, b.adviser_id
        FROM next_action n JOIN booking b ON b.id = n.booking_id WHERE n.id = ${ids}`;
    case 'assignment':
    case 'watch':
    case 'deliverable':
    case 'draft':
    case 'review comment':
    case 'due extension':
    case 'question':
      // Whether the secretariat reads what they say is looked at by what shows it.
      return Prisma.sql`SELECT ${kind}::text, id::text, id, programme_id, company_id, NULL::uuid, NULL::uuid
        FROM ${tableOf(kind)} WHERE id = ${ids}`;
    case 'slot':
    case 'announcement':
    case 'named audience':
    case 'feedback':
    case 'feedback quote':
    case 'report photograph':
    case 'report presentation':
    case 'deliverable type':
    case 'faq entry':
    case 'knowledge source':
    case 'answer rating':
      // Whose a free hour is, and whether an announcement was sent to this person, is looked at by what changes or answers it.
      return Prisma.sql`SELECT ${kind}::text, id::text, id, programme_id, NULL::uuid, NULL::uuid, NULL::uuid
        FROM ${tableOf(kind)} WHERE id = ${ids}`;
    case 'own question':
      return Prisma.sql`SELECT 'own question', id::text, id, programme_id, NULL::uuid, person_id, NULL::uuid
        FROM question WHERE id = ${ids} AND person_id IS NOT NULL`;
    case 'place':
      // A channel belongs to every programme that its workspace or tenant serves.
      return Prisma.sql`SELECT DISTINCT 'place', p.id::text, p.id, b.programme_id, NULL::uuid, NULL::uuid, NULL::uuid
        FROM place p JOIN binding b ON b.platform = p.platform AND b.tenant = p.tenant WHERE p.id = ${ids}`;
    case 'programme':
      return Prisma.sql`SELECT 'programme', id::text, id, id, NULL::uuid, NULL::uuid, NULL::uuid FROM programme WHERE id = ${ids}`;
    case 'account':
      return Prisma.sql`SELECT 'account', a.id::text, a.id, m.programme_id, m.company_id, NULL::uuid, NULL::uuid
        FROM account a JOIN membership m ON m.person_id = a.person_id WHERE a.id = ${ids}`;
    case 'own account':
      return Prisma.sql`SELECT 'own account', a.id::text, a.id, m.programme_id, NULL::uuid, a.person_id, NULL::uuid
        FROM account a JOIN membership m ON m.person_id = a.person_id WHERE a.id = ${ids}`;
    case 'own preview': // Of no programme: it is the person's in each of their own.
      return Prisma.sql`SELECT 'own preview', v.id::text, v.id, m.programme_id, NULL::uuid, v.person_id, NULL::uuid
        FROM preview v JOIN membership m ON m.person_id = v.person_id WHERE v.id = ${ids}`;
    case 'own file':
      return filePlaces(ids);
  }
}

function filePlaces(ids: Prisma.Sql): Prisma.Sql {
  // What a company sent for a consultation is the company's and its adviser's.
  // What stands in the report is the secretariat's, which is looked at by what gives it out.
  // What a person sent is of no programme: it is theirs in each of their own.
  return Prisma.sql`SELECT 'own file', f.id::text, f.id, m.programme_id, NULL::uuid, f.person_id, NULL::uuid
    FROM file f JOIN membership m ON m.person_id = f.person_id AND (f.programme_id IS NULL OR f.programme_id = m.programme_id)
    WHERE f.id = ${ids} AND f.kind IN ('attendee-list', 'consultation-list', 'answer-list', 'deliverable-list', 'overview-list', 'report', 'export', 'received', 'calendar')
    UNION ALL
    SELECT 'own file', f.id::text, f.id, b.programme_id, b.company_id, NULL::uuid, b.adviser_id
    FROM booking_file k JOIN booking b ON b.id = k.booking_id JOIN file f ON f.id = k.file_id
    WHERE f.id = ${ids} AND f.person_id IS NULL
    UNION ALL
    SELECT 'own file', f.id::text, f.id, f.programme_id, NULL::uuid, NULL::uuid, NULL::uuid
    FROM file f WHERE f.id = ${ids} AND f.kind IN ('report-photograph', 'report-presentation')`;
}

/** Most of these kinds are called as their tables are. */
function tableOf(kind: IdentifierKind): Prisma.Sql {
  return Prisma.raw(kind === 'slot' ? 'consultation_slot' : kind.replace(' ', '_'));
}
