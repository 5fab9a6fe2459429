/** Writes the groups of a session as they are to be from now on; what people were told of stays noted. */
import type { Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import type { PlacedPerson, ReadPlan } from './queries.js';
import type { Grouped, GroupOf, Places } from './rules.js';

interface WritePlan {
  readonly session: Pick<Session, 'id' | 'programmeId'>;
  /** As they were; null where there were none. */
  readonly before: ReadPlan | null;
  readonly apart: boolean;
  readonly groups: readonly GroupOf[];
  readonly people: readonly Grouped[];
  readonly places: Places;
  readonly by: ActingMember;
  readonly now: Date;
}

/** The session must be locked. */
export async function writePlan(transaction: Transaction, written: WritePlan): Promise<void> {
  const { session, before, apart, groups, people, places, by, now } = written;
  const changed = { apart, changedById: by.personId, changedAt: now };
  const { id: planId } = await transaction.groupPlan.upsert({
    where: { sessionId: session.id },
    create: { ...changed, programmeId: session.programmeId, sessionId: session.id },
    update: { ...changed, version: { increment: 1 } },
  });
  await transaction.groupPlace.deleteMany({ where: { planId } });
  await transaction.sessionGroup.deleteMany({ where: { planId } });
  await transaction.sessionGroup.createMany({
    data: groups.map(({ number, mode, facilitator }) => ({ planId, number, mode, facilitator })),
  });
  const told = new Map(before?.placed.map((one) => [one.id, toldColumns(one)]));
  await transaction.groupPlace.createMany({
    data: people.map(({ id: personId, company: companyId, mode }) => ({
      ...{ planId, personId, companyId, mode, number: places.get(personId) ?? null },
      ...told.get(personId),
    })),
  });
}

function toldColumns({ told, toldWith }: PlacedPerson) {
  if (told === null) return {};
  const { number: toldNumber, mode: toldMode, facilitator: toldFacilitator, people: toldPeople } = told;
  return { toldNumber, toldMode, toldFacilitator, toldPeople, toldWith };
}
