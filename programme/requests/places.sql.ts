/** The raw SQL that finds where what an input names belongs: one query, with which every request begins. */
import { z } from 'zod';
import { Prisma, type Transaction } from '../../prisma/client.js';
import { isId } from './is-id.js';

/** 'member': with a role in a programme now; 'former member': now or before. */
const identifierKinds = [
  'session',
  'member',
  'former member',
  'company',
  'assignment',
  'programme',
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
  /** Who looks after that company now. */
  adviserIds: z.array(z.string()),
});

type PlaceRow = Readonly<z.infer<typeof placeRow>>;

/** Where something belongs. */
export type Place = Omit<PlaceRow, 'kind' | 'key'>;

/** The places of everything with these keys: identifiers in lower case, of a session also its code. */
export async function readPlaces(
  transaction: Transaction,
  sought: ReadonlyMap<IdentifierKind, readonly string[]>,
): Promise<readonly PlaceRow[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT kind, key, id, programme_id AS "programmeId", company_id AS "companyId", person_id AS "personId",
      ARRAY(SELECT adviser_id::text FROM assignment a WHERE a.company_id = named.company_id AND a.ended_at IS NULL) AS "adviserIds"
    FROM (${Prisma.join([...sought].map(placesOf), ' UNION ALL ')}) AS named (kind, key, id, programme_id, company_id, person_id)`;
  return z.array(placeRow).parse(rows);
}

function placesOf([kind, keys]: readonly [IdentifierKind, readonly string[]]): Prisma.Sql {
  const ids = Prisma.sql`ANY (${keys.filter(isId)}::uuid[])`;
  switch (kind) {
    case 'session':
      // One or the other: an input names one session.
      return keys.every(isId)
        ? Prisma.sql`SELECT 'session', id::text, id, programme_id, NULL::uuid, NULL::uuid FROM session WHERE id = ${ids}`
        : Prisma.sql`SELECT 'session', lower(code), id, programme_id, NULL::uuid, NULL::uuid
          FROM session WHERE lower(code) = ANY (${keys})`;
    case 'member':
      return Prisma.sql`SELECT 'member', person_id::text, person_id, programme_id, company_id, NULL::uuid
        FROM membership WHERE ended_at IS NULL AND person_id = ${ids}`;
    case 'former member':
      return Prisma.sql`SELECT 'former member', person_id::text, person_id, programme_id, company_id, NULL::uuid
        FROM membership WHERE person_id = ${ids}`;
    case 'company':
      return Prisma.sql`SELECT 'company', id::text, id, programme_id, id, NULL::uuid FROM company WHERE id = ${ids}`;
    case 'assignment':
      return Prisma.sql`SELECT 'assignment', id::text, id, programme_id, company_id, NULL::uuid FROM assignment WHERE id = ${ids}`;
    case 'programme':
      return Prisma.sql`SELECT 'programme', id::text, id, id, NULL::uuid, NULL::uuid FROM programme WHERE id = ${ids}`;
    case 'account':
      return Prisma.sql`SELECT 'account', a.id::text, a.id, m.programme_id, m.company_id, NULL::uuid
        FROM account a JOIN membership m ON m.person_id = a.person_id WHERE a.id = ${ids}`;
    case 'own account':
      return Prisma.sql`SELECT 'own account', a.id::text, a.id, m.programme_id, NULL::uuid, a.person_id
        FROM account a JOIN membership m ON m.person_id = a.person_id WHERE a.id = ${ids}`;
    case 'own preview':
      // Of no programme: it is the person's in each of their own.
      return Prisma.sql`SELECT 'own preview', v.id::text, v.id, m.programme_id, NULL::uuid, v.person_id
        FROM preview v JOIN membership m ON m.person_id = v.person_id WHERE v.id = ${ids}`;
    case 'own file':
      // What a person sent is of no programme: it is theirs in each of their own.
      return Prisma.sql`SELECT 'own file', f.id::text, f.id, m.programme_id, NULL::uuid, f.person_id
        FROM file f JOIN membership m ON m.person_id = f.person_id AND (f.programme_id IS NULL OR f.programme_id = m.programme_id)
        WHERE f.id = ${ids} AND f.kind IN ('attendee-list', 'received')`;
  }
}
