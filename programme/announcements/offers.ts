/** The actions to which an announcement's buttons lead, and the buttons for one reader. */
import { z } from 'zod';
import type { Role } from '../../prisma/client.js';
import type { ActionButton } from '../messages/message.js';
import type { Language } from '../requests/context.js';
import type { announcementTexts } from './texts.js';

export const offered = [
  'session.show',
  'session.register',
  'session.list',
  'consultation.find',
  'consultation.mine',
  'home.show',
] as const;

export type Offered = (typeof offered)[number];

/** How the buttons are kept with a version. */
export const buttonsSchema = z.array(z.enum(offered));

/** They lead to the session that the announcement is about. */
const aboutSession: ReadonlySet<Offered> = new Set(['session.show', 'session.register']);

/** Only participants can take these. */
const forParticipants: ReadonlySet<Offered> = new Set(['session.register', 'consultation.find', 'consultation.mine']);

/** Their forms open at once. */
const opensForm: ReadonlySet<Offered> = new Set(['session.register']);

export function needsSession(buttons: readonly Offered[]): boolean {
  return buttons.some((one) => aboutSession.has(one));
}

type Texts = (typeof announcementTexts)[Language];

/** The word in each language in which a message stands. */
export type InEach = (word: (texts: Texts) => string) => string;

/** `roles`: those of the reader, null where there are many: who cannot take one is told so when they press it. */
export function offerButtons(
  inEach: InEach,
  buttons: readonly Offered[],
  { session, roles }: { readonly session: string | null; readonly roles: readonly Role[] | null },
): readonly ActionButton[] {
  return buttons.flatMap((action) => {
    if (forParticipants.has(action) && roles?.includes('participant') === false) return [];
    if (aboutSession.has(action) && session === null) return [];
    const input = aboutSession.has(action) ? { session } : {};
    const form = opensForm.has(action) ? { form: true } : {};
    return [{ label: inEach(({ offers }) => offers[action]), action, input, ...form }];
  });
}
