/** The one place that decides whether a person may do something: by role, programme, company and person. */
import type { Action, MemberAction, Subject } from './action.js';
import type { ActingPerson, Membership } from './context.js';
import { type Refusal, refuse } from './refusal.js';

/**
 * The membership that lets the person do this, or the refusal. What belongs to another programme, company or person is
 * refused as not found, so that nobody learns that it exists. `subject` null: there is no such thing.
 */
export function authorise(
  action: MemberAction,
  person: ActingPerson,
  subject: Subject | 'own' | null,
): Membership | Refusal {
  if (subject === null) return refuse('not_found', {});
  // Before the role is looked at, which would tell someone of another role that there is such a thing.
  if (subject !== 'own' && isAnothers(subject, person)) return refuse('not_found', {});
  const inReach =
    subject === 'own' ? chosenFirst(person) : person.memberships.filter((m) => m.programmeId === subject.programmeId);
  if (inReach.length === 0) return subject === 'own' ? refuse('no_programme', {}) : refuse('not_found', {});
  const fitting = inReach.filter((membership) => action.who.includes(membership.role));
  if (fitting.length === 0) return refuse('not_allowed', {});
  const allowed = fitting.find((membership) => subject === 'own' || ownsOrOversees(membership, subject));
  return allowed ?? refuse('not_found', {});
}

function isAnothers({ personId }: Subject, person: ActingPerson): boolean {
  return personId !== undefined && personId !== person.id;
}

/** Participants touch what is their own company's or everyone's; staff touches the whole programme. */
function ownsOrOversees(membership: Membership, subject: Subject): boolean {
  if (membership.role !== 'participant') return true;
  return subject.companyId === null || subject.companyId === membership.companyId;
}

/** The person's membership in one of these roles, in the programme they chose or else the latest. */
export function authoriseOwn(who: readonly Membership['role'][], person: ActingPerson): Membership | Refusal {
  return chosenFirst(person).find(({ role }) => who.includes(role)) ?? refuse('no_programme', {});
}

function chosenFirst(person: ActingPerson): readonly Membership[] {
  const rank = (membership: Membership) => (membership.programmeId === person.chosenProgrammeId ? 0 : 1);
  return [...person.memberships].sort((a, b) => rank(a) - rank(b));
}

/** Whether the person has, in any programme, a role that may take this action: what menus and the help offer. */
export function mayTry(action: Action, person: ActingPerson | null): boolean {
  if (action.who === 'anyone') return true;
  return person?.memberships.some((membership) => action.who.includes(membership.role)) ?? false;
}
