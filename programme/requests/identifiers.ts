/** The identifiers that inputs hold: what each name stands for, declared once, and where what is named belongs. */
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.js';
import type { Value, Values } from '../messages/message.js';
import { isId } from './is-id.js';
import { type Belonging, type IdentifierKind, readPlaces } from './places.sql.js';

/**
 * What the fields of all inputs that hold an identifier stand for. The guard looks at every one of them that came, also where
 * the action does not ask for it, since a form may read it.
 */
const identifiers = {
  session: 'session',
  person: 'member',
  substitute: 'member',
  successor: 'member',
  people: 'former member',
  formerPerson: 'former member',
  other: 'former member',
  adviser: 'member',
  assignment: 'assignment',
  company: 'company',
  attendees: 'member',
  /** Who did not come to a consultation: perhaps no member any more, and of a company that its adviser was never assigned to. */
  absent: 'attendee',
  slot: 'slot',
  slots: 'slot',
  booking: 'booking',
  /** The booking that is to be moved. */
  moving: 'booking',
  bookingRequest: 'booking request',
  watch: 'watch',
  record: 'record',
  nextAction: 'next action',
  deliverableType: 'deliverable type',
  deliverable: 'deliverable',
  draft: 'draft',
  /** The version that another one is compared with. */
  olderDraft: 'draft',
  reviewComment: 'review comment',
  reviewComments: 'review comment',
  extension: 'due extension',
  announcement: 'announcement',
  /** A question, as those who are asked see it. */
  askedQuestion: 'question',
  ownQuestion: 'own question',
  faqEntry: 'faq entry',
  knowledgeSource: 'knowledge source',
  answerRating: 'answer rating',
  keptAudience: 'named audience',
  feedback: 'feedback',
  quote: 'feedback quote',
  photograph: 'report photograph',
  presentation: 'report presentation',
  postTo: 'place',
  companies: 'company',
  /** What words speak of, by which a room finds what it asks for. */
  spokenCompany: 'company',
  spokenAdviser: 'member',
  spokenDeliverableType: 'deliverable type',
  programme: 'programme',
  notification: 'notification',
  account: 'account',
  ownAccount: 'own account',
  file: 'own file',
  files: 'own file',
  preview: 'own preview',
} as const satisfies Readonly<Record<string, IdentifierKind>>;

type IdentifierName = keyof typeof identifiers;

/** The fields that hold a list. */
const takesSeveral: ReadonlySet<string> = new Set([
  'people',
  'files',
  'attendees',
  'absent',
  'slots',
  'companies',
  'reviewComments',
]);

/** Far more than a list of choices holds. */
const MOST_NAMED = 100;

/** One thing that an input names, and the places where it belongs: none where there is no such thing. */
export interface Named {
  readonly field: string;
  readonly places: readonly Belonging[];
}

/** Whether the field names what a person sent or was given as a file, which is deleted after its time. */
export function namesFile({ field }: Pick<Named, 'field'>): boolean {
  return isIdentifierName(field) && identifiers[field] === 'own file';
}

/** Whether a field of this name, of whatever action, holds an identifier. */
export function isIdentifierName(name: string): name is IdentifierName {
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
      const isTooMuch = !takesSeveral.has(field) || value.length > MOST_NAMED;
      return isTooMuch ? [{ field, kind, key: null }] : value.map((one) => ({ field, kind, key: keyOf(kind, one) }));
    });
}

/** In lower case, as the database writes it; a session may be named by its code. */
function keyOf(kind: IdentifierKind, value: Value): string | null {
  if (typeof value !== 'string') return null;
  const typed = value.normalize('NFKC').trim().toLowerCase();
  return kind === 'session' || isId(typed) ? typed : null;
}

/** Looks up everything that an input names in one query: unchecked and perhaps incomplete, as it came. */
export async function findNamed(transaction: Transaction, given: Values): Promise<readonly Named[]> {
  const sought = soughtIn(given);
  const keys = new Map<IdentifierKind, string[]>();
  for (const { kind, key } of sought) if (key !== null) keys.set(kind, [...(keys.get(kind) ?? []), key]);
  const rows = keys.size === 0 ? [] : await readPlaces(transaction, keys);
  return sought.map(({ field, kind, key }) => ({
    field,
    places: rows.filter((row) => row.kind === kind && row.key === key),
  }));
}
