/** The raw SQL by which one person's part in consultations becomes another's, where two rows were one person. */
import { executePipelined, Prisma, type Transaction } from '../../prisma/client.js';

interface Merge {
  readonly fromId: string;
  readonly intoId: string;
}

/**
 * Whom they attend, advise, wait and are asked for, and the notes that they wrote. To be called under both advisers' locks. May
 * violate `slot_no_overlap` and `booking_adviser_free`, where both hold hours at the same time.
 */
export async function mergeConsultations(transaction: Transaction, { fromId, intoId }: Merge): Promise<void> {
  const from = Prisma.sql`${fromId}::uuid`;
  const into = Prisma.sql`${intoId}::uuid`;
  const statements = [
    Prisma.sql`UPDATE consultation_offer SET adviser_id = ${into} WHERE adviser_id = ${from}`,
    Prisma.sql`UPDATE consultation_slot SET adviser_id = ${into} WHERE adviser_id = ${from}`,
    Prisma.sql`UPDATE consultation_slot SET held_by_id = ${into} WHERE held_by_id = ${from}`,
    Prisma.sql`UPDATE booking SET adviser_id = ${into} WHERE adviser_id = ${from}`,
    Prisma.sql`UPDATE booking SET booked_by_id = ${into} WHERE booked_by_id = ${from}`,
    Prisma.sql`DELETE FROM booking_attendee a WHERE person_id = ${from} AND EXISTS (
      SELECT FROM booking_attendee o WHERE o.booking_id = a.booking_id AND o.person_id = ${into})`,
    Prisma.sql`UPDATE booking_attendee SET person_id = ${into} WHERE person_id = ${from}`,
    Prisma.sql`DELETE FROM calendar_invitation i WHERE person_id = ${from} AND EXISTS (
      SELECT FROM calendar_invitation o WHERE o.subject_id = i.subject_id AND o.person_id = ${into})`,
    Prisma.sql`UPDATE calendar_invitation SET person_id = ${into} WHERE person_id = ${from}`,
    Prisma.sql`UPDATE watch SET person_id = ${into} WHERE person_id = ${from}`,
    Prisma.sql`UPDATE watch SET adviser_id = ${into} WHERE adviser_id = ${from}`,
    Prisma.sql`UPDATE booking_request SET asked_of_id = ${into} WHERE asked_of_id = ${from}`,
    Prisma.sql`UPDATE private_note SET author_id = ${into} WHERE author_id = ${from}`,
  ];
  for (const statement of statements) await executePipelined(transaction, statement);
}
