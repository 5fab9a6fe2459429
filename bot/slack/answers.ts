/** Draws replies for where they are shown, and posts those that travel as messages. */
import { findAction } from '../../programme/actions.js';
import type { Language } from '../../programme/context.js';
import { NotSent } from '../../programme/late-answer.js';
import { textsFor } from '../../programme/locale/texts.js';
import { type Message, plain, type Reply } from '../../programme/message.js';
import { pauseAfterFault } from '../../programme/notifications/pause.js';
import { perform } from '../../programme/perform.js';
import { replyAsMessage } from '../../programme/reply-as-message.js';
import type { Performed, RequestingAccount } from '../../programme/request.js';
import { isCallFailure, outcomeOfError } from './api-errors.js';
import type { Modal } from './block-kit.js';
import type { Desk } from './desk.js';
import { formToModal } from './form.js';
import { messageToBlocks, messageToHome, messageToModal } from './render.js';
import { homeRequest } from './requests.js';
import { linkMessage, shareFiles, uploadFiles } from './upload.js';

/** The reply as a view; `action` names the modal where the reply itself has no title. */
export function replyToView({ reply, language }: Performed, action: string): Modal {
  switch (reply.kind) {
    case 'form':
      return formToModal(reply.form, reply.errors, reply.problem, language);
    case 'message':
      return messageToModal(reply.message, titleOf(action, language), language);
    default:
      return unknownReply(reply);
  }
}

/** The reply as a message: a modal cannot open by itself. */
export function replyToMessage({ reply, language }: Performed): Message {
  return replyAsMessage(reply, language);
}

function unknownReply(reply: never): never {
  throw new Error(`a reply that Slack's adapter does not know: ${JSON.stringify(reply)}`);
}

/** A modal to show while the answer takes longer than Slack waits. */
export function workingModal(action: string, language: Language): Modal {
  return messageToModal(plain(textsFor(language).chat.working), titleOf(action, language), language);
}

export function titleOf(action: string, language: Language): string {
  return textsFor(language).actions[findAction(action)?.name ?? 'home.show'].title;
}

/** Draws the person's Home tab anew. Each drawing is a request of its own, so that none shows an old answer. */
export async function publishHome(desk: Desk, account: RequestingAccount): Promise<Performed> {
  const performed = await perform(desk.house, homeRequest(account));
  await desk.client.views.publish({
    user_id: account.userId,
    view: messageToHome(replyToMessage(performed), performed.language),
  });
  return performed;
}

/** After a change made from Home it is drawn anew, without letting anyone wait for it. Elsewhere there is no need: it is drawn whenever it is opened. */
export function refreshHome(desk: Desk, account: RequestingAccount, reply: Reply): void {
  if (reply.kind !== 'message' || !reply.refreshes) return;
  desk.background.run('refreshing Home', async () => {
    await publishHome(desk, account);
  });
}

export interface Where {
  readonly channel: string;
  readonly thread?: string | undefined;
}

/**
 * Posts an answer and says whether the conversation could be written to. An answer that may have arrived counts as
 * posted, since posting it again could show it twice.
 * @throws NotSent where Slack surely did not take it
 */
export async function postAnswer(desk: Desk, where: Where, message: Message, language: Language): Promise<boolean> {
  const uploader = { ...desk.house, client: desk.client };
  const { rest, uploads } = await uploadFiles(uploader, message);
  const post = async (part: Message) =>
    await desk.client.chat.postMessage({
      channel: where.channel,
      ...(where.thread === undefined ? {} : { thread_ts: where.thread }),
      ...messageToBlocks(part, language),
      unfurl_links: false,
      unfurl_media: false,
    });
  try {
    await post(rest);
  } catch (error) {
    return judgeFailure(desk, error);
  }
  await shareFiles(uploader, where, uploads, async (element) => await post(linkMessage(element)));
  return true;
}

/** Whether what failed counts as done; false where the conversation cannot be written to. */
export function judgeFailure(desk: Desk, error: unknown): boolean {
  const failure = outcomeOfError(error, desk.house.clock.now());
  switch (failure.outcome) {
    case 'uncertain':
      desk.house.log.warn({ reason: failure.reason }, 'an answer may not have arrived');
      return true;
    case 'unreachable':
      return false;
    default:
      throw notSentOr(desk, error);
  }
}

/** What to throw for a call that failed: NotSent where Slack surely did not take it and soon may, otherwise the error as it is. */
export function notSentOr(desk: Desk, error: unknown): unknown {
  const now = desk.house.clock.now();
  const failure = outcomeOfError(error, now);
  if (failure.outcome === 'rate-limited') return new NotSent(failure.until, error);
  // Our token is not mended by trying again.
  if (failure.outcome !== 'not-sent' || failure.ours) return error;
  return new NotSent(new Date(now.getTime() + pauseAfterFault(0)), error);
}

/** Shows an answer in a way that may fail as calls of Slack do. What may have arrived counts as shown. @throws NotSent where Slack surely did not take it */
export async function shown(desk: Desk, show: () => Promise<unknown>): Promise<void> {
  try {
    await show();
  } catch (error) {
    if (!isCallFailure(error) || !judgeFailure(desk, error)) throw error;
  }
}
