/** Makes the code that is put up in the room: only people who are there can read it. */
import { randomInt } from 'node:crypto';

/** Six digits, leading zeros included; not guessable from the codes of other sessions. */
export function newCheckInCode(): string {
  return randomInt(1_000_000).toString().padStart(6, '0');
}
