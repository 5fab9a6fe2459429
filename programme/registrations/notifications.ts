/** The kinds of notifications about somebody's registration, each made from the truth at the time of sending. */
import { z } from 'zod';
import { inBoth, pick } from '../messages/bilingual.js';
import type { Message } from '../messages/message.js';
import { type Composing, notificationKind } from '../notifications/kind.js';
import type { BaseContext } from '../requests/context.js';
import { sessionTitle, standing } from '../sessions/describe.js';
import { withCalendar } from '../sessions/session-invitation.js';
import { aboutSession, isActive, isOver, sessionNotice } from '../sessions/session-notice.js';
import { sessionTexts } from '../sessions/texts.js';
import { registrationTexts } from './texts.js';

export const sessionRegistered = notificationKind('session.registered', {
  name: { ja: 'ほかの方による登録・変更', en: 'registered or changed by someone else' },
  compose: async (context, about) => await withCalendar(context, about, await composeRegistered(context, about)),
});

export const sessionCancelled = notificationKind('session.cancelled', {
  name: { ja: 'ほかの方による取り消し', en: 'cancelled by someone else' },
  compose: async (context, about) => await withCalendar(context, about, await composeCancelled(context, about)),
});

export const sessionPromoted = notificationKind('session.promoted', {
  name: { ja: 'キャンセル待ちからの繰り上げ', en: 'moved up from the waitlist' },
  compose: async (context, about) => await withCalendar(context, about, await composePromoted(context, about)),
});

/** Somebody else registered the person, changed their mode, or sent them as a substitute. */
async function composeRegistered(context: BaseContext, notification: Composing): Promise<Message | null> {
  const found = await aboutSession(context, notification);
  const by = await actorName(context, notification.data);
  const name = await nameOf(context, notification.personId);
  if (found === null || by === null || name === null || !isActive(found.registration) || isOver(context, found.session))
    return null;
  const { session, registration } = found;
  const { notices } = registrationTexts[context.language];
  const text = notices.registered({
    by,
    name,
    title: sessionTitle(context, session),
    standing: standing(context, registration),
  });
  return sessionNotice(context, session, registration, text);
}

/** Somebody else gave up the person's place; untrue once they are registered again. */
async function composeCancelled(context: BaseContext, notification: Composing): Promise<Message | null> {
  const found = await aboutSession(context, notification);
  const by = await actorName(context, notification.data);
  const name = await nameOf(context, notification.personId);
  if (found === null || by === null || name === null || isActive(found.registration) || isOver(context, found.session))
    return null;
  const text = registrationTexts[context.language].notices.cancelled({
    by,
    name,
    title: sessionTitle(context, found.session),
  });
  return sessionNotice(context, found.session, found.registration, text);
}

async function composePromoted(context: BaseContext, notification: Composing): Promise<Message | null> {
  const found = await aboutSession(context, notification);
  const { mode } = z.object({ mode: z.enum(['onsite', 'online']) }).parse(notification.data);
  if (found === null || isOver(context, found.session)) return null;
  const { session, registration } = found;
  if (registration?.state !== 'confirmed' || registration.mode !== mode) return null;

  const text = registrationTexts[context.language].notices.promoted({
    title: sessionTitle(context, session),
    mode: sessionTexts[context.language].modes[mode],
  });
  return sessionNotice(context, session, registration, text);
}

async function actorName(context: BaseContext, data: unknown): Promise<string | null> {
  const { by } = z.object({ by: z.uuid() }).parse(data);
  return await nameOf(context, by);
}

async function nameOf(context: BaseContext, personId: string): Promise<string | null> {
  const person = await context.transaction.person.findUnique({ where: { id: personId } });
  return person === null ? null : pick(context.language, inBoth(person.nameJa, person.nameEn));
}
