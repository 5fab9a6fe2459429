/** The identifiers that inputs hold: what each name stands for, declared once, and where what is named belongs. */
import { z } from 'zod';
import { Prisma, type Transaction } from '../../prisma/client.js';
import type { Value, Values } from '../messages/message.js';

/**
 * What the fields of all inputs that hold an identifier stand for. The guard looks at every one of them that came, also where
 * the action does not ask for it, since a form may read it.
 */
const identifiers = {
  session: 'session',
  person: 'member',
  substitute: 'member',
  people: 'former member',
  formerPerson: 'former member',
  other: 'former member',
  company: 'company',
  programme: 'programme',
  account: 'account',
  ownAccount: 'own account',
} as const satisfies Readonly<Record<string, IdentifierKind>>;

/** 'member': with a role in a programme now; 'former member': now or before. */
type IdentifierKind = 'session' | 'member' | 'former member' | 'company' | 'programme' | 'account' | 'own account';

type IdentifierName = keyof typeof identifiers;

/** Far more than a list of choices holds. */
const MOST_NAMED = 100;

/** Where something belongs. */
export interface Place {
  readonly programmeId: string;
  /** The company whose data it is; null where it belongs to the whole programme. */
  readonly companyId: string | null;
  /** The person whose own it is, e.g. an account: beyond the reach of everyone else, staff included. */
  readonly personId: string | null;
  /** The identifier, where the input holds something else that leads to it, such as a session's code. */
  readonly id: string;
}

/** One thing that an input names, and the places where it belongs: none where there is no such thing. */
export interface Named {
  readonly field: string;
  readonly places: readonly Place[];
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether a value that came from outside can be an identifier of ours; anything else would fail in the database. */
export function isId(value: Value): value is string {
  return typeof value === 'string' && uuid.test(value);
}

function isIdentifierName(name: string): name is IdentifierName {
  return Object.hasOwn(identifiers, name);
}

/**
 * The names of an input that hold an identifier.
 * @throws where a field takes an identifier and no name says of what, since nothing would check it
 */
export function identifierFields(action: string, shape: Readonly<Record<string, unknown>>): readonly string[] {
  const held = Object.keys(shape).filter((name) => takesIdentifier(shape[name]));
  const unknown = held.find((name) => !isIdentifierName(name));
  if (unknown !== undefined) throw new Error(`Nothing says what the identifier ${unknown} of ${action} stands for.`);
  return held;
}

function takesIdentifier(schema: unknown): boolean {
  if (schema instanceof z.ZodUUID) return true;
  if (schema instanceof z.ZodArray) return takesIdentifier(schema.element);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return takesIdentifier(schema.unwrap());
  }
  return false;
}

interface Sought {
  readonly field: string;
  readonly kind: IdentifierKind;
  /** Null: what came cannot be an identifier. */
  readonly key: string | null;
}

function soughtIn(given: Values): readonly Sought[] {
  return Object.keys(identifiers)
    .filter(isIdentifierName)
    .flatMap((field): readonly Sought[] => {
      const value = given[field];
      const kind = identifiers[field];
      if (value === undefined || value === null || value === '') return [];
      if (typeof value !== 'object') return [{ field, kind, key: keyOf(kind, value) }];
      const isTooMuch = field !== 'people' || value.length > MOST_NAMED;
      return isTooMuch ? [{ field, kind, key: null }] : value.map((one) => ({ field, kind, key: keyOf(kind, one) }));
    });
}

/** In lower case, as the database writes it; a session may be named by its code. */
function keyOf(kind: IdentifierKind, value: Value): string | null {
  if (typeof value !== 'string') return null;
  const typed = value.normalize('NFKC').trim().toLowerCase();
  return kind === 'session' || isId(typed) ? typed : null;
}

const foundRow = z.object({
  kind: z.string(),
  key: z.string(),
  id: z.string(),
  programmeId: z.string(),
  companyId: z.string().nullable(),
  personId: z.string().nullable(),
});

/** Looks up everything that an input names in one query: unchecked and perhaps incomplete, as it came. */
export async function findNamed(transaction: Transaction, given: Values): Promise<readonly Named[]> {
  const sought = soughtIn(given);
  const keys = new Map<IdentifierKind, string[]>();
  for (const { kind, key } of sought) if (key !== null) keys.set(kind, [...(keys.get(kind) ?? []), key]);
  const found =
    keys.size === 0
      ? []
      : await transaction.$queryRaw<unknown[]>`
    SELECT kind, key, id, programme_id AS "programmeId", company_id AS "companyId", person_id AS "personId"
    FROM (${Prisma.join([...keys].map(placesOf), ' UNION ALL ')}) AS named (kind, key, id, programme_id, company_id, person_id)`;
  const rows = z.array(foundRow).parse(found);
  return sought.map(({ field, kind, key }) => ({
    field,
    places: rows.filter((row) => row.kind === kind && row.key === key),
  }));
}

function placesOf([kind, keys]: readonly [IdentifierKind, readonly string[]]): Prisma.Sql {
  const ids = Prisma.sql`ANY (${keys.filter(isId)}::uuid[])`;
  switch (kind) {
    case 'session':
      // One or the other: an input names one session.
      return keys.every(isId)
        ? Prisma.sql`SELECT 'session', id::text, id, programme_id, NULL::uuid, NULL::uuid
          FROM session WHERE id = ${ids}`
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
    case 'programme':
      return Prisma.sql`SELECT 'programme', id::text, id, id, NULL::uuid, NULL::uuid FROM programme WHERE id = ${ids}`;
    case 'account':
      return Prisma.sql`SELECT 'account', a.id::text, a.id, m.programme_id, m.company_id, NULL::uuid
        FROM account a JOIN membership m ON m.person_id = a.person_id WHERE a.id = ${ids}`;
    case 'own account':
      return Prisma.sql`SELECT 'own account', a.id::text, a.id, m.programme_id, NULL::uuid, a.person_id
        FROM account a JOIN membership m ON m.person_id = a.person_id WHERE a.id = ${ids}`;
  }
}
