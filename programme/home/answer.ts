/** What an answer to a question is, and the session that it is about where none is named. */
import { actingMember } from '../members/acting-member.js';
import type { Button } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { sessionButton } from '../sessions/describe.js';
import { answerButtons, attendButtons, declineButtons } from '../sessions/participant-buttons.js';
import { type OwnSession, readOwnSession, sessionsConcerning } from '../sessions/queries.js';
import { homeTexts } from './texts.js';

/** What there is to say, and what can be done next. `asks`: it is not all, so the secretariat is named. */
export interface FactAnswer {
  readonly line: string;
  readonly buttons: readonly Button[];
  readonly asks?: boolean;
}

/** As many as are looked at for the one that is meant. */
const LOOKED_AT = 20;

/** Those that take place, the nearest in time first. */
export async function concerning(context: Context, time: 'coming' | 'past'): Promise<readonly OwnSession[]> {
  const asked = { member: actingMember(context), time, now: context.now } as const;
  const found = await sessionsConcerning(context.transaction, asked, { from: 0, size: LOOKED_AT });
  return found.filter(({ session }) => session.state === 'scheduled');
}

/** The session that was named or else the next one that fits or, where none does, the next one. Null where none is to come. */
export async function sessionMeant(
  context: Context,
  named: string | undefined,
  fits: (shown: OwnSession) => boolean = () => true,
): Promise<OwnSession | null> {
  if (named !== undefined) return await readOwnSession(context.transaction, named, actingMember(context));
  const coming = await concerning(context, 'coming');
  return coming.find(fits) ?? coming[0] ?? null;
}

/** What the person does next about a session: to attend, to answer, or to read on. */
export function followingButtons(context: Context, { session, own, recorded }: OwnSession): readonly Button[] {
  const details = sessionButton(context, 'session.show', session);
  if (context.membership.role !== 'participant') return [details];
  return [
    ...attendButtons(context, session, own, recorded),
    ...answerButtons(context, session, own),
    ...declineButtons(context, session, own),
    details,
  ];
}

export function noSession({ language }: Context): FactAnswer {
  return { line: homeTexts[language].answers.noSession, buttons: [], asks: true };
}
