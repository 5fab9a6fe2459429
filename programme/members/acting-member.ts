/** Who acts, as a use case knows them, whether an action, the import, a job or a test calls it. */
import type { Context, Membership } from '../requests/context.js';

/** A person in the role in which they act. */
export interface ActingMember extends Membership {
  readonly personId: string;
}

export function actingMember({ person, membership }: Pick<Context, 'person' | 'membership'>): ActingMember {
  return { ...membership, personId: person.id };
}
