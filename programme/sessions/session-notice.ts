/** What the notices about a session have in common: whether they are still of use, and what they say below their first line. */
import type { Registration, Session } from '../../prisma/client.js';
import { type Element, elements, type Message } from '../messages/message.js';
import type { Composing } from '../notifications/kind.js';
import type { BaseContext } from '../requests/context.js';
import { linkFacts, sessionButton, sessionFacts, standing } from './describe.js';
import { sessionTexts } from './texts.js';

export interface AboutSessionNotice {
  readonly session: Session;
  readonly registration: Registration | null;
}

/** Null also where the person has left the programme since, so that nothing of it reaches them any more. */
export async function aboutSession(
  context: BaseContext,
  { subjectId, personId }: Composing,
): Promise<AboutSessionNotice | null> {
  if (subjectId === null) return null;
  const session = await context.transaction.session.findUnique({
    where: { id: subjectId },
    include: {
      registrations: { where: { personId } },
      programme: { select: { memberships: { where: { personId, endedAt: null }, take: 1 } } },
    },
  });
  if (session === null || session.programme.memberships.length === 0) return null;
  return { session, registration: session.registrations[0] ?? null };
}

export function isActive(registration: Registration | null): registration is Registration {
  return registration?.state === 'confirmed' || registration?.state === 'waiting';
}

export function isOver(context: BaseContext, session: Session): boolean {
  return session.state === 'called_off' || session.endsAt <= context.now;
}

/** A notice with what the session is, how the reader stands to it, and the way to its details. */
export function sessionNotice(
  context: BaseContext,
  session: Session,
  registration: Registration | null,
  text: string,
  { more = [], showsLink = true }: { readonly more?: readonly Element[]; readonly showsLink?: boolean } = {},
): Message {
  const { labels } = sessionTexts[context.language];
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      ...more,
      {
        kind: 'facts',
        facts: [
          ...sessionFacts(context, session),
          { label: labels.answer, value: standing(context, registration) },
          ...(showsLink ? linkFacts(context, session, registration) : []),
        ],
      },
      { kind: 'buttons', buttons: [sessionButton(context, 'session.show', session)] },
    ),
  };
}
