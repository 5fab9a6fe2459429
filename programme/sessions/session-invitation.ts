/** A session in people's calendars: what each reader's entry says, and the elements that bring it. */
import type { Registration, Session } from '../../prisma/client.js';
import { type CalendarEntry, invitationElements } from '../calendar/invite.js';
import { inBoth, pick } from '../messages/bilingual.js';
import type { Element, Message } from '../messages/message.js';
import type { Composing, ComposingContext } from '../notifications/kind.js';
import type { Context } from '../requests/context.js';
import { sessionCalendarTexts } from './calendar-texts.js';
import { sessionTitle } from './describe.js';
import { linkFor } from './rules.js';
import { sessionTexts } from './texts.js';

type Inviting = ComposingContext;

/** Whether the session takes place for this reader, who holds a place in it. */
export function hasPlace(
  session: Pick<Session, 'state' | 'endsAt'>,
  own: Pick<Registration, 'state'> | null,
  now: Date,
): boolean {
  return own?.state === 'confirmed' && session.state === 'scheduled' && session.endsAt > now;
}

/**
 * The calendar file for this reader, with words on what to do: an invitation for who holds a place, a withdrawal for who no longer
 * does and whose calendar was given it. `onlyUpdates`: nothing for those who never asked for it.
 */
export async function sessionInvitation(
  context: Inviting,
  sessionId: string,
  { personId, onlyUpdates }: { readonly personId: string; readonly onlyUpdates: boolean },
): Promise<readonly Element[]> {
  const { transaction, now } = context;
  const { registrations, ...session } = await transaction.session.findUniqueOrThrow({
    where: { id: sessionId },
    include: { registrations: { where: { personId } } },
  });
  if (session.endsAt <= now) return [];
  const own = registrations[0] ?? null;
  const stands = hasPlace(session, own, now);
  const entry = entryFor(context, session, own);
  return await invitationElements(context, { personId, entry, stands, onlyUpdates });
}

/** A notice with the file that brings its reader's calendar up to date, where their calendar was given the session. */
export async function withCalendar(
  context: Inviting,
  { subjectId, personId }: Composing,
  message: Message | null,
): Promise<Message | null> {
  if (message === null || subjectId === null) return message;
  const update = await sessionInvitation(context, subjectId, { personId, onlyUpdates: true });
  return { ...message, elements: [...message.elements, ...update] };
}

/** The same for what people are told after changing a registration: only of their own do they get the file here. */
export async function withOwnCalendar(
  context: Context,
  sessionId: string,
  { personId, message }: { readonly personId: string; readonly message: Message },
): Promise<Message> {
  if (personId !== context.person.id) return message;
  const update = await sessionInvitation(context, sessionId, { personId, onlyUpdates: true });
  return { ...message, elements: [...message.elements, ...update] };
}

/** The link only for those who come online, the place only for those who come there. */
function entryFor(context: Inviting, session: Session, own: Registration | null): CalendarEntry {
  const { language } = context;
  const { labels, modes } = sessionTexts[language];
  const { id, programmeId, startsAt, endsAt, timeZone } = session;
  const link = linkFor(session, own) ?? '';
  const mode = own?.mode ?? null;
  const venue = pick(language, inBoth(session.venueJa, session.venueEn));
  const lines = [mode === null ? '' : `${labels.mode}: ${modes[mode]}`, link, sessionCalendarTexts[language].inChat];
  return {
    ...{ subjectId: id, programmeId, startsAt, endsAt, timeZone, link },
    title: sessionTitle(context, session),
    place: mode === 'online' ? modes.online : venue,
    description: lines.filter((line) => line !== '').join('\n'),
  };
}
