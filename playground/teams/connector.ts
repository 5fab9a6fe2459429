/** The Bot Connector's REST interface: what a bot may ask of Teams, and Teams' own words when it may not. Source of the errors: learn.microsoft.com, "Messages in bot conversations", status codes. */
import { randomUUID } from 'node:crypto';
import { outgoingProblems } from './message-validate.js';
import type { TeamsTeam, TeamsUser } from './people.js';
import type { Conversation, TeamsStore } from './store.js';
import type { Route } from './troubles.js';
import {
  describeProblems,
  type Fields,
  fieldsOf,
  fileInfoType,
  isFields,
  largestMessage,
  listOf,
  type Problem,
  textOf,
} from './wire.js';

export interface Call {
  readonly route: Route;
  readonly conversation: string | undefined;
  readonly activity: string | undefined;
  readonly key: string | undefined;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly bytes: number;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly problem?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ConnectorOptions {
  readonly store: TeamsStore;
  readonly bot: { readonly id: string; readonly name: string };
  readonly appTenantId: string;
  readonly multiTenant: boolean;
  readonly serviceUrl: string;
  /** Whether the tenant's file store holds this file, whole, at this address. */
  readonly isUploaded: (uniqueId: string, contentUrl: string) => boolean;
}

export function refusal(status: number, code: string, message: string, detail = message): Reply {
  return { status, body: { error: { code, message } }, problem: `${code}: ${detail}` };
}

const notFound = () => refusal(404, 'ConversationNotFound', 'Conversation not found.');
const badSyntax = (problems: readonly Problem[]) =>
  refusal(400, 'BadSyntax', describeProblems(problems).slice(0, 2000), describeProblems(problems));
const notInRoster = () => refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');

export function openConnector(options: ConnectorOptions): (call: Call) => Reply {
  const { store, bot } = options;
  const uploads = new Map<string, Fields>();

  function closedTo(conversation: Conversation): Reply | undefined {
    if (conversation.type === 'channel') {
      return store.isInstalled(conversation.team) ? undefined : notInRoster();
    }
    const { user } = conversation;
    if (user.tenantId !== options.appTenantId && !options.multiTenant) {
      return refusal(403, 'ForbiddenOperationException', 'The bot cannot message a user of another tenant.');
    }
    if (!store.isReachable(user)) {
      return notInRoster();
    }
    return store.isBlocked(user)
      ? refusal(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.')
      : undefined;
  }

  /** What is wrong with a message that the bot posts; names that do not fit the conversation are refused, for Teams would misdeliver them. */
  function checkActivity(
    conversation: Conversation,
    id: string | undefined,
    { body, bytes }: Pick<Call, 'body' | 'bytes'>,
  ): Reply | undefined {
    if (bytes > largestMessage) {
      return refusal(
        413,
        'MessageSizeTooBig',
        'Message size too large.',
        `${bytes} bytes of at most ${largestMessage}`,
      );
    }
    if (!isFields(body)) {
      return badSyntax([{ at: 'body', problem: 'must be an activity' }]);
    }
    const named = textOf(fieldsOf(body.conversation).id);
    const from = textOf(fieldsOf(body.from).id);
    const recipient = textOf(fieldsOf(body.recipient).id);
    const wrong: Problem[] = [
      ...(id !== undefined && named !== undefined && named !== id
        ? [{ at: 'conversation.id', problem: `is ${named}, the address says ${id}` }]
        : []),
      ...(from !== undefined && from !== bot.id ? [{ at: 'from.id', problem: `must be the bot's, ${bot.id}` }] : []),
      ...(conversation.type === 'personal' && recipient !== undefined && recipient !== conversation.user.id
        ? [{ at: 'recipient.id', problem: 'is not the person of this conversation' }]
        : []),
      ...(body.channelId !== undefined && body.channelId !== 'msteams'
        ? [{ at: 'channelId', problem: 'must be msteams' }]
        : []),
      ...outgoingProblems(body, conversation.type),
      ...listOf(body.attachments)
        .map(fieldsOf)
        .filter(({ contentType }) => contentType === fileInfoType)
        .filter(
          ({ content, contentUrl }) =>
            !options.isUploaded(textOf(fieldsOf(content).uniqueId) ?? '', textOf(contentUrl) ?? ''),
        )
        .map(({ name }) => ({ at: 'attachments', problem: `the file ${String(name)} was not uploaded there` })),
    ];
    return wrong.length > 0 ? badSyntax(wrong) : undefined;
  }

  function place(call: Call): { readonly conversation: Conversation; readonly thread: string | undefined } | Reply {
    return (call.conversation === undefined ? undefined : store.find(call.conversation)) ?? notFound();
  }

  function create(call: Call): Reply {
    const { isGroup, members, tenantId, channelData, activity, bot: named } = fieldsOf(call.body);
    const data = fieldsOf(channelData);
    const tenant = textOf(tenantId) ?? textOf(fieldsOf(data.tenant).id);
    const channelId = textOf(fieldsOf(data.channel).id) ?? textOf(data.teamsChannelId);
    const incorrect = (detail: string) =>
      refusal(400, 'BadSyntax', 'Incorrect conversation creation parameters', detail);
    if (textOf(fieldsOf(named).id) !== undefined && textOf(fieldsOf(named).id) !== bot.id) {
      return incorrect(`bot.id must be ${bot.id}`);
    }
    if (channelId !== undefined) {
      const found = store.find(channelId);
      if (found?.conversation.type !== 'channel' || !isFields(activity)) {
        return found ? incorrect('a new thread needs its first activity') : notFound();
      }
      const refused =
        closedTo(found.conversation) ??
        checkActivity(found.conversation, undefined, { body: activity, bytes: call.bytes });
      if (refused) {
        return refused;
      }
      const message = store.post(found.conversation, { from: 'bot', payload: activity });
      const id = `${found.conversation.id};messageid=${message.id}`;
      return { status: 201, body: { id, activityId: message.id, serviceUrl: options.serviceUrl } };
    }
    const people = listOf(members);
    if (isGroup === true || people.length > 1) {
      return refusal(403, 'ForbiddenOperationException', 'Bots cannot create group chats or channels.');
    }
    const user = store.directory.user(textOf(fieldsOf(people[0]).id) ?? '');
    if (people.length === 0 || tenant === undefined) {
      return incorrect(tenant === undefined ? 'the tenant is missing' : 'members is missing');
    }
    if (!user || user.tenantId !== tenant) {
      return refusal(403, 'ForbiddenOperationException', 'The user is not found in the tenant.');
    }
    const conversation = store.personal(user);
    const refused =
      closedTo(conversation) ??
      (isFields(activity) ? checkActivity(conversation, undefined, { body: activity, bytes: call.bytes }) : undefined);
    if (refused) {
      return refused;
    }
    store.open(user);
    const message = isFields(activity) ? store.post(conversation, { from: 'bot', payload: activity }) : undefined;
    return {
      status: 201,
      body: { id: conversation.id, ...(message && { activityId: message.id }), serviceUrl: options.serviceUrl },
    };
  }

  function send(call: Call): Reply {
    const found = place(call);
    if ('status' in found) {
      return found;
    }
    const { conversation, thread } = found;
    const refused = closedTo(conversation) ?? checkActivity(conversation, call.conversation, call);
    if (refused) {
      return refused;
    }
    const payload = fieldsOf(call.body);
    if (payload.type === 'typing') {
      return { status: 202, body: { id: store.nextId(conversation) } };
    }
    const replyToId = call.activity ?? textOf(payload.replyToId);
    // In a channel a reply to a known message stands in that message's thread.
    const answered = replyToId === undefined ? undefined : store.message(conversation, replyToId);
    const message = store.post(conversation, { from: 'bot', payload, thread: thread ?? answered?.thread, replyToId });
    return { status: 201, body: { id: message.id } };
  }

  function change(call: Call): Reply {
    const found = place(call);
    if ('status' in found) {
      return found;
    }
    const { conversation } = found;
    const message = call.activity === undefined ? undefined : store.message(conversation, call.activity);
    const refused = closedTo(conversation);
    if (refused || !message) {
      return (
        refused ?? refusal(404, 'ActivityNotFoundInConversation', 'The activity was not found in the conversation.')
      );
    }
    if (message.from !== 'bot') {
      return refusal(403, 'ForbiddenOperationException', 'A bot can only change its own messages.');
    }
    if (call.route === 'delete') {
      store.remove(message);
      return { status: 200 };
    }
    const wrong = checkActivity(conversation, call.conversation, call);
    if (wrong) {
      return wrong;
    }
    store.edit(message, fieldsOf(call.body));
    return { status: 200, body: { id: message.id } };
  }

  function roster(conversation: Conversation): readonly TeamsUser[] {
    return conversation.type === 'personal' ? [conversation.user] : conversation.team.members;
  }

  function members(call: Call): Reply {
    const team: TeamsTeam | undefined =
      call.conversation === undefined ? undefined : store.directory.team(call.conversation);
    const found = team?.channels[0] ? { conversation: store.channel(team, team.channels[0]) } : place(call);
    if ('status' in found) {
      return found;
    }
    const refused = closedTo(found.conversation);
    if (refused) {
      return refused;
    }
    const people = roster(found.conversation).map(describeMember);
    if (call.route === 'member') {
      const wanted = store.directory.user(call.key ?? '');
      const member = people.find(({ id }) => id === wanted?.id);
      return member
        ? { status: 200, body: member }
        : refusal(404, 'MemberNotFoundInConversation', 'Member not found in the conversation.');
    }
    if (call.route === 'members') {
      return { status: 200, body: people };
    }
    const size = Math.min(Math.max(Number(call.query.get('pageSize') ?? 200), 50), 500);
    const start = Number(call.query.get('continuationToken') ?? 0);
    const next = start + size;
    return {
      status: 200,
      body: {
        members: people.slice(start, next),
        ...(next < people.length && { continuationToken: String(next) }),
      },
    };
  }

  function teamDetails(call: Call): Reply {
    const team = store.directory.team(call.key ?? '');
    if (!team || !store.isInstalled(team)) {
      return team ? notInRoster() : notFound();
    }
    return call.route === 'channels'
      ? {
          status: 200,
          // Real Teams leaves the General channel's name out: clients translate it.
          body: { conversations: team.channels.map(({ id, name }) => (id === team.id ? { id } : { id, name })) },
        }
      : {
          status: 200,
          body: {
            id: team.id,
            name: team.name,
            aadGroupId: team.aadGroupId,
            tenantId: team.tenantId,
            channelCount: team.channels.length,
            memberCount: team.members.length,
          },
        };
  }

  function upload(call: Call): Reply {
    const found = place(call);
    if ('status' in found) {
      return found;
    }
    const { type, originalBase64 } = fieldsOf(call.body);
    if (!textOf(type) || !textOf(originalBase64)) {
      return badSyntax([{ at: 'body', problem: 'needs type and originalBase64' }]);
    }
    const id = randomUUID();
    uploads.set(id, fieldsOf(call.body));
    return closedTo(found.conversation) ?? { status: 201, body: { id } };
  }

  function attachment(call: Call): Reply {
    const stored = uploads.get(call.key ?? '');
    if (!stored) {
      return refusal(404, 'AttachmentNotFound', 'The attachment was not found.');
    }
    const size = Buffer.from(textOf(stored.originalBase64) ?? '', 'base64').length;
    return { status: 200, body: { name: stored.name, type: stored.type, views: [{ viewId: 'original', size }] } };
  }

  return (call) => {
    switch (call.route) {
      case 'create':
        return create(call);
      case 'send':
      case 'reply':
        return send(call);
      case 'update':
      case 'delete':
        return change(call);
      case 'members':
      case 'member':
      case 'paged members':
        return members(call);
      case 'team':
      case 'channels':
        return teamDetails(call);
      case 'upload':
        return upload(call);
      case 'attachment':
        return attachment(call);
      default:
        return refusal(404, 'NotFound', 'Teams has no such address.');
    }
  };
}

/** A member as the Connector describes one; the same person is `aadObjectId` in activities and `objectId` here. */
function describeMember(user: TeamsUser) {
  const [givenName = user.name, surname = ''] = user.name.split(' ');
  return {
    id: user.id,
    name: user.name,
    objectId: user.aadObjectId,
    aadObjectId: user.aadObjectId,
    givenName,
    surname,
    ...(user.email === undefined ? {} : { email: user.email }),
    userPrincipalName: user.userPrincipalName,
    tenantId: user.tenantId,
    userRole: user.guest ? 'guest' : 'user',
  };
}
