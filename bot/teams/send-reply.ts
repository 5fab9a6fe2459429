/** Sends a reply to a personal chat, with its files offered below it. */
import type { Values } from '../../programme/messages/message.js';
import type { RequestResult } from '../../programme/requests/request.js';
import type { Conversation } from './conversation.js';
import { replyActivity } from './message-activity.js';
import { offerFiles } from './offer-files.js';
import type { Turn } from './teams-context.js';

/**
 * @param entered the values that the form before it was sent with
 * @param inPlaceOf the message that the reply replaces
 */
export async function sendReply(
  { services, account }: Pick<Turn, 'services' | 'account'>,
  conversation: Conversation,
  { reply, language }: Pick<RequestResult, 'reply' | 'language'>,
  entered: Values = {},
  inPlaceOf: string | null = null,
): Promise<void> {
  const activity = replyActivity(reply, language, entered);
  await (inPlaceOf === null ? conversation.send(activity) : conversation.replace(inPlaceOf, activity));
  if (reply.kind === 'form') return;
  await offerFiles(services, account, { message: reply.message, language }, conversation.send);
}
