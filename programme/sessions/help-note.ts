/** Examples of what can be said in words, with one of registering only where there is a session to register for. */
import type { Context } from '../requests/context.js';
import type { WithOwn } from './list-sessions.js';
import { isFor, modesOf, refuseTooLate } from './rules.js';

/** The examples; that of registering names the first of these sessions that the person has not answered yet and still can. */
export function helpNote({ texts, membership, now }: Context, sessions: readonly WithOwn[]): string {
  const next = sessions.find((session) => {
    const [own] = session.registrations;
    const unanswered = own === undefined || own.state === 'cancelled';
    return unanswered && refuseTooLate(session, membership, now) === null && isFor(session, membership.level);
  });
  const mode = next && membership.role === 'participant' ? modesOf(next).at(-1) : undefined;
  return next && mode
    ? `${texts.members.helpNote}${texts.sessions.registerExample(next.code, mode)}`
    : texts.members.helpNote;
}
