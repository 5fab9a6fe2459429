/** Finds the attendee whom somebody named in words. Where there is no such person, the form asks; the one who wrote is never taken instead. */
import { z } from 'zod';
import { findPeople } from '../members/find-people.js';
import type { Values } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import type { Refusal } from '../requests/refusal.js';
import { refuseRegistration } from './refuse-registration.js';

/** A name as it was written, with an @ where it is a mention. */
export const perhapsNamed = z.string().max(100).optional();

/** The input with the person whom the name means, where it can mean only one. */
export async function withNamed(context: Context, given: Values): Promise<Values> {
  const { named, person } = given;
  if (typeof named !== 'string' || person !== undefined) return given;
  const found = await findNamed(context, named);
  // Without a person the form asks; a null keeps the input from meaning the person who acts.
  return { ...given, person: found };
}

/** The same for who comes in somebody's place; where it may be several, or nobody, the form asks. */
export async function withDeputy(context: Context, given: Values): Promise<Values> {
  const input = await withNamed(context, given);
  const { deputy, substitute } = input;
  if (typeof deputy !== 'string' || substitute !== undefined) return input;
  const found = await findNamed(context, deputy);
  return found === null ? input : { ...input, substitute: found };
}

/** Refuses where a name was given and nobody was found, and the action has no form to choose from. */
export function refuseUnknownName({ named, person }: Values): Refusal | null {
  return typeof named === 'string' && person === null ? refuseRegistration('attendee_unknown', { name: named }) : null;
}

async function findNamed(context: Context, named: string): Promise<string | null> {
  const { membership, transaction, actor } = context;
  const typed = named.replace(/^@/, '');
  const companyId = membership.role === 'participant' ? membership.companyId : null;
  if (typed !== named) {
    const acting = await transaction.account.findUniqueOrThrow({
      where: { id: actor.accountId },
      select: { tenant: true },
    });
    // Whom a mention names may be of another company or programme, which no guard has looked at yet.
    const attends = {
      programmeId: membership.programmeId,
      role: 'participant',
      endedAt: null,
      ...(companyId !== null && { companyId }),
    } as const;
    const account = await transaction.account.findFirst({
      where: {
        platform: actor.platform,
        tenant: acting.tenant,
        userId: typed,
        person: { memberships: { some: attends } },
      },
      select: { personId: true },
    });
    if (account !== null) return account.personId;
  }
  const [only, other] = await findPeople(context, { typed, roles: ['participant'], companyId });
  return only === undefined || other !== undefined ? null : only.value;
}
