/** Makes the code that is put up in the room, so that only who is there can check in. */
import { randomInt } from 'node:crypto';

/** Six digits, leading zeros included; not guessable from the codes of other sessions. */
export function newCheckInCode(): string {
  return randomInt(1_000_000).toString().padStart(6, '0');
}
