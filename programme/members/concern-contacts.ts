/** The places of a programme's own to which a person turns with what is not for the chat, such as harassment. */
import { z } from 'zod';
import type { Prisma, Transaction } from '../../prisma/client.js';
import type { ActingPerson } from '../requests/context.js';

const words = z.string().trim().min(1).max(500);

/** As a programme's file gives it: who it is, and how it is reached. */
export const concernContactSchema = z.strictObject({ nameJa: words, nameEn: words, reachJa: words, reachEn: words });

export const concernContactsSchema = z.array(concernContactSchema).max(10);

export type ConcernContact = z.infer<typeof concernContactSchema>;

/** Throws where a row holds something else, since only this schema's output is ever written. */
export function readConcernContacts(stored: Prisma.JsonValue): ConcernContact[] {
  return concernContactsSchema.parse(stored);
}

/** Those of the programme that the person looks at, or else of each of theirs; none where a programme names none. */
export async function concernContactsOf(
  transaction: Transaction,
  person: ActingPerson,
): Promise<readonly ConcernContact[]> {
  const own = person.memberships.map(({ programmeId }) => programmeId);
  const chosen = own.filter((id) => id === person.chosenProgrammeId);
  const programmes = await transaction.programme.findMany({
    where: { id: { in: chosen.length > 0 ? chosen : own } },
    orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
    select: { concernContacts: true },
  });
  return programmes.flatMap(({ concernContacts }) => readConcernContacts(concernContacts));
}
