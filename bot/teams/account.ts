/** Who sent an activity, as the programme knows accounts. */
import type { CloudAdapter, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { RequestingAccount } from '../../programme/requests/request.js';
import type { Incoming } from './activity.js';

const member = z.object({
  tenantId: z.string(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

export type FindMember = (context: TurnContext, userId: string) => Promise<unknown>;

export function accountOf(
  incoming: Incoming,
  parts: { readonly adapter: CloudAdapter; readonly appId: string; readonly findMember: FindMember },
): RequestingAccount {
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
      const conversation = { id: incoming.conversation, isGroup: false, name: '', conversationType: '' };
      const reference = { channelId: 'msteams', serviceUrl, bot: { name: '', ...bot }, conversation };
      await parts.adapter.continueConversationAsync(parts.appId, reference, async (context) => {
        found = await parts.findMember(context, incoming.teamsId);
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
