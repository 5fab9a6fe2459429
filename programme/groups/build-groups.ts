/** Makes the groups of a session, and rebuilds them with the fewest moves after people have come or gone. Nobody is told by it. */
import type { Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { lockSessionFor } from '../sessions/lock-session-for.js';
import { placeWithFewestMoves } from './fewest-moves.js';
import { type GroupWish, makeGroups } from './make-groups.js';
import {
  differenceOf,
  isOutdated,
  type PeopleChange,
  type ReadPlan,
  readPlan,
  readTakingPart,
  type TakingPart,
} from './queries.js';
import { refuseChangedGroups, refuseGroups } from './refuse-groups.js';
import type { Grouped, Places } from './rules.js';
import { writePlan } from './write-plan.js';

interface About {
  readonly sessionId: string;
  /** Of the groups that were shown, 0 where there were none; null: none were shown. */
  readonly version: number | null;
  readonly by: ActingMember;
  readonly now: Date;
}

/** Groups are for a session that is still to take place, or takes place. */
export function refuseOver({ state, endsAt }: Pick<Session, 'state' | 'endsAt'>, now: Date): Refusal | null {
  const isOver = state === 'called_off' || endsAt <= now;
  return isOver ? refuseGroups('over_for_groups', {}, { field: 'session' }) : null;
}

/** Why there cannot be such groups of these people; null where there can. */
export function refuseWish(people: readonly Grouped[], { by, value }: GroupWish): Refusal | null {
  if (people.length === 0) return refuseGroups('nobody', {}, { field: 'session' });
  const isTooMany = by === 'number' && value > people.length;
  return isTooMany ? refuseGroups('more_groups_than_people', { people: people.length }, { field: 'value' }) : null;
}

export async function buildGroups(
  transaction: Transaction,
  { sessionId, version, by, now, wish }: About & { readonly wish: GroupWish },
): Promise<Session | Refusal> {
  const session = await lockSessionFor(transaction, sessionId, by);
  if (isRefusal(session)) return session;
  const people = await readTakingPart(transaction, session);
  const refused = refuseOver(session, now) ?? refuseWish(people, wish);
  if (refused) return refused;
  const before = await readPlan(transaction, sessionId);
  const outdated = refuseChangedGroups(before, version);
  if (outdated) return outdated;
  await writePlan(transaction, { session, before, apart: wish.apart, people, ...makeGroups(people, wish), by, now });
  return session;
}

/** What rebuilding would do. */
export interface Rebuilding {
  readonly difference: PeopleChange;
  readonly people: readonly TakingPart[];
  readonly places: Places;
  /** Of those who had a group and stay, who get another one or none. */
  readonly moved: readonly TakingPart[];
}

/** One reckoning for what is shown and for what is done. */
export function rebuildingOf(plan: ReadPlan, people: readonly TakingPart[]): Rebuilding {
  const before = new Map(plan.placed.map(({ id, number }) => [id, number]));
  const places = placeWithFewestMoves(people, plan.groups, before);
  const moved = people.filter(({ id }) => {
    const had = before.get(id) ?? null;
    return had !== null && places.get(id) !== had;
  });
  return { difference: differenceOf(plan, people), people, places, moved };
}

/** Refused where nobody has come, gone or changed since. */
export async function rebuildGroups(
  transaction: Transaction,
  { sessionId, version, by, now }: About,
): Promise<{ readonly session: Session; readonly rebuilding: Rebuilding } | Refusal> {
  const session = await lockSessionFor(transaction, sessionId, by);
  if (isRefusal(session)) return session;
  const before = await readPlan(transaction, sessionId);
  if (before === null) return refuseGroups('no_groups', {}, { field: 'session' });
  const refused = refuseOver(session, now);
  if (refused) return refused;
  const rebuilding = rebuildingOf(before, await readTakingPart(transaction, session));
  if (!isOutdated(rebuilding.difference)) return refuseGroups('nothing_to_rebuild', {}, { field: 'session' });
  const outdated = refuseChangedGroups(before, version);
  if (outdated) return outdated;
  const { people, places } = rebuilding;
  await writePlan(transaction, {
    session,
    before,
    apart: before.apart,
    groups: before.groups,
    people,
    places,
    by,
    now,
  });
  return { session, rebuilding };
}
