/** Says who facilitates one group, and tells those at once who were told of the group already. */
import type { Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { lockSessionFor } from '../sessions/lock-session-for.js';
import { refuseOver } from './build-groups.js';
import { type PlacedPerson, type ReadPlan, readPlan, readTakingPart } from './queries.js';
import { refuseChangedGroups, refuseGroups } from './refuse-groups.js';
import { tellGroups } from './tell-groups.js';
import type { Telling } from './told.js';

interface Facilitated {
  readonly number: number;
  /** Empty: nobody yet. */
  readonly facilitator: string;
}

interface FacilitateGroup extends Facilitated {
  readonly sessionId: string;
  /** Of the groups that were shown; null: none were. */
  readonly version: number | null;
  readonly by: ActingMember;
  readonly now: Date;
}

interface Facilitating {
  readonly plan: ReadPlan;
  /** Who did until now; empty: nobody. */
  readonly before: string;
  /** Those of the group who were told of it and take part. */
  readonly tellings: readonly Telling<PlacedPerson>[];
}

/** What saying so would change, or why it cannot be. */
export async function findFacilitating(
  transaction: Transaction,
  session: Session,
  { number, facilitator, now }: Facilitated & { readonly now: Date },
): Promise<Facilitating | Refusal> {
  const plan = await readPlan(transaction, session.id);
  if (plan === null) return refuseGroups('no_groups', {}, { field: 'session' });
  const refused = refuseOver(session, now);
  if (refused) return refused;
  const group = plan.groups.find((one) => one.number === number);
  if (group === undefined) return refuseGroups('no_such_group', { groups: plan.groups.length }, { field: 'number' });
  if (group.facilitator === facilitator) {
    return refuseGroups('same_facilitator', { number, name: facilitator }, { field: 'facilitator' });
  }
  const takingPart = new Set((await readTakingPart(transaction, session)).map(({ id }) => id));
  const tellings = plan.placed.flatMap((person): Telling<PlacedPerson>[] => {
    const { id, told } = person;
    const knows = person.number === number && told !== null && told.number === number && takingPart.has(id);
    if (!knows || told.facilitator === facilitator) return [];
    // What else has changed of it is told with the groups, once it is settled.
    return [{ person, now: { ...told, facilitator }, changed: ['facilitator'] }];
  });
  return { plan, before: group.facilitator, tellings };
}

export async function facilitateGroup(
  transaction: Transaction,
  { sessionId, version, by, ...asked }: FacilitateGroup,
): Promise<{ readonly session: Session; readonly people: number } | Refusal> {
  const session = await lockSessionFor(transaction, sessionId, by);
  if (isRefusal(session)) return session;
  const found = await findFacilitating(transaction, session, asked);
  if (isRefusal(found)) return found;
  const { plan, tellings } = found;
  const outdated = refuseChangedGroups(plan, version);
  if (outdated) return outdated;
  const { number, facilitator, now } = asked;
  await transaction.sessionGroup.update({
    where: { planId_number: { planId: plan.id, number } },
    data: { facilitator },
  });
  if (tellings.length > 0) await tellGroups(transaction, { session, plan, tellings, by, now });
  else {
    await transaction.groupPlan.update({
      where: { id: plan.id },
      data: { version: { increment: 1 }, changedById: by.personId, changedAt: now },
    });
  }
  return { session, people: tellings.length };
}
