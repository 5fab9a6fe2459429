/** Moves one person into another group, or swaps two, as the secretariat wants it; what must never be is refused. */
import type { Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import type { Bilingual } from '../messages/bilingual.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { lockSessionFor } from '../sessions/lock-session-for.js';
import { refuseOver } from './build-groups.js';
import { type PlacedPerson, type ReadPlan, readPlan } from './queries.js';
import { refuseChangedGroups, refuseGroups } from './refuse-groups.js';
import { companyOf } from './rules.js';

interface MovePerson {
  readonly sessionId: string;
  readonly personId: string;
  /** A group, or the person whose place is taken in exchange. */
  readonly to: { readonly number: number } | { readonly personId: string };
  /** Of the groups that were shown; null: none were. */
  readonly version: number | null;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface MovedInGroups {
  readonly session: Session;
  readonly name: Bilingual;
  readonly number: number;
  /** With whom; null where nobody went the other way. */
  readonly other: Bilingual | null;
}

/** Where each of those who would move goes, or why that cannot be. */
export function findMove(
  plan: ReadPlan,
  { personId, to }: Pick<MovePerson, 'personId' | 'to'>,
): { readonly person: PlacedPerson; readonly other: PlacedPerson | null; readonly number: number } | Refusal {
  const person = plan.placed.find(({ id }) => id === personId);
  if (person === undefined) return refuseGroups('not_in_groups', {}, { field: 'person' });
  if ('number' in to) {
    const field = 'number';
    if (person.number === to.number) return refuseGroups('already_in_group', { number: to.number }, { field });
    return (
      refusePlace(plan, person, { number: to.number, without: [], field }) ?? { person, other: null, number: to.number }
    );
  }
  const field = 'other';
  const other = plan.placed.find(({ id }) => id === to.personId);
  if (other === undefined || other.number === null) return refuseGroups('not_in_groups', {}, { field });
  if (person.number === null) return refuseGroups('nothing_to_swap', {}, { field });
  if (other.number === person.number) return refuseGroups('already_in_group', { number: other.number }, { field });
  const without = [person.id, other.id];
  const refused =
    refusePlace(plan, person, { number: other.number, without, field }) ??
    refusePlace(plan, other, { number: person.number, without, field });
  return refused ?? { person, other, number: other.number };
}

interface Wanted {
  readonly number: number;
  /** Who leaves it. */
  readonly without: readonly string[];
  readonly field: string;
}

function refusePlace(
  { groups, placed }: ReadPlan,
  person: PlacedPerson,
  { number, without, field }: Wanted,
): Refusal | null {
  const group = groups.find((one) => one.number === number);
  if (group === undefined) return refuseGroups('no_such_group', { groups: groups.length }, { field });
  if (group.mode !== null && group.mode !== person.mode) return refuseGroups('other_mode', { number }, { field });
  const colleague = placed.find(
    (one) =>
      one.number === number &&
      !without.includes(one.id) &&
      companyOf(one) === companyOf(person) &&
      one.id !== person.id,
  );
  return colleague === undefined ? null : refuseGroups('with_colleague', { number, name: colleague.name }, { field });
}

export async function movePerson(transaction: Transaction, asked: MovePerson): Promise<MovedInGroups | Refusal> {
  const { sessionId, by, now } = asked;
  const session = await lockSessionFor(transaction, sessionId, by);
  if (isRefusal(session)) return session;
  const plan = await readPlan(transaction, sessionId);
  if (plan === null) return refuseGroups('no_groups', {}, { field: 'session' });
  const refused = refuseOver(session, now);
  if (refused) return refused;
  const outdated = refuseChangedGroups(plan, asked.version);
  if (outdated) return outdated;
  const move = findMove(plan, asked);
  if (isRefusal(move)) return move;
  const { person, other, number } = move;
  const planId = plan.id;
  const place = async (personId: string, to: number | null) => {
    await transaction.groupPlace.update({ where: { planId_personId: { planId, personId } }, data: { number: to } });
  };
  // Two colleagues who swap are never in one group, not even for a moment.
  if (other !== null) await place(other.id, null);
  await place(person.id, number);
  if (other !== null) await place(other.id, person.number);
  await transaction.groupPlan.update({
    where: { id: planId },
    data: { version: { increment: 1 }, changedById: by.personId, changedAt: now },
  });
  return { session, name: person.name, number, other: other?.name ?? null };
}

/** Refused where the session has no groups, or there is no such session. */
export async function readPlanFor(transaction: Transaction, session: Session | null): Promise<ReadPlan | Refusal> {
  if (session === null) return refuse('not_found', {});
  return (await readPlan(transaction, session.id)) ?? refuseGroups('no_groups', {}, { field: 'session' });
}
