/** Invitation codes: made, shown once, stored only as a digest. */
import { createHash, randomInt } from 'node:crypto';

/** Without letters and digits that are mistaken for each other on paper or the telephone. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** Twelve characters in three groups: 59 bits, far more than limited tries can guess. */
export function newInvitationCode(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** The code as typed, whatever its width, case and separators, as it was made; null when it cannot be one. */
export function readInvitationCode(typed: string): string | null {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  if (bare.length !== GROUPS * GROUP_LENGTH || [...bare].some((letter) => !alphabet.includes(letter))) return null;
  return bare.match(/.{4}/g)?.join('-') ?? null;
}

/** SHA-256: with 59 random bits a slow digest would add nothing. */
export function hashInvitationCode(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
