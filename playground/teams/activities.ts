/** Builds the activities that Teams sends to a bot, with the fields that real ones carry. Samples: learn.microsoft.com, "Messages in bot conversations" and "Conversation events". */
import { randomUUID } from 'node:crypto';
import type { TeamsTeam, TeamsUser } from './people.js';
import type { Conversation } from './store.js';
import type { Account, Activity, ConversationAccount, Fields } from './wire.js';

export interface Sender {
  readonly serviceUrl: string;
  readonly bot: Account;
  readonly now: () => Date;
}

/** The wall-clock time in a zone with its offset, as Teams writes `localTimestamp`: 2024-11-07T15:30:00.000+09:00. */
function localTimestamp(at: Date, timezone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    timeZoneName: 'longOffset',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  const offset = part('timeZoneName').replace('GMT', '') || '+00:00';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}.${part('fractionalSecond')}${offset}`;
}

function account(user: TeamsUser): Account {
  return { id: user.id, name: user.name, aadObjectId: user.aadObjectId };
}

function conversationAccount(conversation: Conversation, thread: string | undefined): ConversationAccount {
  return conversation.type === 'personal'
    ? { conversationType: 'personal', tenantId: conversation.tenantId, id: conversation.id }
    : {
        isGroup: true,
        conversationType: 'channel',
        tenantId: conversation.tenantId,
        id: thread === undefined ? conversation.id : `${conversation.id};messageid=${thread}`,
      };
}

function channelData(conversation: Conversation): Fields {
  const tenant = { id: conversation.tenantId };
  return conversation.type === 'personal'
    ? { tenant }
    : {
        teamsChannelId: conversation.channel.id,
        teamsTeamId: conversation.team.id,
        channel: { id: conversation.channel.id },
        team: { id: conversation.team.id },
        tenant,
      };
}

interface ActivityContext {
  readonly user: TeamsUser;
  readonly conversation: Conversation;
  readonly thread?: string | undefined;
}

/** What every activity carries. Real install and conversation events have no locale, so it is left to those that have. */
function base(sender: Sender, type: string, { user, conversation, thread }: ActivityContext, id: string): Activity {
  return {
    type,
    id,
    timestamp: sender.now().toISOString(),
    channelId: 'msteams',
    serviceUrl: sender.serviceUrl,
    from: account(user),
    conversation: conversationAccount(conversation, thread),
    recipient: sender.bot,
    channelData: channelData(conversation),
  };
}

function spoken(sender: Sender, type: string, context: ActivityContext, id: string): Activity {
  const { locale, timezone } = context.user;
  return {
    ...base(sender, type, context, id),
    localTimestamp: localTimestamp(sender.now(), timezone),
    localTimezone: timezone,
    locale,
    entities: [{ locale, country: locale.split('-')[1] ?? 'US', platform: 'Windows', timezone, type: 'clientInfo' }],
  };
}

/** Invokes and events have ids of their own kind. */
const eventId = () => `f:${randomUUID()}`;

function html(text: string): Fields {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return { contentType: 'text/html', content: `<p>${escaped}</p>` };
}

/** Words in the personal chat, with the files that the person attached. */
export function messageActivity(
  sender: Sender,
  context: ActivityContext,
  id: string,
  text: string,
  files: readonly Fields[] = [],
): Activity {
  return { ...spoken(sender, 'message', context, id), text, textFormat: 'plain', attachments: [...files, html(text)] };
}

/** A message in a channel that mentions the bot; without a mention a bot hears nothing there. */
export function mentionActivity(sender: Sender, context: ActivityContext, id: string, text: string): Activity {
  const at = `<at>${sender.bot.name}</at>`;
  const spokenFields = spoken(sender, 'message', context, id);
  const entities = Array.isArray(spokenFields.entities) ? spokenFields.entities : [];
  return {
    ...spokenFields,
    text: `${at} ${text}`,
    textFormat: 'plain',
    attachments: [html(`${sender.bot.name} ${text}`)],
    entities: [{ type: 'mention', mentioned: { id: sender.bot.id, name: sender.bot.name }, text: at }, ...entities],
  };
}

/** A pressed Action.Submit or messageBack: a message without words of the person, pointing to the card's message. */
export function submitActivity(
  sender: Sender,
  context: ActivityContext,
  id: string,
  card: { readonly messageId: string; readonly value: unknown; readonly text?: string },
): Activity {
  const made = spoken(sender, 'message', context, id);
  return {
    ...made,
    ...(card.text === undefined ? {} : { text: card.text, textFormat: 'plain' }),
    value: card.value,
    replyToId: card.messageId,
    channelData: {
      ...channelData(context.conversation),
      source: { name: 'message' },
      legacy: { replyToId: card.messageId },
    },
  };
}

export function invokeActivity(
  sender: Sender,
  context: ActivityContext,
  name: string,
  value: unknown,
  replyToId: string | undefined,
): Activity {
  return {
    ...spoken(sender, 'invoke', context, eventId()),
    name,
    value,
    ...(replyToId === undefined ? {} : { replyToId }),
    channelData: {
      ...channelData(context.conversation),
      source: { name: replyToId === undefined ? 'compose' : 'message' },
    },
  };
}

export function installActivity(sender: Sender, context: ActivityContext, action: 'add' | 'remove'): Activity {
  return {
    ...base(sender, 'installationUpdate', context, eventId()),
    action,
    channelData: {
      ...channelData(context.conversation),
      settings: { selectedChannel: { id: context.conversation.id } },
      source: { name: 'message' },
    },
  };
}

/** People or the bot joining or leaving. `who` are ids; the bot's own stands for "the app was added here". */
export function membersActivity(
  sender: Sender,
  context: ActivityContext,
  who: readonly (Account & { readonly aadObjectId?: string })[],
  change: 'membersAdded' | 'membersRemoved',
  team?: TeamsTeam,
): Activity {
  return {
    ...base(sender, 'conversationUpdate', context, eventId()),
    [change]: who.map(({ id, aadObjectId }) => (aadObjectId === undefined ? { id } : { id, aadObjectId })),
    channelData: team
      ? {
          team: { aadGroupId: team.aadGroupId, name: team.name, id: team.id },
          eventType: change === 'membersAdded' ? 'teamMemberAdded' : 'teamMemberRemoved',
          tenant: { id: context.conversation.tenantId },
        }
      : channelData(context.conversation),
  };
}

/** Something happened to a team or one of its channels, by somebody who is in it. */
export function teamActivity(
  sender: Sender,
  context: ActivityContext,
  eventType: 'channelRenamed' | 'teamDeleted',
  team: TeamsTeam,
): Activity {
  const { conversation } = context;
  const channel = conversation.type === 'channel' ? conversation.channel : undefined;
  return {
    ...base(sender, 'conversationUpdate', context, eventId()),
    channelData: {
      ...(eventType === 'channelRenamed' && channel && { channel: { id: channel.id, name: channel.name } }),
      team: { id: team.id, ...(eventType === 'teamDeleted' && { name: team.name, aadGroupId: team.aadGroupId }) },
      eventType,
      tenant: { id: conversation.tenantId },
    },
  };
}

export function reactionActivity(
  sender: Sender,
  context: ActivityContext,
  messageId: string,
  reaction: string,
  change: 'reactionsAdded' | 'reactionsRemoved',
): Activity {
  return {
    ...base(sender, 'messageReaction', context, eventId()),
    [change]: [{ type: reaction }],
    replyToId: messageId,
    channelData: { ...channelData(context.conversation), legacy: { replyToId: messageId } },
  };
}
