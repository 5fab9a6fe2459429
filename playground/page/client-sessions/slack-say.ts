/** Saying something in Slack: to the bot, or in a channel, where a leading mention calls the bot. */
import type { Outcome } from '../../client.js';
import type { Person } from '../../slack/entering.js';
import { mentionEvent, messageEvent, withheldBecause } from '../../slack/events.js';
import { tell, writeMessage } from '../../slack/saying.js';
import type { Conversation, StoredFile, StoredMessage } from '../../slack/store.js';
import type { SlackCommand } from '../command.js';
import { NotPossible } from './client-session.js';
import { type EnterMemory, fileGone } from './slack-enter.js';
import { findConversation } from './slack-find.js';

/** docs.slack.dev/reference/methods/chat.postMessage */
const longestText = 40_000;

const nothingSent: Outcome = { status: 0, milliseconds: 0, error: undefined };

/**
 * @throws NotPossible where there is nothing to send, or too much
 */
export async function say(
  person: Person,
  memory: EnterMemory,
  command: Extract<SlackCommand, { do: 'say' }>,
): Promise<Outcome> {
  const { store, workspace } = person;
  const where = findConversation(person, command.conversation);
  const text = command.text.trim();
  const threadTs = threadOf(where, command.thread);
  checkText(text, command.files ?? []);
  if (where.kind === 'im' && !store.app.messagesTab)
    return { ...nothingSent, error: 'Sending messages to this app has been turned off.' };
  const files = (command.files ?? []).map((id) => fileFor(memory, where, id));
  if (where.kind === 'im') {
    const message = writeMessage(person, where, text, { threadTs, files });
    return tell(store, workspace, messageEvent(store, workspace, where, message));
  }
  const rest = afterMention(person, text);
  if (rest === undefined) return sayInChannel(person, where, writeMessage(person, where, text, { threadTs, files }));
  return mention(person, where, writeMessage(person, where, rest, { threadTs, files, mention: workspace.botUser }));
}

function checkText(text: string, files: readonly string[]): void {
  if (text === '' && files.length === 0)
    throw new NotPossible({ ja: 'メッセージを入力してください。', en: 'Please write something first.' });
  if (text.length > longestText) {
    throw new NotPossible({
      ja: `メッセージは${longestText}文字までです。`,
      en: `A message can have at most ${longestText} characters.`,
    });
  }
}

function threadOf(where: Conversation, ts: string | undefined): string | undefined {
  if (ts === undefined || where.byTs.has(ts)) return ts;
  throw new NotPossible({ ja: 'このスレッドは削除されています。', en: 'This thread has been deleted.' });
}

function fileFor(memory: EnterMemory, where: Conversation, id: string): StoredFile {
  const file = memory.file(id);
  if (file === undefined) throw fileGone();
  file.channels.add(where.id);
  return file;
}

/** The text after a mention of the bot that opens it; undefined without one. */
function afterMention({ store, workspace }: Person, text: string): string | undefined {
  const bot = workspace.users.get(workspace.botUser);
  const names = [store.app.name, bot?.realName ?? '', bot?.name ?? ''].filter((name) => name !== '');
  const said = text.toLowerCase();
  const name = names.find((one) =>
    ['@', '＠'].some(
      (at) => said.startsWith(at + one.toLowerCase()) && !/^\w/.test(said.slice(at.length + one.length)),
    ),
  );
  return name === undefined ? undefined : text.slice(1 + name.length).trim();
}

/** Nobody in a channel waits for the bot, and it is told only where it has asked to be. */
async function sayInChannel(
  { store, workspace }: Person,
  where: Conversation,
  message: StoredMessage,
): Promise<Outcome> {
  if (!where.members.has(workspace.botUser)) return nothingSent;
  const told = await tell(store, workspace, messageEvent(store, workspace, where, message));
  return { ...told, error: undefined };
}

/** A bot that has asked for all messages of channels hears of a mention twice, as from Slack. */
async function mention({ store, workspace }: Person, where: Conversation, message: StoredMessage): Promise<Outcome> {
  if (!where.members.has(workspace.botUser))
    return { ...nothingSent, error: `${store.app.name} is not in this channel.` };
  const event = messageEvent(store, workspace, where, message);
  const [told] = await Promise.all([
    tell(store, workspace, mentionEvent(store, workspace, where, message)),
    withheldBecause(store, workspace, event) === undefined ? tell(store, workspace, event) : undefined,
  ]);
  return told;
}
