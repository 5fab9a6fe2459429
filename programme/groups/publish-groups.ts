/** Tells people in which group they are: those of whom it was not told yet, or whose group has changed since. */
import type { Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { plan as planNotifications } from '../notifications/plan.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { lockSessionFor } from '../sessions/lock-session-for.js';
import { refuseOver } from './build-groups.js';
import { groupsTold } from './notifications.js';
import { differenceOf, isOutdated, type PlacedPerson, type ReadPlan, readPlan, readTakingPart } from './queries.js';
import { refuseGroups } from './refuse-groups.js';
import { brokenRules, isUntellable } from './rules.js';

interface PublishGroups {
  readonly sessionId: string;
  readonly by: ActingMember;
  readonly now: Date;
}

interface Publishable {
  readonly plan: ReadPlan;
  /** Who is to be told. */
  readonly untold: readonly PlacedPerson[];
}

/** Who would be told, or why nobody can be told now. */
export async function findPublishable(
  transaction: Transaction,
  session: Session,
  now: Date,
): Promise<Publishable | Refusal> {
  const plan = await readPlan(transaction, session.id);
  if (plan === null) return refuseGroups('no_groups', {}, { field: 'session' });
  const refused = refuseOver(session, now);
  if (refused) return refused;
  if (isOutdated(differenceOf(plan, await readTakingPart(transaction, session))))
    return refuseGroups('groups_outdated', {}, { field: 'session' });
  const { placed, groups } = plan;
  const places = new Map(placed.map(({ id, number }) => [id, number]));
  if (brokenRules(placed, groups, places).some(isUntellable))
    return refuseGroups('rules_broken', {}, { field: 'session' });
  const untold = placed.filter(({ number, toldNumber }) => number !== toldNumber);
  return untold.length === 0 ? refuseGroups('nothing_to_tell', {}, { field: 'session' }) : { plan, untold };
}

/** How many are told. Two who press at once tell everybody once. */
export async function publishGroups(
  transaction: Transaction,
  { sessionId, by, now }: PublishGroups,
): Promise<{ readonly session: Session; readonly people: number } | Refusal> {
  const session = await lockSessionFor(transaction, sessionId, by);
  if (isRefusal(session)) return session;
  const found = await findPublishable(transaction, session, now);
  if (isRefusal(found)) return found;
  const { plan, untold } = found;
  const { published } = await transaction.groupPlan.update({
    where: { id: plan.id },
    data: { published: { increment: 1 }, version: { increment: 1 } },
  });
  for (const { number } of plan.groups) {
    const ids = untold.filter((one) => one.number === number).map(({ id }) => id);
    if (ids.length === 0) continue;
    await transaction.groupPlace.updateMany({
      where: { planId: plan.id, personId: { in: ids } },
      data: { toldNumber: number, toldWith: published },
    });
  }
  await planNotifications(
    transaction,
    now,
    untold.map(({ id: personId, toldNumber }) => ({
      ...{ key: `groups.told:${plan.id}:${published}:${personId}`, kind: groupsTold, personId, dueAt: now },
      ...{ programmeId: session.programmeId, subjectId: sessionId, latestAt: session.endsAt },
      data: { publication: published, before: toldNumber ?? 0 },
    })),
  );
  return { session, people: untold.length };
}
