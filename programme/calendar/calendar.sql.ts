/** The raw SQL on calendar entries: raising one without waiting for it, and locking one with what a person was given of it. */
import { z } from 'zod';
import { executePipelined, Prisma, type Transaction } from '../../prisma/client.js';

/**
 * Says that calendars have something new to show: to be called last in the transaction of the change, after its notifications
 * are planned, since a sender locks its notification before the entry.
 * @param subjectId the session's or booking's
 */
export async function raiseEvent(transaction: Transaction, subjectId: string): Promise<void> {
  await executePipelined(
    transaction,
    Prisma.sql`
    INSERT INTO calendar_event (subject_id, uid) VALUES (${subjectId}::uuid, ${uidOf(subjectId)})
    ON CONFLICT (subject_id) DO UPDATE SET sequence = calendar_event.sequence + 1`,
  );
}

/** Unique in the world, as a calendar asks for (RFC 7986, 5.3). */
function uidOf(subjectId: string): string {
  return `${subjectId}@spp-assistant`;
}

const lockedEvent = z.object({
  uid: z.string(),
  sequence: z.int(),
  organiser: z.string(),
  /** The following ones are null where the person was never given a file. */
  givenSequence: z.int().nullable(),
  content: z.string().nullable(),
  startsAt: z.date().nullable(),
  wasStartsAt: z.date().nullable(),
  cancelledAt: z.date().nullable(),
});

export type LockedEvent = Readonly<z.infer<typeof lockedEvent>>;

interface AskedEvent {
  readonly subjectId: string;
  readonly personId: string;
  /** The address of the organiser, for an entry that has none yet. */
  readonly organiser: string;
}

/** The entry, made where there is none, locked until the transaction ends. */
export async function lockEvent(
  transaction: Transaction,
  { subjectId, personId, organiser }: AskedEvent,
): Promise<LockedEvent> {
  await executePipelined(
    transaction,
    Prisma.sql`
    INSERT INTO calendar_event (subject_id, uid, organiser) VALUES (${subjectId}::uuid, ${uidOf(subjectId)}, ${organiser})
    ON CONFLICT (subject_id) DO UPDATE SET organiser = coalesce(calendar_event.organiser, excluded.organiser)`,
  );
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT e.uid, e.sequence, e.organiser, i.sequence AS "givenSequence", i.content, i.starts_at AS "startsAt",
      i.was_starts_at AS "wasStartsAt", i.cancelled_at AS "cancelledAt"
    FROM calendar_event e
    LEFT JOIN calendar_invitation i ON i.subject_id = e.subject_id AND i.person_id = ${personId}::uuid
    WHERE e.subject_id = ${subjectId}::uuid`;
  return z.tuple([lockedEvent]).parse(rows)[0];
}

/** What the person's calendar is given, written over what it was given before. */
export interface GivenInvitation {
  readonly subjectId: string;
  readonly personId: string;
  readonly sequence: number;
  readonly content: string;
  readonly startsAt: Date;
  readonly wasStartsAt: Date | null;
  readonly now: Date;
}

/** Raises the entry where what is given now is further than it. */
async function keepUp(
  transaction: Transaction,
  { subjectId, sequence }: Pick<GivenInvitation, 'subjectId' | 'sequence'>,
) {
  await executePipelined(
    transaction,
    Prisma.sql`UPDATE calendar_event SET sequence = ${sequence}::int
      WHERE subject_id = ${subjectId}::uuid AND sequence < ${sequence}::int`,
  );
}

export async function writeRequest(transaction: Transaction, given: GivenInvitation): Promise<void> {
  const { subjectId, personId, sequence, content, startsAt, wasStartsAt, now } = given;
  await keepUp(transaction, given);
  await executePipelined(
    transaction,
    Prisma.sql`
    INSERT INTO calendar_invitation (subject_id, person_id, sequence, content, starts_at, was_starts_at, requested_at)
    VALUES (${subjectId}::uuid, ${personId}::uuid, ${sequence}::int, ${content}, ${startsAt}::timestamptz,
      ${wasStartsAt}::timestamptz, ${now}::timestamptz)
    ON CONFLICT (subject_id, person_id) DO UPDATE SET sequence = excluded.sequence, content = excluded.content,
      starts_at = excluded.starts_at, was_starts_at = excluded.was_starts_at, requested_at = excluded.requested_at,
      cancelled_at = NULL`,
  );
}

export async function writeCancel(
  transaction: Transaction,
  given: Pick<GivenInvitation, 'subjectId' | 'personId' | 'sequence' | 'now'>,
): Promise<void> {
  const { subjectId, personId, sequence, now } = given;
  await keepUp(transaction, given);
  await executePipelined(
    transaction,
    Prisma.sql`UPDATE calendar_invitation SET sequence = ${sequence}::int, cancelled_at = ${now}::timestamptz
      WHERE subject_id = ${subjectId}::uuid AND person_id = ${personId}::uuid`,
  );
}
