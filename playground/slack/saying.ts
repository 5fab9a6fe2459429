/** What a person writes in a conversation, as Slack's client posts it and as the bot is told of it. */
import type { Outcome } from '../client.js';
import type { Person } from './entering.js';
import { sendEvent } from './events.js';
import type { Json } from './json.js';
import { fileObject, postMessage } from './messages.js';
import type { Conversation, SlackStore, StoredFile, StoredMessage, Workspace } from './store.js';

/** What Slack's own clients do to the three characters with a meaning. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export interface Writing {
  readonly threadTs?: string | undefined;
  readonly files?: readonly StoredFile[];
  /** Messages that the person shares with it. */
  readonly attachments?: readonly Json[];
  /** The person mentioned before the text. */
  readonly mention?: string;
}

export function writeMessage(
  { store, workspace, user }: Person,
  where: Conversation,
  text: string,
  { threadTs, files = [], attachments = [], mention }: Writing = {},
): StoredMessage {
  const elements: Json[] = [
    ...(mention === undefined ? [] : [{ type: 'user', user_id: mention }]),
    ...(text === '' ? [] : [{ type: 'text', text: mention === undefined ? text : ` ${text}` }]),
  ];
  const words = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
  workspace.prompts.delete(where.id);
  return postMessage(store, where, {
    user: user.id,
    text: `${mention === undefined ? '' : `<@${mention}> `}${escapeText(text)}`.trimEnd(),
    blocks: elements.length === 0 ? [] : [words],
    files,
    attachments,
    threadTs,
  });
}

/** A shared message as it stands in the one that shares it. */
export function sharedAttachment(
  store: SlackStore,
  workspace: Workspace,
  { ts, channel, user, text, blocks, files }: StoredMessage,
): Json {
  return {
    ...{ id: 1, is_msg_unfurl: true, is_share: true, ts, channel_id: channel, author_id: user, text, fallback: text },
    from_url: `${store.origin}/archives/${channel}/p${ts.replace('.', '')}`,
    message_blocks: [{ channel, ts, message: { blocks: [...blocks] } }],
    ...(files.length > 0 && { files: files.map((file) => fileObject(store, workspace, file)) }),
  };
}

/** Events are nothing that a person's client waits for; only one that could not be sent at all is told of. */
export async function tell(store: SlackStore, workspace: Workspace, event: Json): Promise<Outcome> {
  const sent = await sendEvent(store, workspace, event);
  if ('withheld' in sent) return { status: 0, milliseconds: 0, error: `The bot was not told: ${sent.withheld}` };
  return { status: sent.answer.status, milliseconds: sent.answer.milliseconds, error: undefined };
}
