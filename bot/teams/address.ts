/** The address of an account: the conversation reference by which the bot can write to the person first. */
import { z } from 'zod';

const party = z.object({ id: z.string().min(1), name: z.string().optional(), aadObjectId: z.string().optional() });

/** Flat, because known parts are kept where a later request knows less: a channel does not know the personal chat. */
const teamsAddress = z.object({
  serviceUrl: z.url(),
  tenant: z.string().min(1),
  bot: party,
  user: party,
  /** The personal chat; absent until the bot has seen or created it. */
  conversation: z
    .object({ id: z.string().min(1), conversationType: z.literal('personal'), tenantId: z.string() })
    .optional(),
});

/** A channel of a team; `team` is the team's identifier. */
const placeAddress = z.object({
  serviceUrl: z.url(),
  team: z.string().min(1),
  bot: party,
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.literal('channel'),
    isGroup: z.literal(true),
    tenantId: z.string().min(1),
  }),
});

export type TeamsPlaceAddress = z.infer<typeof placeAddress>;

export type TeamsAddress = z.infer<typeof teamsAddress>;
export type KnownAddress = TeamsAddress & Required<Pick<TeamsAddress, 'conversation'>>;

export function readAddress(value: unknown): TeamsAddress | null {
  const read = teamsAddress.safeParse(value);
  return read.success ? read.data : null;
}

export function readPlaceAddress(value: unknown): TeamsPlaceAddress | null {
  const read = placeAddress.safeParse(value);
  return read.success ? read.data : null;
}

export function hasConversation(address: TeamsAddress): address is KnownAddress {
  return address.conversation !== undefined;
}
