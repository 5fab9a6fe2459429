/** Slash commands, pressed buttons, submitted and closed modals, menus that ask the bot for options, shortcuts: sent, and the answers obeyed by Slack's rules. */
import { checkSuggestions } from './blocks/surfaces.js';
import { isEmptyContent, readContent } from './content.js';
import { isAccepted, send } from './deliver.js';
import { actionPayload, type Placed, stateValues } from './element-state.js';
import { liveScopes } from './events.js';
import { asList, isJson, type Json, parseJson } from './json.js';
import { messageObject, postMessage } from './messages.js';
import { issueResponseUrl, issueTrigger } from './passes.js';
import { isRefusal } from './refusal.js';
import type { Answer, Conversation, SlackStore, SlackUser, StoredMessage, View, Workspace } from './store.js';
import { viewObject } from './views.js';

/** What the person's client shows after a command. */
export interface Shown {
  readonly status: number;
  readonly milliseconds: number;
  readonly error: string | undefined;
}

/** The words for an answer that never came or was none (docs.slack.dev/interactivity/implementing-slash-commands). */
export function failureWords(answer: Answer): string | undefined {
  if (answer.failure === 'timeout') return 'operation_timeout';
  if (answer.failure === 'unreachable') return 'dispatch_failed';
  if (isAccepted(answer)) return undefined;
  return answer.status >= 500 ? 'http_service_error' : 'http_client_error';
}

function shown(answer: Answer, error: string | undefined): Shown {
  return { status: answer.status, milliseconds: answer.milliseconds, error };
}

const nothingSent = { status: 0, milliseconds: 0 };

function teamOf(workspace: Workspace): Json {
  return { id: workspace.id, domain: workspace.domain };
}

function userOf(workspace: Workspace, user: SlackUser): Json {
  return { id: user.id, username: user.name, name: user.name, team_id: user.homeTeam ?? workspace.id };
}

export function interactionBasics(store: SlackStore, workspace: Workspace, user: SlackUser): Json {
  return {
    team: teamOf(workspace),
    user: userOf(workspace, user),
    api_app_id: store.app.id,
    token: store.app.verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  };
}

function channelOf(conversation: Conversation): Json {
  return { id: conversation.id, name: conversation.kind === 'im' ? 'directmessage' : conversation.name };
}

/** Sends a slash command and shows what the bot answers: nothing, text, or a message of the usual form. */
export async function runCommand(
  store: SlackStore,
  workspace: Workspace,
  user: SlackUser,
  conversation: Conversation,
  line: string,
): Promise<Shown> {
  const [command = '', ...words] = line.split(' ');
  const known = store.app.commands?.includes(command) ?? command.startsWith('/');
  if (!known || !liveScopes(workspace).has('commands') || user.homeTeam !== undefined) {
    return { ...nothingSent, error: `${command} is not a valid command.` };
  }
  const { answer } = await send(store, workspace, {
    kind: 'command',
    what: `command ${command}`,
    payload: {
      token: store.app.verificationToken,
      team_id: workspace.id,
      team_domain: workspace.domain,
      channel_id: conversation.id,
      channel_name: conversation.kind === 'im' ? 'directmessage' : conversation.name,
      user_id: user.id,
      user_name: user.name,
      command,
      text: words.join(' ').trim(),
      api_app_id: store.app.id,
      is_enterprise_install: 'false',
      response_url: issueResponseUrl(store, workspace, user.id, conversation.id),
      trigger_id: issueTrigger(store, workspace, user.id),
    },
  });
  const error = failureWords(answer) ?? showCommandAnswer(store, workspace, user, conversation, answer);
  return shown(answer, error);
}

function showCommandAnswer(
  store: SlackStore,
  workspace: Workspace,
  user: SlackUser,
  conversation: Conversation,
  answer: Answer,
): string | undefined {
  if (answer.body.trim() === '') return undefined;
  const parsed = parseJson(answer.body);
  const body: Json = isJson(parsed) ? parsed : { text: answer.body };
  const content = readContent(body, 40_000);
  if (isRefusal(content)) return `invalid_command_response: ${content.error} ${JSON.stringify(content.errors ?? '')}`;
  if (isEmptyContent(content)) return 'invalid_command_response';
  if (body.response_type !== undefined && body.response_type !== 'ephemeral' && body.response_type !== 'in_channel')
    return 'invalid_command_response';
  postMessage(store, conversation, {
    ...content,
    user: workspace.botUser,
    botId: workspace.botId,
    ephemeralFor: body.response_type === 'in_channel' ? undefined : user.id,
  });
  return undefined;
}

/** Where an element was acted on. */
export type Place =
  | { readonly kind: 'message'; readonly conversation: Conversation; readonly message: StoredMessage }
  | { readonly kind: 'view'; readonly view: View };

function placePayload(store: SlackStore, workspace: Workspace, user: SlackUser, place: Place): Json {
  if (place.kind === 'view') {
    return { container: { type: 'view', view_id: place.view.id }, view: viewObject(store, place.view) };
  }
  const { conversation, message } = place;
  const ephemeral = message.ephemeralFor !== undefined;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: conversation.id,
      is_ephemeral: ephemeral,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    channel: channelOf(conversation),
    // Slack does not send the content of an ephemeral message back; bots that need it must carry it in the value.
    ...(ephemeral ? {} : { message: messageObject(store, workspace, message) }),
    state: { values: stateValues(message.blocks, message.entered.get(user.id) ?? new Map()) },
    response_url: issueResponseUrl(store, workspace, user.id, conversation.id, message),
  };
}

/** Sends block_actions for one element; `chosen` is what its type reports (`{ selected_option }`), nothing for a button. */
export async function act(
  store: SlackStore,
  workspace: Workspace,
  user: SlackUser,
  place: Place,
  placed: Placed,
  chosen: Json,
): Promise<Shown> {
  const view = place.kind === 'view' && place.view.type === 'modal' ? place.view.id : undefined;
  const { answer } = await send(store, workspace, {
    kind: 'interaction',
    what: 'block_actions',
    payload: {
      type: 'block_actions',
      ...interactionBasics(store, workspace, user),
      ...placePayload(store, workspace, user, place),
      trigger_id: issueTrigger(store, workspace, user.id, view),
      actions: [actionPayload(placed, chosen, store.nextTs())],
    },
  });
  return shown(answer, failureWords(answer));
}

/** Asks the bot for the options of an external menu, as typed so far. */
export async function suggest(
  store: SlackStore,
  workspace: Workspace,
  user: SlackUser,
  place: Place,
  placed: Placed,
  typed: string,
): Promise<Shown & { readonly options: readonly Json[] }> {
  const { state: _state, response_url: _url, ...where } = placePayload(store, workspace, user, place);
  const { answer } = await send(store, workspace, {
    kind: 'interaction',
    what: 'block_suggestion',
    payload: {
      type: 'block_suggestion',
      ...interactionBasics(store, workspace, user),
      ...where,
      action_id: placed.actionId,
      block_id: placed.blockId,
      value: typed,
    },
  });
  const failure = failureWords(answer);
  const parsed = parseJson(answer.body);
  const complaints = failure === undefined ? checkSuggestions(parsed) : [];
  const error = failure ?? (complaints.length > 0 ? `invalid options: ${complaints.join('; ')}` : undefined);
  if (error !== undefined || !isJson(parsed)) return { ...shown(answer, error ?? 'invalid options'), options: [] };
  const groups = asList(parsed.option_groups).flatMap((group) => asList(group.options));
  return { ...shown(answer, undefined), options: [...asList(parsed.options), ...groups] };
}

/** A global shortcut, or one on a message. */
export async function runShortcut(
  store: SlackStore,
  workspace: Workspace,
  user: SlackUser,
  callbackId: string,
  on?: { readonly conversation: Conversation; readonly message: StoredMessage },
): Promise<Shown> {
  if (store.app.shortcuts !== undefined && !store.app.shortcuts.includes(callbackId))
    return { ...nothingSent, error: `no shortcut ${callbackId}` };
  const { answer } = await send(store, workspace, {
    kind: 'interaction',
    what: on === undefined ? 'shortcut' : 'message_action',
    payload: {
      type: on === undefined ? 'shortcut' : 'message_action',
      ...interactionBasics(store, workspace, user),
      callback_id: callbackId,
      trigger_id: issueTrigger(store, workspace, user.id),
      action_ts: store.nextTs(),
      ...(on === undefined
        ? {}
        : {
            message_ts: on.message.ts,
            message: messageObject(store, workspace, on.message),
            channel: channelOf(on.conversation),
            response_url: issueResponseUrl(store, workspace, user.id, on.conversation.id, on.message),
          }),
    },
  });
  return shown(answer, failureWords(answer));
}
