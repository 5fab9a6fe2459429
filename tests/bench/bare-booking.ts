/** A booking as a bare transaction writes it by hand, without looking at anything: the same rows as the product's, a statement a table. */
import type pg from 'pg';
import type { ConsultationSlot } from '../../prisma/client.js';

export interface BareBooking {
  /** Of the booking. */
  readonly id: string;
  readonly slot: ConsultationSlot;
  readonly companyId: string;
  readonly personId: string;
}

const kinds = ['consultation.booked', 'consultation.brief', 'consultation.record-missing'];

/** Whether it was booked; another may have been first. */
export async function bookBare(
  connection: pg.PoolClient,
  { id, slot, companyId, personId }: BareBooking,
  now: Date,
): Promise<boolean> {
  const run = async (name: string, text: string, values: readonly unknown[]) =>
    await connection.query({ name, text, values: [...values] });
  await connection.query('BEGIN');
  try {
    await run(
      'booking',
      `INSERT INTO booking (id, programme_id, company_id, adviser_id, slot_id, starts_at, ends_at, mode, link, topics,
         questions, booked_by_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'online', 'https://meet.example/x', 'topics', 'questions', $8, $9)`,
      [id, slot.programmeId, companyId, slot.adviserId, slot.id, slot.startsAt, slot.endsAt, personId, now],
    );
    await run('attendee', 'INSERT INTO booking_attendee (booking_id, person_id) VALUES ($1, $2)', [id, personId]);
    await run(
      'change',
      `INSERT INTO booking_change (booking_id, version, kind, starts_at, adviser_id, by_id, at)
       VALUES ($1, 1, 'booked', $2, $3, $4, $5)`,
      [id, slot.startsAt, slot.adviserId, personId, now],
    );
    await run(
      'entry',
      `INSERT INTO entitlement_entry (company_id, kind, hours, booking_id, by_id, at)
       VALUES ($1, 'reserved', -1, $2, $3, $4)`,
      [companyId, id, personId, now],
    );
    await run(
      'notifications',
      `INSERT INTO notification (key, kind, programme_id, person_id, subject_id, data, due_at, created_at)
       SELECT kind || ':' || $1::text, kind, $2::uuid, $3::uuid, $1::uuid, '{}', $4::timestamptz, $4::timestamptz
       FROM unnest($5::text[]) AS kind`,
      [id, slot.programmeId, slot.adviserId, now, kinds],
    );
    await run('event', 'INSERT INTO calendar_event (subject_id, uid) VALUES ($1::uuid, $1::text)', [id]);
    await connection.query('COMMIT');
    return true;
  } catch {
    await connection.query('ROLLBACK');
    return false;
  }
}
