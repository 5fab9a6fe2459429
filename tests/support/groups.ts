/** Builds the groups of a session for tests, as the secretariat has made them, told to people or not. */
import type { Session } from '../../prisma/client.js';
import type { Services } from '../../programme/requests/services.js';
import type { BuiltPerson } from './factories.js';

interface BuildGroups {
  /** The first in group 1, the next in group 2, and so on from the beginning. */
  readonly people: readonly Pick<BuiltPerson, 'id' | 'company'>[];
  readonly groups?: number;
  readonly madeById: string;
  readonly told?: boolean;
}

export async function buildGroupPlan(
  { database, clock }: Services,
  { id: sessionId, programmeId }: Pick<Session, 'id' | 'programmeId'>,
  { people, groups = 2, madeById, told = false }: BuildGroups,
): Promise<void> {
  const changed = { changedById: madeById, changedAt: clock.now(), published: told ? 1 : 0 };
  const { id: planId } = await database.groupPlan.create({
    data: { programmeId, sessionId, apart: false, ...changed },
  });
  const numbers = Array.from({ length: groups }, (_, index) => index + 1);
  await database.sessionGroup.createMany({
    data: numbers.map((number) => ({ planId, number, mode: null, facilitator: 'Aki' })),
  });
  await database.groupPlace.createMany({
    data: people.map(({ id: personId, company }, index) => {
      const number = (index % groups) + 1;
      const place = { planId, personId, companyId: company?.id ?? null, mode: 'online' as const, number };
      const toldPeople = people.filter((_, other) => other % groups === index % groups).length;
      return told ? { ...place, toldNumber: number, toldFacilitator: 'Aki', toldPeople, toldWith: 1 } : place;
    }),
  });
}
