/** Plans that people are told of their group, and notes what they were told. */
import type { Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { plan as planNotifications } from '../notifications/plan.js';
import { groupsTold } from './notifications.js';
import type { PlacedPerson, ReadPlan } from './queries.js';
import type { Telling, ToldGroup } from './told.js';

interface TellGroups {
  readonly session: Session;
  readonly plan: Pick<ReadPlan, 'id'>;
  readonly tellings: readonly Telling<PlacedPerson>[];
  readonly by: Pick<ActingMember, 'personId'>;
  readonly now: Date;
}

/** The session must be locked. Each publication has a number, by which a message knows whether a later one tells it. */
export async function tellGroups(
  transaction: Transaction,
  { session, plan: { id: planId }, tellings, by, now }: TellGroups,
): Promise<void> {
  const { published } = await transaction.groupPlan.update({
    where: { id: planId },
    data: { published: { increment: 1 }, version: { increment: 1 }, changedById: by.personId, changedAt: now },
  });
  const alike = new Map<string, { readonly told: ToldGroup; readonly ids: string[] }>();
  for (const { person, now: told } of tellings) {
    const key = JSON.stringify([told.number, told.mode, told.facilitator, told.people]);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { told, ids: [person.id] });
    else known.ids.push(person.id);
  }
  for (const { told, ids } of alike.values()) {
    const { number: toldNumber, mode: toldMode, facilitator: toldFacilitator, people: toldPeople } = told;
    await transaction.groupPlace.updateMany({
      where: { planId, personId: { in: ids } },
      data: { toldNumber, toldMode, toldFacilitator, toldPeople, toldWith: published },
    });
  }
  await planNotifications(
    transaction,
    now,
    tellings.map(({ person: { id: personId }, now: told, changed }) => ({
      ...{ key: `groups.told:${planId}:${published}:${personId}`, kind: groupsTold, personId, dueAt: now },
      ...{ programmeId: session.programmeId, subjectId: session.id, latestAt: session.endsAt },
      data: { publication: published, number: told.number, changed: changed.join(',') },
    })),
  );
}
