/** Recognises an invitation code that is sent by itself, so that nobody needs to know a command before they are let in. */
import { readInvitationCode } from '../../programme/members/invitation-code.js';

/** With hyphens or at least one digit: twelve letters alone may be a word. */
export function isInvitationCode(text: string): boolean {
  const typed = text.normalize('NFKC').trim();
  return readInvitationCode(typed) !== null && /^[a-z0-9-‐ー−]+$/i.test(typed) && /[\d-]/.test(typed);
}
