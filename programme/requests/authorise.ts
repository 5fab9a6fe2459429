/** The one place that decides whether a person may do something: by role, programme, company and person. */
import type { Action, MemberAction } from './action.js';
import type { ActingPerson, Membership } from './context.js';
import { type Named, namesFile } from './identifiers.js';
import type { Belonging } from './places.sql.js';
import { type Refusal, refuse } from './refusal.js';

/** The membership that lets the person do this, and where what the input names belongs for them. */
export interface Authorised {
  readonly membership: Membership;
  /** In the order of what was named. */
  readonly places: readonly Belonging[];
}

/** What is named is there for the person in several programmes, none of which they look at. */
export interface Ambiguous {
  readonly ambiguous: readonly Authorised[];
}

/**
 * Whether the person may, for everything that the input names: all of it must be in reach of one of their memberships. What
 * belongs to another programme, company or person is refused as not found, so that nobody learns that it exists.
 */
export function authorise(
  action: Pick<MemberAction, 'who'>,
  person: ActingPerson,
  named: readonly Named[],
): Authorised | Ambiguous | Refusal {
  const programmes = programmesAtHand(person);
  // Before the role is looked at, which would tell someone of another role that there is such a thing.
  const known = programmes.filter((id) => named.every(({ places }) => places.some(belongsTo(id, person))));
  if (known.length === 0)
    return named.length === 0 ? refuse('no_programme', {}) : refuseUnknown(named, person, programmes);
  const fitting = person.memberships.filter(
    ({ role, programmeId }) => action.who.includes(role) && known.includes(programmeId),
  );
  if (fitting.length === 0) return refuse('not_allowed', {});
  const allowed = known.flatMap((id) => allowedIn(id, person, fitting, named));
  const [first, ...others] = allowed;
  if (first === undefined) return refuse('not_found', {});
  // Without a name there is nothing to mistake, and what the person looks at is what they mean.
  const isAtHand = first.membership.programmeId === programmes[0];
  return named.length === 0 || isAtHand || others.length === 0 ? first : { ambiguous: allowed };
}

/** A file that ran out and one of somebody else's are refused in the same words, which tell what to do about the former. */
function refuseUnknown(named: readonly Named[], person: ActingPerson, programmes: readonly string[]): Refusal {
  const isUnknown = ({ places }: Named) => !programmes.some((id) => places.some(belongsTo(id, person)));
  return named.some((one) => namesFile(one) && isUnknown(one)) ? refuse('file_not_found', {}) : refuse('not_found', {});
}

function belongsTo(programmeId: string, person: ActingPerson): (place: Belonging) => boolean {
  return (place) => place.programmeId === programmeId && (place.personId === null || place.personId === person.id);
}

function allowedIn(
  programmeId: string,
  person: ActingPerson,
  fitting: readonly Membership[],
  named: readonly Named[],
): readonly Authorised[] {
  for (const membership of fitting.filter((one) => one.programmeId === programmeId)) {
    const reached = (place: Belonging) =>
      belongsTo(programmeId, person)(place) && ownsOrOversees(membership, person, place);
    const places = named.flatMap(({ places: possible }) => possible.find(reached) ?? []);
    if (places.length === named.length) return [{ membership, places }];
  }
  return [];
}

/**
 * Participants touch what is their own company's or everyone's, advisers what is everyone's or that of a company they look
 * after now; the rest of the staff touches the whole programme.
 */
function ownsOrOversees(
  { role, companyId: own }: Membership,
  { id }: Pick<ActingPerson, 'id'>,
  { companyId, adviserIds }: Belonging,
): boolean {
  if (companyId === null) return true;
  if (role === 'adviser') return adviserIds.includes(id);
  return role !== 'participant' || companyId === own;
}

/** The person's membership in one of these roles, in the programme at hand. */
export function authoriseOwn(who: readonly Membership['role'][], person: ActingPerson): Membership | Refusal {
  const allowed = authorise({ who }, person, []);
  if ('membership' in allowed) return allowed.membership;
  return 'ambiguous' in allowed ? refuse('no_programme', {}) : allowed;
}

/**
 * The person's programmes, the one at hand first: the one that they chose, or else the one that goes on and began last, as
 * their overview and their lists show it. Every look-up goes by this order.
 */
function programmesAtHand({ memberships, chosenProgrammeId }: ActingPerson): readonly string[] {
  const all = [...new Set(memberships.map(({ programmeId }) => programmeId))];
  const rank = (id: string) => (id === chosenProgrammeId ? 0 : 1);
  return all.sort((a, b) => rank(a) - rank(b));
}

/** Whether the person has, in any programme, a role that may take this action: what menus and the help offer. */
export function mayTry(action: Action, person: ActingPerson | null): boolean {
  if (action.who === 'anyone') return true;
  return person?.memberships.some((membership) => action.who.includes(membership.role)) ?? false;
}
