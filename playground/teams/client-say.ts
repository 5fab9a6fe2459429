/** Writes to the bot as the person: in the personal chat, with files, and in channels. */
import type { Outcome } from '../client.js';
import { mentionActivity, messageActivity } from './activities.js';
import { outcomeOf, type Session } from './client-session.js';
import type { Conversation } from './store.js';
import type { Fields } from './wire.js';

/** `files` are attachments of the tenant's file store. Throws where the app has not been added. */
export async function writeInChat(session: Session, text: string, files: readonly Fields[]): Promise<Outcome> {
  const { teams, user } = session;
  const { store, sender } = teams;
  if (!store.isReachable(user)) {
    throw new Error(`${user.name} has not added the app: call install() first`);
  }
  const conversation = store.open(user);
  const payload = { type: 'message', text, textFormat: 'plain', ...(files.length > 0 && { attachments: files }) };
  const message = store.post(conversation, { from: user, payload });
  session.begin();
  return outcomeOf(await session.deliver(messageActivity(sender, { user, conversation }, message.id, text, files)));
}

/** Forwards a message of somebody's to the bot, with words of one's own if wished. `html`: what the message says, as Teams keeps it. */
export async function forwardToBot(session: Session, html: string, words: string): Promise<Outcome> {
  const content = JSON.stringify({
    originalMessageId: '1',
    originalMessageContent: html,
    originalConversationId: '19:x',
  });
  const attachment = { id: '1', contentType: 'forwardedMessageReference', content };
  return await writeInChat(session, words, [attachment]);
}

/** Mentions the bot in a channel, the text following the mention. Throws where the app is not in the team. */
export async function mentionInChannel(
  session: Session,
  conversation: Conversation,
  thread: string | undefined,
  text: string,
): Promise<Outcome> {
  const { teams, user } = session;
  const { store, sender } = teams;
  if (conversation.type === 'channel' && !store.isInstalled(conversation.team)) {
    throw new Error(`The app is not in the team ${conversation.team.name}: nobody can mention it there`);
  }
  const payload = { type: 'message', text: `@${sender.bot.name} ${text}`, textFormat: 'plain' };
  const message = store.post(conversation, { from: user, payload, thread });
  session.begin();
  const context = { user, conversation, thread: message.thread };
  return outcomeOf(await session.deliver(mentionActivity(sender, context, message.id, text)));
}

/** Writes to the people of a channel without a mention: the bot hears nothing of it. */
export function writeToPeople(
  session: Session,
  conversation: Conversation,
  thread: string | undefined,
  text: string,
): void {
  const payload = { type: 'message', text, textFormat: 'plain' };
  session.teams.store.post(conversation, { from: session.user, payload, thread });
  session.begin();
}
