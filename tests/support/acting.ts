/** Who acts, for use cases that a test calls without a chat. */
import type { Programme, Role } from '../../prisma/client.js';
import type { ActingMember } from '../../programme/members/acting-member.js';
import type { BuiltPerson } from './factories.js';

/** A person of `buildPerson` in the role in which they were built. */
export function acting(
  { id, company }: Pick<BuiltPerson, 'id' | 'company'>,
  { id: programmeId }: Pick<Programme, 'id'>,
  role: Role = 'participant',
): ActingMember {
  const level = role === 'participant' ? 'working' : null;
  return { personId: id, programmeId, role, level, companyId: company?.id ?? null };
}
