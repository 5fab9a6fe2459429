/** The raw SQL by which one person's part in consultations becomes another's, where two rows were one person. */
import { executePipelined, Prisma, type Transaction } from '../../prisma/client.js';

interface Merge {
  readonly fromId: string;
  readonly intoId: string;
  readonly now: Date;
}

/**
 * Whom they attend, advise, wait and are asked for, what they asked and the notes that they wrote. To be called under both advisers' locks. May
 * violate `slot_no_overlap` and `booking_adviser_free`, where both hold hours at the same time.
 */
export async function mergeConsultations(transaction: Transaction, { fromId, intoId, now }: Merge): Promise<void> {
  const from = Prisma.sql`${fromId}::uuid`;
  const into = Prisma.sql`${intoId}::uuid`;
  const statements = [
    Prisma.sql`UPDATE consultation_offer SET adviser_id = ${into} WHERE adviser_id = ${from}`,
    Prisma.sql`UPDATE consultation_slot SET adviser_id = ${into} WHERE adviser_id = ${from}`,
    Prisma.sql`UPDATE consultation_slot SET held_by_id = ${into} WHERE held_by_id = ${from}`,
    Prisma.sql`UPDATE booking SET adviser_id = ${into} WHERE adviser_id = ${from}`,
    Prisma.sql`UPDATE booking SET booked_by_id = ${into} WHERE booked_by_id = ${from}`,
    Prisma.sql`UPDATE booking_change SET adviser_id = ${into} WHERE adviser_id = ${from}`,
    Prisma.sql`UPDATE booking_change SET was_adviser_id = ${into} WHERE was_adviser_id = ${from}`,
    // Who made a change is not told of it.
    Prisma.sql`UPDATE booking_change SET by_id = ${into} WHERE by_id = ${from}`,
    Prisma.sql`DELETE FROM booking_attendee a WHERE person_id = ${from} AND EXISTS (
      SELECT FROM booking_attendee o WHERE o.booking_id = a.booking_id AND o.person_id = ${into})`,
    Prisma.sql`UPDATE booking_attendee SET person_id = ${into} WHERE person_id = ${from}`,
    Prisma.sql`DELETE FROM calendar_invitation i WHERE person_id = ${from} AND EXISTS (
      SELECT FROM calendar_invitation o WHERE o.subject_id = i.subject_id AND o.person_id = ${into})`,
    Prisma.sql`UPDATE calendar_invitation SET person_id = ${into} WHERE person_id = ${from}`,
    Prisma.sql`UPDATE watch SET person_id = ${into} WHERE person_id = ${from}`,
    Prisma.sql`UPDATE watch SET adviser_id = ${into} WHERE adviser_id = ${from}`,
    Prisma.sql`UPDATE booking_request SET asked_of_id = ${into} WHERE asked_of_id = ${from}`,
    Prisma.sql`UPDATE booking_request SET by_id = ${into} WHERE by_id = ${from}`,
    // What one asked the other to take over, nobody is left to answer.
    Prisma.sql`UPDATE booking_request r SET state = 'withdrawn', answered_at = ${now}::timestamptz FROM booking b
      WHERE b.id = r.booking_id AND r.state = 'open' AND r.kind = 'take_over' AND r.asked_of_id = b.adviser_id AND b.adviser_id = ${into}`,
    Prisma.sql`UPDATE adviser_absence SET adviser_id = ${into} WHERE adviser_id = ${from}`,
    Prisma.sql`UPDATE consultation_record SET absent_ids = CASE WHEN ${into} = ANY (absent_ids)
      THEN array_remove(absent_ids, ${from}) ELSE array_replace(absent_ids, ${from}, ${into}) END WHERE ${from} = ANY (absent_ids)`,
    Prisma.sql`UPDATE record_response SET person_id = ${into} WHERE person_id = ${from}`,
    Prisma.sql`UPDATE private_note SET author_id = ${into} WHERE author_id = ${from}`,
  ];
  for (const statement of statements) await executePipelined(transaction, statement);
}
