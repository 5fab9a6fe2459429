/** Sends a message with blocks that Slack still rolls out, and once more without them where a workspace does not take them yet. */
import type { Message } from '../../programme/messages/message.js';
import type { Language } from '../../programme/requests/context.js';
import { slackError } from './api-errors.js';
import { type DrawnMessage, messageToBlocks } from './render.js';

/** What Slack answers where it does not know a block; nothing was sent then. Source: docs.slack.dev/reference/methods/chat.postMessage */
const UNKNOWN_BLOCK = 'invalid_blocks';

function hasYoungBlocks({ elements }: Message): boolean {
  return elements.some(({ kind }) => kind === 'table' || kind === 'chart');
}

/** @throws what `send` throws, unless it is a refusal of the young blocks alone */
export async function sendYoung<Answer>(
  message: Message,
  language: Language,
  send: (drawn: DrawnMessage) => Promise<Answer>,
): Promise<Answer> {
  const settled = messageToBlocks(message, language);
  if (!hasYoungBlocks(message)) return await send(settled);
  try {
    return await send(messageToBlocks(message, language, 'young'));
  } catch (error) {
    if (slackError(error) !== UNKNOWN_BLOCK) throw error;
    return await send(settled);
  }
}
