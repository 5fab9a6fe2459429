/** Makes the account of a request from the sender of an activity. */
import { z } from 'zod';
import type { RequestingAccount } from '../../programme/requests/request.js';
import type { IncomingActivity } from './activity.js';
import type { TeamsSdk } from './types.js';

const member = z.object({
  tenantId: z.string(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

export function accountOf(incoming: IncomingActivity, sdk: TeamsSdk): RequestingAccount {
  return {
    platform: 'teams',
    tenant: incoming.tenant,
    userId: incoming.userId,
    address: incoming.address,
    language: incoming.language,
    // In a turn of its own, for the request may outlive the activity's.
    async verifiedEmail() {
      let found: unknown;
      const { serviceUrl, bot } = incoming.address;
      const reference = { serviceUrl, bot, conversation: { id: incoming.conversation } };
      await sdk.continueConversation(reference, async (turn) => {
        found = await turn.findMember(incoming.teamsId);
      });
      return emailOf(found, incoming.tenant);
    },
  };
}

/** The address that this tenant vouches for; of a guest only what the host tenant itself has entered. */
export function emailOf(found: unknown, tenant: string): string | null {
  const read = member.safeParse(found);
  if (!read.success || read.data.tenantId !== tenant) return null;
  const { email, userPrincipalName } = read.data;
  const candidates = [email, userPrincipalName].map((address) => address?.trim().toLowerCase());
  return candidates.find((address) => address?.includes('@') && !address.includes('#ext#')) ?? null;
}
