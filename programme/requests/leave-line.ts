/** Leaves a lasting line in the chat about what was done where the reply does not last: in a modal or a dialog. */
import { elements, type Message } from '../messages/message.js';
import { replyOnce } from './handle-and-reply.js';
import type { RequestResult } from './request.js';
import type { Services } from './services.js';

/**
 * What was done, in one line with the buttons that follow; null where nothing was done. A secret that the reply shows
 * once is not in what is remembered, and so not in the line.
 */
function lastingLine({
  reply,
  remembered = reply,
}: Pick<RequestResult, 'reply' | 'remembered'>): Message | null {
  if (remembered.kind !== 'message' || remembered.outcome !== 'done' || !remembered.refreshes) return null;
  const { summary, elements: all } = remembered.message;
  const buttons = all.filter((element) => element.kind === 'buttons');
  return { summary, elements: elements({ kind: 'text', text: summary }, ...buttons) };
}

/** `send` is called by one delivery of the request only. Throws what it throws. */
export async function leaveLine(
  services: Services,
  result: RequestResult,
  send: (line: Message) => Promise<void>,
): Promise<void> {
  const line = lastingLine(result);
  if (line !== null) await replyOnce(services, result, () => send(line));
}
