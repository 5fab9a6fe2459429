/** Receives what happens to teams and their channels: where the app is, announcements can be posted. */
import { keepPlace, knownPlaces, leaveGroup } from '../../programme/announcements/places/keep-places.js';
import type { TeamsPlaceAddress } from './address.js';
import type { Turn } from './teams-context.js';

/** Source: learn.microsoft.com, "Conversation events in your Teams bot". */
const gone: ReadonlySet<string> = new Set(['teamArchived', 'teamDeleted', 'teamHardDeleted']);
const changed: ReadonlySet<string> = new Set([
  ...['channelCreated', 'channelDeleted', 'channelRenamed', 'channelRestored'],
  ...['teamRenamed', 'teamRestored', 'teamUnarchived'],
]);

/** Never throws. */
export async function receiveTeam(turn: Turn): Promise<void> {
  const { incoming } = turn;
  const { team, eventType, action } = incoming;
  if (incoming.personal || team === null) return;
  if (incoming.botRemoved || action === 'remove' || gone.has(eventType ?? '')) return await leave(turn, team);
  if (incoming.botAdded || action === 'add' || changed.has(eventType ?? '')) await look(turn, team);
}

/** Where somebody talks to the app in a channel of which it was never told. Never throws. */
export async function receiveChannel(turn: Turn): Promise<void> {
  const { services, incoming } = turn;
  const { team, tenant } = incoming;
  if (incoming.personal || team === null) return;
  const [channel = ''] = incoming.conversation.split(';');
  try {
    const known = await knownPlaces(services, { platform: 'teams', tenant });
    if (!known.includes(channel)) await look(turn, team);
  } catch (error) {
    services.log.warn({ error }, 'a channel could not be looked at');
  }
}

async function leave({ services, incoming }: Turn, team: string): Promise<void> {
  try {
    await leaveGroup(services, { platform: 'teams', tenant: incoming.tenant }, { key: 'team', value: team });
  } catch (error) {
    services.log.warn({ error }, 'a team that the app left could not be noted');
  }
}

/** Keeps every channel of the team, as Teams lists them now; a channel that is gone is left. */
async function look({ services, incoming, sdkTurn }: Turn, team: string): Promise<void> {
  const { tenant } = incoming;
  const tenancy = { platform: 'teams', tenant } as const;
  try {
    const { name, channels } = await sdkTurn.findTeam(team);
    for (const channel of channels) {
      await keepPlace(services, tenancy, {
        conversation: channel.id,
        name: channel.name === null ? name : `${name} > ${channel.name}`,
        address: addressOf(incoming, team, channel.id),
        readers: 'members',
      });
    }
    await leaveGroup(services, tenancy, { key: 'team', value: team, except: channels.map(({ id }) => id) });
  } catch (error) {
    services.log.warn({ error }, 'Teams did not tell of a team in which the app is');
  }
}

function addressOf({ address, tenant }: Turn['incoming'], team: string, channel: string) {
  const { serviceUrl, bot } = address;
  return {
    ...{ serviceUrl, team, bot: { ...bot } },
    conversation: { id: channel, conversationType: 'channel', isGroup: true, tenantId: tenant },
  } satisfies TeamsPlaceAddress;
}
