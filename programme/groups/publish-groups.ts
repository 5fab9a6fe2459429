/** Tells people in which group they are: those who do not know it yet, or whose group has changed since in what they were told of it. */
import type { Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { lockSessionFor } from '../sessions/lock-session-for.js';
import { refuseUnannounced } from '../years/refuse-unannounced.js';
import { refuseOver } from './build-groups.js';
import { differenceOf, isOutdated, type PlacedPerson, type ReadPlan, readPlan, readTakingPart } from './queries.js';
import { refuseChangedGroups, refuseGroups } from './refuse-groups.js';
import { brokenRules, isUntellable } from './rules.js';
import { tellGroups } from './tell-groups.js';
import { type Telling, untoldIn } from './told.js';

interface PublishGroups {
  readonly sessionId: string;
  /** Of the groups that were shown; null: none were. */
  readonly version: number | null;
  readonly by: ActingMember;
  readonly now: Date;
}

interface Publishable {
  readonly plan: ReadPlan;
  /** Who is to be told. */
  readonly untold: readonly Telling<PlacedPerson>[];
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
  const unannounced = await refuseUnannounced(transaction, session.programmeId);
  if (unannounced !== null) return unannounced;
  const untold = untoldIn(plan);
  return untold.length === 0 ? refuseGroups('nothing_to_tell', {}, { field: 'session' }) : { plan, untold };
}

/** How many are told. Two who press at once tell everybody once. */
export async function publishGroups(
  transaction: Transaction,
  { sessionId, version, by, now }: PublishGroups,
): Promise<{ readonly session: Session; readonly people: number } | Refusal> {
  const session = await lockSessionFor(transaction, sessionId, by);
  if (isRefusal(session)) return session;
  const found = await findPublishable(transaction, session, now);
  if (isRefusal(found)) return found;
  const { plan, untold } = found;
  const outdated = refuseChangedGroups(plan, version);
  if (outdated) return outdated;
  await tellGroups(transaction, { session, plan, tellings: untold, by, now });
  return { session, people: untold.length };
}
