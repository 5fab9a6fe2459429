/** Finds the participant that a registration is for: the person who asks, or somebody they name. */

import { type Bilingual, inBoth } from '../messages/bilingual.js';
import type { Context, Level } from '../requests/context.js';

export interface Attendee {
  readonly personId: string;
  readonly name: Bilingual;
  readonly companyId: string | null;
  readonly level: Level | null;
}

/** Null where the named person is not a participant of this programme, or, for a participant who asks, not of the same company. */
export async function findAttendee(context: Context, personId: string | undefined): Promise<Attendee | null> {
  const { person, membership, transaction } = context;
  if ((personId === undefined || personId === person.id) && membership.role === 'participant') {
    const { companyId, level } = membership;
    return { personId: person.id, name: inBoth(person.nameJa, person.nameEn), companyId, level };
  }
  if (personId === undefined) return null;
  const found = await transaction.membership.findFirst({
    where: {
      programmeId: membership.programmeId,
      personId,
      role: 'participant',
      endedAt: null,
      ...(membership.role === 'participant' && { companyId: membership.companyId }),
    },
    select: { companyId: true, level: true, person: { select: { nameJa: true, nameEn: true } } },
  });
  if (found === null) return null;
  return {
    personId,
    name: inBoth(found.person.nameJa, found.person.nameEn),
    companyId: found.companyId,
    level: found.level,
  };
}
