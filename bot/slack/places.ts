/** Finds out in which channels the app is, one by one and all of them. Source: docs.slack.dev/reference/objects/conversation-object */
import { z } from 'zod';
import {
  type FoundPlace,
  keepPlace,
  knownPlaces,
  leavePlace,
} from '../../programme/announcements/places/keep-places.js';
import { slackError } from './api-errors.js';
import type { SlackPlaceAddress } from './gateway.js';
import type { SlackContext } from './slack-context.js';

const channel = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  is_private: z.boolean().optional(),
  is_archived: z.boolean().optional(),
  is_member: z.boolean().optional(),
  /** With other organisations, or with other workspaces of one's own. */
  is_ext_shared: z.boolean().optional(),
  is_pending_ext_shared: z.boolean().optional(),
  is_org_shared: z.boolean().optional(),
});

type Channel = z.infer<typeof channel>;

function foundPlace({ id, name, ...is }: Channel): FoundPlace {
  const address: SlackPlaceAddress = { channel: id };
  const isShared = is.is_ext_shared === true || is.is_pending_ext_shared === true || is.is_org_shared === true;
  const readers = isShared ? 'others' : is.is_private === true ? 'members' : 'tenant';
  return { conversation: id, name: `#${name}`, address: { ...address }, readers };
}

export interface ChannelLooks {
  /** What an event says may be older than what happened since, so that Slack is asked how it is now. */
  lookAt(channel: string): void;
  /** Everything that the app missed while it was away. */
  lookAtAll(): void;
}

/** One look at a time, so that what was seen first is not written last. What Slack does not answer is seen at the next look at all. */
export function channelLooks(context: SlackContext): ChannelLooks {
  let last = Promise.resolve();
  const next = (work: () => Promise<void>) => {
    const before = last;
    last = context.background.track(async () => {
      await before;
      await work().catch((error: unknown) =>
        context.services.log.warn(
          { reason: slackError(error) ?? (error instanceof Error ? error.name : 'unknown') },
          'Slack did not tell in which channels the app is',
        ),
      );
    });
  };
  return {
    lookAt: (id) => next(async () => await lookAtChannel(context, id)),
    lookAtAll: () => next(async () => await lookAtAllChannels(context)),
  };
}

async function lookAtChannel({ services, client, team }: SlackContext, id: string): Promise<void> {
  const tenancy = { platform: 'slack', tenant: team } as const;
  const found = await client.conversations.info({ channel: id }).catch((error: unknown) => {
    // A private channel that the app is not in does not exist for it.
    if (slackError(error) === 'channel_not_found') return null;
    throw error;
  });
  const read = channel.safeParse(found?.channel);
  const isThere = read.success && read.data.is_member === true && read.data.is_archived !== true;
  if (isThere) await keepPlace(services, tenancy, foundPlace(read.data));
  else await leavePlace(services, tenancy, id);
}

const PAGE = 200;

/** Far more channels than an app of one programme is in. */
const MOST_PAGES = 20;

async function lookAtAllChannels(context: SlackContext): Promise<void> {
  const { services, client, team } = context;
  const tenancy = { platform: 'slack', tenant: team } as const;
  const listed = new Set<string>();
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await client.users.conversations({
      ...{ types: 'public_channel,private_channel', exclude_archived: true, limit: PAGE },
      ...(cursor !== '' && { cursor }),
    });
    for (const one of answer.channels ?? []) {
      const read = channel.safeParse(one);
      if (!read.success) continue;
      listed.add(read.data.id);
      await keepPlace(services, tenancy, foundPlace(read.data));
    }
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (cursor === '') break;
  }
  // Of a channel that came while they were listed the list says nothing.
  for (const known of await knownPlaces(services, tenancy)) if (!listed.has(known)) await lookAtChannel(context, known);
}
