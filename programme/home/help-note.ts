/** Examples of what can be said in words, with one of registering only where there is a session to register for. */
import { memberTexts } from '../members/texts.js';
import { registrationTexts } from '../registrations/texts.js';
import type { Context } from '../requests/context.js';
import type { OwnSession } from '../sessions/queries.js';
import { modesOf } from '../sessions/rules.js';
import { nextToAnswer } from './next-to-answer.js';

/** The examples; that of registering names the first of these sessions that the person has not answered yet and still can. */
export function helpNote({ language, membership, now }: Context, sessions: readonly OwnSession[]): string {
  const next = nextToAnswer({ membership, now }, sessions);
  const mode = next && membership.role === 'participant' ? modesOf(next).at(-1) : undefined;
  return next && mode
    ? `${memberTexts[language].helpNote}${registrationTexts[language].registerExample(next.code, mode)}`
    : memberTexts[language].helpNote;
}
