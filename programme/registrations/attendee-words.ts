/** The attendee in words, and whether a preview may show what would become of the registration. */
import { actingMember } from '../members/acting-member.js';
import { unreachedWords } from '../members/reach.js';
import { memberTexts } from '../members/texts.js';
import { inBoth, pick } from '../messages/bilingual.js';
import type { Element, Fact } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { sessionTitle } from '../sessions/describe.js';
import { findSession } from '../sessions/find-session.js';
import { sessionTexts } from '../sessions/texts.js';
import type { AttendeeFilter } from './attendee-filter.js';
import { type Attendee, findAttendee, refuseAttendee } from './find-attendee.js';
import { readSeats, type Seats } from './registrations.sql.js';
import type { RuleInput } from './rules.js';
import { registrationTexts } from './texts.js';

/** What a list of a session's attendees is called; `shown`: whom it shows, null for everyone. */
export function attendeesTitle(context: Context, session: RuleInput['session'], shown: AttendeeFilter | null): string {
  const { attendees } = registrationTexts[context.language];
  const title = sessionTitle(context, session);
  return shown === null ? attendees.title(title) : attendees.titleOf(title, attendees.labels[shown]);
}

export function attendeeName({ language, person }: Context, { name }: Pick<Attendee, 'name'>): string {
  return memberTexts[language].personName(pick(language, name ?? inBoth(person.nameJa, person.nameEn)));
}

/** The name where the attendee is somebody else than the person who acts. */
export function nameOfOther(context: Context, attendee: Pick<Attendee, 'personId' | 'name'>): string | null {
  return attendee.personId === context.person.id ? null : attendeeName(context, attendee);
}

/** Says who of the attendees will not hear of it in chat; false where everyone will. */
export function unreachedNote({ language }: Context, attendees: readonly Attendee[]): Element | false {
  const unreached = attendees.flatMap(({ name, isReachable }) => (name === null || isReachable ? [] : [name]));
  const text = unreachedWords(language, unreached);
  return text !== null && { kind: 'note', text };
}

/** Whose registration it is, where that is not the person's own. */
export async function attendeeFacts(context: Context, personId: string | undefined): Promise<readonly Fact[]> {
  if (personId === undefined || personId === context.person.id) return [];
  const attendee = await findAttendee(context.transaction, actingMember(context), personId);
  if (attendee === null) return [];
  return [{ label: sessionTexts[context.language].labels.attendee, value: attendeeName(context, attendee) }];
}

export interface Previewed {
  readonly session: string;
  readonly person?: string | undefined;
}

/** What a use case would act on. */
export interface Found {
  readonly session: RuleInput['session'];
  readonly attendee: Attendee;
  readonly seats: Seats;
}

/** What the use case would act on, or the refusal that it would give. */
export async function previewed(
  context: Context,
  { session: named, person }: Previewed,
  rule: (input: RuleInput) => Refusal | null,
): Promise<Found | Refusal> {
  const { transaction, membership, now } = context;
  const session = await findSession(context, named);
  if (session === null) return refuse('not_found', {});
  const attendee = await findAttendee(transaction, actingMember(context), person);
  if (attendee === null) return refuseAttendee(person);
  const seats = await readSeats(transaction, session.id, attendee.personId);
  const refused = rule({ session, own: seats.own, role: membership.role, level: attendee.level, now });
  return refused ?? { session, attendee, seats };
}
